#include "core/agenda/standing.hpp"

#include "tests/unit/agenda/agenda_support.hpp"

using namespace relais;
using namespace relais::agenda;

namespace {

/// Two events at ten on Tuesday that ana cannot both attend, and one of bob's in a room.
std::string desk(const std::string& of_first = "") {
  return R"("people": [{"id": "ana", "hours": {"tu": [["09:00", "18:00"]]}}, {"id": "bob"}],
      "rooms": [{"id": "r1"}, {"id": "r2", "busy": [{"start": "2026-03-10T13:00:00Z", "end": "2026-03-10T14:00:00Z"}]}],
      "events": [
        {"uid": "e1", "start": "2026-03-10T10:00:00", "duration": "PT1H", "people": [{"id": "ana"}])" +
         of_first + R"(},
        {"uid": "e2", "start": "2026-03-10T10:00:00", "duration": "PT1H", "people": [{"id": "ana"}]},
        {"uid": "e3", "recurrenceId": "2026-03-10T10:00:00", "start": "2026-03-10T10:00:00", "duration": "PT1H",
         "people": [{"id": "bob"}], "rooms": ["r1", "r2"], "room": "r1"}])";
}

Answer held(const std::string& uid, const std::string& start, std::optional<std::string> room = {}) {
  Answer out;
  out.uid = uid;
  out.start = *time::parse_local_time(start);
  out.room = std::move(room);
  return out;
}

Answer occurrence(Answer answer) {
  answer.recurrence_id = "2026-03-10T10:00:00";
  return answer;
}

Answer left_out(const std::string& uid) {
  Answer out = held(uid, "2026-03-10T10:00:00");
  out.state = State::unscheduled;
  return out;
}

/// `e1 11:00; e3 10:00 r1`: what stands of the last answer.
std::string standing(const Problem& problem, const std::vector<Answer>& last) {
  const Ground ground(problem);
  const auto model = make_model(ground);
  REQUIRE(model.ok());
  const std::vector<int> options = standing_options(*model, places_of(problem, last));
  std::string out;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (options[i] < 0) continue;
    const Event& event = problem.events[static_cast<std::size_t>(model->items[i].event)];
    const time::Instant start{model->starts[static_cast<std::size_t>(options[i])]};
    const int room = model->kind(options[i]).room;
    out += (out.empty() ? "" : "; ") + event.uid + " " + time::format(event.zone->to_local(start)).substr(11, 5);
    if (room >= 0) out += " " + problem.rooms[static_cast<std::size_t>(room)].id;
  }
  return out;
}

}  // namespace

TEST_CASE("Of a last answer stands what is still possible; the rest is passed over") {
  const struct {
    const char* what;
    std::vector<Answer> last;
    const char* stands;
  } cases[] = {
      {"nothing", {}, ""},
      {"a start and a room",
       {held("e1", "2026-03-10T11:00:00"), occurrence(held("e3", "2026-03-10T10:00:00", "r2"))},
       "e1 11:00; e3 10:00 r2"},
      {"an event that is gone", {held("e9", "2026-03-10T11:00:00"), held("e2", "2026-03-10T10:00:00")}, "e2 10:00"},
      {"an event that was left out", {left_out("e1"), held("e2", "2026-03-10T10:00:00")}, "e2 10:00"},
      {"a start outside hours", {held("e1", "2026-03-10T20:00:00")}, ""},
      {"a start off the grid", {held("e1", "2026-03-10T10:07:00")}, ""},
      {"a start of another week", {held("e1", "2026-04-14T10:00:00")}, ""},
      {"a room that is gone", {occurrence(held("e3", "2026-03-10T10:00:00", "r9"))}, ""},
      {"a room that is closed", {occurrence(held("e3", "2026-03-10T14:30:00", "r2"))}, ""},
      {"no room where one is wanted", {occurrence(held("e3", "2026-03-10T10:00:00"))}, ""},
      {"a room where none is wanted", {held("e1", "2026-03-10T10:00:00", "r1")}, ""},
      {"the series, not its occurrence", {held("e3", "2026-03-10T10:00:00", "r1")}, ""},
      {"twice the same event", {held("e1", "2026-03-10T11:00:00"), held("e1", "2026-03-10T12:00:00")}, "e1 11:00"},
  };
  const Problem problem = week(desk());
  const Solution plain = solve(problem);
  for (const auto& row : cases) {
    CAPTURE(row.what);
    CHECK(standing(problem, row.last) == row.stands);
    const Solution again = solve(problem, row.last);
    CHECK(again.status == SolutionStatus::optimal);
    CHECK(again.cost == plain.cost);
  }
}

TEST_CASE("A locked event stands where the problem has it, whatever the last answer says, and the rest gives way") {
  const Problem problem = week(desk(R"(, "movable": "no")"));
  const std::vector<Answer> last{held("e1", "2026-03-10T11:00:00"), held("e2", "2026-03-10T10:00:00")};
  CHECK(standing(problem, last) == "");
  const Solution again = solve(problem, last);
  CHECK(places(problem, again) == places(problem, solve(problem)));
  CHECK(again.status == SolutionStatus::optimal);
}

TEST_CASE("Of two places of a last answer that now overlap, one is passed over") {
  const Problem problem = week(desk());
  const std::vector<Answer> last{held("e1", "2026-03-10T11:00:00"), held("e2", "2026-03-10T11:30:00")};
  const Solution again = solve(problem, last);
  CHECK(again.status == SolutionStatus::optimal);
  CHECK(again.cost == solve(problem).cost);
}

TEST_CASE("Among arrangements that cost the same, the one that was answered before stands") {
  const Problem problem = week(desk());
  const auto moves = [&](const char* first, const char* second) {
    const Solution again =
        solve(problem, {held("e1", first), held("e2", second), occurrence(held("e3", "2026-03-10T10:00:00", "r1"))});
    return places(problem, again);
  };
  CHECK(moves("2026-03-10T11:00:00", "2026-03-10T10:00:00") ==
        "e1 moved 03-10T11:00; e2 kept; e3@2026-03-10T10:00:00 kept r1");
  CHECK(moves("2026-03-10T10:00:00", "2026-03-10T09:00:00") ==
        "e1 kept; e2 moved 03-10T09:00; e3@2026-03-10T10:00:00 kept r1");
}

TEST_CASE("Effort zero answers what was answered before") {
  Problem problem = week(desk());
  problem.effort = 0;
  const std::vector<Answer> last{held("e1", "2026-03-10T09:00:00"), held("e2", "2026-03-10T10:00:00")};
  CHECK(places(problem, solve(problem, last)) == "e1 moved 03-10T09:00; e2 kept; e3@2026-03-10T10:00:00 kept r1");
}
