#include "core/triage/calendar_words.hpp"
#include "core/triage/mask_cuts.hpp"

#include <algorithm>

namespace relais::triage {
namespace {

constexpr std::string_view labels[] = {
    "secu",        "securite", "sociale",   "nir",         "insee",     "passeport",       "passport",
    "permis",      "licence",  "license",   "allocataire", "matricule", "immatriculation", "immatriculee",
    "immatricule", "plaque",   "plate",     "plates",      "reg",       "registration",    "ssn",
    "nhs",         "ni",       "insurance", "vat",         "tva",       "siret",           "siren",
    "bic",         "swift",    "account",   "compte",      "crypto",    "cryptogramme",    "cvc",
    "cvv",         "pin",      "digicode",  "code",        "password",  "passe",           "fiscal",
    "ein",         "itin",     "expires",   "exp"};
constexpr std::string_view fillers[] = {"n",  "no",  "nr",       "num",   "numero", "number", "°",  "º",
                                        "#",  ":",   ".",        "est",   "is",     "de",     "du", "la",
                                        "le", "the", "conduire", "porte", "sort",   "cle",    "key"};
constexpr std::string_view secrets[] = {"password", "passe", "mdp", "pwd", "passphrase", "passcode"};
constexpr std::string_view tells[] = {":", "=", "est", "is"};
constexpr std::string_view joints[] = {"-", "/", ".", "cle", "key"};
constexpr std::string_view births[] = {"naissance", "dob", "born", "ne", "nee", "birth"};

class Identifiers {
 public:
  Identifiers(std::string_view text, const Tokens& tokens) : text_(text), tokens_(tokens) {}

  std::vector<Cut> run() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (among(tokens_[at].text, labels)) labelled(at + 1);
      if (among(tokens_[at].text, secrets)) secret(at + 1);
      if (among(tokens_[at].text, births)) birth(at + 1);
      if (const std::size_t end = plate_end(at)) put(at, end, "[plate]");
      if (const std::size_t end = insurance_end(at)) put(at, end, "[number]");
      if (tokens_[at].is_number() && tokens_[at].text.size() >= 11) put(at, at + 1, "[number]");
    }
    return std::move(cuts_);
  }

 private:
  void put(std::size_t first, std::size_t last, std::string_view mark) {
    cuts_.push_back({tokens_[first].start, tokens_[last - 1].end, mark});
  }
  bool there(std::size_t at) const { return at < tokens_.size(); }
  bool touches(std::size_t at) const { return there(at) && !tokens_[at].space_before; }
  bool digits(std::size_t at, std::size_t least, std::size_t most) const {
    return there(at) && tokens_[at].is_number() && tokens_[at].text.size() >= least && tokens_[at].text.size() <= most;
  }
  // All of them capitals, as plates are written.
  bool letters(std::size_t at, std::size_t least, std::size_t most) const {
    if (!there(at) || !tokens_[at].is_word()) return false;
    const std::string_view written = text_.substr(tokens_[at].start, tokens_[at].end - tokens_[at].start);
    return written.size() >= least && written.size() <= most &&
           std::all_of(written.begin(), written.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  // `n° de sécu : 2850578006084 clé 91`: behind a label and small words, what holds figures.
  void labelled(std::size_t from) {
    std::size_t at = from;
    while (there(at) && at < from + 5 && among(tokens_[at].text, fillers)) ++at;
    std::size_t end = at, figures = 0;
    for (std::size_t here = at; there(here) && here < at + 14; ++here) {
      const Token& token = tokens_[here];
      const bool joint = among(token.text, joints);
      const bool part = token.is_number() || letters(here, 1, 9) || (touches(here) && token.is_word() && here > at);
      if (token.is_number()) {
        figures += token.text.size();
        end = here + 1;
      } else if (part && here == end) {
        end = touches(here) || here == at ? here + 1 : end;
      } else if (!joint && !part) {
        break;
      }
    }
    const bool letters_only = figures == 0 && end == at + 1 && letters(at, 8, 11);  // a bank's code
    if (figures >= 3 || letters_only) put(at, end, "[number]");
  }

  // `mot de passe : Tr0ub4dor&3`: what stands between two blanks.
  void secret(std::size_t from) {
    if (!there(from) || !among(tokens_[from].text, tells)) return;
    std::size_t at = from + 1;
    while (there(at) && among(tokens_[at].text, tells)) ++at;
    std::size_t end = at;
    while (there(end) && (end == at || touches(end))) ++end;
    if (end > at) put(at, end, "[secret]");
  }

  // `né le 12/03/1985`, `born 4 May 1972`
  void birth(std::size_t from) {
    std::size_t at = from;
    while (there(at) && at < from + 3 && !tokens_[at].is_number()) ++at;
    std::size_t end = at;
    for (std::size_t here = at; there(here) && here < at + 5; ++here) {
      const Token& token = tokens_[here];
      const bool month = month_word(token.text, Language::french) || month_word(token.text, Language::english);
      if (!token.is_number() && !month && !among(token.text, joints)) break;
      if (token.is_number()) end = here + 1;
    }
    if (end >= at + 3) put(at, end, "[date]");
  }

  std::size_t skip_hyphen(std::size_t at) const { return there(at) && tokens_[at].is("-") ? at + 1 : at; }

  // `AB-123-CD`, `1234 AB 75`, `AB12 CDE`
  std::size_t plate_end(std::size_t at) const {
    const std::size_t second = skip_hyphen(at + 1), third = skip_hyphen(second + 1);
    if (letters(at, 2, 2) && digits(second, 3, 3) && letters(third, 2, 2)) return third + 1;
    if (digits(at, 2, 4) && letters(second, 2, 3) && digits(third, 2, 2)) return third + 1;
    if (letters(at, 2, 2) && digits(at + 1, 2, 2) && touches(at + 1) && letters(at + 2, 3, 3)) return at + 3;
    return 0;
  }

  // A British national insurance number: `QQ 12 34 56 C`.
  std::size_t insurance_end(std::size_t at) const {
    if (!letters(at, 2, 2)) return 0;
    if (digits(at + 1, 6, 6) && letters(at + 2, 1, 1)) return at + 3;
    const bool pairs = digits(at + 1, 2, 2) && digits(at + 2, 2, 2) && digits(at + 3, 2, 2);
    return pairs && letters(at + 4, 1, 1) ? at + 5 : 0;
  }

  std::string_view text_;
  const Tokens& tokens_;
  std::vector<Cut> cuts_;
};

}  // namespace

std::vector<Cut> identifiers_in(std::string_view text, const Tokens& tokens) { return Identifiers(text, tokens).run(); }

}  // namespace relais::triage
