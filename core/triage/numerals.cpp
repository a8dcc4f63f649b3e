#include "core/triage/numerals.hpp"

#include <algorithm>
#include <span>

namespace relais::triage {
namespace {

struct NumberWord {
  std::string_view word;
  int value;
};

constexpr NumberWord french_small[] = {{"zero", 0},    {"deux", 2},      {"trois", 3},   {"quatre", 4},
                                       {"cinq", 5},    {"six", 6},       {"sept", 7},    {"huit", 8},
                                       {"neuf", 9},    {"dix", 10},      {"onze", 11},   {"douze", 12},
                                       {"treize", 13}, {"quatorze", 14}, {"quinze", 15}, {"seize", 16}};
constexpr NumberWord french_tens[] = {{"vingt", 20},    {"vingts", 20},    {"trente", 30},
                                      {"quarante", 40}, {"cinquante", 50}, {"soixante", 60},
                                      {"septante", 70}, {"octante", 80},   {"nonante", 90}};
constexpr NumberWord english_small[] = {{"zero", 0},     {"one", 1},        {"two", 2},       {"three", 3},
                                        {"four", 4},     {"five", 5},       {"six", 6},       {"seven", 7},
                                        {"eight", 8},    {"nine", 9},       {"ten", 10},      {"eleven", 11},
                                        {"twelve", 12},  {"thirteen", 13},  {"fourteen", 14}, {"fifteen", 15},
                                        {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}};
constexpr NumberWord english_tens[] = {{"twenty", 20}, {"thirty", 30},  {"forty", 40},  {"fifty", 50},
                                       {"sixty", 60},  {"seventy", 70}, {"eighty", 80}, {"ninety", 90}};
constexpr NumberWord english_ordinals[] = {
    {"first", 1},      {"second", 2},       {"third", 3},       {"fourth", 4},      {"fifth", 5},
    {"sixth", 6},      {"seventh", 7},      {"eighth", 8},      {"ninth", 9},       {"tenth", 10},
    {"eleventh", 11},  {"twelfth", 12},     {"thirteenth", 13}, {"fourteenth", 14}, {"fifteenth", 15},
    {"sixteenth", 16}, {"seventeenth", 17}, {"eighteenth", 18}, {"nineteenth", 19}, {"twentieth", 20},
    {"thirtieth", 30}};
constexpr NumberWord french_ordinals[] = {{"premier", 1},   {"premiere", 1},  {"deuxieme", 2}, {"second", 2},
                                          {"troisieme", 3}, {"quatrieme", 4}, {"cinquieme", 5}};
constexpr NumberWord french_collectives[] = {{"huitaine", 8},   {"dizaine", 10},   {"douzaine", 12},
                                             {"quinzaine", 15}, {"vingtaine", 20}, {"trentaine", 30}};

int find(std::span<const NumberWord> words, std::string_view word) {
  for (const NumberWord& entry : words) {
    if (entry.word == word) return entry.value;
  }
  return -1;
}

const Token* token_at(const Tokens& tokens, std::size_t at) { return at < tokens.size() ? &tokens[at] : nullptr; }

bool is(const Tokens& tokens, std::size_t at, std::string_view text) {
  return at < tokens.size() && tokens[at].is(text);
}

std::size_t skip_hyphen(const Tokens& tokens, std::size_t at) { return is(tokens, at, "-") ? at + 1 : at; }

std::optional<Numeral> digits(const Tokens& tokens, std::size_t at) {
  const Token* token = token_at(tokens, at);
  if (!token || !token->is_number() || token->text.size() > 4) return std::nullopt;
  return Numeral{token->value(), at + 1, false};
}

std::optional<Numeral> english_words(const Tokens& tokens, std::size_t at) {
  const Token* token = token_at(tokens, at);
  if (!token) return std::nullopt;
  int value = find(english_small, token->text);
  std::size_t next = at + 1;
  if (value < 0) {
    value = find(english_tens, token->text);
    if (value < 0) return std::nullopt;
    const std::size_t unit_at = skip_hyphen(tokens, next);
    const int unit = unit_at < tokens.size() ? find(english_small, tokens[unit_at].text) : -1;
    if (unit > 0 && unit < 10) {
      value += unit;
      next = unit_at + 1;
    }
  }
  if (is(tokens, next, "hundred")) {
    value *= 100;
    ++next;
  }
  return Numeral{value, next, true};
}

// 1 to 19 and `un`, as the second half of a compound.
int french_unit(const Tokens& tokens, std::size_t at, std::size_t& next) {
  const Token* token = token_at(tokens, at);
  if (!token) return -1;
  next = at + 1;
  if (token->is("un") || token->is("une")) return 1;
  const int value = find(french_small, token->text);
  if (value == 10) {
    const std::size_t unit_at = skip_hyphen(tokens, next);
    const int unit = unit_at < tokens.size() ? find(french_small, tokens[unit_at].text) : -1;
    if (unit >= 7 && unit <= 9) {
      next = unit_at + 1;
      return 10 + unit;
    }
  }
  return value;
}

std::optional<Numeral> french_words(const Tokens& tokens, std::size_t at) {
  const Token* token = token_at(tokens, at);
  if (!token) return std::nullopt;
  std::size_t next = at + 1;
  int value = find(french_small, token->text);
  if (value == 4 &&
      (is(tokens, skip_hyphen(tokens, next), "vingt") || is(tokens, skip_hyphen(tokens, next), "vingts"))) {
    value = 80;
    next = skip_hyphen(tokens, next) + 1;
  } else if (value >= 0) {
    value = french_unit(tokens, at, next);
    if (is(tokens, next, "cent") || is(tokens, next, "cents")) {
      value *= 100;
      ++next;
    }
    return Numeral{value, next, true};
  } else if (token->is("cent")) {
    return Numeral{100, next, true};
  } else {
    value = find(french_tens, token->text);
    if (value < 0) return std::nullopt;
  }
  std::size_t unit_at = skip_hyphen(tokens, next);
  if (is(tokens, unit_at, "et")) unit_at = skip_hyphen(tokens, unit_at + 1);
  std::size_t behind = unit_at;
  const int unit = french_unit(tokens, unit_at, behind);
  const int most = value == 60 || value == 80 ? 19 : 9;
  if (unit > 0 && unit <= most) {
    value += unit;
    next = behind;
  }
  return Numeral{value, next, true};
}

}  // namespace

std::optional<Numeral> read_numeral(const Tokens& tokens, std::size_t at, Language language) {
  if (auto number = digits(tokens, at)) return number;
  return language == Language::french ? french_words(tokens, at) : english_words(tokens, at);
}

namespace {

std::optional<Quantity> english_quantity(const Tokens& tokens, std::size_t at) {
  const bool article = is(tokens, at, "a") || is(tokens, at, "an") || is(tokens, at, "the");
  const std::size_t word = article ? at + 1 : at;
  if (is(tokens, word, "couple")) return Quantity{2, false, is(tokens, word + 1, "of") ? word + 2 : word + 1};
  if (is(tokens, word, "few") || is(tokens, word, "several")) return Quantity{3, false, word + 1};
  if (is(tokens, word, "half")) {
    const bool article_after = is(tokens, word + 1, "a") || is(tokens, word + 1, "an");
    return Quantity{0, true, word + (article_after ? 2 : 1)};
  }
  if (article && !is(tokens, at, "the")) {
    if (is(tokens, at + 1, "hundred")) return Quantity{100, false, at + 2};
    return Quantity{1, false, at + 1};
  }
  if (is(tokens, at, "the")) return Quantity{1, false, at + 1};
  return std::nullopt;
}

std::optional<Quantity> french_quantity(const Tokens& tokens, std::size_t at) {
  if (is(tokens, at, "quelques")) return Quantity{3, false, at + 1};
  const bool article = is(tokens, at, "un") || is(tokens, at, "une") || is(tokens, at, "la") || is(tokens, at, "l");
  const std::size_t word = article ? at + 1 : at;
  if (word < tokens.size()) {
    const int collective = find(french_collectives, tokens[word].text);
    if (collective > 0 && is(tokens, word + 1, "de")) return Quantity{collective, false, word + 2};
    if (collective > 0 && is(tokens, word + 1, "d")) return Quantity{collective, false, word + 2};
    if (tokens[word].is("demi") || tokens[word].is("demie")) return Quantity{0, true, skip_hyphen(tokens, word + 1)};
  }
  if (article) return Quantity{1, false, at + 1};
  return std::nullopt;
}

}  // namespace

std::optional<Quantity> read_quantity(const Tokens& tokens, std::size_t at, Language language) {
  if (const auto number = read_numeral(tokens, at, language)) return Quantity{number->value, false, number->next};
  return language == Language::french ? french_quantity(tokens, at) : english_quantity(tokens, at);
}

std::optional<Numeral> read_ordinal(const Tokens& tokens, std::size_t at, Language language) {
  const Token* token = token_at(tokens, at);
  if (!token) return std::nullopt;
  if (token->is_number() && token->text.size() <= 2 && at + 1 < tokens.size() && !tokens[at + 1].space_before) {
    const std::string_view suffix = tokens[at + 1].text;
    const bool english = suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th";
    const bool french = suffix == "er" || suffix == "e" || suffix == "eme";
    if (language == Language::english ? english : french) return Numeral{token->value(), at + 2, false};
    return std::nullopt;
  }
  if (language == Language::french) {
    const int value = find(french_ordinals, token->text);
    return value < 0 ? std::nullopt : std::optional(Numeral{value, at + 1, true});
  }
  const int value = find(english_ordinals, token->text);
  if (value > 0) return Numeral{value, at + 1, true};
  const int tens = find(english_tens, token->text);
  const std::size_t unit_at = skip_hyphen(tokens, at + 1);
  const int unit = unit_at < tokens.size() ? find(english_ordinals, tokens[unit_at].text) : -1;
  if (tens > 0 && tens <= 30 && unit > 0 && unit < 10) return Numeral{tens + unit, unit_at + 1, true};
  return std::nullopt;
}

}  // namespace relais::triage
