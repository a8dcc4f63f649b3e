#pragma once

#include "core/base/json.hpp"

#include <string>

namespace relais::journal {

/// The canonical text of a value (RFC 8785): no white space, members in the order of their names' UTF-16 code units,
/// the shortest escapes. Numbers are integers within ±(2^53−1); anything else is an error with its path, because no
/// float is ever hashed. `before` stands before it in what is returned, so that both are hashed as one text.
Result<std::string> canonical_json(const Json& value, std::string before = {});

}  // namespace relais::journal
