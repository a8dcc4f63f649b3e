#include "core/agenda/explain.hpp"

#include "core/agenda/solution_json.hpp"

#include "tests/unit/agenda/agenda_support.hpp"

#include <algorithm>

using namespace relais;
using namespace relais::agenda;

namespace {

bool named(const std::vector<Fact>& place, const std::vector<Fact>& facts) {
  return std::any_of(place.begin(), place.end(),
                     [&](const Fact& fact) { return std::find(facts.begin(), facts.end(), fact) != facts.end(); });
}

/// How many places none of the facts rules out.
std::ptrdiff_t left_open(const std::vector<std::vector<Fact>>& places, const std::vector<Fact>& facts) {
  return std::count_if(places.begin(), places.end(), [&](const auto& place) { return !named(place, facts); });
}

const std::string hours = R"("hours": {"tu": [["09:00", "17:00"]]})";
const std::string late =
    R"(, "isNew": true, "windows": [{"start": "2026-03-10T16:00:00", "end": "2026-03-10T19:00:00"}])";
const std::string wanted =
    R"({"uid": "e1", "start": "2026-03-10T10:00:00", "duration": "PT2H", "people": [{"id": "ana"}])";

struct Case {
  std::string members;
  std::vector<std::string> because;
};

std::vector<Case> cases() {
  return {
      // Ana works until 17:00, and the window begins at 16:00.
      {R"("people": [{"id": "ana", )" + hours + R"(}], "events": [)" + wanted + late + "}]",
       {"agenda.fact-window", "agenda.fact-hours"}},
      // The only room is closed all week, whatever the people do.
      {R"("people": [{"id": "ana", )" + hours +
           R"(}], "rooms": [{"id": "r1", "busy": [{"start": "2026-03-08T00:00:00Z", "end": "2026-03-17T00:00:00Z"}]}], "events": [)" +
           wanted + R"(, "isNew": true, "rooms": ["r1"]}])",
       {"agenda.fact-room"}},
      // A locked meeting fills what is left of the only day.
      {R"("people": [{"id": "ana", )" + hours + R"(}], "events": [)" + wanted + R"(, "isNew": true}, )" +
           R"({"uid": "board", "start": "2026-03-10T10:00:00", "duration": "PT6H", "movable": "no", "people": [{"id": "ana"}]}])",
       {"agenda.fact-hours", "agenda.fact-event"}},
  };
}

}  // namespace

TEST_CASE("Why an event is left out: facts that rule every place out, and no longer do if any one is dropped") {
  for (const Case& one : cases()) {
    CAPTURE(one.members);
    const Problem problem = week(one.members);
    const Solution solution = solve(problem);
    REQUIRE(solution.unresolved.size() == 1);
    std::vector<std::string> said = codes(solution.unresolved[0].because);
    std::vector<std::string> expected = one.because;
    std::sort(said.begin(), said.end());
    std::sort(expected.begin(), expected.end());
    CHECK(said == expected);

    const Ground ground(problem);
    const Facts facts(ground, solution.events);
    const auto places = facts_of_places(facts, problem, 0, thinkable_starts(problem, problem.events[0]));
    const std::vector<Fact> because = why_nowhere(ground, facts, 0, thinkable_starts(problem, problem.events[0]));
    CHECK(because.size() == said.size());
    CHECK(left_open(places, because) == 0);
    for (std::size_t i = 0; i < because.size(); ++i) {
      std::vector<Fact> fewer = because;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      CHECK(left_open(places, fewer) > 0);
    }
  }
}

TEST_CASE("Without what is said to be in the way, the event finds its place") {
  const std::string people = R"("people": [{"id": "ana", "hours": {"tu": [["09:00", "18:00"]]}}], )";
  const Problem longer_hours = week(people + R"("events": [)" + wanted + late + "}]");
  CHECK(places(longer_hours, solve(longer_hours)) == "e1 moved 03-10T16:00");
  const Problem no_window =
      week(R"("people": [{"id": "ana", )" + hours + R"(}], "events": [)" + wanted + R"(, "isNew": true}])");
  CHECK(places(no_window, solve(no_window)) == "e1 kept");
}

TEST_CASE("The reasons come in slices after the search, the same however it is sliced and where it was stopped") {
  const Problem problem = week(cases()[2].members);
  const Solution whole = solve(problem);
  auto search = Search::start(problem);
  REQUIRE(search.ok());
  int slices = 0;
  while (search.value()->advance(1)) ++slices;
  CHECK(slices > 0);
  CHECK(dump(to_json(problem, search.value()->solution())) == dump(to_json(problem, whole)));
  auto stopped = Search::start(problem);
  REQUIRE(stopped.ok());
  stopped.value()->stop(Stopped::clock);
  const std::string at_once = dump(to_json(problem, stopped.value()->solution()));
  while (stopped.value()->advance(1)) {
  }
  CHECK(dump(to_json(problem, stopped.value()->solution())) == at_once);
  CHECK(at_once.find("agenda.fact-hours") != std::string::npos);
}

TEST_CASE("What another client calls its events changes no byte of the answer") {
  const auto answer = [](const std::string& title) {
    const Problem problem = week(
        R"("people": [{"id": "ana", )" + hours + R"(}], "events": [)" + wanted +
        R"(, "client": "a", "isNew": true}, )" + R"({"uid": "x", "client": "b", "title": ")" + title +
        R"(", "start": "2026-03-10T10:00:00", "duration": "PT6H", "importance": 5, "people": [{"id": "ana"}]}], "alternatives": 3)");
    return dump(to_json(problem, solve(problem)));
  };
  CHECK(answer("Board meeting") == answer("Licenciements, à ne pas ébruiter"));
}
