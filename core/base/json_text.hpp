#pragma once

#include <string>
#include <string_view>

/// Writing JSON text straight, where an answer is too long to be built as values first. Members must come in byte order
/// of their names, as `dump` has them.
namespace relais {

/// A string with its quotes, escaped as `dump` does. `text` is UTF-8.
void append_json_string(std::string& out, std::string_view text);

}  // namespace relais
