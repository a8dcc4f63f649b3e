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
