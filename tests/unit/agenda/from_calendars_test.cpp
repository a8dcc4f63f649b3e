#include "core/agenda/from_calendars.hpp"

#include "core/agenda/apply_json.hpp"
#include "core/agenda/problem_json.hpp"
#include "core/base/json.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace relais;
using namespace relais::agenda;

namespace {

Result<Problem> problem_of(const std::string& calendars, const std::string& rest = "") {
  const auto params =
      parse_json(R"({"calendars": [)" + calendars + R"(], "from": "2026-03-09", "to": "2026-03-16")" + rest + "}");
  REQUIRE(params.ok());
  const auto request = read_calendar_request(*params);
  if (!request.ok()) return request.error();
  return problem_from_calendars(*request);
}

const std::string floating = R"({"@type": "Event", "uid": "u", "start": "2026-03-09T10:00:00", "duration": "PT1H"})";
const std::string zoned =
    R"({"@type": "Event", "uid": "z", "start": "2026-03-09T10:00:00", "timeZone": "Asia/Kolkata", "duration": "PT1H"})";
const std::string law_office = R"(, "policy": {"clients": [{"id": "law", "timeZone": "Europe/Paris"}]})";

std::string calendar_of(const std::string& client, const std::string& person, const std::string& events) {
  return R"({"client": ")" + client + R"(", "person": ")" + person + R"(", "events": [)" + events + "]}";
}

}  // namespace

TEST_CASE("The zone of a problem is the one given, a person's, an event's, or said to be assumed") {
  const struct {
    std::string calendars, rest, zone;
    bool assumed;
  } cases[] = {
      {calendar_of("law", "ana", zoned), law_office + R"(, "timeZone": "America/Lima")", "America/Lima", false},
      {calendar_of("law", "ana", zoned), law_office, "Europe/Paris", false},
      {calendar_of("", "bob", zoned) + "," + calendar_of("law", "ana", ""), law_office, "Europe/Paris", false},
      {calendar_of("", "bob", floating + "," + zoned), "", "Asia/Kolkata", false},
      {calendar_of("", "bob", floating), "", "Etc/UTC", true},
      {"", "", "Etc/UTC", true},
  };
  for (const auto& row : cases) {
    CAPTURE(row.calendars);
    CAPTURE(row.rest);
    const auto problem = problem_of(row.calendars, row.rest);
    REQUIRE(problem.ok());
    CHECK(problem->zone->name() == row.zone);
    CHECK(problem->zone_assumed == row.assumed);
    CHECK(to_json(*problem).contains("timeZoneAssumed") == row.assumed);
  }
}

TEST_CASE("Copies of one event are one, and cancelled, free and declined ones occupy nobody") {
  const auto event = [](const std::string& uid, const std::string& more) {
    return R"({"@type": "Event", "uid": ")" + uid + R"(", "start": "2026-03-10T10:00:00", "timeZone": "Europe/Paris",
        "duration": "PT1H")" +
           more + "}";
  };
  const std::string declined =
      R"(, "participants": {"ana": {"@type": "Participant", "roles": {"attendee": true}, "participationStatus": "declined"}})";
  const auto problem =
      problem_of(calendar_of("law", "ana",
                             event("both", "") + "," + event("off", R"(, "status": "cancelled")") + "," +
                                 event("free", R"(, "freeBusyStatus": "free")") + "," + event("no", declined)) +
                     "," + calendar_of("law", "bob", event("both", "")),
                 law_office);
  REQUIRE(problem.ok());
  REQUIRE(problem->events.size() == 1);
  CHECK(problem->events[0].uid == "both");
  CHECK(problem->events[0].people.size() == 2);
}

namespace {

std::string copy_of(const std::string& more, const std::string& start = "10T10:00") {
  return R"({"@type": "Event", "uid": "a", "start": "2026-03-)" + start +
         R"(:00", "timeZone": "Europe/Paris", "duration": "PT1H")" + more + "}";
}

/// `a 03-10T10:00 ana bob; …`
std::string events_of(const Problem& problem) {
  std::string out;
  for (const Event& event : problem.events) {
    if (!out.empty()) out += "; ";
    out += event.uid + " " + time::format(event.start).substr(5, 11);
    for (const Attendee& one : event.people) out += " " + problem.people[static_cast<std::size_t>(one.person)].id;
  }
  return out;
}

}  // namespace

TEST_CASE("When and whether an event takes place is for its newest copy to say, who comes for each one's own") {
  const std::string daily = R"(, "recurrenceRules": [{"frequency": "daily", "count": 2}])";
  const auto answered = [](const std::string& answer) {
    return R"(, "participants": {"bob": {"@type": "Participant", "roles": {"attendee": true}, "participationStatus": ")" +
           answer + R"("}})";
  };
  const struct {
    std::string ana, bob, events;
  } cases[] = {
      // The newer copy moves it, within the week and out of it.
      {copy_of(R"(, "sequence": 1)", "11T12:00"), copy_of(""), "a 03-11T12:00 ana bob"},
      {copy_of(R"(, "sequence": 1)", "20T12:00"), copy_of(""), ""},
      {copy_of(R"(, "updated": "2026-03-01T00:00:00Z")", "11T12:00"), copy_of(""), "a 03-11T12:00 ana bob"},
      // It cancels it; a copy that is no newer cancels it for one alone.
      {copy_of(R"(, "sequence": 1, "status": "cancelled")"), copy_of(""), ""},
      {copy_of(R"(, "status": "cancelled")"), copy_of(""), "a 03-10T10:00 bob"},
      {copy_of(R"(, "status": "cancelled")"), copy_of(R"(, "sequence": 1)"), "a 03-10T10:00 ana bob"},
      // It takes an occurrence out of the series.
      {copy_of(daily + R"(, "sequence": 1, "recurrenceOverrides": {"2026-03-11T10:00:00": {"excluded": true}})"),
       copy_of(daily), "a 03-10T10:00 ana bob"},
      // Free is who is free, and an answer holds until something is planned anew.
      {copy_of(R"(, "sequence": 1)"), copy_of(R"(, "freeBusyStatus": "free")"), "a 03-10T10:00 ana"},
      {copy_of(R"(, "sequence": 1, "freeBusyStatus": "free")"), copy_of(""), "a 03-10T10:00 bob"},
      {copy_of(R"(, "updated": "2026-03-01T00:00:00Z")" + answered("needs-action")), copy_of(answered("declined")),
       "a 03-10T10:00 ana"},
      {copy_of(R"(, "sequence": 1)" + answered("needs-action")), copy_of(answered("declined")),
       "a 03-10T10:00 ana bob"},
  };
  for (const auto& row : cases) {
    CAPTURE(row.ana);
    CAPTURE(row.bob);
    const auto problem =
        problem_of(calendar_of("law", "ana", row.ana) + "," + calendar_of("law", "bob", row.bob), law_office);
    REQUIRE(problem.ok());
    CHECK(events_of(*problem) == row.events);
  }
}

TEST_CASE("An occurrence that a calendar holds by itself takes the place of the one that its series has") {
  const std::string series = copy_of(R"(, "recurrenceRules": [{"frequency": "daily", "count": 2}])");
  const std::string id = R"(, "recurrenceId": "2026-03-11T10:00:00")";
  const std::string moved = copy_of(id, "11T15:00");
  const std::string off = copy_of(id + R"(, "status": "cancelled")", "11T10:00");
  const std::string both = "a 03-10T10:00 ana; a 03-11T15:00 ana";
  const struct {
    std::string calendars, events;
  } cases[] = {
      {calendar_of("law", "ana", series + "," + moved), both},
      {calendar_of("law", "ana", moved + "," + series), both},
      {calendar_of("law", "ana", series + "," + off), "a 03-10T10:00 ana"},
      {calendar_of("law", "bob", series) + "," + calendar_of("law", "ana", moved),
       "a 03-10T10:00 bob; a 03-11T15:00 bob ana"},
      {calendar_of("law", "bob", series) + "," + calendar_of("law", "ana", off), "a 03-10T10:00 bob"},
  };
  for (const auto& row : cases) {
    CAPTURE(row.calendars);
    const auto problem = problem_of(row.calendars, law_office);
    REQUIRE(problem.ok());
    CHECK(events_of(*problem) == row.events);
  }
}

TEST_CASE("A problem is made of the days that a horizon may have, and of no others") {
  const struct {
    std::string from, to, path;
  } cases[] = {
      {"0001-01-04", "0001-01-09", ""},    {"9999-12-20", "9999-12-28", ""},    {"0001-01-03", "0001-01-09", "/from"},
      {"9999-12-20", "9999-12-29", "/to"}, {"2026-03-09", "2026-03-09", "/to"}, {"2026-01-01", "2027-02-06", "/to"},
      {"2026-01-01", "2027-02-05", ""},
  };
  for (const auto& row : cases) {
    CAPTURE(row.from);
    CAPTURE(row.to);
    const auto params = parse_json(R"({"calendars": [], "from": ")" + row.from + R"(", "to": ")" + row.to + "\"}");
    const auto request = read_calendar_request(*params);
    REQUIRE(request.ok() == row.path.empty());
    if (!request.ok()) CHECK(request.error().path == row.path);
  }
}
