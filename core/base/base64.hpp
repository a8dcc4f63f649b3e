#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace relais {

/// The bytes of a base64 text (RFC 4648 section 4). White space between characters is skipped, as in mail (RFC 2045
/// section 6.8); padding may be missing. Nothing if any other character stands there.
std::optional<std::string> decode_base64(std::string_view text);

/// The base64 text of bytes, padded, on one line.
std::string encode_base64(std::string_view bytes);

}  // namespace relais
