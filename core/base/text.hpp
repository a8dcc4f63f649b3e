#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// UTF-8 text (RFC 3629). All text inside the core is valid UTF-8; imports make it so at the door.
namespace relais {

/// The offset of the first byte that is not part of a well-formed sequence; nothing if the text is UTF-8.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Reads bytes as ISO 8859-1, with windows-1252 for 0x80 to 0x9F, as the WHATWG Encoding Standard does.
std::string from_latin1(std::string_view bytes);

/// The same text with each byte of a malformed sequence replaced by U+FFFD.
std::string replace_invalid_utf8(std::string_view text);

/// One character of a text: its code point and how many bytes it takes. At the end: size 0.
struct Character {
  char32_t code = 0;
  std::size_t size = 0;
};
Character character_at(std::string_view text, std::size_t offset);

void append_utf8(std::string& text, char32_t code);

/// The length of `text` in UTF-16 code units, in which the core's spans count.
std::size_t utf16_length(std::string_view text);

/// Lower case for ASCII, Latin-1 and Latin Extended-A letters; all else unchanged.
char32_t to_lower(char32_t code);
std::string to_lower(std::string_view text);

/// The letter without its accent for those of French and its neighbours (é → e, ç → c); œ and æ stay whole.
char32_t without_accent(char32_t code);

/// `text` without ASCII white space at both ends.
std::string_view trim(std::string_view text);

/// ASCII only, without regard to case.
bool equals_ignoring_case(std::string_view left, std::string_view right);

}  // namespace relais
