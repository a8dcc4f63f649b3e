#include "core/triage/concepts.hpp"

#include <algorithm>

namespace relais::triage {
namespace {

constexpr std::size_t shortest_stem = 3, longest_stem = 14;

// FNV-1a, 64 bits: tells apart all words that the tables and messages hold.
constexpr std::uint64_t start = 14695981039346656037u;
constexpr std::uint64_t step(std::uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
}

struct Entry {
  std::uint64_t word = 0;
  Concept means = 0;

  friend bool operator<(const Entry& a, const Entry& b) {
    return a.word != b.word ? a.word < b.word : a.means < b.means;
  }
};

/// A language's words, by their hashes; a stem's hash ends in its `*`.
class Lexicon {
 public:
  explicit Lexicon(std::span<const ConceptWords> table) {
    for (std::size_t i = 0; i < table.size(); ++i) take(table[i].words, static_cast<Concept>(i));
    std::sort(entries_.begin(), entries_.end());
    for (const Entry& entry : entries_) there_[place(entry.word)] = true;
  }

  std::vector<Concept> of(std::string_view word) const {
    std::vector<Concept> concepts;
    std::uint64_t hash = start;
    for (std::size_t size = 1; size <= word.size(); ++size) {
      hash = step(hash, word[size - 1]);
      if (size >= shortest_stem && size <= longest_stem) collect(step(hash, '*'), concepts);
    }
    collect(hash, concepts);
    std::sort(concepts.begin(), concepts.end());
    concepts.erase(std::unique(concepts.begin(), concepts.end()), concepts.end());
    return concepts;
  }

 private:
  void take(std::string_view words, Concept means) {
    while (!words.empty()) {
      const std::size_t end = std::min(words.find(' '), words.size());
      std::uint64_t hash = start;
      for (const char c : words.substr(0, end)) hash = step(hash, c);
      entries_.push_back({hash, means});
      words.remove_prefix(std::min(end + 1, words.size()));
    }
  }

  // Most words, and all but a few of their stems, are none of these: a bit says so before anything is looked up.
  static constexpr int place_bits = 14;
  static std::size_t place(std::uint64_t word) {
    return static_cast<std::size_t>(word * 0x9e3779b97f4a7c15u >> (64 - place_bits));
  }

  void collect(std::uint64_t word, std::vector<Concept>& concepts) const {
    if (!there_[place(word)]) return;
    for (auto at = std::lower_bound(entries_.begin(), entries_.end(), Entry{word, 0});
         at != entries_.end() && at->word == word; ++at)
      concepts.push_back(at->means);
  }

  std::vector<Entry> entries_;
  std::vector<bool> there_ = std::vector<bool>(std::size_t{1} << place_bits);
};

}  // namespace

std::span<const ConceptWords> concepts_in(Language language) {
  return language == Language::french ? french_concepts() : english_concepts();
}

std::vector<Concept> concepts_of(std::string_view word, Language language) {
  static const Lexicon french(french_concepts()), english(english_concepts());
  return (language == Language::french ? french : english).of(word);
}

}  // namespace relais::triage
