#include "core/triage/triage_dates.hpp"

#include "tests/unit/triage/triage_cases.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::triage;

// Which date of a message is its deadline. Received on Tuesday 10 March 2026 at 10:00 unless a row says otherwise.
namespace {

struct Row {
  Language language;
  const char* text;
  const char* deadline;
};

std::string deadline_of(const Row& row, const char* now) {
  const DatesAnswer answer = read_dates(row.text, row.language, *time::parse_local_time(now), "Europe/Paris");
  return answer.deadline ? format(*answer.deadline) : "none";
}

void check(const std::vector<Row>& rows, const char* now = "2026-03-10T10:00:00") {
  for (const Row& row : rows) {
    const std::string text = row.text;
    CAPTURE(text);
    CHECK(deadline_of(row, now) == row.deadline);
  }
}

constexpr const char* wednesday = "2026-11-25T10:00:00";

}  // namespace

using enum relais::triage::Language;

TEST_CASE("a date that opens its clause is told of by the verb behind it") {
  check({{french, "Jeudi il gelait dans la salle, le projecteur a lâché à 11 h.", "none"},
         {french, "Lundi les ouvriers étaient trois, mardi personne n'est venu.", "none"},
         {french, "Vendredi il faudrait le dossier complet.", "2026-03-13"},
         {english, "On Thursday I asked for a copy of my X-rays.", "none"},
         {english, "The room on Thursday was freezing, the projector gave out at 11 and lunch came at ten to two.",
          "none"},
         {english, "I collected it on Saturday and by Sunday evening the light was back on.", "none"},
         {english, "By Friday I needed the signed copy.", "2026-03-13"}});
}

TEST_CASE("an hour of a tale lies on the day that was told of, and today can be told of before it is over") {
  check({{english, "He dealt with the party on 1 March. He took the drums away at half past one.", "none"},
         {english, "They changed my password this morning. I present at 11.", "2026-03-10T11:00:00"},
         {french, "Ils ont changé mon mot de passe ce matin. Je présente à 11 h.", "2026-03-10T11:00:00"},
         {french, "Votre collègue m'a appelé aujourd'hui.", "none"}});
}

TEST_CASE("an appointment that is moved is a deadline at its hour, however its making is told") {
  check({{french, "Nous avions convenu de nous parler jeudi à 10 h. Peut-on reporter à la semaine du 23 ?",
          "2026-03-12T10:00:00"},
         {french, "J'ai l'hygiéniste vendredi à quatre heures moins vingt, je vais être obligée d'annuler.",
          "2026-03-13T15:40:00"},
         {french, "mardi 17h45 c mort pour moi, possible plus tard ds la semaine ?", "2026-03-17T17:45:00"},
         {french, "je serai pas là à 16h30 désolé", "2026-03-10T16:30:00"},
         {french, "Le rendez-vous de jeudi 9 h tient-il toujours ?", "2026-03-12T09:00:00"},
         {english, "I see we said Friday at 2. I've double-booked myself; would the Monday after do?",
          "2026-03-13T14:00:00"},
         {english, "sorry, wont make the 3pm. tmrw?", "2026-03-10T15:00:00"},
         {english, "do i still come tomoro 9.30 for the flat??", "2026-03-11T09:30:00"},
         {english, "I beg to cancel my seat on the course starting Thursday 19 March at nine.", "2026-03-19T09:00:00"},
         {english, "Monday's two o'clock session needs to go later in the week.", "2026-03-16T14:00:00"}});
}

TEST_CASE("days that are proposed, and the week of a wish, are no deadlines") {
  check({{french, "Pourrions-nous visiter la longère de Plouër dans la semaine ?", "none"},
         {french, "Est-ce que mercredi vous irait pour un appel rapide ?", "none"},
         {french, "Je suis chez moi toute la journée demain et jeudi, et vendredi jusqu'à deux heures.", "none"},
         {english, "Could we meet on site one day the week after next?", "none"},
         {english, "Would Wednesday suit you for a quick call?", "none"},
         {english, "I'm at my desk Monday to Thursday.", "none"},
         {english, "Plant sale: Saturday the 14th or the 21st?", "none"}});
}

TEST_CASE("where somebody is until a day binds nobody, unless it is only until then") {
  check({{french, "Je suis chez ma fille jusqu'au 27.", "none"},
         {french, "Elle ne sera joignable que jusqu'à midi.", "2026-03-10T12:00:00"},
         {english, "I shall be at my daughter's until the 27th.", "none"},
         {english, "She is away until the 16th so not before then, any morning after that.", "none"},
         {english, "He is only here until Friday.", "2026-03-13"},
         {english, "I'm around until Friday and then I'm off, so, any time before I go.", "2026-03-13"}});
}

TEST_CASE("asking for a call, mildly or on a condition, sets the day of the call") {
  check({{french, "Si quelqu'un pouvait me passer un coup de fil lundi ce serait bien.", "2026-03-16"},
         {french, "qqn peut m'appeler cet aprem ?", "2026-03-10"},
         {french, "Si le dossier pouvait être chez moi lundi prochain, je serais comblée.", "2026-03-16"},
         {french, "Ce serait bien pour jeudi.", "2026-03-12"},
         {english, "If somebody could give me a ring on Monday that would be great.", "2026-03-16"},
         {english, "Would like a ring first thing Thursday.", "2026-03-12"},
         {english, "If you could get it to me for Friday.", "2026-03-13"}});
}

TEST_CASE(
    "what happens if nothing is done by then makes a limit; what somebody decides, closes or prints does as well") {
  check({{french, "Si je ne l'ai pas sur mon compte demain soir, je saisis le conciliateur.", "2026-03-11"},
         {french, "Mme Duval, journaliste, boucle ce soir.", "2026-03-10"},
         {french, "Les demandes ouvrent le 16 mars et sont closes le 27.", "2026-03-27"},
         {french, "Nous décidons en fin de semaine.", "2026-03-13"},
         {french, "-70 %, vite, fin dimanche à minuit !", "2026-03-15T23:59:00"},
         {english, "If it's not in my account tomorrow night I'm filing a claim.", "2026-03-11"},
         {english, "She goes to press tonight.", "2026-03-10"},
         {english, "We decide at the end of the week.", "2026-03-13"},
         {english, "Your domain will be cancelled TODAY.", "2026-03-10"},
         {english, "Applications open on 16 March and close on the 27th.", "2026-03-27"}});
}

TEST_CASE("of two limits the earlier counts, and `that date` is the one named last") {
  check({{french, "À faire avant le 15 avril, donc un prix cette semaine si possible.", "2026-03-13"},
         {french, "L'assurance vient à terme le 31 mars. Il nous faut l'attestation avant cette date.", "2026-03-31"},
         {french, "Je signe vendredi, votre prix d'ici là ?", "2026-03-13"},
         {english, "We'd like it done before the 15th of April, so a price this week if you can.", "2026-03-13"},
         {english, "It needs sorting today or tomorrow at the very latest.", "2026-03-11"},
         {english, "The policy ends on 31 March. Please renew before that date.", "2026-03-31"}});
}

TEST_CASE("a limit of the hour is not lent the day of a noun, nor that of what follows else") {
  check({{french, "Il reste une place à l'audience du 18, ils la gardent jusqu'à seize heures.", "2026-03-10T16:00:00"},
         {english, "Funds must be released by 5.30 pm or completion slides to Monday.", "2026-03-10T17:30:00"},
         {english, "There's a slot at the hearing of the 18th, they hold it for us until four this afternoon.",
          "2026-03-10T16:00:00"}});
}

TEST_CASE("a validity beyond a year and a month that names reports are no limits") {
  check({{french, "Mon passeport expire le 13.02.2029.", "none"},
         {french, "Merci de me transmettre les rapports d'avril.", "none"},
         {french, "Nous pensons vendre, mais pas avant l'automne de l'an prochain.", "none"},
         {english, "My passport expires on 13.02.2029.", "none"},
         {english, "We're thinking of selling, not before the autumn of next year though.", "none"}});
}

TEST_CASE("amounts of time are given to do a thing") {
  check({{french, "Vous avez 24 heures pour reprendre ce canapé.", "2026-03-11T10:00:00"},
         {french, "Le frigoriste leur donne deux heures avant que la marchandise soit perdue.", "2026-03-10T12:00:00"},
         {english, "You have 24 hours to collect this sofa.", "2026-03-11T10:00:00"},
         {english, "Your client's observations within the fortnight, please.", "2026-03-24"},
         {english, "It must be spent before the month is out.", "2026-03-31"},
         {english, "The carer starts this day week, mended by then?", "2026-03-17"}});
}

TEST_CASE("at the weekend the week is the one to come") {
  check({{french, "Il me le faut d'ici la fin de la semaine.", "2026-03-20"},
         {english, "I'd like a call by the middle of the week.", "2026-03-18"}},
        "2026-03-15T20:00:00");
}

TEST_CASE("a weekday with its article lies in the week just named") {
  check({{french, "Un prix pour le milieu de la semaine prochaine, ce serait idéal ; la commission se réunit le jeudi.",
          "2026-03-18"},
         {english, "A price by the middle of next week, please; they meet on the Thursday.", "2026-03-18"}});
}

TEST_CASE("a question about dates is no request by them") {
  const auto judged_deadline = [](const char* lang, const char* text) {
    const Judgement judgement = judged(request_of(lang, text));
    return judgement.deadline ? format(*judgement.deadline) : "none";
  };
  CHECK(judged_deadline("fr", "Bonjour, y en a-t-il d'autres avant Noël ? Quels sont vos horaires ?") == "none");
  CHECK(judged_deadline("en", "Is the sale still on till the 21st? What are your opening hours on Sundays?") == "none");
  CHECK(judged_deadline("fr", "Pouvez-vous me renvoyer le contrat signé avant vendredi ?") == "2026-03-13");
  CHECK(judged_deadline("en", "Could you send me the signed contract before Friday?") == "2026-03-13");
}

TEST_CASE("what one's own office does, a measure and a tale's limits ask for nothing") {
  check({{french, "Nos bureaux ferment le 24 mars à midi et rouvrent le 4 avril.", "none"},
         {french, "La lampe de la cour s'éteint à 21 h au lieu de 23 h.", "none"},
         {french, "Votre poseur était attendu le 3, il ne s'est pas présenté.", "none"},
         {english, "Our offices close at noon on 24 March and reopen on 4 April.", "none"},
         {english, "The light goes off at nine in the evening instead of eleven.", "none"},
         {english, "Your fitter was expected on the 3rd and didn't show up.", "none"},
         {english, "They extended the closing date by a week, to 27 March.", "2026-03-27"}});
}

TEST_CASE("a weekday that follows is counted from the day just named") {
  check({{french, "Le relevé doit me parvenir vendredi en huit dernier carat, notre comptable clôt le lundi qui suit.",
          "2026-03-20"},
         {english, "It must reach me a week on Friday at the outside. We close the books the following Monday.",
          "2026-03-20"}});
}

TEST_CASE("the last moment is ahead, unlike the last day of its name") {
  check({{french, "Vendredi dernier délai", "2026-11-27"},
         {french, "C'est à rendre vendredi dernier délai, merci", "2026-11-27"},
         {french, "Lundi dernier carat", "2026-11-30"},
         {french, "mardi dernière limite", "2026-12-01"},
         {french, "Je vous ai écrit vendredi dernier.", "none"},
         {english, "It is due on Friday at the very latest, please.", "2026-11-27"},
         {english, "I wrote to you last Friday.", "none"}},
        wednesday);
}

TEST_CASE("what must be there before a date is due as many days before it") {
  check({{french, "Il me le faut la veille de l'audience du 2 décembre", "2026-12-01"},
         {french, "Il me le faut la veille de l'audience du 2 décembre à 9 h.", "2026-12-01"},
         {french, "Il me le faut la veille du conseil de vendredi.", "2026-11-26"},
         {french, "Il me le faut la veille de vendredi.", "2026-11-26"},
         {french, "Il me le faut la veille de Noël.", "2026-12-24"},
         {french, "Il me le faut deux jours avant le 2 décembre.", "2026-11-30"},
         {french, "L'audience est le 2 décembre à 9 h ; il nous faut le dossier deux jours avant.", "2026-11-30"},
         {french, "L'audience est le 2 décembre à 9 h ; il nous faut le dossier la veille.", "2026-12-01"},
         {french, "L'audience est le 2 décembre à 9 h. Il me faut le dossier la veille de l'audience.", "2026-12-01"},
         {french, "Je vous ai appelé la veille.", "none"},
         {english, "I need it the day before the hearing of 2 December", "2026-12-01"},
         {english, "I need it the day before the hearing of 2 December at 9am.", "2026-12-01"},
         {english, "I need it the day before Friday.", "2026-11-26"},
         {english, "I need it by Christmas Eve.", "2026-12-24"},
         {english, "I need it two days before the board meeting on 2 December.", "2026-11-30"},
         {english, "The hearing is on 2 December at 9am; we need the bundle two days before.", "2026-11-30"},
         {english, "The hearing is on 2 December at 9am. We need the bundle the day before the hearing.", "2026-12-01"},
         {english, "I called the day before yesterday.", "none"}},
        wednesday);
}

TEST_CASE("hours of opening, days left out and one's own promises ask for nothing") {
  check({{french, "Nous sommes ouverts jusqu'à 19 h.", "none"},
         {french, "La boutique ferme à 18 h.", "none"},
         {french, "N'importe quel jour sauf jeudi.", "none"},
         {french, "Je vous rappelle avant vendredi.", "none"},
         {french, "Je vous rappelle que le dossier est attendu avant vendredi.", "2026-11-27"},
         {french, "Vous aviez promis de rappeler lundi.", "none"},
         {english, "We are open until 7pm.", "none"},
         {english, "The shop closes at 6.", "none"},
         {english, "any day but Thursday", "none"},
         {english, "I will call you by Friday.", "none"},
         {english, "Will you call me by Friday?", "2026-11-27"},
         {english, "You promised to call back on Monday.", "none"},
         {english, "Applications are open until Friday.", "2026-11-27"}},
        wednesday);
}

TEST_CASE("a limit that is moved or put right is the one named last") {
  check({{french, "La date limite est reportée de jeudi à vendredi.", "2026-11-27"},
         {french, "Date limite : non pas jeudi mais vendredi.", "2026-11-27"},
         {english, "The deadline has been moved from Thursday to Friday.", "2026-11-27"},
         {english, "Deadline: not Thursday but Friday", "2026-11-27"}},
        wednesday);
}

TEST_CASE("between noon and two is the hour of lunch in both languages") {
  check({{french, "Merci de me rappeler entre midi et deux.", "2026-11-25T14:00:00"},
         {french, "rappeler entre midi et 2", "2026-11-25T14:00:00"},
         {english, "Please call me back between noon and two.", "2026-11-25T14:00:00"}},
        wednesday);
}

TEST_CASE("a limit is nearer than an offer, and a fragment that names a day asks for it") {
  check({{french, "Peut-on se parler avant le comité de mercredi ?", "2026-03-11"},
         {french, "Je ne suis pas là lundi. Mardi, alors.", "2026-03-17"},
         {french, "Le négociateur peut me biper demain ?", "2026-03-11"},
         {english, "Can we find a time to talk before Wednesday's meeting?", "2026-03-11"},
         {english, "I'm not in on Monday. Tuesday, then.", "2026-03-17"},
         {english, "Can the valuer bell me tomorrow?", "2026-03-11"},
         {english, "Could you let me know by the first whether it goes with the flat?", "2026-04-01"},
         {english, "any chance of a man b4 u shut today", "2026-03-10"}});
}

TEST_CASE(
    "a window of hours is read where it is named one, and what must come before somebody walks in has that hour") {
  check(
      {{english, "I have to cancel the boiler service tomorrow (8 to 10 slot).", "2026-03-11T08:00:00"},
       {english, "Another firm comes tomorrow at two o'clock to quote. You had better call before they walk in.",
        "2026-03-11T14:00:00"},
       {english, "Luis from the Saturday cabinet class, he has hurt his hand.", "none"},
       {english, "I'm in on Tuesday afternoon and all day Wednesday if the courier would like to try again.", "none"}});
}

TEST_CASE("whether a date binds depends on what the message is about") {
  const time::LocalTime now = *time::parse_local_time("2026-03-10T10:00:00");
  Mention friday;
  const Deadline unmarked{*time::parse_local_time("2026-03-13T00:00:00"), false, 0, false};
  const auto bound = [&](std::string_view category, const Mention& mention, const Deadline& deadline, int urgency = 0,
                         bool changes = false) {
    return binds(deadline, mention, {category, urgency, changes, now});
  };
  for (const char* category : {"incident", "delivery", "administrative", "billing"})
    CHECK(bound(category, friday, unmarked));
  for (const char* category : {"information", "thanks", "solicitation", "complaint", "callback", "appointment"})
    CHECK_FALSE(bound(category, friday, unmarked));
  CHECK(bound("appointment", friday, unmarked, 0, true));
  Mention hour = friday;
  hour.has_clock = hour.due_has_hour = true;
  CHECK(bound("complaint", hour, {*time::parse_local_time("2026-03-13T09:00:00"), true, 0, false}));
  CHECK_FALSE(bound("solicitation", hour, {*time::parse_local_time("2026-03-13T09:00:00"), true, 0, false}));
  CHECK(bound("solicitation", hour, {*time::parse_local_time("2026-03-10T14:00:00"), true, 0, false}));
  Mention week = friday;
  week.weak = true;
  week.value.grain = Grain::week;
  CHECK(bound("callback", week, {unmarked.at, false, 0, true}));
  CHECK_FALSE(bound("callback", week, {unmarked.at, false, 0, true}, -1));
  Mention wondered = friday;
  wondered.wondered = true;
  CHECK(bound("quote", wondered, {unmarked.at, false, 0, true}));
  CHECK_FALSE(bound("information", wondered, {unmarked.at, false, 0, true}));
}
