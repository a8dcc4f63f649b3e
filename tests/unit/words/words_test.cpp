#include "core/words/words.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::words;

TEST_CASE("a reason is said in the language asked for") {
  const Reason reason{"unknown-reference", {{"id", "ana"}}};
  CHECK(render(reason, Language::english) == "Nothing has the id \"ana\".");
  CHECK(render(reason, Language::french) == "Rien ne porte l’identifiant «\u00A0ana\u00A0».");
  CHECK(render(reason, Language::french, {{"ana", "Ana Petit"}}) ==
        "Rien ne porte l’identifiant «\u00A0Ana Petit\u00A0».");
}

TEST_CASE("numbers without a kind stay as they are") {
  const Reason reason{"input-too-large", {{"size", std::int64_t{40000000}}, {"limit", std::int64_t{33554432}}}};
  CHECK(render(reason, Language::english) == "The input has 40000000 bytes; the limit is 33554432.");
  CHECK(render(reason, Language::french) == "L’entrée compte 40000000 octets\u00A0; la limite est 33554432.");
  const Reason learned{"learned-text", {{"priority", std::string("high")}, {"certainty", std::int64_t{969}}}};
  CHECK(render(learned, Language::french).ends_with("certitude 969\u00A0‰."));
}

TEST_CASE("a code that the catalogue does not know is said as it is") {
  CHECK(render({"of-tomorrow", {}}, Language::french) == "of-tomorrow");
  CHECK(word("priority", "of-tomorrow", Language::french) == "of-tomorrow");
}

TEST_CASE("a code of a family is said in words") {
  CHECK(word("priority", "high", Language::english) == "high");
  CHECK(word("priority", "high", Language::french) == "haute");
  const Reason reason{"too-many", {{"limit", std::int64_t{5}}, {"what", "events"}}};
  CHECK(render(reason, Language::english) == "There are more than 5 events.");
  CHECK(render(reason, Language::french) == "Il y a plus de 5 événements.");
}

TEST_CASE("a place without its argument, and braces inside an argument, stay as they are") {
  CHECK(render({"duplicate-id", {}}, Language::english) == "The id \"{id}\" stands twice.");
  CHECK(render({"duplicate-id", {{"id", "{id} ' :"}}}, Language::french) ==
        "L’identifiant «\u00A0{id} ' :\u00A0» figure deux fois.");
}

TEST_CASE("languages are known by name") {
  CHECK(parse_language("fr") == Language::french);
  CHECK(parse_language("en") == Language::english);
  CHECK_FALSE(parse_language("FR"));
  CHECK(name(Language::french) == "fr");
}

TEST_CASE("French counts millions with a noun, and elides before a vowel") {
  struct Row {
    std::int64_t n;
    const char *english, *french;
  };
  const Row rows[] = {
      {999'999, "999,999 tasks open", "999\u202F999 tâches ouvertes"},
      {1'000'000, "1,000,000 tasks open", "1\u00A0million de tâches ouvertes"},
      {1'000'001, "1,000,001 tasks open", "1\u202F000\u202F001 tâches ouvertes"},
      {2'000'000, "2,000,000 tasks open", "2\u00A0millions de tâches ouvertes"},
      {0, "0 tasks open", "Une tâche ouverte"},
  };
  for (const Row& row : rows) {
    CHECK(words::render({"handover.bottom-open", {{"n", row.n}}}, words::Language::english) == row.english);
    CHECK(words::render({"handover.bottom-open", {{"n", row.n}}}, words::Language::french) == row.french);
  }
  CHECK(words::render({"handover.entries-since", {{"n", std::int64_t{3'000'000}}}}, words::Language::french) ==
        "3\u00A0millions d’entrées sont venues depuis ce document.");
}
