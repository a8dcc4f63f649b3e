#include "core/triage/date_tense.hpp"

#include <algorithm>
#include <array>

namespace relais::triage {
namespace {

constexpr std::size_t reach = 12;  // words between a verb and its date

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool ends_with(std::string_view word, std::string_view end) {
  return word.size() > end.size() + 1 && word.substr(word.size() - end.size()) == end;
}

enum class Tense : std::uint8_t { none, past, other };

constexpr std::array<std::string_view, 58> english_irregular{
    "was",   "were",  "did",    "had",   "went", "came",  "got",     "took",    "gave",   "said",   "told",  "saw",
    "made",  "left",  "sent",   "paid",  "rang", "wrote", "bought",  "brought", "spoke",  "met",    "found", "heard",
    "broke", "began", "fell",   "kept",  "lost", "sold",  "thought", "chose",   "drove",  "ate",    "sat",   "stood",
    "held",  "felt",  "became", "built", "sang", "won",   "knew",    "wore",    "taught", "caught", "read",  "ran",
    "shut",  "woke",  "threw",  "grew",  "flew", "drew",  "swore",   "tore",    "stuck",  "slept"};
constexpr std::array<std::string_view, 46> english_other{
    "will",  "ill",    "well",  "shell", "theyll", "itll",   "can",     "could", "would", "should", "must",   "may",
    "might", "need",   "needs", "want",  "wants",  "is",     "are",     "am",    "im",    "its",    "be",     "do",
    "does",  "please", "to",    "wont",  "cant",   "has",    "have",    "due",   "for",   "by",     "starts", "closes",
    "shuts", "until",  "til",   "till",  "before", "leaves", "expires", "ends",  "opens", "re"};
// Ends in -ed and is no past.
constexpr std::array<std::string_view, 12> english_no_past{"need",   "indeed",  "speed", "feed", "breed", "hundred",
                                                           "exceed", "proceed", "red",   "bed",  "shed",  "sacred"};

Tense english_tense(const Tokens& tokens, std::size_t at) {
  const std::string_view word = tokens[at].text;
  const std::string_view before_it = at > 0 ? std::string_view(tokens[at - 1].text) : "";
  const bool owns =
      word == "got" && contains(std::array<std::string_view, 6>{"ive", "weve", "have", "has", "hes", "shes"},
                                before_it);  // `I've got the half eight on Friday`
  if (owns) return Tense::other;
  if (contains(english_irregular, word)) return Tense::past;
  if (contains(english_other, word)) return Tense::other;
  if (!ends_with(word, "ed") || word.size() < 5 || contains(english_no_past, word)) return Tense::none;
  // `is booked on Friday`, `to be delivered`: that is ahead; `the signed form` is no verb
  const bool ahead = contains(english_other, before_it) || before_it == "get" || before_it == "the" || before_it == "a";
  return ahead ? Tense::none : Tense::past;
}

constexpr std::array<std::string_view, 22> french_auxiliary{
    "ai",   "as",    "a",     "avons",  "avez",  "ont",     "suis",  "es",    "est",    "sommes", "etes",
    "sont", "avais", "avait", "avions", "aviez", "avaient", "etais", "etait", "etions", "etiez",  "etaient"};
constexpr std::array<std::string_view, 34> french_other{
    "peux",  "peut",  "pouvez",  "peuvent", "pourrait", "pourriez",     "faut",     "faudrait", "dois",
    "doit",  "devez", "doivent", "veux",    "veut",     "voulez",       "voudrais", "voudrait", "souhaite",
    "sera",  "serai", "serez",   "seront",  "vais",     "va",           "vont",     "pour",     "avant",
    "jusqu", "ici",   "sous",    "ferme",   "ferment",  "souhaiterais", "merci"};

bool is_participle(std::string_view word) {
  if (word.size() < 2) return false;
  constexpr std::array<std::string_view, 18> ends{"e",   "ee", "es", "ees", "i",   "ie",  "is",   "ies", "it",
                                                  "ite", "u",  "ue", "us",  "ues", "ert", "erte", "ort", "int"};
  // `à faire`, `à rendre`: the preposition is spelled as the auxiliary.
  constexpr std::array<std::string_view, 20> infinitives{
      "faire",  "rendre", "prendre", "mettre",  "lire",   "ecrire", "remettre",  "transmettre", "entendre", "attendre",
      "vendre", "suivre", "boire",   "joindre", "perdre", "dire",   "reprendre", "repondre",    "refaire",  "produire"};
  if (contains(infinitives, word)) return false;
  return word == "eu" || word == "ete" ||
         std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return ends_with(word, end); });
}

constexpr std::array<std::string_view, 11> french_being{"suis",  "es",    "est",    "sommes", "etes",   "sont",
                                                        "etais", "etait", "etions", "etiez",  "etaient"};
// Verbs whose past is told with `être`; other participles behind it tell how things are: `est prévu`, `est fermé`.
constexpr std::array<std::string_view, 18> french_moving{
    "passe",  "parti",  "venu", "arrive", "ne",   "tombe",  "reste",    "sorti",    "entre",
    "revenu", "rentre", "alle", "monte",  "mort", "devenu", "retourne", "descendu", "intervenu"};

bool told_with_being(const Tokens& tokens, std::size_t auxiliary, std::string_view participle) {
  const std::string_view before = auxiliary > 0 ? std::string_view(tokens[auxiliary - 1].text) : "";
  const bool reflexive = before == "me" || before == "m" || before == "s" || before == "se";
  if (reflexive && tokens[auxiliary].text.front() == 's') return true;  // `je me suis cassé`
  if (reflexive && tokens[auxiliary].is("est")) return true;
  return std::any_of(french_moving.begin(), french_moving.end(), [&](std::string_view verb) {
    return participle.substr(0, verb.size()) == verb && participle.size() <= verb.size() + 2;
  });
}

bool commands_or_promises(std::string_view word) {
  if (word.size() < 5 || word == "rendez" || word == "assez") return false;
  constexpr std::array<std::string_view, 6> ends{"ez", "rai", "ras", "rons", "ront", "era"};
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return ends_with(word, end); });
}

Tense french_tense(const Tokens& tokens, std::size_t at, std::size_t last) {
  const std::string_view word = tokens[at].text;
  constexpr std::array<std::string_view, 8> no_participle{"une", "les", "des", "mes", "ses", "nous", "vous", "le"};
  if (contains(french_auxiliary, word)) {
    // The participle stands right behind, or behind `pas`, `bien`, `déjà`, `tout`, `été`.
    for (std::size_t next = at + 1; next < last && next <= at + 2; ++next) {
      const Token& token = tokens[next];
      if (token.capital || token.text.size() < 2 || !is_participle(token.text) || contains(no_participle, token.text))
        continue;
      if (!contains(french_being, word) || told_with_being(tokens, at, token.text)) return Tense::past;
    }
    return word == "a" ? Tense::none : Tense::other;
  }
  return contains(french_other, word) || commands_or_promises(word) ? Tense::other : Tense::none;
}

// `gelait`, `étaient`; not the conditional, `souhaiterait`, nor `fait`.
bool is_imperfect(std::string_view word) {
  constexpr std::array<std::string_view, 4> being{"avais", "avions", "etais", "etions"};
  constexpr std::array<std::string_view, 8> others{"fait",    "plait",     "souhait", "lait",
                                                   "parfait", "satisfait", "forfait", "bienfait"};
  if (contains(being, word)) return true;
  if (contains(others, word) || ends_with(word, "rait") || ends_with(word, "raient")) return false;
  return ends_with(word, "ait") || ends_with(word, "aient");
}

constexpr std::array<std::string_view, 24> openers{"on",  "at",   "in",     "by",  "the",   "around", "about", "until",
                                                   "til", "till", "before", "le",  "la",    "les",    "l",     "en",
                                                   "a",   "au",   "vers",   "des", "avant", "ce",     "cette", "ou"};
constexpr std::array<std::string_view, 6> joints{"and", "but", "then", "et", "mais", "puis"};
// What is wished or had to be done is no tale: `by Friday I needed`, `jeudi il fallait`.
constexpr std::array<std::string_view, 16> wishes{"needed",     "wanted",   "hoped",   "hoping", "wondered", "meant",
                                                  "supposed",   "fallait",  "devait",  "devais", "devions",  "voulais",
                                                  "souhaitais", "esperais", "pensais", "aimais"};

bool opens_clause(const Tokens& tokens, std::size_t at) {
  while (at > 0 && tokens[at - 1].sentence == tokens[at].sentence) {
    const Token& before = tokens[at - 1];
    if (before.is(",") || before.is(":") || contains(joints, before.text)) return true;
    if (!contains(openers, before.text)) return false;
    --at;
  }
  return true;
}

Tense tense_behind(const Tokens& tokens, std::size_t at, Language language) {
  const std::string_view word = tokens[at].text;
  if (contains(wishes, word)) return Tense::other;
  if (language == Language::french)
    return is_imperfect(word) ? Tense::past : french_tense(tokens, at, std::min(tokens.size(), at + 4));
  // A participle behind a noun may be short for a passive: `Friday's viewing cancelled`.
  constexpr std::array<std::string_view, 12> subjects{"i",  "we",  "he",   "she",     "they",     "you",
                                                      "it", "who", "also", "someone", "somebody", "nobody"};
  const bool participle = ends_with(word, "ed") && !contains(subjects, tokens[at - 1].text);
  constexpr std::array<std::string_view, 7> prepositions{"to", "for", "by", "until", "til", "till", "before"};
  return participle || contains(prepositions, word) ? Tense::none : english_tense(tokens, at);
}

}  // namespace

bool told_in_past_behind(const MentionedTokens& text, std::size_t mention_at, Language language) {
  const Tokens& tokens = text.tokens;
  // `The room on Thursday was freezing`
  if (mention_at + 1 < tokens.size() && (tokens[mention_at + 1].is("was") || tokens[mention_at + 1].is("were")))
    return true;
  if (!opens_clause(tokens, mention_at)) return false;
  const std::size_t last = std::min(tokens.size(), mention_at + 9);
  for (std::size_t at = mention_at + 1; at < last && tokens[at].sentence == tokens[mention_at].sentence; ++at) {
    const Tense tense = text.mention[at] >= 0 ? Tense::none : tense_behind(tokens, at, language);
    if (tense != Tense::none) return tense == Tense::past;
  }
  return false;
}

bool told_in_past(const MentionedTokens& text, std::size_t mention_at, Language language) {
  const Tokens& tokens = text.tokens;
  const std::uint32_t sentence = tokens[mention_at].sentence;
  for (std::size_t back = 1; back <= std::min(reach, mention_at); ++back) {
    const std::size_t at = mention_at - back;
    if (tokens[at].sentence != sentence) return false;
    const Tense tense = language == Language::french ? french_tense(tokens, at, mention_at) : english_tense(tokens, at);
    if (tense != Tense::none) return tense == Tense::past;
  }
  return false;
}

}  // namespace relais::triage
