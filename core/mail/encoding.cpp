#include "core/mail/encoding.hpp"

#include "core/base/base64.hpp"
#include "core/base/text.hpp"
#include "core/mail/charset.hpp"

#include <optional>

namespace relais::mail {
namespace {

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

// The byte of two hex digits at `at`, or -1.
int hex_byte(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return -1;
  const int high = hex(text[at]);
  const int low = hex(text[at + 1]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

// The end of a soft line break that starts after `=` at `at`, or nothing.
std::optional<std::size_t> soft_break_end(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  if (at == text.size()) return at;
  if (text[at] == '\n') return at + 1;
  if (text[at] == '\r') return at + (at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1);
  return std::nullopt;
}

std::string decode_q(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int byte = text[i] == '=' ? hex_byte(text, i + 1) : -1;
    if (byte >= 0) {
      out += static_cast<char>(byte);
      i += 2;
    } else {
      out += text[i] == '_' ? ' ' : text[i];
    }
  }
  return out;
}

struct Word {
  std::string_view charset;
  std::string bytes;
  std::size_t end = 0;  // behind its `?=`
};

std::optional<Word> word_at(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) != "=?") return std::nullopt;
  const std::size_t charset_length = text.substr(at + 2, 60).find('?');
  const std::size_t charset_end = at + 2 + charset_length;
  if (charset_length == std::string_view::npos || charset_end + 2 >= text.size() || text[charset_end + 2] != '?') {
    return std::nullopt;
  }
  const std::size_t start = charset_end + 3;
  // A word has at most 75 characters by the standard, and somewhat more in the wild.
  const std::size_t length = text.substr(start, 4000).find("?=");
  if (length == std::string_view::npos) return std::nullopt;
  const std::string_view content = text.substr(start, length);
  const std::size_t end = start + length;
  std::string_view charset = text.substr(at + 2, charset_end - at - 2);
  charset = charset.substr(0, charset.find('*'));  // a language may follow: RFC 2231 section 5
  bool clean = true;
  switch (text[charset_end + 1]) {
    case 'Q':
    case 'q':
      return Word{charset, decode_q(content), end + 2};
    case 'B':
    case 'b':
      return Word{charset, decode_base64_leniently(content, clean), end + 2};
    default:
      return std::nullopt;
  }
}

}  // namespace

std::string decode_quoted_printable(std::string_view text, bool& clean) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      out += text[i];
    } else if (const int byte = hex_byte(text, i + 1); byte >= 0) {
      out += static_cast<char>(byte);
      i += 2;
    } else if (const auto end = soft_break_end(text, i + 1)) {
      i = *end - 1;
    } else {
      out += '=';
      clean = false;
    }
  }
  return out;
}

std::string decode_base64_leniently(std::string_view text, bool& clean) {
  if (auto bytes = decode_base64(text)) return *bytes;
  clean = false;
  std::string kept;
  for (const char c : text) {
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter || c == '+' || c == '/') kept += c;
  }
  if (kept.size() % 4 == 1) kept.pop_back();
  return decode_base64(kept).value_or("");
}

std::string decode_words(std::string_view text) {
  std::string out;
  std::string bytes;  // of encoded words of one character set, not yet decoded
  std::string_view charset;
  const auto flush = [&] {
    out += decode_charset(bytes, charset).text;
    bytes.clear();
  };
  std::size_t after_word = std::string_view::npos;  // where the last encoded word ended, if only space came since
  for (std::size_t at = 0; at < text.size();) {
    if (auto word = word_at(text, at)) {
      if (after_word == std::string_view::npos || !equals_ignoring_case(charset, word->charset)) flush();
      charset = word->charset;
      bytes += word->bytes;
      at = after_word = word->end;
      continue;
    }
    const bool space = text[at] == ' ' || text[at] == '\t';
    if (space && after_word != std::string_view::npos) {
      std::size_t next = at;
      while (next < text.size() && (text[next] == ' ' || text[next] == '\t')) ++next;
      if (word_at(text, next)) {
        at = next;
        continue;
      }
    }
    flush();
    after_word = std::string_view::npos;
    out += text[at++];
  }
  flush();
  return out;
}

std::string decode_extended(std::string_view value) {
  const std::size_t first = value.find('\'');
  const std::size_t second = first == std::string_view::npos ? first : value.find('\'', first + 1);
  if (second == std::string_view::npos) return std::string(value);
  std::string bytes;
  for (std::size_t i = second + 1; i < value.size(); ++i) {
    const int byte = value[i] == '%' ? hex_byte(value, i + 1) : -1;
    bytes += byte >= 0 ? static_cast<char>(byte) : value[i];
    if (byte >= 0) i += 2;
  }
  return decode_charset(bytes, value.substr(0, first)).text;
}

}  // namespace relais::mail
