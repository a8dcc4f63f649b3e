#pragma once

#include "core/agenda/answer_json.hpp"
#include "core/agenda/conflicts.hpp"
#include "core/agenda/problem_json.hpp"
#include "core/agenda/search.hpp"
#include "core/agenda/solution_json.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <utility>
#include <vector>

/// Problems from a few words of JSON, for the tests of this room.
namespace relais::agenda {

inline Result<Problem> read_text(const std::string& text) {
  const auto json = parse_json(text);
  REQUIRE_MESSAGE(json.ok(), text);
  Reading reading;
  ObjectReader object(json.value(), "", reading);
  Problem problem = read_problem(object);
  object.finish();
  return reading.result(std::move(problem));
}

/// A week from Monday 9 March 2026 in Paris (UTC+1), quarter hours, with the members given beside.
inline Problem week(const std::string& members) {
  auto problem = read_text(R"({"timeZone": "Europe/Paris", "horizon": {"from": "2026-03-09", "to": "2026-03-16"}, )" +
                           members + "}");
  REQUIRE_MESSAGE(problem.ok(), problem.error().path << ": " << message(problem.error()) << " in " << members);
  return std::move(problem).value();
}

inline Solution solve(Problem problem, const std::vector<Answer>& last = {}) {
  auto search = Search::start(std::move(problem), last);
  REQUIRE(search.ok());
  while (search.value()->advance(100000)) {
  }
  return search.value()->solution();
}

/// A solution as it comes back in `last`.
inline std::vector<Answer> answered(const Problem& problem, const Solution& solution) {
  const Json json = to_json(problem, solution);
  Reading reading;
  ObjectReader object(json, "", reading);
  std::vector<Answer> answers = read_answers(object);
  REQUIRE_FALSE(reading.failed());
  return answers;
}

/// `e1 moved 2026-03-10T10:00:00 r1`, one an event.
inline std::string places(const Problem& problem, const Solution& solution) {
  std::string out;
  for (const Placement& one : solution.events) {
    const Event& event = problem.events[static_cast<std::size_t>(one.event)];
    if (!out.empty()) out += "; ";
    out += reference(event) + " " + std::string(name(one.state));
    if (one.state == State::moved) out += " " + time::format(local_start(event, one)).substr(5, 11);
    if (one.room >= 0) out += " " + problem.rooms[static_cast<std::size_t>(one.room)].id;
    for (const int person : one.missed) out += " without " + problem.people[static_cast<std::size_t>(person)].id;
  }
  return out;
}

inline std::vector<std::string> codes(const std::vector<Reason>& reasons) {
  std::vector<std::string> out;
  for (const Reason& reason : reasons) out.push_back(reason.code);
  return out;
}

}  // namespace relais::agenda
