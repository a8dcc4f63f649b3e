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
