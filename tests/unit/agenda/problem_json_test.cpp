#include "core/base/limits.hpp"

#include "tests/unit/agenda/agenda_support.hpp"

using namespace relais;
using namespace relais::agenda;

TEST_CASE("A problem is read with its defaults") {
  const Problem problem =
      week(R"("people": [{"id": "ana"}], "rooms": [{"id": "r1", "features": ["video"]}, {"id": "r2"}],
      "events": [{"uid": "e1", "start": "2026-03-10T10:00:00", "duration": "PT1H", "people": [{"id": "ana"}], "importance": 4}])");
  CHECK(problem.grid == 900);
  CHECK(problem.people[0].zone->name() == "Europe/Paris");
  CHECK(problem.people[0].hours.empty());
  const Event& event = problem.events[0];
  CHECK(event.movable == Movable::yes);
  CHECK_FALSE(event.is_new);
  CHECK(event.people[0].required);
  CHECK(event.cost.unscheduled == 4000);
  CHECK(event.cost.moved == 120);
  CHECK(event.cost.per_step == 4);
  CHECK(event.cost.room_changed == 20);
  CHECK(event.cost.optional_missed == 40);
  CHECK(event.cost.notified == 0);
  CHECK(event.begins() == *time::parse_instant("2026-03-10T09:00:00Z"));
}

TEST_CASE("Costs may be given in part, and asking an organizer costs twice a move") {
  const Problem problem = week(R"("events": [{"uid": "e1", "start": "2026-03-10T10:00:00", "duration": "PT1H",
      "importance": 2, "movable": "ask", "cost": {"perStep": 7}}])");
  CHECK(problem.events[0].cost.moved == 120);
  CHECK(problem.events[0].cost.per_step == 7);
  CHECK(problem.events[0].cost.unscheduled == 2000);
}

TEST_CASE("Spans of time may say start and end for from and to, and the other way round") {
  const auto problem = read_text(R"({"timeZone": "Etc/UTC", "horizon": {"start": "2026-03-09", "end": "2026-03-10"},
      "people": [{"id": "a", "busy": [{"from": "2026-03-09T08:00:00Z", "to": "2026-03-09T09:00:00Z"}]}],
      "events": [{"uid": "e", "start": "2026-03-09T10:00:00", "duration": "PT1H",
                  "windows": [{"from": "2026-03-09T09:00:00", "to": "2026-03-09T12:00:00"}]}]})");
  REQUIRE(problem.ok());
  CHECK(problem->to - problem->from == 1);
  CHECK(problem->people[0].busy.size() == 1);
  CHECK(problem->events[0].windows.size() == 1);
}

TEST_CASE("A room that an event has, or needs that it names, make up for rooms that it does not name") {
  const Problem problem = week(R"("rooms": [{"id": "r1", "features": ["video"]}, {"id": "r2"}],
      "events": [{"uid": "has", "start": "2026-03-10T10:00:00", "duration": "PT1H", "room": "r2"},
                 {"uid": "needs", "start": "2026-03-10T10:00:00", "duration": "PT1H", "needs": ["video"]},
                 {"uid": "none", "start": "2026-03-10T10:00:00", "duration": "PT1H"}])");
  CHECK(problem.events[0].rooms == std::vector{1});
  CHECK(problem.events[1].rooms == std::vector{0, 1});
  CHECK(problem.events[2].rooms.empty());
}

TEST_CASE("What is wrong with a problem is said with its place") {
  const std::string head = R"("timeZone": "Europe/Paris", "horizon": {"from": "2026-03-09", "to": "2026-03-16"})";
  const std::string event = R"("uid": "e", "start": "2026-03-10T10:00:00", "duration": "PT1H")";
  const struct {
    std::string text, code, path;
  } cases[] = {
      {R"("horizon": {"from": "2026-03-09", "to": "2026-03-16"})", "missing-member", ""},
      {R"("timeZone": "Mars/Base", "horizon": {"from": "2026-03-09", "to": "2026-03-16"})", "unknown-zone",
       "/timeZone"},
      {R"("timeZone": "Etc/UTC")", "missing-member", ""},
      {R"("timeZone": "Etc/UTC", "horizon": {"from": "2026-03-09", "to": "2026-03-09"})", "invalid-value",
       "/horizon/to"},
      {R"("timeZone": "Etc/UTC", "horizon": {"from": "2026-03-09"})", "missing-member", "/horizon"},
      {R"("timeZone": "Etc/UTC", "horizon": {"from": "2026-03-09", "to": "2027-04-14"})", "too-many", "/horizon/to"},
      {head + R"(, "grid": "PT0S")", "invalid-value", "/grid"},
      {head + R"(, "grid": "PT7M")", "invalid-value", "/grid"},
      {head + R"(, "grid": "PT30S")", "invalid-value", "/grid"},
      {head + R"(, "grid": "P2D")", "invalid-value", "/grid"},
      {head + R"(, "colour": 1)", "unknown-member", "/colour"},
      {head + R"(, "people": [{"id": "a"}, {"id": "a"}])", "duplicate-id", "/people/1/id"},
      {head + R"(, "rooms": [{"id": "a"}, {"id": "a"}])", "duplicate-id", "/rooms/1/id"},
      {head + R"(, "people": [{"id": "a", "nick": 1}])", "unknown-member", "/people/0/nick"},
      {head +
           R"(, "people": [{"id": "a", "busy": [{"start": "2026-03-09T09:00:00Z", "end": "2026-03-09T09:00:00Z"}]}])",
       "invalid-value", "/people/0/busy/0/end"},
      {head + R"(, "events": [{)" + event + R"(, "people": [{"id": "zed"}]}])", "unknown-reference",
       "/events/0/people/0/id"},
      {head + R"(, "people": [{"id": "a"}], "events": [{)" + event + R"(, "people": [{"id": "a"}, {"id": "a"}]}])",
       "duplicate-id", "/events/0/people/1/id"},
      {head + R"(, "events": [{)" + event + R"(, "rooms": ["r9"]}])", "unknown-reference", "/events/0/rooms/0"},
      {head + R"(, "events": [{)" + event + R"(, "room": "r9"}])", "unknown-reference", "/events/0/room"},
      {head + R"(, "events": [{)" + event + R"(}, {)" + event + R"(}])", "duplicate-id", "/events/1/uid"},
      {head + R"(, "events": [{"uid": "e", "start": "2026-03-10T10:00:00", "duration": "PT0S"}])", "invalid-value",
       "/events/0/duration"},
      {head + R"(, "events": [{)" + event + R"(, "importance": 6}])", "out-of-range", "/events/0/importance"},
      {head + R"(, "events": [{)" + event + R"(, "movable": "perhaps"}])", "invalid-value", "/events/0/movable"},
      {head + R"(, "events": [{)" + event + R"(, "recurrenceId": "monday"}])", "invalid-value",
       "/events/0/recurrenceId"},
      {head + R"(, "events": [{)" + event +
           R"(, "windows": [{"start": "2026-03-10T10:00:00", "end": "2026-03-10T09:00:00"}]}])",
       "invalid-value", "/events/0/windows/0/end"},
      {head + R"(, "events": [{)" + event + R"(, "cost": {"moved": -1}}])", "out-of-range", "/events/0/cost/moved"},
      {head + R"(, "events": [{)" + event + R"(, "cost": {"moved": 10000001}}])", "out-of-range",
       "/events/0/cost/moved"},
      {head +
           R"(, "travel": [{"from": "a", "to": "b", "duration": "PT5M"}, {"from": "b", "to": "a", "duration": "PT5M"},
                              {"from": "a", "to": "b", "duration": "PT9M"}])",
       "duplicate-id", "/travel/2/to"},
      {R"("timeZone": "Etc/UTC", "horizon": {"from": "0001-01-03", "to": "0001-02-01"})", "invalid-value",
       "/horizon/from"},
      {R"("timeZone": "Etc/UTC", "horizon": {"from": "9999-12-01", "to": "9999-12-29"})", "invalid-value",
       "/horizon/to"},
      {R"("timeZone": "Etc/UTC", "horizon": {"from": "9999-12-01", "to": "10000-01-01"})", "invalid-value",
       "/horizon/to"},
      {head + R"(, "events": [{"uid": "e", "start": "9999-12-31T23:30:00", "duration": "PT1H"}])", "invalid-value",
       "/events/0/start"},
      {head + R"(, "events": [{"uid": "e", "start": "0001-01-01T00:00:00", "duration": "PT1H"}])", "invalid-value",
       "/events/0/start"},
      {head + R"(, "events": [{"uid": "e", "start": "9999-12-29T10:00:00", "duration": "P2D"}])", "invalid-value",
       "/events/0/duration"},
      {head + R"(, "timeZoneAssumed": "yes")", "wrong-type", "/timeZoneAssumed"},
      {head + R"(, "effort": -1)", "out-of-range", "/effort"},
      {head + R"(, "alternatives": 11)", "out-of-range", "/alternatives"},
  };
  for (const auto& row : cases) {
    CAPTURE(row.text);
    const auto problem = read_text("{" + row.text + "}");
    REQUIRE_FALSE(problem.ok());
    CHECK(name(problem.error().code) == row.code);
    CHECK(problem.error().path == row.path);
    const bool says_it_all = row.code == "missing-member" || row.code == "unknown-member";
    CHECK((says_it_all || !problem.error().expected.empty()));
  }
}

TEST_CASE("The first and the last days of the calendar can be planned as far as every zone has them") {
  for (const char* horizon :
       {R"("from": "0001-01-04", "to": "0001-01-05")", R"("from": "9999-12-27", "to": "9999-12-28")"}) {
    CAPTURE(horizon);
    CHECK(read_text(std::string(R"({"timeZone": "Pacific/Auckland", "horizon": {)") + horizon + "}}").ok());
  }
}

TEST_CASE("An occurrence is another event than its series, and than its other occurrences") {
  const std::string rest = R"("uid": "e", "start": "2026-03-10T10:00:00", "duration": "PT1H")";
  const Problem problem =
      week(R"("events": [{)" + rest + R"(}, {)" + rest + R"(, "recurrenceId": "2026-03-10T10:00:00"}, {)" + rest +
           R"(, "recurrenceId": "2026-03-11"}])");
  CHECK(reference(problem.events[0]) == "e");
  CHECK(reference(problem.events[1]) == "e@2026-03-10T10:00:00");
  CHECK(reference(problem.events[2]) == "e@2026-03-11");
}

TEST_CASE("Limits hold exactly") {
  const auto windows = [](std::size_t count) {
    std::string list;
    for (std::size_t i = 0; i < count; ++i) {
      list += (i ? ", " : "") + std::string(R"({"start": "2026-03-10T09:00:00", "end": "2026-03-10T12:00:00"})");
    }
    return R"({"timeZone": "Etc/UTC", "horizon": {"from": "2026-03-09", "to": "2026-03-16"}, "events": [{"uid": "e",
        "start": "2026-03-10T10:00:00", "duration": "PT1H", "windows": [)" +
           list + "]}]}";
  };
  CHECK(read_text(windows(limits::agenda_windows)).ok());
  CHECK(name(read_text(windows(limits::agenda_windows + 1)).error().code) == "too-many");
  const auto people = [](std::size_t count) {
    std::string list;
    for (std::size_t i = 0; i < count; ++i)
      list += (i ? ", " : "") + std::string(R"({"id": "p)") + std::to_string(i) + "\"}";
    return R"({"timeZone": "Etc/UTC", "horizon": {"from": "2026-03-09", "to": "2026-03-16"}, "people": [)" + list +
           "]}";
  };
  CHECK(read_text(people(limits::agenda_people)).ok());
  CHECK(read_text(people(limits::agenda_people + 1)).error().path == "/people");
  const auto horizon = [](const char* to, const char* grid) {
    return std::string(R"({"timeZone": "Etc/UTC", "horizon": {"from": "2026-01-01", "to": ")") + to +
           R"("}, "grid": ")" + grid + "\"}";
  };
  CHECK(read_text(horizon("2027-02-05", "PT15M")).ok());
  CHECK(read_text(horizon("2027-02-06", "PT15M")).error().path == "/horizon/to");
  CHECK(read_text(horizon("2026-01-28", "PT1M")).ok());
  CHECK(read_text(horizon("2026-01-29", "PT1M")).error().path == "/grid");
}

TEST_CASE("A problem written is the problem read") {
  const std::string text = R"("grid": "PT30M", "now": "2026-03-09T07:00:00Z", "notice": "PT2H",
      "people": [{"id": "ana", "client": "law", "timeZone": "Asia/Kolkata", "hours": {"mo": [["09:00", "12:30"]]},
                  "holidays": "FR", "buffer": "PT10M", "maxDaily": "PT6H"}],
      "rooms": [{"id": "r1", "capacity": 6, "features": ["video"]}],
      "travel": [{"from": "office", "to": "court", "duration": "PT35M"}],
      "events": [{"uid": "e1", "recurrenceId": "2026-03-10T10:00:00", "client": "law", "title": "T", "start": "2026-03-10T10:00:00",
                  "timeZone": "Europe/London", "duration": "PT1H", "people": [{"id": "ana", "role": "optional"}], "rooms": ["r1"],
                  "room": "r1", "needs": ["video"], "location": "office", "bufferAfter": "PT15M", "movable": "ask", "isNew": true,
                  "heldUntil": "2026-03-10T00:00:00Z", "windows": [{"start": "2026-03-10T00:00:00", "end": "2026-03-12T00:00:00"}]}])";
  const Json first = to_json(week(text));
  const auto again = read_text(dump(first));
  REQUIRE(again.ok());
  CHECK(dump(to_json(*again)) == dump(first));
}
