#pragma once

#include "core/triage/token.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace relais::triage {

struct Amount {
  std::int64_t cents = 0;
  std::string currency;  ///< `EUR`, `GBP`, `USD`
};

/// What a message gives to copy down.
struct Extracted {
  std::vector<std::string> phones, emails, references, names;
  std::vector<Amount> amounts;
};

/// From the text as written; each thing once, in order.
Extracted extract(std::string_view text);

/// The figures of a telephone number with a leading `+` if it had one; empty if it is none.
std::string normalized_phone(std::string_view text);

}  // namespace relais::triage
