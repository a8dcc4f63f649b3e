#pragma once

#include "core/base/error.hpp"

#include <string>

namespace relais {

/// Why something is so, as data: `words` makes the sentence, in French or English. Arguments are ids and values.
struct Reason {
  std::string code;
  Arguments args;
  bool operator==(const Reason&) const = default;
};

/// `{code, args}`.
nlohmann::json to_json(const Reason& reason);

}  // namespace relais
