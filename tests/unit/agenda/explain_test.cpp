#include "core/agenda/explain.hpp"

#include "core/agenda/solution_json.hpp"

#include "tests/unit/agenda/agenda_support.hpp"

#include <algorithm>

using namespace relais;
using namespace relais::agenda;

namespace {

/// How many places none of the facts rules out.
std::ptrdiff_t left_open(const std::vector<RuledOut>& places, const std::vector<Fact>& facts) {
  const auto named = [&](const RuledOut& place) {
    return std::any_of(place.facts.begin(), place.facts.end(),
                       [&](const Fact& fact) { return std::find(facts.begin(), facts.end(), fact) != facts.end(); });
  };
  return std::count_if(places.begin(), places.end(), [&](const RuledOut& place) { return !named(place); });
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
    const auto places =
        ruled_out(facts, problem, 0, thinkable_starts(problem, problem.events[0]), problem.events[0].cost.unscheduled);
    const std::vector<Fact> because = fewest_facts(places);
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

namespace {

const std::string until_one = R"("people": [{"id": "ana"}, {"id": "bob", "hours": {"tu": [["09:00", "13:00"]]}}], )";

/// `code(event,other,…)` of each reason, with the arguments that are named.
std::vector<std::string> said(const std::vector<Reason>& reasons, const std::vector<std::string>& names) {
  std::vector<std::string> out;
  for (const Reason& reason : reasons) {
    std::string text = reason.code.substr(std::string("agenda.").size());
    const Json args = relais::to_json(reason)["args"];
    for (const std::string& name : names) {
      if (args.contains(name))
        text += " " + (args[name].is_string() ? args[name].get<std::string>() : dump(args[name]));
    }
    out.push_back(std::move(text));
  }
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("An event that moves for the sake of an optional person says what kept that person away") {
  const Problem problem = week(
      until_one +
      R"("events": [{"uid": "e1", "start": "2026-03-10T09:00:00", "duration": "PT1H", "cost": {"optionalMissed": 1000},
                     "people": [{"id": "bob"}, {"id": "ana", "role": "optional"}]},
                    {"uid": "e2", "start": "2026-03-10T09:30:00", "duration": "PT1H", "movable": "no", "people": [{"id": "ana"}]}])");
  const Solution solution = solve(problem);
  REQUIRE(places(problem, solution) == "e1 moved 03-10T10:30; e2 kept");
  CHECK(said(solution.events[0].reasons, {"person", "other", "minutes"}) ==
        Texts{"overlap ana e2", "nearest 90", "fact-hours bob", "fact-event e2", "relax-nearer"});
}

TEST_CASE("What is no nearer for less is said to be dear, and what is too dear belongs to no other reason") {
  // Half past nine is nearer but in another room, which costs more than half an hour.
  const Problem dear = week(
      until_one +
      R"("rooms": [{"id": "r1", "busy": [{"start": "2026-03-10T08:00:00Z", "end": "2026-03-10T09:00:00Z"}]}, {"id": "r2"}],
      "events": [{"uid": "e1", "start": "2026-03-10T09:45:00", "duration": "PT1H", "room": "r1", "rooms": ["r1", "r2"],
                  "cost": {"roomChanged": 500, "moved": 1}, "people": [{"id": "bob"}]}])");
  const Solution moved = solve(dear);
  REQUIRE(places(dear, moved) == "e1 moved 03-10T10:00 r1");
  CHECK(said(moved.events[0].reasons, {"room"}) == Texts{"room-busy r1"});
  // Only the two nearest starts are worth it, and one meeting is in the way of both.
  const Problem cheap = week(
      until_one +
      R"("events": [{"uid": "e1", "start": "2026-03-10T10:00:00", "duration": "PT1H", "isNew": true, "people": [{"id": "bob"}],
                                 "cost": {"unscheduled": 5, "perStep": 3}},
                                {"uid": "e2", "start": "2026-03-10T10:00:00", "duration": "PT1H", "movable": "no", "people": [{"id": "bob"}]}])");
  const Solution left = solve(cheap);
  REQUIRE(left.unresolved.size() == 1);
  CHECK(said(left.unresolved[0].because, {"other"}) == Texts{"fact-event e2", "fact-price"});
  REQUIRE(left.unresolved[0].advice);
  CHECK(said(left.unresolved[0].advice->facts, {"other"}) == Texts{"fact-event e2"});
  CHECK(left.unresolved[0].advice->opens == 3);
}

TEST_CASE("What is left out comes with what would help most, and that helps") {
  const std::string events =
      R"("events": [{"uid": "e1", "start": "2026-03-10T10:00:00", "duration": "PT2H", "isNew": true, "people": [{"id": "bob"}],
                     "windows": [{"start": "2026-03-10T09:00:00", "end": "2026-03-10T14:00:00"}]})";
  const std::string locked =
      R"(, {"uid": "e2", "start": "2026-03-10T10:30:00", "duration": "PT1H", "movable": "no", "people": [{"id": "bob"}]}])";
  const Problem problem = week(until_one + events + locked);
  const Solution solution = solve(problem);
  REQUIRE(solution.unresolved.size() == 1);
  REQUIRE(solution.unresolved[0].advice);
  CHECK(said(solution.unresolved[0].advice->facts, {"other"}) == Texts{"fact-event e2"});
  const Json written = to_json(problem, solution)["unresolved"][0]["relaxation"];
  CHECK(written["first"] == "2026-03-10T09:00:00");
  CHECK(written["reasons"].size() == 2);
  const Problem helped = week(until_one + events + "]");
  CHECK(places(helped, solve(helped)) == "e1 kept");
}

TEST_CASE("A gap is said in the order of time") {
  const Problem problem = week(until_one + R"("travel": [{"from": "a", "to": "b", "duration": "PT35M"}], "events": [
        {"uid": "e1", "start": "2026-03-10T09:00:00", "duration": "PT1H", "movable": "no", "location": "a", "people": [{"id": "bob"}]},
        {"uid": "e2", "start": "2026-03-10T10:30:00", "duration": "PT1H", "location": "b", "people": [{"id": "bob"}]}])");
  CHECK(said(solve(problem).events[1].reasons, {"event", "other"}) == Texts{"travel e1 e2"});
}
