#include "core/triage/token.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace relais::triage {
namespace {

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c == 0xAA || c == 0xBA || c == 0xB5) return true;
  if (c < 0xC0 || c == 0xD7 || c == 0xF7) return false;
  const bool punctuation = c >= 0x2000 && c <= 0x2BFF;  // typography, arrows, symbols, boxes
  const bool wide = c >= 0x3000 && c <= 0x303F;         // CJK marks
  const bool pictures = c >= 0x1F000 || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFFFD;
  return !punctuation && !wide && !pictures;
}

bool is_space(char32_t c) { return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x202F || c == 0x2009; }
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2018 || c == '`' || c == 0xB4; }
bool is_upper(char32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : to_lower(c) != c; }

// Most of a message is ASCII, and is read without decoding it.
bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }
bool is_ascii_upper(char byte) { return byte >= 'A' && byte <= 'Z'; }
bool is_ascii_letter(char byte) { return is_ascii_upper(byte) || (byte >= 'a' && byte <= 'z'); }
char ascii_lower(char byte) { return static_cast<char>(is_ascii_upper(byte) ? byte + ('a' - 'A') : byte); }

Character read_at(std::string_view text, std::size_t at) {
  if (at < text.size() && is_ascii(text[at])) return {static_cast<unsigned char>(text[at]), 1};
  return character_at(text, at);
}

void append_folded(std::string& out, char32_t code) {
  if (code < 0x80) {
    out += ascii_lower(static_cast<char>(code));
    return;
  }
  const char32_t lower = to_lower(code);
  switch (lower) {
    case 0x153:
      out += "oe";
      return;
    case 0xE6:
      out += "ae";
      return;
    case 0xDF:
      out += "ss";
      return;
    default:
      append_utf8(out, without_accent(lower));
  }
}

// What French elides before a vowel.
bool is_elision(std::string_view folded) {
  constexpr std::array<std::string_view, 13> elisions{"d", "l",  "j",     "n",      "s",      "c",     "m",
                                                      "t", "qu", "jusqu", "lorsqu", "puisqu", "quelqu"};
  return std::find(elisions.begin(), elisions.end(), folded) != elisions.end();
}

bool ends_with_abbreviation(std::string_view word) {
  constexpr std::array<std::string_view, 34> abbreviations{
      "m",      "mr",  "mrs",  "ms",  "mme", "mlle", "dr",  "me",  "st",  "ste", "no", "n",
      "tel",    "ref", "cf",   "ex",  "etc", "art",  "av",  "bd",  "env", "p",   "a",  "vs",
      "approx", "inv", "dept", "ext", "lun", "mer",  "jeu", "ven", "sam", "dim"};
  return std::find(abbreviations.begin(), abbreviations.end(), word) != abbreviations.end();
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) { tokens_.reserve(text.size() / 5 + 4); }

  Tokens run() {
    while (at_ < text_.size()) step();
    return std::move(tokens_);
  }

 private:
  void step() {
    const Character c = read_at(text_, at_);
    if (is_space(c.code)) {
      space(c);
    } else if (is_digit(c.code)) {
      take_number();
    } else if (is_letter(c.code)) {
      if (!take_link()) take_word();
    } else {
      take_mark(c);
    }
  }

  Token& push(TokenKind kind, std::size_t end) {
    Token token;
    token.kind = kind;
    token.start = static_cast<std::uint32_t>(at_);
    token.end = static_cast<std::uint32_t>(end);
    token.sentence = sentence_;
    token.space_before = space_;
    tokens_.push_back(std::move(token));
    space_ = false;
    at_ = end;
    return tokens_.back();
  }

  void space(Character c) {
    space_ = true;
    if (c.code == '\n') {
      ++newlines_;
      if (newlines_ == 2 || next_line_is_item(at_ + c.size)) ++sentence_;
    } else if (c.code == '\r') {
      // Part of a line's end.
    }
    at_ += c.size;
    if (at_ < text_.size() && !is_space(read_at(text_, at_).code)) newlines_ = 0;
  }

  // A line that begins with a dash, a bullet, a quotation mark of mail or a numbered item begins a sentence.
  bool next_line_is_item(std::size_t at) const {
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
    if (at >= text_.size()) return false;
    const char32_t code = read_at(text_, at).code;
    if (code == '-' || code == '*' || code == '>' || code == 0x2022 || code == 0x2013) return true;
    std::size_t digits = 0;
    while (at + digits < text_.size() && digits < 3 && is_digit(static_cast<unsigned char>(text_[at + digits])))
      ++digits;
    return digits > 0 && at + digits < text_.size() && (text_[at + digits] == ')' || text_[at + digits] == '.') &&
           at + digits + 1 < text_.size() && text_[at + digits + 1] == ' ';
  }

  void take_number() {
    std::size_t end = at_;
    while (end < text_.size() && is_digit(static_cast<unsigned char>(text_[end]))) ++end;
    Token& token = push(TokenKind::number, end);
    token.rename(std::string(text_.substr(token.start, end - token.start)));
  }

  // `http://…`, `www.…`, `name@host.tld`: one token, so that nothing inside is read as a word or a date.
  bool take_link() {
    std::size_t end = at_;
    bool at_sign = false;
    const std::size_t most = std::min(text_.size(), at_ + 300);
    while (end < most) {
      const char c = text_[end];
      const bool address = is_digit(static_cast<unsigned char>(c)) || (c >= 'a' && c <= 'z') ||
                           (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '_' || c == '+' || c == '%';
      if (c == '@' && end > at_ && !at_sign) {
        at_sign = true;
      } else if (!address) {
        break;
      }
      ++end;
    }
    const std::string_view candidate = text_.substr(at_, end - at_);
    const std::string_view rest = text_.substr(at_);
    const bool scheme =
        rest.substr(0, 7) == "http://" || rest.substr(0, 8) == "https://" || rest.substr(0, 4) == "www.";
    if (scheme) {
      while (end < text_.size() && static_cast<unsigned char>(text_[end]) > ' ' && text_[end] != '<' &&
             text_[end] != '"')
        ++end;
    } else if (!at_sign || candidate.find('.', candidate.find('@')) == std::string_view::npos) {
      return false;
    }
    while (end > at_ && (text_[end - 1] == '.' || text_[end - 1] == ',' || text_[end - 1] == ')')) --end;
    push(TokenKind::link, end).rename("@");
    return true;
  }

  void take_word() {
    std::string folded;
    std::size_t end = at_;
    int letters = 0, capitals = 0;
    const bool capital = is_upper(read_at(text_, at_).code);
    while (end < text_.size()) {
      if (is_ascii_letter(text_[end])) {
        folded += ascii_lower(text_[end]);
        ++letters;
        capitals += is_ascii_upper(text_[end]);
        ++end;
        continue;
      }
      const Character c = read_at(text_, end);
      if (is_letter(c.code)) {
        append_folded(folded, c.code);
        ++letters;
        capitals += is_upper(c.code);
        end += c.size;
      } else if (is_apostrophe(c.code) && end + c.size < text_.size() && is_letter(read_at(text_, end + c.size).code)) {
        end += c.size;
        if (is_elision(folded)) break;
      } else if (combining(c.code)) {
        end += c.size;
      } else {
        break;
      }
    }
    Token& token = push(TokenKind::word, end);
    token.rename(std::move(folded));
    token.capital = capital;
    token.all_capitals = letters >= 3 && capitals == letters;
  }

  static bool combining(char32_t code) { return code >= 0x300 && code <= 0x36F; }

  void take_mark(Character c) {
    const bool stop = c.code == '.' || c.code == '!' || c.code == '?' || c.code == ';' || c.code == 0x2026;
    Token& token = push(TokenKind::mark, at_ + c.size);
    std::string mark;
    append_folded(mark, c.code == 0x2019                                           ? U'\''
                        : c.code == 0x2013 || c.code == 0x2014 || c.code == 0x2011 ? U'-'
                                                                                   : c.code);
    token.rename(std::move(mark));
    if (stop && ends_sentence(c.code)) ++sentence_;
  }

  bool ends_sentence(char32_t code) const {
    if (code != '.') return true;
    const bool space_follows = at_ >= text_.size() || is_space(read_at(text_, at_).code);
    if (!space_follows)
      return at_ < text_.size() && !is_digit(read_at(text_, at_).code) && text_[at_] != '.' && tokens_.size() > 1 &&
             tokens_[tokens_.size() - 2].text.size() > 2;
    if (tokens_.size() < 2) return true;
    const Token& before = tokens_[tokens_.size() - 2];
    if (before.kind != TokenKind::word || before.end != tokens_.back().start) return true;
    return before.text.size() > 1 && !ends_with_abbreviation(before.text);
  }

  std::string_view text_;
  Tokens tokens_;
  std::size_t at_ = 0;
  std::uint32_t sentence_ = 0;
  int newlines_ = 0;
  bool space_ = true;
};

}  // namespace

std::int64_t Token::value() const {
  if (kind != TokenKind::number || text.size() > 9) return -1;
  std::int64_t value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

Tokens tokenize(std::string_view text) { return Tokenizer(text).run(); }

std::string fold(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const Character c = read_at(word, at);
    if (!is_apostrophe(c.code)) append_folded(out, c.code);
    at += c.size;
  }
  return out;
}

constexpr std::size_t stride = 256;

Utf16Offsets::Utf16Offsets(std::string_view text) : text_(text) {
  checkpoints_.reserve(text.size() / stride + 1);
  std::uint32_t units = 0;
  for (std::size_t at = 0; at <= text.size(); at += stride) {
    checkpoints_.push_back(units);
    units += static_cast<std::uint32_t>(utf16_length(text.substr(at, stride)));
  }
}

std::int64_t Utf16Offsets::at(std::size_t byte) const {
  const std::size_t block = std::min(byte, text_.size()) / stride;
  return checkpoints_[block] +
         static_cast<std::int64_t>(utf16_length(text_.substr(block * stride, byte - block * stride)));
}

}  // namespace relais::triage
