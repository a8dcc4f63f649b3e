#include "core/triage/triage_dates.hpp"

#include "core/triage/pattern.hpp"

namespace relais::triage {
namespace {

constexpr std::string_view french_change =
    "annul* .. rendez/rdv/seance/visite/reunion/cours/venue/reservation/@ | rendez/rdv/seance/visite/reunion/cours .. "
    "annul* | < annul* | , annul* | decommand* | report* .. rendez/rdv/seance/visite/reunion/cours/date | deplac* .. "
    "rendez/rdv/seance/visite/reunion/cours/chantier/intervention | decal* | avanc* .. "
    "rendez/rdv/seance/visite/reunion | confirm* .. rendez/rdv/presence/seance/reunion/visite/venue/passage | "
    "rendez/rdv ... confirm* | rdv/rendez ... (annul*) | n est plus dispo/disponible/libre | ne peut pas se liberer | "
    "ne pourra*/pourrai* pas/plus venir/etre/assister/honorer/me | ne peux/peut pas/plus venir/assister/etre/honorer | "
    "empeche* .. venir | pas pouvoir venir | prefere pas venir | doit passer au/a | serai en retard | en retard .. "
    "rendez/rdv | n y serai pas | bloque*/coince* ... rdv/rendez/boulot/rocade/route/accident/bouchon* | me remplacer "
    "| rendez/rdv .. lundi/mardi/mercredi/jeudi/vendredi/samedi/aujourdhui/demain/ce/cet/du | convoqu* | changement de "
    "programme | dois/doit/vais/faut/souhaite/veux/voudrais/oblige*/prefere/devoir .. annuler/decommander | "
    "reporter/decaler/deplacer/repousser/avancer/glisser a/au/en/vers/@ | peut/pouvez/pouvons/possible/pourrait .. "
    "reporter/decaler/deplacer/avancer/repousser | n y arriverai/serai pas | serai/serons/sera pas la | autre "
    "engagement | "
    "c est? mort | viens/venez/passez/vient/passe/passes toujours/tjs/tj/bien .. @ | a bien lieu | tient il/toujours | "
    "que vous reste t il | demandez/dites lui/leur .. de venir/passer/attendre/reporter/repousser | ce jour la .. "
    "autre/plus/possible | une autre date | plus besoin | annul* .. "
    "entrevue/entretien/dejeuner/diner/inscription/participation | pourrait/peut il/elle/on "
    "glisser";
constexpr std::string_view french_book =
    "prendre .. rendez/rdv | prise de rendez/rdv | un rendez/rdv | fixer .. rendez/rdv | inscri* | reserv* .. "
    "place*/salle/table/creneau | prochain creneau | une place | un creneau";
constexpr std::string_view french_offer =
    "je vous propose .. @ | nous vous proposons .. @ | qu est ce qui vous convient | qu est ce qui vous arrange | "
    "auriez vous .. minutes | seriez vous .. disponible* | vos disponibilites | vos dispos";
constexpr std::string_view english_change =
    "cancel* .. "
    "appointment/appt/booking/slot/visit/viewing/meeting/class/session/service/cleaning/table/lesson/checkup/@ | "
    "appointment/appt/booking/slot/visit/viewing/meeting/class/session .. cancel* | canceled/cancelled it | cancel it "
    "| call* off | postpone* | reschedul* | rebook* | rearrang* | re arrang* | push .. back/to | bump .. to | move* .. "
    "appointment/appt/booking/slot/meeting/visit/session/viewing/call/it/the | "
    "appointment/appt/booking/slot/viewing/meeting ... moved/changed | put .. off | confirm* .. "
    "appointment/appt/booking/visit/attendance/time/slot/place/slots/date | cant make/do/come/attend/get | cannot "
    "make/do/come/attend | wont make/be able | unable to make/attend/come | not able to make/come/attend | neither of "
    "us can | running late | be late | stuck .. on/in/at/behind | do i still come | am i on or not | brought .. "
    "forward | change .. appointment/appt/booking/date/time/slot | could we do .. instead | instead > | cancel* .. "
    "seat/spot/ticket/registration | can/could it/we/you shift/move/push/swap "
    "| wants/want/like to shift/move/push .. | double booked | could it be .. later | not/wont be? needing | what else "
    "have/do/could you | "
    "ask/tell him/her/them .. "
    "to leave/come/wait/hold/skip | cant/cannot/wont/shant/couldnt .. make | no way .. make "
    "| still come/coming | do i .. come | still on | going ahead | need*/have/has/had/got to "
    "cancel/move/rebook/postpone/swap | needs to go | might it be | would .. after/before do | wont be in | not going "
    "to make | dont think .. make | confirm .. coming/hall/room/viewing/@ | be "
    "moved/shifted/pushed/postponed/rearranged | swap .. @ | shant need | any chance of later | can it shift/move/wait "
    "| "
    "appointment/appt on/at/is/for/today/tomorrow/this";
constexpr std::string_view english_book =
    "book .. appointment/appt/slot/place/places/in/visit/room | make an appointment | schedule .. "
    "appointment/visit/call | come .. look | fit me in | next available | any slots | sign .. up | like .. someone "
    "round";
constexpr std::string_view english_offer =
    "could you do .. minutes | which suits | what suits | say which | i have .. open today/tomorrow | works for you | "
    "would you be free | are you free | your availability | when would suit";

const PatternSet& patterns(Language language) {
  const auto build = [](std::string_view change, std::string_view book, std::string_view offer) {
    PatternSet set;
    set.add(0, change);
    set.add(1, book);
    set.add(2, offer);
    return set;
  };
  static const PatternSet french = build(french_change, french_book, french_offer);
  static const PatternSet english = build(english_change, english_book, english_offer);
  return language == Language::french ? french : english;
}

}  // namespace

DeadlineContext read_deadline_context(const Tokens& tokens, Language language) {
  DeadlineContext context;
  for (const Hit& hit : patterns(language).find(tokens)) {
    context.changes_appointment = context.changes_appointment || hit.rule == 0;
    context.books_appointment = context.books_appointment || hit.rule == 1;
    context.offers = context.offers || hit.rule == 2;
  }
  return context;
}

DatesAnswer read_dates(std::string_view text, std::optional<Language> language, time::LocalTime now,
                       std::string_view zone) {
  DatesAnswer answer;
  const Tokens tokens = tokenize(text);
  answer.language = language ? *language : detect_language(tokens).value_or(Language::french);
  const DateReading reading{answer.language, now, writes_month_first(answer.language, zone)};
  answer.mentions = find_mentions(tokens, reading);
  answer.urgency = read_wording(tokens, answer.language).urgency;
  const MentionedTokens text_tokens = with_mentions(tokens, answer.mentions);
  answer.deadline = choose_deadline(answer.mentions, now, read_deadline_context(text_tokens.tokens, answer.language));
  return answer;
}

}  // namespace relais::triage
