#include "core/words/values.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace relais;
using namespace relais::words;

namespace {

// U+00A0 as ~ and U+202F as ^, so that rows can be read.
std::string visible(std::string text) {
  for (const auto& [space, sign] : {std::pair<std::string, std::string>{"\u00A0", "~"}, {"\u202F", "^"}}) {
    for (auto at = text.find(space); at != std::string::npos; at = text.find(space))
      text.replace(at, space.size(), sign);
  }
  return text;
}

}  // namespace

TEST_CASE("numbers are grouped by three in the manner of the language") {
  struct Row {
    std::int64_t value;
    const char *english, *french;
  };
  const Row rows[] = {{0, "0", "0"},
                      {999, "999", "999"},
                      {1000, "1,000", "1^000"},
                      {-1000, "-1,000", "-1^000"},
                      {-100, "-100", "-100"},
                      {9007199254740991, "9,007,199,254,740,991", "9^007^199^254^740^991"}};
  for (const Row& row : rows) {
    CHECK(visible(number(row.value, Language::english)) == row.english);
    CHECK(visible(number(row.value, Language::french)) == row.french);
  }
}

TEST_CASE("minutes are said in hours and minutes") {
  struct Row {
    std::int64_t value;
    const char *english, *french;
  };
  const Row rows[] = {{0, "0~min", "0~min"},        {45, "45~min", "45~min"},     {60, "1~h", "1~h"},
                      {65, "1~h~5~min", "1~h~05"},  {90, "1~h~30~min", "1~h~30"}, {-90, "-1~h~30~min", "-1~h~30"},
                      {90000, "1,500~h", "1^500~h"}};
  for (const Row& row : rows) {
    CHECK(visible(minutes(row.value, Language::english)) == row.english);
    CHECK(visible(minutes(row.value, Language::french)) == row.french);
  }
}

TEST_CASE("dates and clocks are said in words") {
  struct Row {
    const char *local, *english, *french;
  };
  const Row rows[] = {
      {"2026-03-10T10:30:00", "Tuesday 10~March at 10:30", "mardi 10~mars à 10~h~30"},
      {"2026-03-01T09:00:59", "Sunday 1~March at 9:00", "dimanche 1er~mars à 9~h"},
      {"2026-08-15T00:05:00", "Saturday 15~August at 0:05", "samedi 15~août à 0~h~05"},
  };
  for (const Row& row : rows) {
    const auto local = time::parse_local_time(row.local);
    REQUIRE(local);
    CHECK(visible(moment(*local, Language::english)) == row.english);
    CHECK(visible(moment(*local, Language::french)) == row.french);
  }
  CHECK(visible(date(time::to_day({2028, 2, 29}), Language::french)) == "mardi 29~février 2028");
  CHECK(visible(date(time::to_day({2028, 2, 29}), Language::english)) == "Tuesday 29~February 2028");
  CHECK(visible(clock(1440, Language::french)) == "24~h");
}

TEST_CASE("French counts 0 and 1 as singular, English 1 alone") {
  CHECK(is_singular(0, Language::french));
  CHECK(is_singular(1, Language::french));
  CHECK_FALSE(is_singular(2, Language::french));
  CHECK_FALSE(is_singular(0, Language::english));
  CHECK(is_singular(1, Language::english));
  CHECK_FALSE(is_singular(-1, Language::english));
}
