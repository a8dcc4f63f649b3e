#include "core/base/limits.hpp"
#include "core/calendar/recurrence_set.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace relais;
using namespace relais::calendar;

namespace {

struct Case {
  const char* what;
  const char* start;  // a local time or a day
  const char* zone;   // empty: floating
  const char* rule;
  const char* expected;  // the first ones, spaces between; whole if `complete`
  bool complete = true;
};

RecurrenceSet set_of(const Case& row, std::size_t limit) {
  RecurrenceSet set;
  if (const auto at = time::parse_local_time(row.start)) set.start = *at;
  if (const auto day = time::parse_day(row.start)) {
    set.start = time::midnight(*day);
    set.form = Recurrence::Form::day;
  }
  set.zone = *row.zone ? time::find_zone(row.zone) : nullptr;
  set.rules.push_back(*parse_rrule(row.rule));
  set.limit = limit;
  return set;
}

std::string text_of(const RecurrenceSet& set, const RecurrenceAnswer& answer) {
  std::string out;
  for (const time::LocalTime at : answer.occurrences) {
    if (!out.empty()) out += ' ';
    std::string text = time::format(at);
    if (set.form == Recurrence::Form::day) text.resize(10);
    out += text;
  }
  return out;
}

void check(const Case& row) {
  CAPTURE(row.what);
  CAPTURE(row.rule);
  std::size_t count = *row.expected ? 1 : 0;
  for (const char c : std::string_view(row.expected)) count += c == ' ' ? 1 : 0;
  const RecurrenceSet set = set_of(row, row.complete ? 1000 : count);
  const auto answer = occurrences_of(set);
  REQUIRE(answer.ok());
  CHECK(text_of(set, *answer) == row.expected);
  CHECK(answer->complete == row.complete);
}

}  // namespace

TEST_CASE("rules occur as RFC 5545 section 3.3.10 says") {
  const Case rows[] = {
      {"every other month on two days", "2026-01-05", "", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=5,-1;COUNT=4",
       "2026-01-05 2026-01-31 2026-03-05 2026-03-31"},
      {"a day that a month lacks is no occurrence", "2026-01-31", "", "FREQ=MONTHLY;COUNT=3",
       "2026-01-31 2026-03-31 2026-05-31"},
      {"29 February comes in leap years", "2024-02-29", "", "FREQ=YEARLY;COUNT=3", "2024-02-29 2028-02-29 2032-02-29"},
      {"a numbered weekday and a plain one together", "2026-01-02", "", "FREQ=MONTHLY;BYDAY=2TU,FR;COUNT=6",
       "2026-01-02 2026-01-09 2026-01-13 2026-01-16 2026-01-23 2026-01-30"},
      {"weeks begin where WKST says", "2026-03-08", "", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU;COUNT=4",
       "2026-03-08 2026-03-09 2026-03-22 2026-03-23"},
      {"and on Monday without it", "2026-03-08", "", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;COUNT=4",
       "2026-03-08 2026-03-16 2026-03-22 2026-03-30"},
      {"positions count the whole period, before the start cuts it", "2026-03-11", "",
       "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,3;COUNT=3", "2026-03-11 2026-03-16 2026-03-18"},
      {"the last working day of a month", "2026-01-01", "", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3",
       "2026-01-30 2026-02-27 2026-03-31"},
      {"a week's year counts, not the day's", "2025-12-29", "", "FREQ=YEARLY;INTERVAL=2;BYWEEKNO=1;BYDAY=MO,FR;COUNT=4",
       "2025-12-29 2026-01-02 2028-01-03 2028-01-07"},
      {"week 53 where there is one", "2020-01-01", "", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=TH;COUNT=3",
       "2020-12-31 2026-12-31 2032-12-30"},
      {"a day of the year from its end", "2026-01-01", "", "FREQ=YEARLY;BYYEARDAY=-1,1;COUNT=3",
       "2026-01-01 2026-12-31 2027-01-01"},
      {"Friday the thirteenth", "2026-01-01", "", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3",
       "2026-02-13 2026-03-13 2026-11-13"},
      {"a weekday of the year", "2026-01-01", "", "FREQ=YEARLY;BYDAY=20MO,-1SU;COUNT=3",
       "2026-05-18 2026-12-27 2027-05-17"},
      {"a weekday of the month where the rule names months", "2026-01-01", "",
       "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU;COUNT=3", "2026-03-29 2026-10-25 2027-03-28"},
      {"a birthday by its day alone stays in its month", "2026-02-14", "", "FREQ=YEARLY;BYMONTHDAY=14;COUNT=3",
       "2026-02-14 2027-02-14 2028-02-14"},
      {"a start that the rule misses is not its occurrence", "2026-03-10T09:00:00", "", "FREQ=WEEKLY;BYDAY=TH;COUNT=2",
       "2026-03-12T09:00:00 2026-03-19T09:00:00"},
      {"hours and minutes of a day", "2026-03-10T09:00:00", "", "FREQ=DAILY;BYHOUR=8,14;BYMINUTE=0,30;COUNT=5",
       "2026-03-10T14:00:00 2026-03-10T14:30:00 2026-03-11T08:00:00 2026-03-11T08:30:00 2026-03-11T14:00:00"},
      {"every 7 hours on working days", "2026-03-13T08:00:00", "", "FREQ=HOURLY;INTERVAL=7;BYDAY=MO,FR;COUNT=5",
       "2026-03-13T08:00:00 2026-03-13T15:00:00 2026-03-13T22:00:00 2026-03-16T06:00:00 2026-03-16T13:00:00"},
      {"every 90 minutes", "2026-03-13T22:30:00", "", "FREQ=MINUTELY;INTERVAL=90;COUNT=3",
       "2026-03-13T22:30:00 2026-03-14T00:00:00 2026-03-14T01:30:00"},
      {"seconds that a filter lets pass", "2026-03-13T00:00:00", "",
       "FREQ=SECONDLY;INTERVAL=50;BYSECOND=0;BYHOUR=3;COUNT=3",
       "2026-03-13T03:00:00 2026-03-13T03:05:00 2026-03-13T03:10:00"},
      {"second 60 is second 59", "2026-03-13T00:00:00", "", "FREQ=DAILY;BYSECOND=60;COUNT=1", "2026-03-13T00:00:59"},
      {"parts below a day say nothing of days", "2026-03-13", "", "FREQ=DAILY;BYHOUR=3;COUNT=2",
       "2026-03-13 2026-03-14"},
      {"COUNT beside UNTIL: what ends first", "2026-03-13", "", "FREQ=DAILY;COUNT=9;UNTIL=20260314",
       "2026-03-13 2026-03-14"},
      {"without an end", "2026-03-13", "", "FREQ=DAILY", "2026-03-13 2026-03-14 2026-03-15", false},
  };
  for (const Case& row : rows) check(row);
}

TEST_CASE("UNTIL is a local time, an instant or a day") {
  const Case rows[] = {
      {"an instant against a zone", "2026-03-10T09:00:00", "America/Los_Angeles", "FREQ=DAILY;UNTIL=20260311T160000Z",
       "2026-03-10T09:00:00 2026-03-11T09:00:00"},
      {"one second less", "2026-03-10T09:00:00", "America/Los_Angeles", "FREQ=DAILY;UNTIL=20260311T155959Z",
       "2026-03-10T09:00:00"},
      {"an instant against a floating start is a local time", "2026-03-10T09:00:00", "",
       "FREQ=DAILY;UNTIL=20260311T090000Z", "2026-03-10T09:00:00 2026-03-11T09:00:00"},
      {"a day ends with its last second", "2026-03-10T09:00:00", "Europe/Paris", "FREQ=DAILY;UNTIL=20260311",
       "2026-03-10T09:00:00 2026-03-11T09:00:00"},
      {"a time against days", "2026-03-10", "", "FREQ=DAILY;UNTIL=20260311T235959Z", "2026-03-10 2026-03-11"},
      {"before the start", "2026-03-10", "", "FREQ=DAILY;UNTIL=20260309", ""},
  };
  for (const Case& row : rows) check(row);
}

TEST_CASE("a time that the clock skips is shifted and occurs once (RFC 5545 section 3.3.5)") {
  const Case rows[] = {
      {"New York, 10 March 2024", "2024-03-09T02:30:00", "America/New_York", "FREQ=DAILY;COUNT=3",
       "2024-03-09T02:30:00 2024-03-10T03:30:00 2024-03-11T02:30:00"},
      {"an hourly rule meets the shifted hour", "2026-03-29T00:00:00", "Europe/Paris", "FREQ=HOURLY;COUNT=5",
       "2026-03-29T00:00:00 2026-03-29T01:00:00 2026-03-29T03:00:00 2026-03-29T04:00:00 2026-03-29T05:00:00"},
      {"half hours come in the order of the clock", "2026-03-29T01:30:00", "Europe/Paris",
       "FREQ=MINUTELY;INTERVAL=30;COUNT=4",
       "2026-03-29T01:30:00 2026-03-29T03:00:00 2026-03-29T03:30:00 2026-03-29T04:00:00"},
      {"a day that a zone lost", "2011-12-29T12:00:00", "Pacific/Apia", "FREQ=DAILY;COUNT=3",
       "2011-12-29T12:00:00 2011-12-31T12:00:00 2012-01-01T12:00:00"},
  };
  for (const Case& row : rows) check(row);
}

TEST_CASE("SKIP moves a day that does not exist (RFC 7529 section 4.1)") {
  const Case rows[] = {
      {"back", "2026-01-31", "", "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;COUNT=4",
       "2026-01-31 2026-02-28 2026-03-31 2026-04-30"},
      {"on", "2026-01-31", "", "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD;COUNT=4",
       "2026-01-31 2026-03-01 2026-03-31 2026-05-01"},
      {"once, where two fall together", "2026-01-01", "",
       "RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=1,31;SKIP=FORWARD;COUNT=5",
       "2026-01-01 2026-01-31 2026-02-01 2026-03-01 2026-03-31"},
      {"29 February", "2024-02-29", "", "RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD;COUNT=3",
       "2024-02-29 2025-03-01 2026-03-01"},
  };
  for (const Case& row : rows) check(row);
}

TEST_CASE("a rule that never matches ends, whatever it counts by") {
  for (const char* rule :
       {"FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYWEEKNO=30;BYMONTH=1", "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=SECONDLY;INTERVAL=60;BYSECOND=1", "FREQ=HOURLY;BYMINUTE=1;BYSETPOS=5"}) {
    CAPTURE(rule);
    const Case row{"", "2022-02-01T00:00:00", "Europe/Paris", rule, ""};
    const auto answer = occurrences_of(set_of(row, 10));
    REQUIRE(answer.ok());
    CHECK(answer->occurrences.empty());
  }
}

TEST_CASE("a COUNT that the calendar's end leaves unmet is refused") {
  for (const char* rule :
       {"FREQ=YEARLY;COUNT=9000", "FREQ=YEARLY;INTERVAL=10000000;COUNT=2",
        "FREQ=DAILY;INTERVAL=999999999999999;COUNT=2", "FREQ=WEEKLY;INTERVAL=999999999999999;COUNT=2",
        "FREQ=SECONDLY;INTERVAL=999999999999999;COUNT=2"}) {
    CAPTURE(rule);
    const auto answer = occurrences_of(set_of({"", "2026-01-01T00:00:00", "", rule, ""}, limits::occurrences));
    REQUIRE_FALSE(answer.ok());
    CHECK(name(answer.error().code) == "out-of-range");
  }
}

TEST_CASE("rules, dates and exceptions make one set in a window") {
  RecurrenceSet set = set_of({"", "2026-03-02", "", "FREQ=WEEKLY;BYDAY=MO,WE", ""}, 100);
  set.rules.push_back(*parse_rrule("FREQ=DAILY;INTERVAL=4"));
  set.excluded_rules.push_back(*parse_rrule("FREQ=WEEKLY;BYDAY=WE;INTERVAL=2"));
  set.dates = {*time::parse_local_time("2026-03-08T00:00:00"), *time::parse_local_time("2026-03-07T00:00:00")};
  set.excluded_dates = {*time::parse_local_time("2026-03-09T00:00:00")};
  set.from = time::parse_local_time("2026-03-03T00:00:00");
  set.to = time::parse_local_time("2026-03-15T00:00:00");
  const auto answer = occurrences_of(set);
  REQUIRE(answer.ok());
  CHECK(text_of(set, *answer) == "2026-03-06 2026-03-07 2026-03-08 2026-03-10 2026-03-11 2026-03-14");
  CHECK(answer->complete);
}

TEST_CASE("to seek gives what a walk gives") {
  const char* rules[] = {"FREQ=DAILY;INTERVAL=3",
                         "FREQ=DAILY;INTERVAL=3;COUNT=400",
                         "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=300",
                         "FREQ=WEEKLY;BYDAY=SA;BYMONTH=1,7",
                         "FREQ=MONTHLY;BYDAY=-1FR",
                         "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=50",
                         "FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO,SU",
                         "FREQ=HOURLY;INTERVAL=5;BYDAY=MO",
                         "FREQ=MONTHLY;BYMONTHDAY=-31",
                         "FREQ=MINUTELY;INTERVAL=1441",
                         "FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2"};
  for (const char* rule : rules) {
    CAPTURE(rule);
    const Case row{"", "2020-01-02T10:00:00", "Europe/Paris", rule, ""};
    RecurrenceSet walk = set_of(row, 2000);
    const auto all = occurrences_of(walk);
    RecurrenceSet window = set_of(row, 2000);
    for (const char* from :
         {"2020-01-02T10:00:00", "2021-06-15T00:00:00", "2023-12-31T23:00:00", "2026-01-01T00:00:00"}) {
      CAPTURE(from);
      window.from = time::parse_local_time(from);
      window.to = *window.from + 60 * time::seconds_per_day;
      const auto some = occurrences_of(window);
      std::vector<time::LocalTime> expected;
      for (const time::LocalTime at : all->occurrences) {
        if (at >= *window.from && at < *window.to) expected.push_back(at);
      }
      if (all->complete || (!all->occurrences.empty() && all->occurrences.back() >= *window.to)) {
        CHECK(some->occurrences == expected);
      }
    }
  }
}
