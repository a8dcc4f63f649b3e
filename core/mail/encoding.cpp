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

std::string decode_q(std::string_view text, bool& clean) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int byte = text[i] == '=' ? hex_byte(text, i + 1) : -1;
    if (byte >= 0) {
      out += static_cast<char>(byte);
      i += 2;
    } else {
      clean = clean && text[i] != '=';
      out += text[i] == '_' ? ' ' : text[i];
    }
  }
  return out;
}

struct Word {
  std::string_view charset;
  std::string bytes;
  std::size_t end = 0;  // behind its `?=`
  bool clean = true;
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
  Word word{charset, {}, end + 2};
  switch (text[charset_end + 1]) {
    case 'Q':
    case 'q':
      word.bytes = decode_q(content, word.clean);
      return word;
    case 'B':
    case 'b':
      word.bytes = decode_base64_leniently(content, word.clean);
      return word;
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

namespace {

/// Puts a header's text together; words of one set that follow one another are decoded as one.
class WordsDecoder {
 public:
  explicit WordsDecoder(std::string_view text) : text_(text) {}

  DecodedWords run() {
    while (at_ < text_.size()) step();
    flush();
    return std::move(out_);
  }

 private:
  void step() {
    if (auto word = word_at(text_, at_)) {
      take(*word);
    } else if (const std::size_t next = after_word_ ? behind_blanks() : at_; next > at_ && word_at(text_, next)) {
      at_ = next;
    } else {
      flush();
      after_word_ = false;
      out_.clean = out_.clean && !is_broken_word();
      out_.text += text_[at_++];
    }
  }

  void take(const Word& word) {
    if (!after_word_ || !equals_ignoring_case(charset_, word.charset)) flush();
    charset_ = word.charset;
    bytes_ += word.bytes;
    out_.clean = out_.clean && word.clean;
    at_ = word.end;
    after_word_ = true;
  }

  std::size_t behind_blanks() const {
    std::size_t next = at_;
    while (next < text_.size() && (text_[next] == ' ' || text_[next] == '\t')) ++next;
    return next;
  }

  // `=?utf-8?Q?…` without an end, or in an encoding that there is not.
  bool is_broken_word() const {
    if (text_.substr(at_, 2) != "=?") return false;
    const std::string_view rest = text_.substr(at_ + 2, 60);
    const std::size_t charset = rest.find_first_of("? \t");
    return charset != std::string_view::npos && charset > 0 && rest[charset] == '?' && charset + 2 < rest.size() &&
           rest[charset + 2] == '?';
  }

  void flush() {
    if (bytes_.empty()) return;
    const Decoded decoded = decode_charset(bytes_, charset_);
    for (const char c : decoded.text) out_.text += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    out_.clean = out_.clean && (decoded.clean || !decoded.known);
    if (!decoded.known && out_.unknown_charset.empty()) out_.unknown_charset = charset_;
    bytes_.clear();
  }

  std::string_view text_;
  DecodedWords out_;
  std::string bytes_;  // of encoded words of one character set, not yet decoded
  std::string_view charset_;
  std::size_t at_ = 0;
  bool after_word_ = false;  // only blanks came since the last encoded word
};

}  // namespace

DecodedWords decode_words(std::string_view text) { return WordsDecoder(text).run(); }

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
