#include "core/triage/resolved.hpp"

#include <algorithm>

namespace relais::triage {
namespace {

constexpr std::string_view french =
    "a/ont ete .. repare~/regle~/resolu/resolue/colmate~/arrange~/remplace~/coupe~/traite~/maitrise~/eteint~/debouche~ "
    "| "
    "est/sont maintenant/desormais/bien/enfin/deja? repare~/regle~/resolu/resolue/resolus/colmate~/arrange~/debouche~/"
    "maitrise~/eteint~/parti/partie/passe/passee | probleme .. regle/resolu | c est .. regle/repare/arrange/resolu/"
    "termine/fini | tout est .. ordre/repare/regle | rentre/rentree dans l ordre | n y a plus .. | est "
    "venu/venue/passe "
    ".. reparer | a/ont .. repare/colmate/remplace/arrange/stoppe | s est arrete~ | plus rien ne coule/sent/fuit | "
    "fausse alerte";
constexpr std::string_view english =
    "has/have/had been .. fixed/repaired/sorted/resolved/mended/stopped/replaced/dealt/cleared/contained/seen | "
    "was/were/got/is/are/its now/already/all/quickly/since? fixed/repaired/sorted/resolved/mended/replaced/gone/over | "
    "been sorted/fixed/repaired | has stopped | have stopped | no longer | all clear | all good now | false alarm | "
    "under control now | came and fixed/repaired/mended | fixed/repaired/stopped it | back to normal";
// What follows these was not put right for good, or is not what was harmed.
constexpr std::string_view french_doubts =
    "mais .. encore/recommence/revient/toujours/nouveau | de nouveau | a nouveau | recommence | revenu/revenue | "
    "depuis que | "
    "apres avoir/que | jamais/pas ete .. repare~/regle~/resolu | pas .. repare~/regle~/resolu";
constexpr std::string_view english_doubts =
    "again | but .. still/back/now | came back | is back | its back | still .. | since it/they/the | ever since | "
    "after it/they/the | "
    "never/not .. fixed/repaired/sorted | until .. fixed/repaired/sorted | need/needs/must/want ... "
    "fixed/repaired/sorted";
constexpr std::string_view french_again = "< c/il/elle/ca/tout/le/la/les/l/on/probleme/fuite/fausse/plus ..";
constexpr std::string_view english_again =
    "< it/its/this/that/thats/all/everything/the/they/someone/somebody/engineer/your ..";

PatternSet build(std::string_view patterns) {
  PatternSet set;
  set.add(0, patterns);
  return set;
}

struct Patterns {
  PatternSet resolved, doubts, again;
};

const Patterns& patterns(Language language) {
  static const Patterns in_french{build(french), build(french_doubts), build(french_again)};
  static const Patterns in_english{build(english), build(english_doubts), build(english_again)};
  return language == Language::french ? in_french : in_english;
}

}  // namespace

std::vector<Hit> find_resolutions(const Tokens& tokens, Language language) {
  return patterns(language).resolved.find(tokens, 20);
}

bool is_resolved(const Tokens& tokens, const Hit& hit, const std::vector<Hit>& resolutions, Language language) {
  constexpr std::size_t near = 14;  // words between the harm and its end
  const std::uint32_t sentence = tokens[hit.first].sentence;
  const auto speaks_of_it = [&](const Hit& resolution) {
    if (resolution.first < hit.first || resolution.first > hit.last + near) return false;
    const std::uint32_t other = tokens[resolution.first].sentence;
    if (other == sentence) return true;
    const std::vector<Hit> again = patterns(language).again.find(tokens, 50);
    return other == sentence + 1 &&
           std::any_of(again.begin(), again.end(), [&](const Hit& one) { return tokens[one.first].sentence == other; });
  };
  if (!std::any_of(resolutions.begin(), resolutions.end(), speaks_of_it)) return false;
  const std::vector<Hit> doubts = patterns(language).doubts.find(tokens, 50);
  return std::none_of(doubts.begin(), doubts.end(), [&](const Hit& doubt) {
    const std::uint32_t other = tokens[doubt.first].sentence;
    return other >= sentence && other <= sentence + 2;
  });
}

}  // namespace relais::triage
