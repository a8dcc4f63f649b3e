#include "core/triage/calendar_words.hpp"
#include "core/triage/mask_cuts.hpp"

#include <algorithm>

namespace relais::triage {
namespace {

// Capitals that are no names.
constexpr std::string_view ordinary[] = {
    "bonjour",      "bonsoir", "merci",    "madame", "monsieur",    "messieurs", "mesdames", "mme",       "mlle",
    "mr",           "mrs",     "ms",       "miss",   "dr",          "docteur",   "maitre",   "je",        "il",
    "elle",         "on",      "nous",     "vous",   "i",           "im",        "ive",      "ill",       "id",
    "hello",        "hi",      "dear",     "thanks", "thank",       "please",    "regards",  "best",      "kind",
    "cordialement", "bien",    "urgent",   "the",    "my",          "we",        "you",      "it",        "he",
    "she",          "they",    "tel",      "sms",    "email",       "internet",  "rdv",      "tva",       "iban",
    "ok",           "noel",    "paques",   "easter", "christmas",   "sir",       "objet",    "subject",   "re",
    "tr",           "fwd",     "no",       "oui",    "non",         "yes",       "devis",    "facture",   "commande",
    "rendez",       "demande", "question", "rappel", "probleme",    "panne",     "fuite",    "livraison", "garage",
    "cabinet",      "order",   "invoice",  "quote",  "appointment", "booking",   "request",  "problem",   "delivery"};

// Behind these a capital is a person, in one word or two.
constexpr std::string_view relations[] = {
    "mari",      "femme",   "fils",     "fille",    "mere",       "pere",      "frere",    "soeur",   "voisin",
    "voisine",   "epoux",   "epouse",   "conjoint", "conjointe",  "compagnon", "compagne", "ami",     "amie",
    "collegue",  "patient", "patiente", "tante",    "oncle",      "neveu",     "niece",    "cousin",  "cousine",
    "bebe",      "signe",   "chez",     "appelle",  "prenomme",   "nomme",     "husband",  "wife",    "son",
    "daughter",  "mother",  "father",   "brother",  "sister",     "neighbour", "neighbor", "partner", "friend",
    "colleague", "aunt",    "uncle",    "nephew",   "niece",      "cousin",    "baby",     "mum",     "dad",
    "signed",    "named",   "called",   "prof",     "professeur", "professor"};

constexpr std::string_view leads[][2] = {{"nom", "de"},   {"nom", "est"},  {"part", "de"},    {"name", "is"},
                                         {"names", "is"}, {"ask", "for"},  {"this", "is"},    {"c", "est"},
                                         {"je", "suis"},  {"i", "am"},     {"demander", "a"}, {"behalf", "of"},
                                         {"parler", "a"}, {"speak", "to"}, {"it", "is"},      {"care", "of"}};
constexpr std::string_view short_leads[] = {"ici", "its", "im", "names"};

class People {
 public:
  People(std::string_view text, const Tokens& tokens) : text_(text), tokens_(tokens) {}

  std::vector<Cut> run() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const std::size_t end = name_end(at);
      if (end == at) continue;
      if (introduced(at) || full_name(at, end) || initial_before(at)) {
        const std::size_t first = initial_before(at) ? at - 2 : at;
        cuts_.push_back({tokens_[first].start, tokens_[end - 1].end, "[name]"});
      }
      at = end - 1;
    }
    return std::move(cuts_);
  }

 private:
  bool is_name(std::size_t at) const {
    if (at >= tokens_.size()) return false;
    const Token& token = tokens_[at];
    const bool dated = weekday_word(token.text, Language::french) || weekday_word(token.text, Language::english) ||
                       month_word(token.text, Language::french) || month_word(token.text, Language::english);
    return token.is_word() && token.capital && token.text.size() > 1 && !dated && !is_acronym(token) &&
           !among(token.text, ordinary);
  }

  bool is_acronym(const Token& token) const {
    const std::string_view written = text_.substr(token.start, token.end - token.start);
    return written.size() <= 3 &&
           std::all_of(written.begin(), written.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  // Behind the names that follow one another, hyphens and particles between them.
  std::size_t name_end(std::size_t at) const {
    constexpr std::string_view joints[] = {"-", "de", "du", "la", "le", "d", "van", "von", "ben", "el", "o"};
    std::size_t end = at;
    for (std::size_t here = at; here < tokens_.size() && here < at + 7; ++here) {
      if (tokens_[here].sentence != tokens_[at].sentence) break;
      if (is_name(here)) {
        end = here + 1;
      } else if (here == at || !among(tokens_[here].text, joints)) {
        break;
      }
    }
    return end;
  }

  std::string_view word(std::size_t at, std::size_t back) const {
    return at >= back ? std::string_view(tokens_[at - back].text) : std::string_view();
  }

  bool introduced(std::size_t at) const {
    if (at == 0) return false;
    const std::size_t comma = word(at, 1) == "," || word(at, 1) == ":" ? 1 : 0;
    const std::string_view last = word(at, 1 + comma), before = word(at, 2 + comma);
    if (among(last, relations) || (comma == 0 && among(last, short_leads))) return true;
    return std::any_of(std::begin(leads), std::end(leads),
                       [&](const auto& lead) { return lead[0] == before && lead[1] == last; });
  }

  // Two capitals side by side, not all of it in capitals; the first word of a sentence has one by its place.
  bool full_name(std::size_t at, std::size_t end) const {
    if (end < at + 2) return false;
    const bool shouted = std::all_of(tokens_.begin() + static_cast<std::ptrdiff_t>(at),
                                     tokens_.begin() + static_cast<std::ptrdiff_t>(end),
                                     [](const Token& token) { return !token.is_word() || token.all_capitals; });
    return !shouted;
  }

  // `P. Durand`
  bool initial_before(std::size_t at) const {
    return at >= 2 && word(at, 1) == "." && tokens_[at - 2].is_word() && tokens_[at - 2].capital &&
           tokens_[at - 2].text.size() == 1 && tokens_[at - 1].start == tokens_[at - 2].end;
  }

  std::string_view text_;
  const Tokens& tokens_;
  std::vector<Cut> cuts_;
};

}  // namespace

std::vector<Cut> people_in(std::string_view text, const Tokens& tokens) { return People(text, tokens).run(); }

}  // namespace relais::triage
