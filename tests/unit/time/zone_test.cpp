#include "core/time/zone.hpp"

#include "core/time/posix_rule.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace relais::time;

namespace {

Instant instant(std::string_view text) { return *parse_instant(text); }
LocalTime local(std::string_view text) { return *parse_local_time(text); }

}  // namespace

TEST_CASE("an instant is told by the clocks of its zone") {
  struct Row {
    const char* zone;
    const char* at;
    const char* local;
  };
  const Row rows[] = {
      {"Europe/Paris", "2026-03-10T09:00:00Z", "2026-03-10T10:00:00"},
      {"Europe/Paris", "2026-03-29T00:59:59Z", "2026-03-29T01:59:59"},
      {"Europe/Paris", "2026-03-29T01:00:00Z", "2026-03-29T03:00:00"},
      {"Europe/Paris", "2026-10-25T00:59:59Z", "2026-10-25T02:59:59"},
      {"Europe/Paris", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00"},
      {"Europe/Paris", "1975-07-01T12:00:00Z", "1975-07-01T13:00:00"},
      {"Europe/Paris", "2087-07-01T12:00:00Z", "2087-07-01T14:00:00"},
      {"America/New_York", "2026-03-08T06:59:59Z", "2026-03-08T01:59:59"},
      {"America/New_York", "2026-03-08T07:00:00Z", "2026-03-08T03:00:00"},
      {"America/New_York", "2006-04-02T06:59:59Z", "2006-04-02T01:59:59"},
      {"Australia/Lord_Howe", "2026-04-04T14:59:59Z", "2026-04-05T01:59:59"},
      {"Australia/Lord_Howe", "2026-04-04T15:00:00Z", "2026-04-05T01:30:00"},
      {"Australia/Lord_Howe", "2026-10-03T15:30:00Z", "2026-10-04T02:30:00"},
      {"Asia/Kolkata", "2026-07-01T00:00:00Z", "2026-07-01T05:30:00"},
      {"Europe/Moscow", "2014-10-25T21:59:59Z", "2014-10-26T01:59:59"},
      {"Europe/Moscow", "2014-10-25T22:00:00Z", "2014-10-26T01:00:00"},
      {"Europe/Moscow", "2030-07-01T00:00:00Z", "2030-07-01T03:00:00"},
      {"Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29T23:59:59"},
      {"Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31T00:00:00"},
      {"Africa/Casablanca", "2026-02-15T01:59:59Z", "2026-02-15T02:59:59"},
      {"Africa/Casablanca", "2026-02-15T02:00:00Z", "2026-02-15T02:00:00"},
      {"Europe/Dublin", "2026-01-15T12:00:00Z", "2026-01-15T12:00:00"},
      {"Europe/Dublin", "2026-07-15T12:00:00Z", "2026-07-15T13:00:00"},
      {"America/Vancouver", "2026-12-01T17:00:00Z", "2026-12-01T10:00:00"},
      {"Africa/Monrovia", "1972-01-07T00:44:29Z", "1972-01-06T23:59:59"},
      {"Africa/Monrovia", "1972-01-07T00:44:30Z", "1972-01-07T00:44:30"},
      {"Asia/Kathmandu", "2026-01-01T00:00:00Z", "2026-01-01T05:45:00"},
      {"America/Sao_Paulo", "2026-01-01T00:00:00Z", "2025-12-31T21:00:00"},
      {"Etc/GMT-14", "2026-01-01T00:00:00Z", "2026-01-01T14:00:00"},
      {"UTC", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.zone);
    CAPTURE(row.at);
    const ZonePtr zone = find_zone(row.zone);
    REQUIRE(zone);
    CHECK(format(zone->to_local(instant(row.at))) == row.local);
  }
}

TEST_CASE("a skipped time keeps the offset before the jump, a repeated one is the first (RFC 5545 section 3.3.5)") {
  struct Row {
    const char* zone;
    const char* local;
    const char* at;
  };
  const Row rows[] = {
      {"Europe/Paris", "2026-03-29T01:59:59", "2026-03-29T00:59:59Z"},
      {"Europe/Paris", "2026-03-29T02:00:00", "2026-03-29T01:00:00Z"},
      {"Europe/Paris", "2026-03-29T02:30:00", "2026-03-29T01:30:00Z"},
      {"Europe/Paris", "2026-03-29T03:00:00", "2026-03-29T01:00:00Z"},
      {"Europe/Paris", "2026-10-25T01:59:59", "2026-10-24T23:59:59Z"},
      {"Europe/Paris", "2026-10-25T02:30:00", "2026-10-25T00:30:00Z"},
      {"Europe/Paris", "2026-10-25T03:00:00", "2026-10-25T02:00:00Z"},
      {"America/New_York", "2007-03-11T02:30:00", "2007-03-11T07:30:00Z"},
      {"America/New_York", "2007-11-04T01:30:00", "2007-11-04T05:30:00Z"},
      {"Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-03T15:45:00Z"},
      {"Australia/Lord_Howe", "2026-04-05T01:45:00", "2026-04-04T14:45:00Z"},
      {"Pacific/Apia", "2011-12-30T12:00:00", "2011-12-30T22:00:00Z"},
      {"Pacific/Apia", "2011-12-31T00:00:00", "2011-12-30T10:00:00Z"},
      {"Pacific/Kwajalein", "1993-08-21T12:00:00", "1993-08-22T00:00:00Z"},
      {"Europe/Paris", "2060-10-31T02:30:00", "2060-10-31T00:30:00Z"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.zone);
    CAPTURE(row.local);
    CHECK(format(find_zone(row.zone)->to_instant(local(row.local))) == row.at);
  }
}

TEST_CASE("the next transition comes from the table and, after its last, from the rule") {
  const ZonePtr paris = find_zone("Europe/Paris");
  const auto in_spring = paris->next_transition(instant("2026-01-01T00:00:00Z"), instant("2027-01-01T00:00:00Z"));
  REQUIRE(in_spring);
  CHECK(format(in_spring->at) == "2026-03-29T01:00:00Z");
  CHECK(in_spring->offset == 7200);
  CHECK(in_spring->daylight);
  const auto in_autumn = paris->next_transition(in_spring->at, instant("2026-10-25T01:00:00Z"));
  REQUIRE(in_autumn);
  CHECK(format(in_autumn->at) == "2026-10-25T01:00:00Z");
  CHECK_FALSE(paris->next_transition(in_spring->at, instant("2026-10-25T00:59:59Z")));
  CHECK_FALSE(
      find_zone("Asia/Kolkata")->next_transition(instant("1970-01-01T00:00:00Z"), instant("2200-01-01T00:00:00Z")));
  const auto negative =
      find_zone("Europe/Dublin")->next_transition(instant("2026-09-01T00:00:00Z"), instant("2027-01-01T00:00:00Z"));
  REQUIRE(negative);
  CHECK(negative->offset == 0);
  CHECK(negative->daylight);
}

TEST_CASE("names are those of IANA, links included, and those of Windows") {
  CHECK(zone_data_version() == "2026f");
  CHECK(find_zone("Asia/Calcutta")->name() == "Asia/Calcutta");
  CHECK(find_zone("Romance Standard Time")->name() == "Europe/Paris");
  CHECK(find_zone("India Standard Time")->name() == "Asia/Kolkata");
  CHECK(find_zone("Z")->name() == "Etc/UTC");
  CHECK(find_zone("UTC")->name() == "UTC");
  for (const char* name : {"", "Europe", "Europe/Pari", "Europe/Paris ", "europe/paris", "Mars/Olympus",
                           "Europe/Paris 0", "Europe/Paris\n", "\n", "GMT+1", "Africa/Abidjan 0\nAfrica/Accra"}) {
    CAPTURE(name);
    CHECK_FALSE(find_zone(name));
  }
}

TEST_CASE("the table is whole: every name has a zone, names are sorted, transitions ascend") {
  const auto names = zone_names();
  CHECK(names.size() > 590);
  CHECK(std::is_sorted(names.begin(), names.end()));
  CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
  for (const std::string_view name : names) {
    CAPTURE(name);
    const ZonePtr zone = find_zone(name);
    REQUIRE(zone);
    REQUIRE(zone->name() == name);
    Instant at{0};
    std::int32_t offset = zone->offset_at(at);
    while (const auto next = zone->next_transition(at, instant("2120-01-01T00:00:00Z"))) {
      REQUIRE(next->at > at);
      REQUIRE(zone->offset_at(next->at + -1) == offset);
      REQUIRE(zone->offset_at(next->at) == next->offset);
      REQUIRE(std::abs(next->offset) <= 16 * 3600);
      at = next->at;
      offset = next->offset;
    }
  }
}

// Half an hour near a transition, where the clock may show a time twice or never; a day where nothing happens.
std::int64_t step(const Zone& zone, Instant at) {
  const bool near = zone.next_transition(at + -2 * seconds_per_day, at + 2 * seconds_per_day).has_value();
  return near ? 1800 : seconds_per_day;
}

TEST_CASE("what a clock shows leads back to the instant, but for the second time that it shows it") {
  for (const char* name : {"Europe/Paris", "Australia/Lord_Howe", "America/New_York", "Africa/Casablanca",
                           "Pacific/Apia", "Antarctica/Troll", "America/Scoresbysund"}) {
    CAPTURE(name);
    const ZonePtr zone = find_zone(name);
    for (Instant at = instant("2010-01-01T00:07:00Z"); at < instant("2031-01-01T00:00:00Z");
         at = at + step(*zone, at)) {
      const LocalTime shown = zone->to_local(at);
      const Instant first = zone->to_instant(shown);
      REQUIRE(zone->to_local(first) == shown);
      REQUIRE(first <= at);
      if (first != at) REQUIRE(at - first == zone->offset_at(first) - zone->offset_at(at));
    }
  }
}

TEST_CASE("POSIX rules are read in all their forms (RFC 8536 section 3.3.1)") {
  const auto negative = parse_posix_rule("<-02>2<-01>,M3.5.0/-1,M10.5.0/0");
  REQUIRE(negative);
  CHECK(negative->standard_offset == -7200);
  CHECK(negative->daylight_offset == -3600);
  CHECK(negative->to_daylight.time == -3600);
  const Zone all_year("x", 0, {}, parse_posix_rule("XXX3EDT4,0/0,J365/23"));
  for (int year = 2024; year < 2030; ++year) {
    CHECK(all_year.offset_at({midnight(to_day({year, 1, 1})).seconds + 4 * 3600}) == -4 * 3600);
    CHECK(all_year.offset_at({midnight(to_day({year, 6, 1})).seconds}) == -4 * 3600);
  }
  CHECK_FALSE(all_year.next_transition({0}, instant("2100-01-01T00:00:00Z")));
  const Zone julian("x", 0, {}, parse_posix_rule("AAA0BBB,J60/0,J61/0"));
  CHECK(julian.offset_at(instant("2024-03-01T00:00:00Z")) == 3600);
  CHECK(julian.offset_at(instant("2024-02-29T23:59:59Z")) == 0);
  CHECK(julian.offset_at(instant("2025-03-01T00:00:00Z")) == 3600);
  const Zone zero_based("x", 0, {}, parse_posix_rule("AAA0BBB,59/0,61/0"));
  CHECK(zero_based.offset_at(instant("2024-02-29T00:00:00Z")) == 3600);
  CHECK(zero_based.offset_at(instant("2025-03-01T00:00:00Z")) == 3600);
  for (const char* text : {"", "X", "1", "X-1X", "X-1X,M3.5.0", "X-1X,M13.5.0,M10.5.0", "X-1X,M3.6.0,M10.5.0",
                           "X-1X,M3.5.7,M10.5.0", "X-1X,M3.5.0,M10.5.0/168", "X-25", "X-1,", "<X-1", "X-1X,J0,J1"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_posix_rule(text));
  }
}
