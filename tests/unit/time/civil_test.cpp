#include "core/time/civil.hpp"

#include <doctest/doctest.h>

using namespace relais::time;

TEST_CASE("days and dates are one calendar, both ways, over 10,000 years") {
  CHECK(to_day({1970, 1, 1}).days == 0);
  CHECK(to_day({2000, 3, 1}).days == 11017);
  CHECK(to_day({1, 1, 1}).days == -719162);
  Date expected{1, 1, 1};
  bool all = true;
  for (Day day = to_day(expected); day <= to_day({9999, 12, 31}); day = day + 1) {
    all = all && to_date(day) == expected && to_day(expected) == day;
    if (++expected.day > days_in_month(expected.year, expected.month)) {
      expected = {expected.year + expected.month / 12, expected.month % 12 + 1, 1};
    }
  }
  CHECK(all);
}

TEST_CASE("weekdays go on before 1970") {
  CHECK(weekday(*parse_day("1970-01-01")) == Weekday::thursday);
  CHECK(weekday(*parse_day("1969-12-28")) == Weekday::sunday);
  CHECK(weekday(*parse_day("2026-03-10")) == Weekday::tuesday);
  CHECK(weekday(*parse_day("0001-01-01")) == Weekday::monday);
}

TEST_CASE("weeks are those of ISO 8601") {
  struct Row {
    const char* day;
    int year, week;
  };
  const Row rows[] = {{"2026-01-01", 2026, 1},  {"2025-12-29", 2026, 1},  {"2024-12-30", 2025, 1},
                      {"2021-01-03", 2020, 53}, {"2021-01-04", 2021, 1},  {"2026-12-31", 2026, 53},
                      {"2027-01-03", 2026, 53}, {"2023-01-01", 2022, 52}, {"2026-03-10", 2026, 11}};
  for (const Row& row : rows) {
    CAPTURE(row.day);
    const Week week = iso_week(*parse_day(row.day));
    CHECK(week.year == row.year);
    CHECK(week.week == row.week);
  }
}

TEST_CASE("times are written and read in the forms of RFC 3339") {
  for (const char* text :
       {"0001-01-01T00:00:00", "1969-12-31T23:59:59", "2024-02-29T12:34:56", "9999-12-31T23:59:59"}) {
    CHECK(format(*parse_local_time(text)) == text);
    CHECK(format(*parse_instant(std::string(text) + "Z")) == std::string(text) + "Z");
  }
  CHECK(parse_instant("2001-09-09T01:46:40Z")->seconds == 1'000'000'000);
  CHECK(format(Day{-1}) == "1969-12-31");
}

TEST_CASE("what is no such time is refused") {
  for (const char* text : {"", "2026-03-10", "2026-03-10T10:00", "2026-03-10T10:00:00Z", "2026-02-29T10:00:00",
                           "2026-13-01T10:00:00", "2026-03-10T24:00:00", "2026-03-10T10:60:00", "2026-03-10T10:00:60",
                           "2026-03-10T10:00:00.5", "2026-03-10 10:00:00", "0000-01-01T00:00:00", "26-03-10T10:00:00",
                           "+2026-03-10T10:00:00", "2026-3-10T10:00:00", "2026-03-10T10:00:00 "}) {
    CAPTURE(text);
    CHECK_FALSE(parse_local_time(text));
  }
  CHECK_FALSE(parse_instant("2026-03-10T10:00:00"));
  CHECK_FALSE(parse_instant("2026-03-10T10:00:00+01:00"));
  CHECK_FALSE(parse_day("2026-04-31"));
  CHECK_FALSE(parse_day("2026-04-30T"));
}

TEST_CASE("a clock has minutes, and 24:00 ends the day") {
  CHECK(parse_clock("00:00") == 0);
  CHECK(parse_clock("09:30") == 570);
  CHECK(parse_clock("24:00") == 1440);
  for (const char* text : {"24:01", "25:00", "9:30", "09:60", "09:30:00", "", "0930", "-1:00"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_clock(text));
  }
  CHECK(format_clock(1440) == "24:00");
  CHECK(format_clock(570) == "09:30");
}

TEST_CASE("weekdays have the two letters of RFC 8984, in lower case") {
  CHECK(parse_weekday("mo") == Weekday::monday);
  CHECK(parse_weekday("su") == Weekday::sunday);
  CHECK_FALSE(parse_weekday("MO"));
  CHECK(name(Weekday::wednesday) == "we");
}
