#include "core/triage/wording.hpp"

#include "core/triage/pattern.hpp"

#include <algorithm>

namespace relais::triage {
namespace {

constexpr std::string_view french_urgent =
    "urgent/urgents/urgente/urgentes/urgences/urgentissime/urgemment | en urgence | urgence "
    "absolue/vitale/extreme/totale | c est une urgence | tres/grande/toute urgence | < urgence | d urgence | au plus "
    "vite | le plus vite possible | le plus rapidement possible | des que possible | aussi vite que possible | "
    "aussitot que possible | le plus tot possible | plus tot .. mieux | immediatement/immediat/immediate | tout de "
    "suite | sans attendre | sans delai | sans tarder | meilleurs delais | plus brefs delais | brefs delais | rappel* "
    ".. vite | venez vite | faites vite | faire vite | tres vite | vite vite | vite svp | vite s il | sos | a l aide | "
    "au secours | imperatif/imperativement/imperatifs | il faut absolument | absolument , absolument | pour hier | ne "
    "tardez pas | asap | dare dare | illico | sur le champ | a la seconde | maintenant > | , maintenant | hyper presse "
    "| dans l heure | ds l heure | dans la minute | priorite absolue | tres presse/pressee/pressant/pressante | c est "
    "presse/pressant | derniere minute | dernieres heures | sans faute ce | ce soir au plus tard | dernier rappel | "
    "dernier appel | derniere chance | avis final | mise en demeure | paiement immediat | au plus tot | depechez "
    "vous/nous | vite rappel* | il y a urgence | ca urge | de toute urgence | j attends .. tout de suite | rapidement "
    "svp | quelqu un vite | contactez .. vite | repondez .. vite";
constexpr std::string_view french_calm =
    "pas/point/nullement/aucunement d? urgent/urgente/urgents/urgence | pas/point "
    "vraiment/tres/si/trop/encore/forcement/specialement/particulierement/aussi/absolument urgent/urgente/urgents | "
    "pas "
    "du tout urgent/urgente/urgents | n est/etait plus urgent/urgente | plus du tout urgent/urgente | aucun cas "
    "urgent/urgente | tout sauf urgent/urgente | rien d urgent | aucune urgence | aucun caractere d "
    "urgence | sans urgence | sans aucune urgence | ni urgent/urgence | non urgent/urgente | pas "
    "presse/pressee/pressant/pressante/presses | ne presse pas/guere | presse pas/guere | rien ne presse | rien de "
    "presse/pressant | y a pas le feu | y a rien qui presse | pas le feu | quand vous "
    "aurez/avez/pourrez/pouvez/voulez/voudrez/le/la | quand tu auras/peux/as/pourras | quand il/elle/on "
    "aura/pourra/peut/a/sera/passera | qd vous | des que vous aurez un moment | prenez .. temps | prenez tout votre "
    "temps | a l occasion | a vos moments perdus | sans stress | aucun stress | pas de stress | peut/pourra/peuvent "
    "peut? etre? attendre | ca/cela attendra | inutile de vous? presser/depecher | pas/aucun besoin de vous? "
    "presser/depecher | "
    "ne vous pressez/depechez pas | pas de precipitation | tranquillement | a "
    "votre rythme | a votre convenance | pas la peine de rappeler | inutile de me? rappeler | juste pour "
    "info/information | simplement pour info/information | pour simple information | un de ces jours | un jour ou l "
    "autre | pas a la minute | rien d important | rien de grave | rien d important ni | pas dans l immediat | pas de "
    "souci dans l immediat | pas grave | si un jour | quand il vous plaira | ce n est rien | si vous repassez";
constexpr std::string_view english_urgent =
    "urgent/urgents/urgently/urgency | asap | a s a p | as soon as you/possible/humanly/poss | emergency | right away "
    "| right now | straight away | straightaway | immediately/immediate | at once | without delay | sooner the better "
    "| needed .. yesterday | within the hour | in the hour | imperative | critical/crucial > | top priority | high "
    "priority | highest priority | time sensitive | time critical | tonight at the latest | today at the latest | stat "
    "> | hurry > | please hurry | hurry up | quickly please | as quickly as | as fast as | drop everything | final "
    "notice | final reminder | last chance | last reminder | final warning | help pls/please/! | sos | act now | do "
    "not ignore | action required | this instant | p1 | now now | somebody , anybody | any body come | need .. now > | "
    "now > | immediate payment | dont wait | cannot wait | cant wait | wont wait | call .. soonest | soonest | pronto "
    "| on the double | need help now | mayday | the moment you get this | minute you get this | every minute counts";
constexpr std::string_view english_calm =
    "not .. urgent/urgently | no longer urgent | anything but urgent | hardly urgent | nothing urgent | isnt .. urgent "
    "| non urgent | no urgency | not an emergency | isnt an "
    "emergency | no emergency | no real? rush | not in a? rush | no great/particular/real? hurry | not .. in any hurry "
    "| in no .. hurry | not in a hurry | no hurry | no rush | take your time | whenever .. "
    "minute/chance/moment/can/suits/convenient/free/get/like/time/around/passing/open | so whenever | when you .. "
    "chance/minute/moment/time/get | when .. get a chance/minute/moment/round | whenever > | at your leisure | at your "
    "convenience | can wait | it will keep | itll keep | not time sensitive | no need to "
    "call/ring/reply/respond/rush/answer/hurry | dont hurry | for your information | just for your | just fyi | fyi "
    "only | no panic | not "
    "pressing | nothing pressing | low priority | no pressure | not immediately | no biggie | no drama | not the end "
    "of the world | not .. desperate | some time when | at some point | one of these days | plenty of time | theres no "
    "fire | no fire | not a big deal | when someone has | nothing to do here | no particular hurry | in no hurry | "
    "certainly no need | there is no rush | in your own time | don t? worry about .. quick | no deadline";

// Words of haste that name a thing or tell how it stands now: they say neither haste nor calm.
constexpr std::string_view french_excused =
    "numero/numeros/contact/contacts/sortie/sorties/issue/issues/eclairage/service/services/medecine d urgence | "
    "est/sont/ete/tout "
    "tout? regle~/resolu~/repare~/arrange~/fini~/termine~/bon maintenant | tout va bien/mieux maintenant | va "
    "bien/mieux maintenant";
constexpr std::string_view english_excused =
    "emergency plumber/electrician/locksmith/contact/phone/doctor/dentist/line number/numbers/details | emergency "
    "number/numbers/contact/contacts/lighting/exit/exits | is/are/its/am/im/all/been all? "
    "sorted/fixed/fine/ok/okay/done/resolved/solved/settled/well/better/good/over now";

const PatternSet& patterns(Language language) {
  const auto build = [](std::string_view urgent, std::string_view calm, std::string_view excused) {
    PatternSet set;
    set.add(0, urgent);
    set.add(1, calm);
    set.add(2, excused);
    return set;
  };
  static const PatternSet french = build(french_urgent, french_calm, french_excused);
  static const PatternSet english = build(english_urgent, english_calm, english_excused);
  return language == Language::french ? french : english;
}

}  // namespace

Wording read_wording(const Tokens& tokens, Language language) {
  Wording wording;
  std::vector<Wording::Place> urgent, calm, excused;
  std::vector<Wording::Place>* const by_rule[] = {&urgent, &calm, &excused};
  for (const Hit& hit : patterns(language).find(tokens)) {
    by_rule[hit.rule]->push_back({hit.first, hit.last, hit.rule == 1 ? -1 : 1});
  }
  for (const Wording::Place& place : urgent) {
    // `not urgent` is calm, whatever `urgent` says alone.
    const auto covers = [&](const Wording::Place& other) {
      return other.first <= place.first && place.last <= other.last;
    };
    const bool negated = std::any_of(calm.begin(), calm.end(), covers);
    if (!negated && std::none_of(excused.begin(), excused.end(), covers)) wording.places.push_back(place);
  }
  wording.urgency = !calm.empty() ? -1 : wording.places.empty() ? 0 : 1;
  // Whoever says both means the last: `Not urgent. Actually, it is very urgent.`
  if (!calm.empty() && !wording.places.empty() && wording.places.back().first >= calm.back().last) wording.urgency = 1;
  wording.places.insert(wording.places.end(), calm.begin(), calm.end());
  return wording;
}

}  // namespace relais::triage
