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

bool is_utf16_mark(std::string_view mark) { return mark == "\xFF\xFE" || mark == "\xFE\xFF"; }

// RFC 2781: big-endian unless a byte order mark or the set's name says otherwise.
Decoded from_utf16(std::string_view bytes, bool little) {
  if (is_utf16_mark(bytes.substr(0, 2))) {
    little = bytes[0] == '\xFF';
    bytes.remove_prefix(2);
  }
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(little ? second << 8 | first : first << 8 | second);
  };
  Decoded out{{}, true, bytes.size() % 2 == 0};
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t code = unit(at);
    if (code >= 0xD800 && code < 0xDC00 && at + 3 < bytes.size() && (unit(at + 2) & 0xFC00) == 0xDC00) {
      at += 2;
      code = 0x10000 + ((code - 0xD800) << 10) + (unit(at) - 0xDC00);
    } else if (code >= 0xD800 && code < 0xE000) {
      code = 0xFFFD;
      out.clean = false;
    }
    append_utf8(out.text, code);
  }
  return out;
}

}  // namespace

std::string decode_unlabelled(std::string_view bytes) {
  if (bytes.substr(0, byte_order_mark.size()) == byte_order_mark) bytes.remove_prefix(byte_order_mark.size());
  if (is_utf16_mark(bytes.substr(0, 2))) return from_utf16(bytes, false).text;
  return find_invalid_utf8(bytes) ? from_latin1(bytes) : std::string(bytes);
}

Decoded decode_charset(std::string_view bytes, std::string_view charset) {
  charset = trim(charset);
  if (charset.empty()) return {decode_unlabelled(bytes)};
  if (is_one_of(charset, {"utf-8", "utf8", "us-ascii", "ascii", "unicode-1-1-utf-8"})) {
    return {decode_unlabelled(bytes), true, !find_invalid_utf8(bytes)};
  }
  if (is_one_of(charset, {"utf-16", "utf16", "utf-16be", "utf-16le"}))
    return from_utf16(bytes, equals_ignoring_case(charset, "utf-16le"));
  if (is_one_of(charset, {"iso-8859-1", "iso8859-1", "latin1", "l1", "windows-1252", "cp1252", "x-cp1252"})) {
    return {from_latin1(bytes)};
  }
  if (is_one_of(charset, {"iso-8859-15", "iso8859-15", "latin9", "latin-9", "l9"})) return {from_latin9(bytes)};
  return {decode_unlabelled(bytes), false};
}

}  // namespace relais::mail
