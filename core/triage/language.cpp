#include "core/triage/language.hpp"

#include <algorithm>
#include <array>

namespace relais::triage {
namespace {

// Words that one of the two languages uses all the time and the other never; sorted.
constexpr std::array<std::string_view, 92> french{
    "ai",    "alors",        "apres",   "au",   "aussi", "aux",    "avant",  "avec", "avez",     "avoir", "bien",
    "bjr",   "bonjour",      "bonsoir", "c",    "ca",    "car",    "ce",     "cela", "ces",      "cette", "chez",
    "comme", "cordialement", "d",       "dans", "de",    "demain", "depuis", "des",  "dit",      "donc",  "du",
    "elle",  "en",           "encore",  "est",  "et",    "etait",  "etre",   "fait", "faut",     "il",    "ils",
    "j",     "jai",          "je",      "jour", "l",     "la",     "le",     "les",  "leur",     "lui",   "ma",
    "mais",  "mes",          "merci",   "moi",  "mon",   "n",      "ne",     "nos",  "notre",    "nous",  "ou",
    "pas",   "peu",          "peut",    "plus", "pour",  "pouvez", "quand",  "que",  "qui",      "quoi",  "rdv",
    "sans",  "se",           "ses",     "si",   "son",   "suis",   "sur",    "svp",  "toujours", "tout",  "un",
    "une",   "voici",        "votre",   "vous"};
constexpr std::array<std::string_view, 96> english{
    "about",   "after", "all",      "am",      "and",      "any",     "are",  "as",     "asap",  "at",   "be",
    "because", "been",  "before",   "but",     "by",       "call",    "can",  "could",  "day",   "dear", "did",
    "dont",    "for",   "from",     "get",     "going",    "got",     "had",  "has",    "have",  "he",   "hello",
    "her",     "hi",    "him",      "his",     "how",      "i",       "if",   "im",     "in",    "is",   "it",
    "its",     "ive",   "just",     "know",    "me",       "morning", "my",   "need",   "no",    "not",  "now",
    "of",      "off",   "ok",       "one",     "or",       "our",     "out",  "please", "pls",   "she",  "should",
    "so",      "some",  "somebody", "someone", "thank",    "thanks",  "that", "the",    "their", "them", "there",
    "they",    "this",  "to",       "today",   "tomorrow", "up",      "us",   "was",    "we",    "were", "what",
    "when",    "will",  "with",     "would",   "yes",      "you",     "your", "yours"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::string_view name(Language language) { return language == Language::french ? "fr" : "en"; }

std::optional<Language> parse_language(std::string_view tag) {
  const std::string folded = fold(tag.substr(0, 3));
  if (folded.size() > 2 && folded[2] != '-' && folded[2] != '_') return std::nullopt;
  if (folded.substr(0, 2) == "fr") return Language::french;
  if (folded.substr(0, 2) == "en") return Language::english;
  return std::nullopt;
}

std::optional<Language> detect_language(const Tokens& tokens) {
  constexpr std::size_t enough = 2000;
  int balance = 0;
  std::size_t seen = 0;
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::word) continue;
    if (++seen > enough) break;
    balance += contains(french, token.text);
    balance -= contains(english, token.text);
  }
  if (balance == 0) return std::nullopt;
  return balance > 0 ? Language::french : Language::english;
}

}  // namespace relais::triage
