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

TEST_CASE("the holidays of each region are those of the published lists") {
  struct Row {
    const char* region;
    int year;
    const char* days;
  };
  const Row rows[] = {
      // gov.uk/bank-holidays; 2022 and 2023 for days that proclamations added or moved.
      {"GB-EAW", 2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"},
      {"GB-EAW", 2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"},
      {"GB-EAW", 2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26"},
      {"GB-EAW", 2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"},
      {"GB-EAW", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"},
      {"GB-EAW", 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"},
      {"GB-EAW", 2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26"},
      {"GB-SCT", 2022, "01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27"},
      {"GB-SCT", 2023, "01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26"},
      {"GB-SCT", 2024, "01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26"},
      {"GB-SCT", 2025, "01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26"},
      {"GB-SCT", 2026, "01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28"},
      {"GB-SCT", 2027, "01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28"},
      {"GB-SCT", 2028, "01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26"},
      {"GB-NIR", 2018, "01-01 03-19 03-30 04-02 05-07 05-28 07-12 08-27 12-25 12-26"},
      {"GB-NIR", 2024, "01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26"},
      {"GB-NIR", 2025, "01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26"},
      {"GB-NIR", 2026, "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28"},
      {"GB-NIR", 2027, "01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28"},
      {"GB-NIR", 2028, "01-03 03-17 04-14 04-17 05-01 05-29 07-12 08-28 12-25 12-26"},
      // Office of Personnel Management, federal holidays, as observed; its list of 2028 begins on 31 December 2027.
      {"US", 2023, "01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25"},
      {"US", 2024, "01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25"},
      {"US", 2025, "01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25"},
      {"US", 2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25"},
      {"US", 2027, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31"},
      {"US", 2028, "01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25"},
      // SPF Emploi, jours fériés légaux.
      {"BE", 2024, "01-01 04-01 05-01 05-09 05-20 07-21 08-15 11-01 11-11 12-25"},
      {"BE", 2025, "01-01 04-21 05-01 05-29 06-09 07-21 08-15 11-01 11-11 12-25"},
      {"BE", 2026, "01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25"},
      {"BE", 2027, "01-01 03-29 05-01 05-06 05-17 07-21 08-15 11-01 11-11 12-25"},
      {"BE", 2028, "01-01 04-17 05-01 05-25 06-05 07-21 08-15 11-01 11-11 12-25"},
      // Inspection du travail et des mines, jours fériés légaux; Ascension and Europe Day are one day in 2024.
      {"LU", 2024, "01-01 04-01 05-01 05-09 05-09 05-20 06-23 08-15 11-01 12-25 12-26"},
      {"LU", 2025, "01-01 04-21 05-01 05-09 05-29 06-09 06-23 08-15 11-01 12-25 12-26"},
      {"LU", 2026, "01-01 04-06 05-01 05-09 05-14 05-25 06-23 08-15 11-01 12-25 12-26"},
      {"LU", 2027, "01-01 03-29 05-01 05-06 05-09 05-17 06-23 08-15 11-01 12-25 12-26"},
      {"LU", 2028, "01-01 04-17 05-01 05-09 05-25 06-05 06-23 08-15 11-01 12-25 12-26"},
      // service-public.fr, jours fériés; Code du travail L3422-2.
      {"FR", 2024, "01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25"},
      {"FR", 2025, "01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25"},
      {"FR", 2027, "01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25"},
      {"FR", 2028, "01-01 04-17 05-01 05-08 05-25 06-05 07-14 08-15 11-01 11-11 12-25"},
      {"FR-ALSACE-MOSELLE", 2025, "01-01 04-18 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25 12-26"},
      {"FR-GUADELOUPE", 2026, "01-01 04-06 05-01 05-08 05-14 05-25 05-27 07-14 08-15 11-01 11-11 12-25"},
      {"FR-MARTINIQUE", 2026, "01-01 04-06 05-01 05-08 05-14 05-22 05-25 07-14 08-15 11-01 11-11 12-25"},
      {"FR-GUYANE", 2026, "01-01 04-06 05-01 05-08 05-14 05-25 06-10 07-14 08-15 11-01 11-11 12-25"},
      {"FR-REUNION", 2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-20 12-25"},
      {"FR-MAYOTTE", 2026, "01-01 04-06 04-27 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25"},
      {"FR-GUADELOUPE", 2028, "01-01 04-17 05-01 05-08 05-25 05-27 06-05 07-14 08-15 11-01 11-11 12-25"},
      {"FR-GUYANE", 2025, "01-01 04-21 05-01 05-08 05-29 06-09 06-10 07-14 08-15 11-01 11-11 12-25"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.region);
    CAPTURE(row.year);
    std::string days;
    for (const Holiday& holiday : holidays(*parse_region(row.region), row.year)) {
      CHECK(holiday_on(*parse_region(row.region), holiday.day));
      days += (days.empty() ? "" : " ") + format(holiday.day).substr(5);
    }
    CHECK(days == row.days);
  }
}

TEST_CASE("a substitute bears the name of its holiday; the weekend is no longer one") {
  struct Row {
    Region region;
    const char* day;
    const char* code;  // empty: none
  };
  const Row rows[] = {
      {Region::england_and_wales, "2026-12-28", "boxing-day"},
      {Region::england_and_wales, "2026-12-26", ""},
      {Region::england_and_wales, "2027-12-27", "christmas"},
      {Region::england_and_wales, "2022-12-27", "christmas"},
      {Region::scotland, "2023-01-02", "second-january"},
      {Region::scotland, "2023-01-03", "new-year"},
      {Region::scotland, "2028-01-03", "new-year"},
      {Region::scotland, "2028-01-04", "second-january"},
      {Region::scotland, "2026-06-15", "proclaimed"},
      {Region::england_and_wales, "2026-06-15", ""},
      {Region::united_states, "2027-12-31", "new-year"},
      {Region::united_states, "2028-01-01", ""},
      {Region::united_states, "2026-07-03", "independence-day"},
      {Region::belgium, "2026-08-15", "assumption"},
      {Region::scotland, "2026-04-06", ""},
      {Region::northern_ireland, "2020-05-04", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.day);
    const auto found = holiday_on(row.region, *parse_day(row.day));
    CHECK((found ? found->code : "") == row.code);
  }
}

TEST_CASE("the holidays of any year are of that year and ascend") {
  bool all = true;
  for (const Region region : regions()) {
    for (int year = 1; year <= 9999; year += 7) {
      Day before = to_day({year, 1, 1});
      for (const Holiday& holiday : holidays(region, year)) {
        all = all && holiday.day >= before && to_date(holiday.day).year == year;
        before = holiday.day;
      }
    }
  }
  CHECK(all);
}

TEST_CASE("regions have names") {
  CHECK(parse_region("FR") == Region::france);
  CHECK(parse_region("FR-ALSACE-MOSELLE") == Region::alsace_moselle);
  for (const char* text : {"", "fr", "GB", "FR-", "US-CA"}) CHECK_FALSE(parse_region(text));
  CHECK(name(Region::alsace_moselle) == "FR-ALSACE-MOSELLE");
  CHECK(name(Region::united_states) == "US");
  for (const Region region : regions()) CHECK(parse_region(name(region)) == region);
}

TEST_CASE("every holiday has its words in both languages") {
  std::set<std::string> worded;
  for (const auto& phrase : relais::words::holiday_phrases()) {
    CHECK_FALSE(phrase.english.empty());
    CHECK_FALSE(phrase.french.empty());
    worded.emplace(phrase.code);
  }
  std::set<std::string> known;
  for (const Region region : regions()) {
    for (const Holiday& holiday : holidays(region, 2022)) known.insert("holiday-" + std::string(holiday.code));
  }
  CHECK(worded == known);
}
