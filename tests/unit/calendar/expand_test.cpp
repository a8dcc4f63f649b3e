#include "core/calendar/expand.hpp"

#include "core/base/limits.hpp"

#include "support.hpp"

using namespace relais;
using namespace relais::calendar;

namespace {

// `uid@recurrence-id start/end` of all occurrences, spaces between.
std::string occurrences(const std::vector<Event>& events, const char* from, const char* to,
                        const char* zone = "Europe/Paris") {
  const auto found = expand(events, {*time::parse_instant(from), *time::parse_instant(to)}, *time::find_zone(zone));
  REQUIRE(found.ok());
  std::string out;
  for (const Occurrence& occurrence : found->occurrences) {
    if (!out.empty()) out += ' ';
    out += occurrence.event->uid;
    if (occurrence.recurrence_id) out += "@" + time::format(*occurrence.recurrence_id).substr(5, 8);
    out +=
        " " + time::format(occurrence.time.from).substr(5, 11) + "/" + time::format(occurrence.time.to).substr(5, 11);
  }
  for (const ExpansionProblem& problem : found->problems)
    out += std::string(" !") + std::string(name(problem.error.code));
  return out;
}

constexpr const char* march = "2026-03-01T00:00:00Z";
constexpr const char* april = "2026-04-01T00:00:00Z";

}  // namespace

TEST_CASE("what takes place when") {
  struct Row {
    const char* what;
    const char* event;
    const char* expected;
  };
  const Row rows[] = {
      {"once", R"({"uid": "e", "start": "2026-03-10T10:00:00", "timeZone": "Europe/Paris", "duration": "PT1H"})",
       "e 03-10T09:00/03-10T10:00"},
      {"before the window but into it",
       R"({"uid": "e", "start": "2026-02-28T23:00:00", "timeZone": "Etc/UTC", "duration": "PT2H"})",
       "e 02-28T23:00/03-01T01:00"},
      {"ending where the window begins",
       R"({"uid": "e", "start": "2026-02-28T23:00:00", "timeZone": "Etc/UTC", "duration": "PT1H"})", ""},
      {"without length, at the window's start",
       R"({"uid": "e", "start": "2026-03-01T00:00:00", "timeZone": "Etc/UTC"})", "e 03-01T00:00/03-01T00:00"},
      {"all day, in the zone of the view",
       R"({"uid": "e", "start": "2026-03-29T00:00:00", "duration": "P1D", "showWithoutTime": true})",
       "e 03-28T23:00/03-29T22:00"},
      {"floating", R"({"uid": "e", "start": "2026-03-10T10:00:00", "duration": "PT1H"})", "e 03-10T09:00/03-10T10:00"},
      {"days by the calendar, the rest by the clock",
       R"({"uid": "e", "start": "2026-03-28T10:00:00", "timeZone": "Europe/Paris", "duration": "P1DT1H"})",
       "e 03-28T09:00/03-29T09:00"},
      {"hours by the clock alone",
       R"({"uid": "e", "start": "2026-03-28T10:00:00", "timeZone": "Europe/Paris", "duration": "PT25H"})",
       "e 03-28T09:00/03-29T10:00"},
      {"a start that the rule misses, beside the COUNT",
       R"({"uid": "e", "start": "2026-03-10T10:00:00", "timeZone": "Etc/UTC", "recurrenceRules": [{"frequency": "weekly", "count": 2, "byDay": [{"day": "th"}]}]})",
       "e@03-10T10 03-10T10:00/03-10T10:00 e@03-12T10 03-12T10:00/03-12T10:00 e@03-19T10 03-19T10:00/03-19T10:00"},
      {"excluded, added, moved, cancelled",
       R"({"uid": "e", "start": "2026-03-10T10:00:00", "timeZone": "Etc/UTC", "duration": "PT1H", "recurrenceRules": [{"frequency": "daily", "count": 4}],
           "recurrenceOverrides": {"2026-03-11T10:00:00": {"excluded": true}, "2026-03-12T10:00:00": {"start": "2026-03-20T09:00:00", "duration": "PT2H"},
                                   "2026-03-13T10:00:00": {"status": "cancelled"}, "2026-03-25T10:00:00": {}}})",
       "e@03-10T10 03-10T10:00/03-10T11:00 e@03-13T10 03-13T10:00/03-13T11:00 e@03-12T10 03-20T09:00/03-20T11:00 "
       "e@03-25T10 03-25T10:00/03-25T11:00"},
      {"moved into the window from far away",
       R"({"uid": "e", "start": "2025-01-10T10:00:00", "timeZone": "Etc/UTC", "recurrenceRules": [{"frequency": "yearly", "count": 2}],
           "recurrenceOverrides": {"2025-01-10T10:00:00": {"start": "2026-03-20T09:00:00"}}})",
       "e@01-10T10 03-20T09:00/03-20T09:00"},
      {"excluded by a rule",
       R"({"uid": "e", "start": "2026-03-09T10:00:00", "timeZone": "Etc/UTC", "recurrenceRules": [{"frequency": "daily", "count": 3}],
           "excludedRecurrenceRules": [{"frequency": "weekly", "byDay": [{"day": "tu"}]}]})",
       "e@03-09T10 03-09T10:00/03-09T10:00 e@03-11T10 03-11T10:00/03-11T10:00"},
      {"this and later ones moved",
       R"({"uid": "e", "start": "2026-03-10T10:00:00", "timeZone": "Etc/UTC", "recurrenceRules": [{"frequency": "daily", "count": 4}],
           "recurrenceOverrides": {"2026-03-12T10:00:00": {"start": "2026-03-12T15:00:00", "title": "later",
             "iCalComponent": {"convertedProperties": {"recurrenceId": {"name": "recurrence-id", "parameters": {"range": "THISANDFUTURE"}}}}}}})",
       "e@03-10T10 03-10T10:00/03-10T10:00 e@03-11T10 03-11T10:00/03-11T10:00 e@03-12T10 03-12T15:00/03-12T15:00 "
       "e@03-13T10 03-13T15:00/03-13T15:00"},
      {"an override named by the clock where the rule's hour was skipped",
       R"({"uid": "e", "start": "2026-03-28T02:30:00", "timeZone": "Europe/Paris", "recurrenceRules": [{"frequency": "daily", "count": 3}],
           "recurrenceOverrides": {"2026-03-29T03:30:00": {"excluded": true}}})",
       "e@03-28T02 03-28T01:30/03-28T01:30 e@03-30T02 03-30T00:30/03-30T00:30"},
      {"a patch that does not fit",
       R"({"uid": "e", "start": "2026-03-10T10:00:00", "timeZone": "Etc/UTC", "recurrenceOverrides": {"2026-03-11T10:00:00": {"title": 5}}})",
       "e@03-10T10 03-10T10:00/03-10T10:00 !wrong-type"},
      {"a task without a start", R"({"@type": "Task", "uid": "e", "due": "2026-03-10T10:00:00"})", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(occurrences({event_of(row.event)}, march, april) == row.expected);
  }
}

TEST_CASE("occurrences are sorted by start, end, uid") {
  const std::vector<Event> events{
      event_of(R"({"uid": "b", "start": "2026-03-10T10:00:00", "duration": "PT1H"})"),
      event_of(R"({"uid": "a", "start": "2026-03-10T10:00:00", "duration": "PT1H"})"),
      event_of(R"({"uid": "c", "start": "2026-03-10T10:00:00"})"),
      event_of(R"({"uid": "d", "start": "2026-03-10T09:00:00", "duration": "PT9H"})"),
  };
  CHECK(occurrences(events, march, april, "Etc/UTC") ==
        "d 03-10T09:00/03-10T18:00 c 03-10T10:00/03-10T10:00 a 03-10T10:00/03-10T11:00 b 03-10T10:00/03-10T11:00");
}

TEST_CASE("an expansion is bounded") {
  const Event seconds =
      event_of(R"({"uid": "e", "start": "2026-03-01T00:00:00", "recurrenceRules": [{"frequency": "secondly"}]})");
  const auto at = *time::parse_instant("2026-03-01T00:00:00Z");
  const auto most = static_cast<std::int64_t>(limits::occurrences);
  const std::vector<Event> events{seconds};
  const time::ZonePtr utc = time::find_zone("Etc/UTC");
  CHECK(expand(events, {at, at + most}, *utc).ok());
  const auto more = expand(events, {at, at + most + 1}, *utc);
  REQUIRE_FALSE(more.ok());
  CHECK(name(more.error().code) == "too-many");

  // A COUNT must be counted from the start: what takes too many steps is reported, and the rest is there.
  const Event far = event_of(
      R"({"uid": "f", "start": "1970-01-01T00:00:00", "timeZone": "Europe/Paris", "recurrenceRules": [{"frequency": "secondly", "count": 2000000000}]})");
  CHECK(occurrences({far, event_of(R"({"uid": "g", "start": "2026-03-10T10:00:00"})")}, march, april, "Etc/UTC") ==
        "g 03-10T10:00/03-10T10:00 !too-many");
}
