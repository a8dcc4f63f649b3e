#pragma once

#include "core/triage/token.hpp"
#include "core/triage/word_classes.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// Patterns over tokens, for tables of signals. Elements are parted by spaces and must stand in one sentence:
///
///     fuite*           a word that begins so
///     regle~           a French participle: regle, reglee, regles, reglees
///     plus/sans        one of several
///     de?  clients?    or nothing; one or several, for words of four letters and more that end in s
///     ..  ...  ....    up to three, seven, fourteen other words
///     $thing           any word of that class (core/triage/word_classes.hpp)
///     #   _   &        a number, any word, an e-mail or web address
///     @   %            a date, an amount of time (see `with_mentions`)
///     <   >            the beginning, the end of a sentence
///     a | b            two patterns
///
/// Commas, hyphens, quotation marks and brackets between words are passed over.
namespace relais::triage {

struct Hit {
  std::uint32_t rule = 0;           ///< the row that matched
  std::size_t first = 0, last = 0;  ///< tokens, half-open
  std::size_t mention = npos;       ///< the token that `@` matched
  static constexpr std::size_t npos = ~std::size_t{0};
};

/// Many patterns, found together: a token is only compared with the patterns that can begin there.
class PatternSet {
 public:
  explicit PatternSet(std::span<const WordClass> classes = {}) : classes_(classes) {}

  void add(std::uint32_t rule, std::string_view patterns);
  /// All hits, by place and rule; at most one a rule and place, the longest reading.
  /// Only the first `most` hits of a rule are kept.
  std::vector<Hit> find(const Tokens& tokens, std::size_t most = ~std::size_t{0}) const;

 private:
  enum class Kind : std::uint8_t { words, number, any, link, mention, amount, gap, begin, end };
  /// Which words stand somewhere, folded into 64 bits: a bit that is missing proves that a word is.
  using Bits = std::uint64_t;
  struct Element {
    Kind kind = Kind::words;
    std::vector<WordHash> words;  ///< sorted
    std::vector<std::string> beginnings;
    int gap = 0;
    bool optional = false;
  };
  struct Pattern {
    std::uint32_t rule = 0;
    std::vector<Element> elements;
  };
  /// A pattern that can begin somewhere, and what must stand in the rest of the sentence: one of each of these words.
  struct Start {
    std::uint32_t pattern = 0;
    std::array<Bits, 3> needs{};  ///< the most telling
    bool may_match(Bits ahead) const {
      return (needs[0] & ahead) != 0 && (needs[1] & ahead) != 0 && (needs[2] & ahead) != 0;
    }
  };
  /// A text that is searched, and of each token the words from there to the end of its sentence.
  struct Text {
    const Tokens& tokens;
    std::vector<Bits> ahead;
  };
  /// Patterns under what can be their first token. The bits say quickly that there are none.
  struct Index {
    // Found by words, never walked through: their order does not matter.
    std::unordered_map<WordHash, std::vector<Start>> starts;
    std::vector<bool> there = std::vector<bool>(4096);

    void enter(WordHash key, const Start& start);
    const std::vector<Start>* find(WordHash key) const;
  };

  Element parse(std::string_view text) const;
  void add_word(Element& element, std::string_view word) const;
  void index(const Pattern& pattern, const Start& start);
  void index_beginning(std::string_view beginning, const Start& start);
  static std::array<Bits, 3> needs_of(const Pattern& pattern);
  static Text text_of(const Tokens& tokens);
  bool match(const Pattern& pattern, std::size_t element, const Text& text, std::size_t at, Hit& hit,
             int& budget) const;
  static bool fits(const Element& element, const Token& token);
  void collect(const Token& token, Bits ahead, std::vector<std::uint32_t>& candidates) const;

  std::span<const WordClass> classes_;
  std::vector<Pattern> patterns_;
  std::vector<Bits> first_needs_;                      // of each pattern, side by side: most fail by it
  Index by_word_;                                      // first element's whole words
  Index by_prefix_;                                    // and their beginnings
  std::vector<bool> stems_ = std::vector<bool>(4096);  // the first letters of those
  std::size_t shortest_prefix_ = 24, longest_prefix_ = 0, rules_ = 0;
  std::vector<Start> anywhere_;  // begin with `#`, `_` or `&`
  bool mentions_only_ = true;    // every pattern holds a date or an amount of time
};

}  // namespace relais::triage
