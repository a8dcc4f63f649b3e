#include "core/mail/charset.hpp"

#include "core/base/text.hpp"

namespace relais::mail {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  for (const std::string_view other : names) {
    if (equals_ignoring_case(name, other)) return true;
  }
  return false;
}

// ISO-8859-15 is ISO-8859-1 but for eight letters.
std::string from_latin9(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    switch (static_cast<unsigned char>(c)) {
      case 0xA4:
        text += "€";
        break;
      case 0xA6:
        text += "Š";
        break;
      case 0xA8:
        text += "š";
        break;
      case 0xB4:
        text += "Ž";
        break;
      case 0xB8:
        text += "ž";
        break;
      case 0xBC:
        text += "Œ";
        break;
      case 0xBD:
        text += "œ";
        break;
      case 0xBE:
        text += "Ÿ";
        break;
      default:
        text += from_latin1(std::string_view(&c, 1));
    }
  }
  return text;
}

}  // namespace

std::string decode_unlabelled(std::string_view bytes) {
  if (bytes.substr(0, byte_order_mark.size()) == byte_order_mark) bytes.remove_prefix(byte_order_mark.size());
  return find_invalid_utf8(bytes) ? from_latin1(bytes) : std::string(bytes);
}

Decoded decode_charset(std::string_view bytes, std::string_view charset) {
  charset = trim(charset);
  if (charset.empty() || is_one_of(charset, {"utf-8", "utf8", "us-ascii", "ascii", "unicode-1-1-utf-8"})) {
    return {decode_unlabelled(bytes), true};
  }
  if (is_one_of(charset, {"iso-8859-1", "iso8859-1", "latin1", "l1", "windows-1252", "cp1252", "x-cp1252"})) {
    return {from_latin1(bytes), true};
  }
  if (is_one_of(charset, {"iso-8859-15", "iso8859-15", "latin9", "latin-9", "l9"})) return {from_latin9(bytes), true};
  return {decode_unlabelled(bytes), false};
}

}  // namespace relais::mail
