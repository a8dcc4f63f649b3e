#include "core/triage/triage_dates.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::triage;

namespace {

DatesAnswer read(const char* text, Language language, const char* zone = "Europe/Paris") {
  return read_dates(text, language, *time::parse_local_time("2026-03-10T10:00:00"), zone);
}

std::string deadline_of(const char* text, Language language, const char* zone = "Europe/Paris") {
  const DatesAnswer answer = read(text, language, zone);
  return answer.deadline ? format(*answer.deadline) : "none";
}

}  // namespace

TEST_CASE("deadlines are relative to when the request came, a Tuesday at ten") {
  struct Row {
    Language language;
    const char* text;
    const char* deadline;
  };
  using enum Language;
  const Row rows[] = {{french, "Merci de répondre avant vendredi 17h.", "2026-03-13T17:00:00"},
                      {english, "Please answer before 5 pm on Friday.", "2026-03-13T17:00:00"},
                      {french, "Il me faut une réponse sous 48 h.", "2026-03-12T10:00:00"},
                      {english, "I need an answer within 48 hours.", "2026-03-12T10:00:00"},
                      {french, "À rendre pour lundi en huit.", "2026-03-23"},
                      {english, "It is due by Monday week.", "2026-03-23"},
                      {french, "D'ici la fin du mois, s'il vous plaît.", "2026-03-31"},
                      {english, "By close of play tomorrow, please.", "2026-03-11"},
                      {french, "Rappelez-moi demain dans la journée.", "2026-03-11"},
                      {french, "Il est gardé à vue et on veut l'entendre à 14 h.", "2026-03-10T14:00:00"},
                      {english, "Can you confirm tomorrow's viewing at six?", "2026-03-11T18:00:00"},
                      {english, "need to cancel my 8.30 tmrw", "2026-03-11T08:30:00"}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(deadline_of(row.text, row.language) == row.deadline);
  }
}

TEST_CASE("a date that only tells when something happened, happens or may begin is no deadline") {
  struct Row {
    Language language;
    const char* text;
  };
  using enum Language;
  const Row rows[] = {{french, "Suite à votre message du 2 mars."},
                      {english, "Following your letter of 2 March."},
                      {french, "Pas avant mercredi."},
                      {english, "Not before Wednesday."},
                      {french, "Bonne semaine !"},
                      {english, "Have a good weekend!"},
                      {french, "Le greffe sera fermé du 21 au 25 mars."},
                      {english, "The office will be shut 21 to 25 March."},
                      {french, "Merci, c'est noté, à jeudi."},
                      {english, "ok great see you thurs thx"},
                      {french, "Elle peut être là dans vingt minutes."},
                      {english, "She can be here in twenty minutes."},
                      {french, "Nous sommes ouverts tous les lundis."},
                      {english, "We are open every Monday."}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(deadline_of(row.text, row.language) == "none");
  }
}

TEST_CASE("3/4 is the third of April, and in America the fourth of March") {
  using enum Language;
  CHECK(deadline_of("À rendre avant le 3/4.", french) == "2026-04-03");
  CHECK(deadline_of("Due by 3/4.", english, "Europe/London") == "2026-04-03");
  CHECK(deadline_of("Due by 3/14.", english, "America/New_York") == "2026-03-14");
  CHECK(deadline_of("Due by 4/3.", english, "America/New_York") == "2026-04-03");
}

TEST_CASE("politeness and negation make the wording calm, haste makes it urgent") {
  using enum Language;
  CHECK(read("Rien d'urgent, quand vous aurez un moment.", french).urgency == -1);
  CHECK(read("No rush, whenever you can.", english).urgency == -1);
  CHECK(read("C'est urgent, rappelez-moi au plus vite.", french).urgency == 1);
  CHECK(read("Please call me back as soon as possible.", english).urgency == 1);
  CHECK(read("Ce n'est pas urgent.", french).urgency == -1);
  CHECK(read("Quels sont vos horaires ?", french).urgency == 0);
}

TEST_CASE("a span of days that shares its month is one mention") {
  using enum Language;
  for (const auto& [language, text] :
       {std::pair{french, "fermé du 13 au 15 juillet"}, std::pair{english, "closed from the 13th to the 15th of July"},
        std::pair{english, "closed 13 to 15 July"}, std::pair{french, "fermé 13-15 juillet"}}) {
    const DatesAnswer answer = read(text, language);
    const std::string shown = text;
    CAPTURE(shown);
    REQUIRE(answer.mentions.size() == 1);
    CHECK(time::format(answer.mentions[0].value.start) == "2026-07-13T00:00:00");
    REQUIRE(answer.mentions[0].value.end.has_value());
  }
}

TEST_CASE("days counted within a month, and units that come") {
  using enum Language;
  struct Row {
    Language language;
    const char* text;
    const char* start;
  };
  const Row rows[] = {{english, "the first Monday of October", "2026-10-05T00:00:00"},
                      {english, "the last Friday of this month", "2026-03-27T00:00:00"},
                      {english, "the 20th of next month", "2026-04-20T00:00:00"},
                      {french, "le dernier jour du mois", "2026-03-31T00:00:00"},
                      {french, "le premier mercredi du mois prochain", "2026-04-01T00:00:00"},
                      {english, "two Fridays from now", "2026-03-20T00:00:00"},
                      {english, "next 3 days", "2026-03-11T00:00:00"},
                      {french, "les 2 prochaines semaines", "2026-03-16T00:00:00"}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const DatesAnswer answer = read(row.text, row.language);
    REQUIRE(!answer.mentions.empty());
    CHECK(time::format(answer.mentions[0].value.start) == row.start);
  }
}

namespace {

std::string starts_of(const DatesAnswer& answer) {
  std::string out;
  for (const Mention& mention : answer.mentions)
    out += (out.empty() ? "" : " ") + time::format(mention.value.start).substr(0, 16);
  return out;
}

struct Start {
  Language language;
  const char* text;
  const char* start;
};

void check_starts(const std::vector<Start>& rows, const char* now = "2026-03-10T10:00:00") {
  for (const Start& row : rows) {
    const std::string text = row.text;
    CAPTURE(text);
    const char* zone = row.language == Language::english ? "America/New_York" : "Europe/Paris";
    CHECK(starts_of(read_dates(text, row.language, *time::parse_local_time(now), zone)) == row.start);
  }
}

}  // namespace

TEST_CASE("dates are written with marks, spaces, month names and short years, in any customary order") {
  using enum Language;
  check_starts({{french, "le 24 04 26", "2026-04-24T00:00"},
                {french, "du 06 12 34 56 78", ""},
                {french, "rendu le 20-avr-26", "2026-04-20T00:00"},
                {french, "le 5 juin 78", "1978-06-05T00:00"},
                {english, "born 23/Nov/1961", "1961-11-23T00:00"},
                {english, "on 2026-Apr-17", "2026-04-17T00:00"},
                {english, "Apr-2026-17", "2026-04-17T00:00"},
                {english, "by the 27", "2026-03-27T00:00"},
                {english, "in 2026-11", "2026-11-01T00:00"},
                {english, "invoice 2026-11", ""},
                {french, "lundi de Pâques", "2026-04-06T00:00"},
                {english, "Monday the twenty third", "2026-03-23T00:00"}});
}

TEST_CASE("a range shares its month, its year and its half of the day") {
  using enum Language;
  check_starts({{english, "April 6 - May 9, 2027", "2027-04-06T00:00"},
                {english, "from June to August", "2026-06-01T00:00"},
                {english, "Nov-Jan 2028", "2027-11-01T00:00"},
                {french, "de mai à juillet", "2026-05-01T00:00"},
                {french, "du lundi 16 au jeudi 19 mars", "2026-03-16T00:00"},
                {french, "du quinze au 17 avril", "2026-04-15T00:00"},
                {french, "entre 9h et 11h jeudi", "2026-03-12T09:00"},
                {french, "jeudi de 8h30 jusqu'à 10h", "2026-03-12T08:30"},
                {english, "Thursday 2-4", "2026-03-12T14:00"},
                {english, "tomorrow morning 8-10", "2026-03-11T08:00"},
                {english, "this evening from 7 to 8", "2026-03-10T19:00"}});
}

TEST_CASE("weeks, months and years have a beginning, a middle and an end") {
  using enum Language;
  check_starts({{french, "début de semaine prochaine", "2026-03-16T00:00"},
                {french, "fin de la semaine dernière", "2026-03-05T00:00"},
                {french, "toute la semaine", "2026-03-09T00:00"},
                {french, "début du mois de mai", "2026-05-01T00:00"},
                {french, "au début de l'année prochaine", "2027-01-01T00:00"},
                {french, "le week-end du 28 mars", "2026-03-28T00:00"},
                {english, "late last week", "2026-03-06T00:00"},
                {english, "the rest of the week", "2026-03-10T00:00"},
                {english, "beginning of the current week", "2026-03-09T00:00"},
                {english, "Monday from last week", "2026-03-02T00:00"},
                {english, "the last week of 2027", "2027-12-20T00:00"},
                {english, "the weekend of March 28", "2026-03-28T00:00"}});
}

TEST_CASE("units are counted back and forth from the one that runs, and from a day that is named") {
  using enum Language;
  check_starts({{english, "last 3 weeks", "2026-02-16T00:00"},
                {english, "past four months", "2025-11-01T00:00"},
                {english, "next 5 hours", "2026-03-10T11:00"},
                {english, "the next few days", "2026-03-11T00:00"},
                {english, "in the next four days", "2026-03-11T00:00"},
                {french, "les 3 derniers jours", "2026-03-07T00:00"},
                {french, "les deux prochaines heures", "2026-03-10T11:00"},
                {english, "two weeks before Easter", "2026-03-22T00:00"},
                {french, "trois jours avant Noël", "2026-12-22T00:00"},
                {french, "mardi en quinze", "2026-03-24T00:00"},
                {english, "in 1.5 hours", "2026-03-10T11:30"}});
}

TEST_CASE("hours are written and spoken in many ways") {
  using enum Language;
  check_starts({{english, "from 8a to 11a tomorrow", "2026-03-11T08:00"},
                {english, "around 6ish", "2026-03-10T18:00"},
                {english, "tonight 845", "2026-03-10T20:45"},
                {english, "eleven oh five", "2026-03-10T11:05"},
                {english, "ten minutes past 16h", "2026-03-10T16:10"},
                {english, "7, tonight", "2026-03-10T19:00"},
                {english, "flat 7a", ""},
                {french, "aux alentours de 16h", "2026-03-10T16:00"},
                {french, "on ouvre 5h15 du mat", "2026-03-11T05:15"},
                {french, "de 2 à 4pm", "2026-03-10T14:00"},
                {french, "le 16 à 18h", "2026-03-16T18:00"},
                {french, "à une heure et demie", "2026-03-10T13:30"}});
}

TEST_CASE("dates that no calendar has are none, and none is read from what is left of them") {
  using enum Language;
  check_starts({{french, "avant le 31 février", ""},
                {french, "le 32 mars", ""},
                {french, "le 31/02/2026", ""},
                {french, "30-fév-2026", ""},
                {french, "le 45 12 26", ""},
                {french, "du 31 au 35 mai", "2026-03-31T00:00"},
                {english, "before February 31", ""},
                {english, "June 31st, 2026", ""},
                {english, "the 31st of April", ""},
                {english, "32/Mar/2026", ""},
                {english, "2026-13-45", ""},
                {english, "at 25:70", ""}});
}

TEST_CASE("what would fall outside the years 1 to 9999 is no mention") {
  using enum Language;
  check_starts({{french, "avant le 3 mars", ""},
                {french, "dans 3 ans", ""},
                {french, "lundi en huit", ""},
                {english, "the end of next year", ""},
                {english, "in 4 weeks", ""},
                {english, "from May to March", ""}},
               "9999-12-31T10:00:00");
  check_starts({{french, "la semaine dernière", "0001-01-01T00:00"},
                {french, "le mois dernier", ""},
                {english, "5 years ago", ""},
                {english, "the last 2 weeks", ""}},
               "0001-01-08T10:00:00");
}

TEST_CASE("a day by which to call or answer is a deadline; what need not be done by it is none") {
  using enum Language;
  struct Row {
    Language language;
    const char* text;
    const char* deadline;
  };
  const Row rows[] = {{french, "Rappelez-moi aujourd'hui.", "2026-03-10"},
                      {french, "Pouvez-vous me rappeler cet après-midi ?", "2026-03-10"},
                      {french, "Pas besoin de me rappeler demain.", "none"},
                      {french, "Ne m'appelez pas jeudi, je serai en réunion.", "none"},
                      {french, "Inutile de répondre ce soir.", "none"},
                      {english, "Call me back today please.", "2026-03-10"},
                      {english, "Please get back to me by Thursday.", "2026-03-12"},
                      {english, "Could someone ring me tomorrow?", "2026-03-11"},
                      {english, "No need to ring me back tomorrow.", "none"},
                      {english, "Don't call today.", "none"},
                      {english, "Thanks for your call today.", "none"}};
  for (const Row& row : rows) {
    const std::string text = row.text;
    CAPTURE(text);
    CHECK(deadline_of(row.text, row.language) == row.deadline);
  }
}

TEST_CASE("the tense of the verb before a date tells whether it is over") {
  using enum Language;
  struct Row {
    Language language;
    const char* text;
    const char* deadline;
  };
  const Row rows[] = {{french, "Vous m'avez posé la couronne jeudi et elle bouge.", "none"},
                      {french, "Le technicien est venu vendredi.", "none"},
                      {french, "La réunion est prévue vendredi.", "2026-03-13"},
                      {french, "Vous m'avez écrit, répondez-moi vendredi.", "2026-03-13"},
                      {french, "Je serai fermé du 24 au 3.", "none"},
                      {french, "Le portail ferme ce soir, il me faut le dossier.", "2026-03-10"},
                      {french, "Je pars vendredi, il me faut les clés d'ici là.", "2026-03-13"},
                      {english, "He collected the keys on Thursday.", "none"},
                      {english, "We planted the hedge on the 5th.", "none"},
                      {english, "The delivery is booked on Thursday.", "2026-03-12"},
                      {english, "I have got the survey on Friday at nine.", "2026-03-13T09:00:00"},
                      {english, "The forms must be back by 1 pm on Thursday.", "2026-03-12T13:00:00"},
                      {english, "Signed and returned within 14 days, please.", "2026-03-24"},
                      {english, "He promised it within the hour.", "none"}};
  for (const Row& row : rows) {
    const std::string text = row.text;
    CAPTURE(text);
    CHECK(deadline_of(row.text, row.language) == row.deadline);
  }
}
