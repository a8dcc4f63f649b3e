#include "core/triage/pattern.hpp"

#include <algorithm>

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
  return token.is(",") || token.is("-") || token.is("\"") || token.is("(") || token.is(")") || token.is("«") ||
         token.is("»") || token.is(":") || token.is("'") || token.is("*") || token.is("“") || token.is("”");
}

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
  element.words.push_back(hash(folded));
  for (const std::string_view ending : {"e", "s", "es"}) {
    if (participle) element.words.push_back(hash(folded + std::string(ending)));
  }
}

// FNV-1a, 64 bits.
PatternSet::WordHash PatternSet::hash(std::string_view word) {
  WordHash hash = 14695981039346656037u;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

void PatternSet::add(std::uint32_t rule, std::string_view patterns) {
  for (const std::string_view text : split(patterns, '|')) {
    Pattern pattern;
    pattern.rule = rule;
    rules_ = std::max<std::size_t>(rules_, rule + 1);
    for (const std::string_view element : split(text, ' ')) pattern.elements.push_back(parse(element));
    if (pattern.elements.empty()) continue;
    const auto number = static_cast<std::uint32_t>(patterns_.size());
    patterns_.push_back(pattern);
    index(pattern, number);
  }
}

// Enters a pattern under what can be its first token.
void PatternSet::index(const Pattern& pattern, std::uint32_t number) {
  for (const Element& element : pattern.elements) {
    if (element.kind == Kind::begin) continue;
    if (element.kind != Kind::words) {
      anywhere_.push_back(number);
      return;
    }
    const auto enter = [&](std::vector<std::uint32_t>& list) {
      if (list.empty() || list.back() != number) list.push_back(number);
    };
    for (const WordHash word : element.words) enter(by_word_[word]);
    for (const std::string& beginning : element.beginnings) {
      shortest_prefix_ = std::min(shortest_prefix_, beginning.size());
      longest_prefix_ = std::max(longest_prefix_, beginning.size());
      enter(by_prefix_[hash(beginning)]);
    }
    if (!element.optional) return;
  }
}

bool PatternSet::fits(const Element& element, const Text& text, std::size_t at) {
  const Token& token = text.tokens[at];
  switch (element.kind) {
    case Kind::number:
      return token.is_number();
    case Kind::any:
      return token.kind != TokenKind::mark;
    case Kind::link:
      return token.kind == TokenKind::link;
    case Kind::mention:
      return token.is("@date");
    case Kind::amount:
      return token.is("@amount");
    case Kind::words:
      return std::binary_search(element.words.begin(), element.words.end(), text.words[at]) ||
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
  if (in_sentence(here) && fits(wanted, text, here)) {
    const std::size_t mention = hit.mention;
    if (wanted.kind == Kind::mention || wanted.kind == Kind::amount) hit.mention = here;
    if (match(pattern, element + 1, text, here + 1, hit, budget)) return true;
    hit.mention = mention;
  }
  return wanted.optional && match(pattern, element + 1, text, at, hit, budget);
}

std::vector<Hit> PatternSet::find(const Tokens& tokens, std::size_t most) const {
  constexpr int most_steps = 1000;  // of one pattern at one place
  std::vector<Hit> hits;
  std::vector<std::uint32_t> candidates;
  std::vector<std::size_t> counts(rules_, 0);
  Text text{tokens, {}};
  text.words.reserve(tokens.size());
  for (const Token& token : tokens) text.words.push_back(hash(token.text));
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    candidates = anywhere_;
    const auto take = [&](const Index& map, WordHash key) {
      const auto found = map.find(key);
      if (found != map.end()) candidates.insert(candidates.end(), found->second.begin(), found->second.end());
    };
    const std::string_view word = tokens[at].text;
    take(by_word_, text.words[at]);
    const std::size_t longest = std::min(word.size(), longest_prefix_);
    for (std::size_t size = shortest_prefix_; size <= longest; ++size) take(by_prefix_, hash(word.substr(0, size)));
    std::sort(candidates.begin(), candidates.end());
    for (const std::uint32_t number : candidates) {
      std::size_t& count = counts[patterns_[number].rule];
      if (count >= most) continue;
      Hit hit{patterns_[number].rule, at, at, Hit::npos};
      int budget = most_steps;
      if (!match(patterns_[number], 0, text, at, hit, budget)) continue;
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
