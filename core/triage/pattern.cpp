#include "core/triage/pattern.hpp"

#include <algorithm>
#include <bit>

namespace relais::triage {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != separator) continue;
    if (i > start) parts.push_back(text.substr(start, i - start));
    start = i + 1;
  }
  return parts;
}

// `clients?` is one or several; `vous?` and `de?` may be absent.
bool is_plural(std::string_view word) {
  constexpr std::string_view whole[] = {"vous", "nous", "plus", "dans", "sous", "tous"};
  return word.size() >= 4 && word.back() == 's' &&
         std::find(std::begin(whole), std::end(whole), word) == std::end(whole);
}

bool is_passed_over(const Token& token) {
  if (token.kind != TokenKind::mark) return false;
  constexpr std::string_view single = ",-\"():'*";
  if (token.text.size() == 1) return single.find(token.text[0]) != std::string_view::npos;
  return token.is("«") || token.is("»") || token.is("“") || token.is("”");
}

// Multiplied by the golden ratio, so that the high bits depend on all letters.
std::uint64_t scattered(WordHash word) { return word * 0x9e3779b97f4a7c15u; }
std::size_t place_in_4096(WordHash word) { return static_cast<std::size_t>(scattered(word) >> 52); }

// Dates and amounts of time have bits of their own; the other 62 are shared by all words.
constexpr WordHash date_word = hash_word("@date"), amount_word = hash_word("@amount");
constexpr std::uint64_t date_bit = std::uint64_t{1} << 62, amount_bit = std::uint64_t{1} << 63;

std::uint64_t bit_of(WordHash word) {
  if (word == date_word) return date_bit;
  if (word == amount_word) return amount_bit;
  return std::uint64_t{1} << (((scattered(word) >> 32) * 62) >> 32);
}

constexpr std::size_t stem_length = 3;
WordHash stem_of(std::string_view word) { return hash_word(word.substr(0, stem_length)); }

}  // namespace

PatternSet::Element PatternSet::parse(std::string_view text) const {
  Element element;
  if (text == ".." || text == "..." || text == "....") {
    element.kind = Kind::gap;
    element.gap = text.size() == 2 ? 3 : text.size() == 3 ? 7 : 14;
    return element;
  }
  if (text == "#") element.kind = Kind::number;
  if (text == "_") element.kind = Kind::any;
  if (text == "&") element.kind = Kind::link;
  if (text == "@") element.kind = Kind::mention;
  if (text == "%") element.kind = Kind::amount;
  if (text == "<") element.kind = Kind::begin;
  if (text == ">") element.kind = Kind::end;
  if (element.kind != Kind::words) return element;
  for (const std::string_view word : split(text, '/')) add_word(element, word);
  std::sort(element.words.begin(), element.words.end());
  return element;
}

void PatternSet::add_word(Element& element, std::string_view word) const {
  if (word.size() > 1 && word.back() == '?') {
    word.remove_suffix(1);
    if (is_plural(word)) {
      add_word(element, word.substr(0, word.size() - 1));
    } else {
      element.optional = true;
    }
  }
  if (word.size() > 1 && word[0] == '$') {
    for (const WordClass& words : classes_) {
      if (words.name != word.substr(1)) continue;
      for (const std::string_view member : split(words.words, '/')) add_word(element, member);
    }
    return;
  }
  const bool prefix = word.size() > 1 && word.back() == '*';
  const bool participle = word.size() > 1 && word.back() == '~';
  if (prefix || participle) word.remove_suffix(1);
  const std::string folded = fold(word);
  if (prefix) {
    element.beginnings.push_back(folded);
    return;
  }
  element.words.push_back(hash_word(folded));
  for (const std::string_view ending : {"e", "s", "es"}) {
    if (participle) element.words.push_back(hash_word(folded + std::string(ending)));
  }
}

void PatternSet::Index::enter(WordHash key, const Start& start) {
  std::vector<Start>& list = starts[key];
  if (list.empty() || list.back().pattern != start.pattern) list.push_back(start);
  there[place_in_4096(key)] = true;
}

const std::vector<PatternSet::Start>* PatternSet::Index::find(WordHash key) const {
  if (!there[place_in_4096(key)]) return nullptr;
  const auto found = starts.find(key);
  return found == starts.end() ? nullptr : &found->second;
}

void PatternSet::add(std::uint32_t rule, std::string_view patterns) {
  for (const std::string_view text : split(patterns, '|')) {
    Pattern pattern;
    pattern.rule = rule;
    rules_ = std::max<std::size_t>(rules_, rule + 1);
    for (const std::string_view element : split(text, ' ')) pattern.elements.push_back(parse(element));
    if (pattern.elements.empty()) continue;
    const Start start{static_cast<std::uint32_t>(patterns_.size()), needs_of(pattern)};
    mentions_only_ = mentions_only_ && std::any_of(start.needs.begin(), start.needs.end(),
                                                   [](Bits need) { return (need & ~(date_bit | amount_bit)) == 0; });
    index(pattern, start);
    patterns_.push_back(std::move(pattern));
  }
}

// Enters a pattern under what can be its first token.
void PatternSet::index(const Pattern& pattern, const Start& start) {
  for (const Element& element : pattern.elements) {
    if (element.kind == Kind::begin) continue;
    const bool dated = element.kind == Kind::mention || element.kind == Kind::amount;
    if (dated) by_word_.enter(element.kind == Kind::mention ? date_word : amount_word, start);
    if (!dated && element.kind != Kind::words) {
      anywhere_.push_back(start);
      return;
    }
    for (const WordHash word : element.words) by_word_.enter(word, start);
    for (const std::string& beginning : element.beginnings) index_beginning(beginning, start);
    if (!element.optional) return;
  }
}

void PatternSet::index_beginning(std::string_view beginning, const Start& start) {
  shortest_prefix_ = std::min(shortest_prefix_, beginning.size());
  longest_prefix_ = std::max(longest_prefix_, beginning.size());
  by_prefix_.enter(hash_word(beginning), start);
  if (beginning.size() >= stem_length) {
    stems_[place_in_4096(stem_of(beginning))] = true;
  } else {
    stems_.assign(stems_.size(), true);
  }
}

// Only what must stand there and is known word by word can be missed.
std::array<PatternSet::Bits, 3> PatternSet::needs_of(const Pattern& pattern) {
  std::vector<Bits> needs;
  for (const Element& element : pattern.elements) {
    Bits bits = element.kind == Kind::mention ? date_bit : element.kind == Kind::amount ? amount_bit : 0;
    if (element.kind == Kind::words && element.beginnings.empty()) {
      for (const WordHash word : element.words) bits |= bit_of(word);
    }
    if (bits != 0 && !element.optional) needs.push_back(bits);
  }
  needs.resize(std::max<std::size_t>(needs.size(), 3), ~Bits{0});
  // Of those as telling, dates first: their bits are the highest.
  std::sort(needs.begin(), needs.end(), [](Bits a, Bits b) {
    return std::popcount(a) != std::popcount(b) ? std::popcount(a) < std::popcount(b) : a > b;
  });
  return {needs[0], needs[1], needs[2]};
}

PatternSet::Text PatternSet::text_of(const Tokens& tokens) {
  Text text{tokens, std::vector<Bits>(tokens.size())};
  for (std::size_t at = tokens.size(); at-- > 0;) {
    const bool goes_on = at + 1 < tokens.size() && tokens[at + 1].sentence == tokens[at].sentence;
    text.ahead[at] = bit_of(tokens[at].word) | (goes_on ? text.ahead[at + 1] : 0);
  }
  return text;
}

bool PatternSet::fits(const Element& element, const Token& token) {
  switch (element.kind) {
    case Kind::number:
      return token.is_number();
    case Kind::any:
      return token.kind != TokenKind::mark;
    case Kind::link:
      return token.kind == TokenKind::link;
    case Kind::mention:
      return token.word == date_word;
    case Kind::amount:
      return token.word == amount_word;
    case Kind::words:
      return std::binary_search(element.words.begin(), element.words.end(), token.word) ||
             std::any_of(element.beginnings.begin(), element.beginnings.end(), [&](const std::string& beginning) {
               return token.text.compare(0, beginning.size(), beginning) == 0;
             });
    default:
      return false;
  }
}

bool PatternSet::match(const Pattern& pattern, std::size_t element, const Text& text, std::size_t at, Hit& hit,
                       int& budget) const {
  const Tokens& tokens = text.tokens;
  if (--budget < 0) return false;
  if (element == pattern.elements.size()) {
    hit.last = std::max(hit.last, at);
    return true;
  }
  const Element& wanted = pattern.elements[element];
  const std::uint32_t sentence = tokens[hit.first].sentence;
  const auto in_sentence = [&](std::size_t index) {
    return index < tokens.size() && tokens[index].sentence == sentence;
  };
  if (wanted.kind == Kind::begin) {
    const bool begins = at == 0 || tokens[at - 1].sentence != tokens[at].sentence;
    return begins && match(pattern, element + 1, text, at, hit, budget);
  }
  std::size_t here = at;
  for (int passed = 0; passed < 3 && here > hit.first && in_sentence(here) && is_passed_over(tokens[here]); ++passed)
    ++here;
  if (wanted.kind == Kind::end) {
    const bool ends = !in_sentence(here) ||
                      (tokens[here].kind == TokenKind::mark && !is_passed_over(tokens[here]) && !in_sentence(here + 1));
    return ends && match(pattern, element + 1, text, at, hit, budget);
  }
  if (wanted.kind == Kind::gap) {
    std::size_t next = at;
    for (int words = 0; words <= wanted.gap; ++words) {
      if (match(pattern, element + 1, text, next, hit, budget)) return true;
      while (in_sentence(next) && is_passed_over(tokens[next])) ++next;
      if (!in_sentence(next)) return false;
      ++next;
    }
    return false;
  }
  if (in_sentence(here) && fits(wanted, tokens[here])) {
    const std::size_t mention = hit.mention;
    if (wanted.kind == Kind::mention || wanted.kind == Kind::amount) hit.mention = here;
    if (match(pattern, element + 1, text, here + 1, hit, budget)) return true;
    hit.mention = mention;
  }
  return wanted.optional && match(pattern, element + 1, text, at, hit, budget);
}

// The patterns that can begin at a token and whose words lie ahead, each once, in order.
void PatternSet::collect(const Token& token, Bits ahead, std::vector<std::uint32_t>& candidates) const {
  candidates.clear();
  int lists = 0;
  const auto take = [&](const std::vector<Start>& list) {
    const std::size_t before = candidates.size();
    for (const Start& start : list) {
      if (start.may_match(ahead)) candidates.push_back(start.pattern);
    }
    lists += candidates.size() > before;
  };
  const auto look_up = [&](const Index& index, WordHash word) {
    if (const auto* list = index.find(word)) take(*list);
  };
  take(anywhere_);
  look_up(by_word_, token.word);
  const std::string_view text = token.text;
  if (text.size() >= shortest_prefix_ && stems_[place_in_4096(stem_of(text))]) {
    WordHash word = hash_word(text.substr(0, shortest_prefix_ - 1));
    const std::size_t longest = std::min(text.size(), longest_prefix_);
    for (std::size_t size = shortest_prefix_; size <= longest; ++size) {
      word = longer(word, text[size - 1]);
      look_up(by_prefix_, word);
    }
  }
  if (lists < 2) return;
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
}

std::vector<Hit> PatternSet::find(const Tokens& tokens, std::size_t most) const {
  constexpr int most_steps = 1000;  // of one pattern at one place
  std::vector<Hit> hits;
  std::vector<std::uint32_t> candidates;
  std::vector<std::size_t> counts(rules_, 0);
  const Text text = text_of(tokens);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (mentions_only_ && (text.ahead[at] & (date_bit | amount_bit)) == 0) continue;
    collect(tokens[at], text.ahead[at], candidates);
    for (const std::uint32_t number : candidates) {
      const Pattern& pattern = patterns_[number];
      std::size_t& count = counts[pattern.rule];
      if (count >= most) continue;
      Hit hit{pattern.rule, at, at, Hit::npos};
      int budget = most_steps;
      if (!match(pattern, 0, text, at, hit, budget)) continue;
      if (!hits.empty() && hits.back().rule == hit.rule && hits.back().first == at) {
        if (hit.last > hits.back().last) hits.back() = hit;
      } else {
        hits.push_back(hit);
        ++count;
      }
    }
  }
  return hits;
}

}  // namespace relais::triage
