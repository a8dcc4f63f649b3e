#pragma once

#include "core/base/result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace relais {

using Json = nlohmann::json;

/// Reads one JSON text (RFC 8259). Refuses what would make two readers disagree: a member that stands twice, an
/// integer beyond ±(2^53−1), a lone surrogate, malformed UTF-8; and nesting beyond limits::json_depth.
/// Errors carry `line:column` as their path, both from 1, the column in bytes.
Result<Json> parse_json(std::string_view text);

/// The error of a text that is longer than limits::input_bytes.
Error input_too_large(std::size_t size);

/// The shortest text of a value: no spaces, members in byte order of their names.
std::string dump(const Json& value);

/// `path` and one more reference token, escaped as in RFC 6901 section 3.
std::string pointer(std::string_view path, std::string_view token);
std::string pointer(std::string_view path, std::size_t index);

}  // namespace relais
