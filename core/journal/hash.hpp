#pragma once

#include "core/base/json.hpp"

#include <string>
#include <string_view>

namespace relais::journal {

/// The hashes of core/journal/entry.hpp. Errors are those of canonical_json.
Result<std::string> payload_hash(const Json& payload, std::string_view salt);
Result<std::string> entry_hash(const Json& head);

}  // namespace relais::journal
