#pragma once

#include <string>
#include <string_view>

/// Transfer encodings of bodies and encoded words of headers. What is malformed is read as well as it can be.
namespace relais::mail {

/// Quoted-printable (RFC 2045 section 6.7). A stray `=` stays as it is, and `clean` becomes false.
std::string decode_quoted_printable(std::string_view text, bool& clean);

/// Base64 (RFC 2045 section 6.8): characters outside the alphabet are skipped, and `clean` becomes false.
std::string decode_base64_leniently(std::string_view text, bool& clean);

/// A header's text with its encoded words decoded (RFC 2047): `=?utf-8?Q?caf=C3=A9?=`. White space between two encoded
/// words disappears; letters split across two words of one set are joined. A control that a word hides is a blank.
struct DecodedWords {
  std::string text;
  bool clean = true;            ///< every word could be decoded
  std::string unknown_charset;  ///< the first set that this room does not read, empty if there is none
};
DecodedWords decode_words(std::string_view text);

/// A parameter's value in the form of RFC 2231: `utf-8'fr'na%C3%AFf.txt`.
std::string decode_extended(std::string_view value);

}  // namespace relais::mail
