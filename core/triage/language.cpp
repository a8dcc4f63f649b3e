#include "core/triage/language.hpp"

#include "core/triage/calendar_words.hpp"

#include <algorithm>
#include <array>

namespace relais::triage {
namespace {

// Words that one of the two languages uses all the time and the other hardly ever; sorted.
constexpr std::array<std::string_view, 133> french{
    "ai",           "alors",    "an",   "appeler",  "appelez",  "apres",    "au",     "aujourdhui", "aussi", "aux",
    "avait",        "avant",    "avec", "avez",     "avoir",    "avons",    "besoin", "bien",       "bjr",   "bonjour",
    "bonne",        "bonsoir",  "ca",   "ce",       "cela",     "ces",      "cet",    "cette",      "chez",  "comme",
    "cordialement", "dans",     "de",   "deja",     "demain",   "depuis",   "des",    "dit",        "donc",  "du",
    "elle",         "elles",    "en",   "encore",   "est",      "et",       "etait",  "ete",        "etes",  "etre",
    "eux",          "fait",     "faut", "fin",      "heures",   "hier",     "ici",    "il",         "ils",   "j",
    "jai",          "jamais",   "je",   "jour",     "jours",    "jusqu",    "la",     "le",         "les",   "leur",
    "leurs",        "lui",      "ma",   "madame",   "mais",     "matin",    "merci",  "mes",        "mlle",  "mme",
    "moi",          "mois",     "mon",  "monsieur", "ne",       "nos",      "notre",  "nous",       "ont",   "ou",
    "parce",        "pas",      "peu",  "peut",     "peux",     "pour",     "pouvez", "puis",       "qu",    "quand",
    "que",          "qui",      "quoi", "rappeler", "rappelez", "rdv",      "rien",   "sais",       "sans",  "semaine",
    "sera",         "ses",      "soir", "sommes",   "sont",     "souhaite", "sous",   "suis",       "sur",   "svp",
    "toujours",     "tous",     "tout", "toute",    "tres",     "un",       "une",    "veux",       "voici", "vos",
    "votre",        "voudrais", "vous"};
constexpr std::array<std::string_view, 162> english{
    "about",    "after",    "afternoon", "again",     "all",    "am",      "and",    "any",       "anyone", "anything",
    "are",      "arent",    "as",        "asap",      "at",     "back",    "be",     "because",   "been",   "before",
    "between",  "but",      "by",        "call",      "can",    "cant",    "cheers", "could",     "day",    "days",
    "dear",     "did",      "didnt",     "do",        "does",   "doesnt",  "dont",   "evening",   "every",  "for",
    "from",     "get",      "going",     "got",       "had",    "has",     "have",   "he",        "hello",  "her",
    "here",     "hes",      "hi",        "him",       "his",    "hours",   "how",    "i",         "id",     "if",
    "ill",      "im",       "in",        "into",      "is",     "isnt",    "it",     "its",       "ive",    "just",
    "know",     "last",     "let",       "me",        "month",  "morning", "mr",     "mrs",       "ms",     "my",
    "need",     "needs",    "new",       "next",      "no",     "nobody",  "not",    "now",       "number", "of",
    "off",      "ok",       "on",        "one",       "only",   "or",      "our",    "out",       "over",   "please",
    "pls",      "regards",  "ring",      "send",      "she",    "shes",    "should", "since",     "sir",    "so",
    "some",     "somebody", "someone",   "something", "sorry",  "still",   "than",   "thank",     "thanks", "that",
    "the",      "their",    "them",      "then",      "there",  "theres",  "they",   "this",      "to",     "today",
    "tomorrow", "tonight",  "too",       "until",     "up",     "us",      "very",   "want",      "wants",  "was",
    "wasnt",    "we",       "week",      "were",      "werent", "what",    "when",   "where",     "which",  "who",
    "why",      "will",     "with",      "within",    "wont",   "would",   "yes",    "yesterday", "you",    "your",
    "youre",    "yours"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Names of days and months, written out, tell the language of a text that holds little else: `Call Tuesday?`
bool names_a_date(std::string_view word, Language language) {
  constexpr std::size_t written_out = 4;
  return word.size() >= written_out && (weekday_word(word, language) || month_word(word, language));
}

int says(std::string_view word) {
  const int french_date = names_a_date(word, Language::french), english_date = names_a_date(word, Language::english);
  return contains(french, word) - contains(english, word) + french_date - english_date;
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
    balance += says(token.text);
  }
  if (balance == 0) return std::nullopt;
  return balance > 0 ? Language::french : Language::english;
}

}  // namespace relais::triage
