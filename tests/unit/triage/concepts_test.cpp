#include "core/triage/concepts.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace relais;
using namespace relais::triage;

namespace {

bool means(const char* word, Language language, std::string_view name) {
  for (const Concept concept_of : concepts_of(word, language)) {
    if (concepts_in(language)[concept_of].name == name) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("words of either language share their concepts, whole words and stems") {
  struct Row {
    const char* french;
    const char* english;
    const char* name;
  };
  const Row rows[] = {{"javel", "bleach", "poison"},         {"saignements", "bleeding", "blood"},
                      {"puericultrice", "nursery", "child"}, {"echafaudages", "scaffolding", "structure"},
                      {"gateaux", "cakes", "gift"},          {"obseques", "funeral", "occasion"}};
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(means(row.french, Language::french, row.name));
    CHECK(means(row.english, Language::english, row.name));
  }
}

TEST_CASE("a word without a concept has none, and a whole word is no stem") {
  for (const char* word : {"", "x", "zzz", "le", "1234567890123456789012345678901234567890"}) {
    CHECK(concepts_of(word, Language::french).empty());
    CHECK(concepts_of(word, Language::english).empty());
  }
  CHECK(means("car", Language::english, "vehicle"));
  CHECK(!means("carpet", Language::english, "vehicle"));
}

TEST_CASE("both languages name the same concepts, in one order, in words as tokens spell them") {
  const auto french = concepts_in(Language::french), english = concepts_in(Language::english);
  REQUIRE(french.size() == english.size());
  for (std::size_t i = 0; i < french.size(); ++i) {
    CHECK(french[i].name == english[i].name);
    for (const std::string_view words : {french[i].words, english[i].words}) {
      CAPTURE(std::string(words));
      CHECK(words.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789* ") == std::string_view::npos);
      CHECK(words.find("  ") == std::string_view::npos);
    }
  }
}
