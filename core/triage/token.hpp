#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A text cut into words, as the engines of this room read it.
///
///     "Plus d'eau à 15h30 !"   →   plus | d | eau | a | 15 | h | 30 | !
namespace relais::triage {

enum class TokenKind : std::uint8_t {
  word,
  number,
  mark,  ///< one character that is neither letter nor digit
  link,  ///< an e-mail or web address, whole
};

/// A token's text as a number: 64 bits tell apart all words that tables and messages hold (FNV-1a).
using WordHash = std::uint64_t;
constexpr WordHash no_word = 14695981039346656037u;
constexpr WordHash longer(WordHash word, char by) { return (word ^ static_cast<unsigned char>(by)) * 1099511628211u; }
constexpr WordHash hash_word(std::string_view text) {
  WordHash word = no_word;
  for (const char c : text) word = longer(word, c);
  return word;
}

struct Token {
  std::string text;  ///< lower case, without accents and apostrophes: `l'été` → `l`, `ete`; `don't` → `dont`
  WordHash word = no_word;           ///< of the text, so that no table needs to spell it again; `rename` sets both
  std::uint32_t start = 0, end = 0;  ///< bytes in the text
  std::uint32_t sentence = 0;        ///< counts up
  TokenKind kind = TokenKind::word;
  bool capital = false;       ///< begins with a capital
  bool all_capitals = false;  ///< at least three letters, all of them capitals
  bool space_before = true;

  void rename(std::string to) {
    text = std::move(to);
    word = hash_word(text);
  }
  bool is(std::string_view other) const {
    return text.size() == other.size() && (other.empty() || text.front() == other.front()) && text == other;
  }
  bool is_word() const { return kind == TokenKind::word; }
  bool is_number() const { return kind == TokenKind::number; }
  /// The value of a number of at most nine digits, else −1.
  std::int64_t value() const;
};

using Tokens = std::vector<Token>;

/// Letters and digits part (`15h30` is three tokens), hyphens separate. French elisions part, other apostrophes vanish.
Tokens tokenize(std::string_view text);

/// A word as tokens spell it: lower case, no accents, `œ` as `oe`. For tables and tests.
std::string fold(std::string_view word);

/// From byte offsets to offsets in UTF-16 units, in constant time each.
class Utf16Offsets {
 public:
  explicit Utf16Offsets(std::string_view text);
  std::int64_t at(std::size_t byte) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> checkpoints_;
};

}  // namespace relais::triage
