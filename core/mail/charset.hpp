#pragma once

#include <string>
#include <string_view>

namespace relais::mail {

/// Bytes of a named character set as UTF-8. `known` is false for a set that this room does not read; the text is then
/// UTF-8 if it can be, else windows-1252, as most mislabelled mail is.
struct Decoded {
  std::string text;
  bool known = true;
  bool clean = true;  ///< every byte means something in that set
};

/// UTF-8, UTF-16, US-ASCII, ISO-8859-1, ISO-8859-15, windows-1252 and their usual aliases (IANA character sets).
Decoded decode_charset(std::string_view bytes, std::string_view charset);

/// UTF-16 if a byte order mark says so, UTF-8 if the bytes are, else windows-1252; the mark is dropped.
std::string decode_unlabelled(std::string_view bytes);

}  // namespace relais::mail
