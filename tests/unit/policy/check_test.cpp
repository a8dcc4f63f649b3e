#include "core/policy/check.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

using namespace relais;

namespace {

constexpr std::string_view signals[] = {"anger", "water-pouring"};
constexpr std::string_view categories[] = {"incident", "billing"};
constexpr std::string_view channels[] = {"phone", "email"};

// `code path` of every problem, in order.
std::vector<std::string> problems(const char* text) {
  const policy::LenientPolicy read = policy::read_leniently(parse_json(text).value());
  std::vector<policy::Problem> all = read.problems;
  const auto meant = policy::check(read.policy, {signals, categories, channels});
  all.insert(all.end(), meant.begin(), meant.end());
  std::vector<std::string> out;
  for (const policy::Problem& problem : all) out.push_back(problem.reason.code + " " + problem.path);
  return out;
}

}  // namespace

TEST_CASE("an empty policy has no problems") { CHECK(problems("{}").empty()); }

TEST_CASE("every part of a policy that its reader refuses is named at once, each with its path") {
  const auto found =
      problems(R"({"clients": [{"id": "a", "hours": {"mo": [["9", "12:00"]]}}, {"kind": "law"}, {"id": "b", "nmae": 1}],
    "rules": [{"id": "r", "then": {"priority": "urgent"}}, 5], "weights": {"anger": "much"}, "clocks": []})");
  const std::vector<std::string> expected{"invalid-value /clients/0/hours/mo/0/0",
                                          "missing-member /clients/1",
                                          "unknown-member /clients/2/nmae",
                                          "invalid-value /rules/0/then/priority",
                                          "wrong-type /rules/1",
                                          "wrong-type /weights/anger",
                                          "unknown-member /clocks",
                                          "rule-does-nothing /rules/0",
                                          "rule-does-nothing /rules/1"};
  CHECK(found == expected);
}

TEST_CASE("what cannot be meant is named") {
  struct Row {
    const char* policy;
    std::string problem;
  };
  const Row rows[] = {
      {R"({"assistants": [{"id": "a"}, {"id": "a"}]})", "duplicate-id /assistants/1/id"},
      {R"({"rules": [{"id": "r", "when": {"client": "x"}, "then": {"priority": "low"}}]})",
       "unknown-reference /rules/0/when/client"},
      {R"({"rules": [{"id": "r", "then": {"route": "x"}}]})", "unknown-reference /rules/0/then/route"},
      {R"({"rules": [{"id": "r", "when": {"signal": "angre"}, "then": {"priority": "low"}}]})",
       "rule-never-fires /rules/0/when/signal"},
      {R"({"clients": [{"id": "c", "kind": "law"}], "rules": [{"id": "r", "when": {"client": "c", "kind": "shop"}, "then": {"priority": "low"}}]})",
       "rule-never-fires /rules/0/when/kind"},
      {R"({"clients": [{"id": "c"}], "rules": [{"id": "r", "when": {"client": "c", "vip": true}, "then": {"priority": "low"}}]})",
       "rule-never-fires /rules/0/when/vip"},
      {R"({"rules": [{"id": "all", "then": {"priority": "high"}, "stop": true}, {"id": "r", "when": {"channel": "phone"}, "then": {"priority": "low"}}]})",
       "rule-shadowed /rules/1"},
      {R"({"rules": [{"id": "a", "when": {"channel": "phone"}, "then": {"priority": "high"}}, {"id": "b", "when": {"channel": "phone"}, "then": {"priority": "low"}}]})",
       "rules-contradict /rules/1/then/priority"},
      {R"({"serviceLevels": [{"priority": "high", "firstResponse": "PT2H", "resolution": "PT1H"}]})",
       "resolution-before-response /serviceLevels/0"},
      {R"({"serviceLevels": [{"priority": "high", "firstResponse": "PT2H"}, {"priority": "high", "firstResponse": "PT1H"}]})",
       "service-level-twice /serviceLevels/1"},
      {R"({"serviceLevels": [{"priority": "high", "firstResponse": "PT2H"}, {"priority": "low", "firstResponse": "PT1H"}]})",
       "service-levels-cross /serviceLevels/1"},
      {R"({"clients": [{"id": "c"}], "serviceLevels": [{"client": "c", "priority": "high", "firstResponse": "PT2H"}]})",
       "no-hours /serviceLevels/0"},
      {R"({"weights": {"angre": 1}})", "unknown-signal /weights/angre"},
      {R"({"clients": [{"id": "a", "addresses": ["X@y.z"]}, {"id": "b", "addresses": ["x@y.z"]}]})",
       "address-shared /clients/1/addresses/0"},
      {R"({"clients": [{"id": "a", "instructions": [{"id": "i", "text": "t", "from": "2026-03-02", "to": "2026-03-02"}]}]})",
       "instruction-never-holds /clients/0/instructions/0"},
      {R"({"followUps": [{"id": "f", "after": "P1D", "template": "t"}]})", "unknown-reference /followUps/0/template"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.policy);
    const auto found = problems(row.policy);
    CHECK(std::find(found.begin(), found.end(), row.problem) != found.end());
  }
}

TEST_CASE("a rule behind a stop with other conditions may fire") {
  CHECK(problems(R"({"rules": [{"id": "a", "when": {"channel": "phone"}, "then": {"priority": "high"}, "stop": true},
    {"id": "b", "when": {"channel": "email"}, "then": {"priority": "low"}}]})")
            .empty());
}
