#include "core/time/holidays.hpp"

#include "core/words/words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace relais::time;

TEST_CASE("Easter is that of the Gregorian calendar") {
  for (const char* text : {"1818-03-22", "1886-04-25", "1943-04-25", "1961-04-02", "2000-04-23", "2008-03-23",
                           "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25", "2285-03-22", "4089-04-10"}) {
    CAPTURE(text);
    const Day day = *parse_day(text);
    CHECK(format(easter(to_date(day).year)) == text);
  }
}

TEST_CASE("Easter is a Sunday from 22 March to 25 April in every year") {
  bool all = true;
  for (int year = 1; year <= 9999; ++year) {
    const Day day = easter(year);
    all = all && weekday(day) == Weekday::sunday && day >= to_day({year, 3, 22}) && day <= to_day({year, 4, 25});
  }
  CHECK(all);
}

TEST_CASE("France has eleven public holidays (Code du travail L3133-1)") {
  struct Row {
    const char* day;
    const char* code;
  };
  const Row rows[] = {{"2026-01-01", "new-year"},     {"2026-04-06", "easter-monday"}, {"2026-05-01", "labour-day"},
                      {"2026-05-08", "victory-day"},  {"2026-05-14", "ascension"},     {"2026-05-25", "whit-monday"},
                      {"2026-07-14", "national-day"}, {"2026-08-15", "assumption"},    {"2026-11-01", "all-saints"},
                      {"2026-11-11", "armistice"},    {"2026-12-25", "christmas"}};
  const auto all = holidays(Region::france, 2026);
  REQUIRE(all.size() == std::size(rows));
  for (std::size_t i = 0; i < all.size(); ++i) {
    CHECK(format(all[i].day) == rows[i].day);
    CHECK(all[i].code == rows[i].code);
    CHECK(holiday_on(Region::france, all[i].day)->code == rows[i].code);
  }
  CHECK_FALSE(holiday_on(Region::france, *parse_day("2026-04-03")));
  CHECK_FALSE(holiday_on(Region::france, *parse_day("2026-12-26")));
}

TEST_CASE("two holidays may fall on one day: Ascension on 1 May 2008") {
  const auto all = holidays(Region::france, 2008);
  CHECK(all.size() == 11);
  CHECK(std::count_if(all.begin(), all.end(), [](const Holiday& h) { return format(h.day) == "2008-05-01"; }) == 2);
}

TEST_CASE("Alsace and Moselle have Good Friday and 26 December too (Code du travail L3134-13)") {
  CHECK(holidays(Region::alsace_moselle, 2026).size() == 13);
  CHECK(holiday_on(Region::alsace_moselle, *parse_day("2026-04-03"))->code == "good-friday");
  CHECK(holiday_on(Region::alsace_moselle, *parse_day("2026-12-26"))->code == "saint-stephen");
}

TEST_CASE("regions have names") {
  CHECK(parse_region("FR") == Region::france);
  CHECK(parse_region("FR-ALSACE-MOSELLE") == Region::alsace_moselle);
  for (const char* text : {"", "fr", "BE", "FR-"}) CHECK_FALSE(parse_region(text));
  CHECK(name(Region::alsace_moselle) == "FR-ALSACE-MOSELLE");
}

TEST_CASE("every holiday has its words in both languages") {
  std::set<std::string> worded;
  for (const auto& phrase : relais::words::holiday_phrases()) {
    CHECK_FALSE(phrase.english.empty());
    CHECK_FALSE(phrase.french.empty());
    worded.emplace(phrase.code);
  }
  std::set<std::string> known;
  for (const Holiday& holiday : holidays(Region::alsace_moselle, 2026))
    known.insert("holiday-" + std::string(holiday.code));
  CHECK(worded == known);
}
