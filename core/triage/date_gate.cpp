#include "core/triage/date_gate.hpp"

#include <algorithm>
#include <bit>
#include <span>
#include <string_view>

namespace relais::triage {

/// Every word that stands in the sources of the readers, put into the program by the build.
extern const std::span<const std::string_view> date_words;

namespace {

enum class Known : std::uint8_t { no, joins, names_time };

// They stand in dates, and in everything else: alone they name no time.
constexpr std::string_view joining[] = {
    "a",   "about", "all",  "and",   "another", "at",   "au",   "aux",  "been", "bien",  "but", "by",  "c",   "ca",
    "ce",  "cet",   "cela", "cette", "d",       "dans", "de",   "des",  "do",   "du",    "e",   "en",  "est", "et",
    "for", "from",  "has",  "have",  "he",      "i",    "if",   "il",   "in",   "is",    "it",  "j",   "l",   "la",
    "le",  "les",   "m",    "ma",    "merci",   "moi",  "mon",  "more", "my",   "notre", "our", "n",   "no",  "of",
    "on",  "or",    "ou",   "par",   "please",  "plus", "pour", "qu",   "que",  "qui",   "s",   "she", "si",  "sur",
    "svp", "votre", "t",    "that",  "the",     "to",   "un",   "une",  "we",   "with",  "y",   "you", "your"};

/// Words and what they are, found in a step or two.
class KnownWords {
 public:
  // At most half full, so that a search comes to an empty slot.
  KnownWords() : slots_(std::bit_ceil(2 * date_words.size() + 1)) {
    for (const std::string_view word : date_words) {
      const bool joins = std::find(std::begin(joining), std::end(joining), word) != std::end(joining);
      put(hash_word(word), joins ? Known::joins : Known::names_time);
    }
  }

  Known find(WordHash word) const {
    std::size_t at = place(word);
    while (slots_[at].known != Known::no && slots_[at].word != word) at = behind(at);
    return slots_[at].known;
  }

 private:
  struct Slot {
    WordHash word = 0;
    Known known = Known::no;
  };

  std::size_t place(WordHash word) const { return static_cast<std::size_t>(word ^ (word >> 32)) % slots_.size(); }
  std::size_t behind(std::size_t at) const { return (at + 1) % slots_.size(); }

  void put(WordHash word, Known known) {
    std::size_t at = place(word);
    while (slots_[at].known != Known::no) at = behind(at);
    slots_[at] = {word, known};
  }

  std::vector<Slot> slots_;
};

Known known(const Token& token) {
  static const KnownWords words;
  switch (token.kind) {
    case TokenKind::number:
      return Known::names_time;
    case TokenKind::mark:
      return Known::joins;
    case TokenKind::link:
      return Known::no;
    case TokenKind::word:
      break;
  }
  const Known found = words.find(token.word);
  const std::string_view text = token.text;
  if (found != Known::no || text.size() < 2 || text.back() != 's') return found;
  return words.find(hash_word(text.substr(0, text.size() - 1)));  // `Mondays`
}

}  // namespace

std::vector<bool> where_dates_can_begin(const Tokens& tokens) {
  std::vector<bool> can(tokens.size(), false);
  bool ahead = false;
  for (std::size_t at = tokens.size(); at-- > 0;) {
    const Known here = known(tokens[at]);
    ahead = here == Known::names_time || (here == Known::joins && ahead);
    can[at] = ahead;
  }
  return can;
}

}  // namespace relais::triage
