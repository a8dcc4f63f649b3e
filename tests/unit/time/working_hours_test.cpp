#include "core/time/working_hours.hpp"

#include "core/base/random.hpp"

#include <doctest/doctest.h>

using namespace relais::time;

namespace {

Instant instant(std::string_view text) { return *parse_instant(text); }

WorkingHours office() {
  WorkingHours hours;
  for (int day = 0; day < 5; ++day) hours.week[day] = {{9 * 60, 12 * 60}, {14 * 60, 18 * 60}};
  return hours;
}

WorkingHours every_day(std::vector<ClockSpan> spans) {
  WorkingHours hours;
  hours.week.fill(spans);
  return hours;
}

// The definition, minute by minute: a minute is work if the clock shows a working minute for the first time.
std::int64_t minutes_counted(const WorkingHours& hours, const Zone& zone, Instant from, Instant to) {
  std::int64_t minutes = 0;
  for (Instant at = from; at < to; at = at + 60) {
    const LocalTime local = zone.to_local(at);
    const Day day = day_of(local);
    if (hours.region && holiday_on(*hours.region, day)) continue;
    const int minute = second_of_day(local) / 60;
    for (const ClockSpan& span : hours.week[static_cast<std::size_t>(weekday(day))]) {
      if (span.from <= minute && minute < span.to) ++minutes;
    }
  }
  return minutes;
}

}  // namespace

TEST_CASE("work is counted between two instants") {
  struct Row {
    const char* from;
    const char* to;
    std::int64_t minutes;
  };
  const Row rows[] = {
      {"2026-03-10T08:00:00Z", "2026-03-10T17:00:00Z", 420},  // a day less its lunch
      {"2026-03-10T10:59:00Z", "2026-03-10T13:01:00Z", 2},    // across lunch
      {"2026-03-13T16:30:00Z", "2026-03-16T08:15:00Z", 45},   // across a week-end
      {"2026-03-14T00:00:00Z", "2026-03-15T00:00:00Z", 0},    // a Saturday
      {"2026-04-05T22:00:00Z", "2026-04-06T22:00:00Z", 0},    // Easter Monday
      {"2026-03-27T17:00:00Z", "2026-03-30T07:30:00Z", 30},   // the clock goes forward
      {"2026-10-23T16:00:00Z", "2026-10-26T08:30:00Z", 30},   // and back
      {"2026-03-10T17:00:00Z", "2026-03-10T08:00:00Z", 0},    // backwards
      {"2026-03-10T08:00:00Z", "2026-03-10T08:00:00Z", 0},
  };
  WorkingHours hours = office();
  hours.region = Region::france;
  const ZonePtr paris = find_zone("Europe/Paris");
  for (const Row& row : rows) {
    CAPTURE(row.from);
    CHECK(business_seconds(hours, *paris, instant(row.from), instant(row.to)) == row.minutes * 60);
  }
}

TEST_CASE("an edge in a skipped hour is the jump, at a repeated hour the first") {
  const ZonePtr paris = find_zone("Europe/Paris");
  const auto on = [&](const char* day, ClockSpan span) {
    const Instant from{midnight(*parse_day(day)).seconds - 7200};
    return working_intervals(every_day({span}), *paris, from, from + 26 * 3600);
  };
  const auto jump = instant("2026-03-29T01:00:00Z");
  CHECK(on("2026-03-29", {2 * 60 + 30, 4 * 60}).at(0) == Interval{jump, instant("2026-03-29T02:00:00Z")});
  CHECK(on("2026-03-29", {60, 2 * 60 + 30}).at(0) == Interval{instant("2026-03-29T00:00:00Z"), jump});
  CHECK(on("2026-03-29", {2 * 60, 3 * 60}).empty());
  CHECK(on("2026-10-25", {2 * 60 + 30, 4 * 60}).at(0) ==
        Interval{instant("2026-10-25T00:30:00Z"), instant("2026-10-25T03:00:00Z")});
  CHECK(on("2026-10-25", {60, 2 * 60 + 30}).at(0) ==
        Interval{instant("2026-10-24T23:00:00Z"), instant("2026-10-25T00:30:00Z")});
}

TEST_CASE("a day that a zone skipped has no work") {
  const ZonePtr apia = find_zone("Pacific/Apia");
  const auto week = working_intervals(every_day({{540, 1020}}), *apia, instant("2011-12-29T10:00:00Z"),
                                      instant("2012-01-01T10:00:00Z"));
  REQUIRE(week.size() == 3);
  CHECK(format(apia->to_local(week[0].from)) == "2011-12-29T09:00:00");
  CHECK(format(apia->to_local(week[1].from)) == "2011-12-31T09:00:00");
}

TEST_CASE("24:00 joins the next day, and a day may change on its local midnight") {
  const ZonePtr paris = find_zone("Europe/Paris");
  const auto nights = working_intervals(every_day({{0, 360}, {1320, 1440}}), *paris, instant("2026-03-10T11:00:00Z"),
                                        instant("2026-03-12T11:00:00Z"));
  REQUIRE(nights.size() == 2);
  CHECK(nights[0] == Interval{instant("2026-03-10T21:00:00Z"), instant("2026-03-11T05:00:00Z")});
  CHECK(business_seconds(every_day({{0, 1440}}), *paris, instant("2026-03-28T23:00:00Z"),
                         instant("2026-03-29T22:00:00Z")) == 23 * 3600);
}

TEST_CASE("days off are free, whatever the region") {
  WorkingHours hours = office();
  hours.closed = {*parse_day("2026-03-10")};
  const ZonePtr paris = find_zone("Europe/Paris");
  CHECK(business_seconds(hours, *paris, instant("2026-03-10T00:00:00Z"), instant("2026-03-10T23:00:00Z")) == 0);
  CHECK(business_seconds(hours, *paris, instant("2026-04-06T00:00:00Z"), instant("2026-04-06T22:00:00Z")) == 25200);
}

TEST_CASE("counted work is the work of every minute, where no hour repeats") {
  WorkingHours hours = office();
  hours.week[5] = {{0, 300}, {1380, 1440}};
  hours.week[6] = {{0, 240}};
  hours.region = Region::alsace_moselle;
  const ZonePtr paris = find_zone("Europe/Paris");
  relais::SplitMix64 random(7);
  for (int round = 0; round < 40; ++round) {
    const Instant from = instant("2026-01-01T00:00:00Z") + 60 * std::int64_t{random.below(60 * 24 * 280)};
    const Instant to = from + 60 * std::int64_t{random.below(60 * 24 * 12)};
    CHECK(business_seconds(hours, *paris, from, to) == 60 * minutes_counted(hours, *paris, from, to));
  }
}

TEST_CASE("adding work undoes counting it") {
  const ZonePtr paris = find_zone("Europe/Paris");
  WorkingHours hours = office();
  hours.region = Region::france;
  relais::SplitMix64 random(3);
  for (int round = 0; round < 200; ++round) {
    const Instant from = instant("2026-01-01T00:00:00Z") + std::int64_t{random.below(86400 * 360)};
    const std::int64_t seconds = 1 + random.below(86400 * 20);
    const auto end = add_business_seconds(hours, *paris, from, seconds);
    REQUIRE(end);
    REQUIRE(business_seconds(hours, *paris, from, *end) == seconds);
    REQUIRE(business_seconds(hours, *paris, from, *end + -1) == seconds - 1);
  }
}

TEST_CASE("work ends with the day it fills, and not at all without hours or within ten years") {
  const ZonePtr paris = find_zone("Europe/Paris");
  const Instant from = instant("2026-03-10T08:00:00Z");
  CHECK(add_business_seconds(office(), *paris, from, 25200) == instant("2026-03-10T17:00:00Z"));
  CHECK(add_business_seconds(office(), *paris, from, 25201) == instant("2026-03-11T08:00:01Z"));
  CHECK(add_business_seconds(office(), *paris, from, 0) == from);
  CHECK_FALSE(add_business_seconds({}, *paris, from, 1));
  CHECK_FALSE(add_business_seconds(office(), *paris, from, std::int64_t{25200} * 5 * 52 * 11));
  WorkingHours always_off = office();
  for (Day day = *parse_day("2026-03-01"); day < *parse_day("2037-01-01"); day = day + 1)
    always_off.closed.push_back(day);
  CHECK_FALSE(add_business_seconds(always_off, *paris, from, 1));
}
