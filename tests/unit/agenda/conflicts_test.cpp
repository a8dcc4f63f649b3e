#include "core/base/limits.hpp"

#include "tests/unit/agenda/agenda_support.hpp"

using namespace relais;
using namespace relais::agenda;

namespace {

/// `kind severity events person room` of each conflict, in their order.
std::vector<std::string> found(const Problem& problem, const std::set<std::string>& only = {}) {
  const auto conflicts = find_conflicts(problem, only);
  REQUIRE(conflicts.ok());
  std::vector<std::string> out;
  for (const Conflict& one : *conflicts) {
    std::string line = std::string(name(one.kind)) + " " + std::string(name(one.severity));
    for (const int event : one.events) line += " " + reference(problem.events[static_cast<std::size_t>(event)]);
    if (one.person) line += " " + problem.people[static_cast<std::size_t>(*one.person)].id;
    if (one.room) line += " " + problem.rooms[static_cast<std::size_t>(*one.room)].id;
    out.push_back(line);
  }
  return out;
}

using Lines = std::vector<std::string>;

std::string event(const std::string& uid, const std::string& start, const std::string& rest) {
  return R"({"uid": ")" + uid + R"(", "start": "2026-03-)" + start + R"(:00", "duration": "PT1H", )" + rest + "}";
}

const std::string ana = R"("people": [{"id": "ana"}])";

}  // namespace

TEST_CASE("Each kind of conflict is found at its edge, and not one step before") {
  const std::string hours = R"("hours": {"tu": [["09:00", "12:30"], ["13:30", "18:00"]]})";
  const struct {
    std::string members;
    Lines expected;
  } cases[] = {
      // overlap: half-open, so that one event may begin as another ends
      {R"("people": [{"id": "ana"}], "events": [)" + event("a", "10T10:00", ana) + "," + event("b", "10T10:59", ana) +
           "]",
       {"overlap high a b ana"}},
      {R"("people": [{"id": "ana"}], "events": [)" + event("a", "10T10:00", ana) + "," + event("b", "10T11:00", ana) +
           "]",
       {}},
      {R"("people": [{"id": "ana"}], "events": [)" + event("a", "10T10:00", ana) + "," +
           event("b", "10T10:30", R"("people": [{"id": "ana", "role": "optional"}])") + "]",
       {"overlap low a b ana"}},
      // busy blocks
      {R"("people": [{"id": "ana", "busy": [{"start": "2026-03-10T09:59:00Z", "end": "2026-03-10T11:00:00Z"}]}], "events": [)" +
           event("a", "10T10:00", ana) + "]",
       {"overlap high a ana"}},
      {R"("people": [{"id": "ana", "busy": [{"start": "2026-03-10T10:00:00Z", "end": "2026-03-10T11:00:00Z"}]}], "events": [)" +
           event("a", "10T10:00", ana) + "]",
       {}},
      // fixed: two that may not move
      {R"("people": [{"id": "ana"}], "events": [)" + event("a", "10T10:00", ana + R"(, "movable": "no")") + "," +
           event("b", "10T10:30", ana + R"(, "movable": "no")") + "]",
       {"fixed high a b ana"}},
      // buffer of the person, between neighbours
      {R"("people": [{"id": "ana", "buffer": "PT10M"}], "events": [)" + event("a", "10T10:00", ana) + "," +
           event("b", "10T11:09", ana) + "]",
       {"buffer low a b ana"}},
      {R"("people": [{"id": "ana", "buffer": "PT10M"}], "events": [)" + event("a", "10T10:00", ana) + "," +
           event("b", "10T11:10", ana) + "]",
       {}},
      // bufferAfter, from events and busy blocks
      {R"("people": [{"id": "ana"}], "events": [)" + event("a", "10T10:00", ana + R"(, "bufferAfter": "PT15M")") + "," +
           event("b", "10T11:14", ana) + "]",
       {"buffer low a b ana"}},
      {R"("people": [{"id": "ana", "busy": [{"start": "2026-03-10T10:14:00Z", "end": "2026-03-10T11:00:00Z"}]}], "events": [)" +
           event("a", "10T10:00", ana + R"(, "bufferAfter": "PT15M")") + "]",
       {"buffer low a ana"}},
      {R"("people": [{"id": "ana", "busy": [{"start": "2026-03-10T10:15:00Z", "end": "2026-03-10T11:00:00Z"}]}], "events": [)" +
           event("a", "10T10:00", ana + R"(, "bufferAfter": "PT15M")") + "]",
       {}},
      // travel, both ways, between neighbours alone
      {R"("people": [{"id": "ana"}], "travel": [{"from": "court", "to": "office", "duration": "PT35M"}], "events": [)" +
           event("a", "10T10:00", ana + R"(, "location": "office")") + "," +
           event("b", "10T11:34", ana + R"(, "location": "court")") + "]",
       {"travel high a b ana"}},
      {R"("people": [{"id": "ana"}], "travel": [{"from": "court", "to": "office", "duration": "PT35M"}], "events": [)" +
           event("a", "10T10:00", ana + R"(, "location": "office")") + "," +
           event("b", "10T11:35", ana + R"(, "location": "court")") + "]",
       {}},
      // hours, in the person's own zone; a break is no work
      {R"("people": [{"id": "ana", )" + hours + R"(}], "events": [)" + event("a", "10T11:30", ana) + "," +
           event("b", "10T13:15", ana) + "]",
       {"hours normal b ana"}},
      {R"("people": [{"id": "ana", "timeZone": "America/New_York", )" + hours + R"(}], "events": [)" +
           event("a", "10T14:00", ana) + "," + event("b", "10T13:45", R"("people": [])") + "]",
       {}},
      {R"("people": [{"id": "ana", "timeZone": "America/New_York", )" + hours + R"(}], "events": [)" +
           event("a", "10T13:45", ana) + "]",
       {"hours normal a ana"}},
      // holiday: a day off, or a public holiday
      {R"("people": [{"id": "ana", "holidays": ["2026-03-10"]}], "events": [)" + event("a", "10T10:00", ana) + "," +
           event("b", "11T10:00", ana) + "]",
       {"holiday normal a ana"}},
      // room: taken twice, closed, unsuitable, missing
      {R"("rooms": [{"id": "r1"}], "events": [)" + event("a", "10T10:00", R"("room": "r1")") + "," +
           event("b", "10T10:59", R"("room": "r1")") + "]",
       {"room high a b r1"}},
      {R"("rooms": [{"id": "r1"}], "events": [)" + event("a", "10T10:00", R"("room": "r1", "bufferAfter": "PT30M")") +
           "," + event("b", "10T11:00", R"("room": "r1")") + "]",
       {}},
      {R"("rooms": [{"id": "r1", "busy": [{"start": "2026-03-10T09:30:00Z", "end": "2026-03-10T10:00:00Z"}]}], "events": [)" +
           event("a", "10T10:00", R"("room": "r1")") + "]",
       {"room high a r1"}},
      {R"("rooms": [{"id": "r1"}, {"id": "r2"}], "events": [)" +
           event("a", "10T10:00", R"("room": "r1", "rooms": ["r2"])") + "]",
       {"room normal a r1"}},
      {R"("rooms": [{"id": "r1"}], "events": [)" + event("a", "10T10:00", R"("room": "r1", "needs": ["video"])") + "]",
       {"room normal a r1"}},
      {R"("rooms": [{"id": "r1"}], "events": [)" + event("a", "10T10:00", R"("rooms": ["r1"])") + "]",
       {"room normal a"}},
      {R"("rooms": [{"id": "r1"}], "events": [)" + event("a", "10T10:00", R"("rooms": ["r1"], "isNew": true)") + "]",
       {}},
      // capacity: all who are invited
      {R"("people": [{"id": "ana"}, {"id": "bob"}], "rooms": [{"id": "r1", "capacity": 1}], "events": [)" +
           event("a", "10T10:00", R"("room": "r1", "people": [{"id": "ana"}, {"id": "bob", "role": "optional"}])") +
           "]",
       {"capacity normal a r1"}},
      {R"("people": [{"id": "ana"}, {"id": "bob"}], "rooms": [{"id": "r1", "capacity": 2}], "events": [)" +
           event("a", "10T10:00", R"("room": "r1", "people": [{"id": "ana"}, {"id": "bob", "role": "optional"}])") +
           "]",
       {}},
      // window: the whole event, its buffer aside; the horizon where there is none
      {R"("people": [{"id": "ana"}], "events": [)" +
           event("a", "10T11:01", R"("windows": [{"start": "2026-03-10T09:00:00", "end": "2026-03-10T12:00:00"}])") +
           "]",
       {"window normal a"}},
      {R"("people": [{"id": "ana"}], "events": [)" +
           event(
               "a", "10T11:00",
               R"("bufferAfter": "PT1H", "windows": [{"start": "2026-03-10T09:00:00", "end": "2026-03-10T12:00:00"}])") +
           "]",
       {}},
      {R"("events": [)" + event("a", "15T23:30", R"("importance": 1)") + "," +
           event("b", "15T23:45", R"("movable": "no")") + "]",
       {"window normal a"}},
      // load: more than maxDaily on a day of the person's zone
      {R"("people": [{"id": "ana", "maxDaily": "PT2H"}], "events": [)" + event("a", "10T09:00", ana) + "," +
           event("b", "10T12:00", ana) + "]",
       {}},
      {R"("people": [{"id": "ana", "maxDaily": "PT119M"}], "events": [)" + event("a", "10T09:00", ana) + "," +
           event("b", "10T12:00", ana) + "]",
       {"load low a b ana"}},
      {R"("people": [{"id": "ana", "maxDaily": "PT90M"}], "events": [)" + event("a", "10T23:30", ana) + "," +
           event("b", "11T12:00", ana) + "]",
       {}},
      // notice: a new event, wished sooner than it may begin
      {R"("now": "2026-03-10T08:00:00Z", "notice": "PT61M", "events": [)" + event("a", "10T10:00", R"("isNew": true)") +
           "]",
       {"notice normal a"}},
      {R"("now": "2026-03-10T08:00:00Z", "notice": "PT1H", "events": [)" + event("a", "10T10:00", R"("isNew": true)") +
           "]",
       {}},
      {R"("now": "2026-03-10T08:00:00Z", "notice": "PT61M", "events": [)" +
           event("a", "10T10:00", R"("isNew": false)") + "]",
       {}},
      {R"("now": "2026-03-10T12:00:00Z", "events": [)" + event("a", "10T10:00", R"("isNew": true)") + "]", {}},
  };
  for (const auto& row : cases) {
    CAPTURE(row.members);
    CHECK(found(week(row.members)) == row.expected);
  }
}

TEST_CASE("Travel counts between neighbours: a third event between them ends it") {
  const std::string head =
      R"("people": [{"id": "ana"}], "travel": [{"from": "office", "to": "court", "duration": "PT35M"}], "events": [)";
  const std::string a = event("a", "10T10:00", ana + R"(, "location": "office")");
  const std::string b = event("b", "10T11:30", ana + R"(, "location": "court")");
  const std::string between = R"({"uid": "c", "start": "2026-03-10T11:05:00", "duration": "PT10M", )" + ana + "}";
  CHECK(found(week(head + a + "," + b + "]")) == Lines{"travel high a b ana"});
  CHECK(found(week(head + a + "," + b + "," + between + "]")) == Lines{});
}

TEST_CASE("A conflict is told once for each person, with a stable id, by its start") {
  const std::string both = R"("people": [{"id": "ana"}, {"id": "bob"}])";
  const Problem problem = week(both + R"(, "events": [)" + event("z:1", "10T10:30", both) + "," +
                               event("a", "10T10:00", both) + "," + event("c", "11T10:00", both) + "]");
  const auto conflicts = find_conflicts(problem);
  REQUIRE(conflicts.ok());
  REQUIRE(conflicts->size() == 2);
  CHECK((*conflicts)[0].id == "overlap:a+z%3A1:ana");
  CHECK((*conflicts)[1].id == "overlap:a+z%3A1:bob");
  CHECK(time::format((*conflicts)[0].span.from) == "2026-03-10T09:30:00Z");
  CHECK(time::format((*conflicts)[0].span.to) == "2026-03-10T10:00:00Z");
  CHECK(found(problem, {"c"}) == Lines{});
  CHECK(found(problem, {"a"}).size() == 2);
}

TEST_CASE("More conflicts than the limit are an error, not a cut") {
  const auto crowd = [](int events) {
    std::string list;
    for (int i = 0; i < events; ++i) list += (i ? "," : "") + event("e" + std::to_string(i), "10T10:00", ana);
    return week(R"("people": [{"id": "ana"}], "events": [)" + list + "]");
  };
  CHECK(find_conflicts(crowd(447)).ok());        // 447 × 446 / 2 = 99,681
  const auto over = find_conflicts(crowd(449));  // 100,576
  REQUIRE_FALSE(over.ok());
  CHECK(name(over.error().code) == "too-many");
}
