#include "core/policy/policy_json.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace relais;

namespace {

Result<policy::Policy> read(const char* text) {
  const Json json = parse_json(text).value();
  Reading reading;
  ObjectReader object(json, "", reading);
  policy::Policy policy = policy::read_policy(object, "policy");
  return reading.result(std::move(policy));
}

}  // namespace

TEST_CASE("a policy is read with its defaults") {
  const auto policy = read(R"({"policy": {"assistants": [{"id": "ana", "clearance": "secret"}],
    "clients": [{"id": "law", "timeZone": "Europe/Paris", "holidays": "FR", "vips": [{"email": "a@b.c"}], "contract": {"minutes": 600, "per": "month"}}],
    "serviceLevels": [{"priority": "high", "firstResponse": "PT1H", "clock": "always"}],
    "rules": [{"id": "r", "when": {"vip": true}, "then": {"priority": "critical", "action": "transfer"}, "stop": true}],
    "weights": {"anger": -20}, "followUps": [{"id": "f", "after": "P2D"}], "templates": [{"id": "t", "body": "x"}], "retention": {"request": "P365D"}}})");
  REQUIRE(policy.ok());
  CHECK(policy->assistants[0].name == "ana");
  CHECK(policy->assistants[0].clearance == policy::Clearance::secret);
  CHECK(policy->clients[0].zone->name() == "Europe/Paris");
  CHECK(policy->clients[0].contract->kind == "package");
  CHECK_FALSE(policy->service_levels[0].business_clock);
  CHECK(policy->rules[0].when.vip == true);
  CHECK(policy->rules[0].then.priority == policy::Priority::critical);
  CHECK(policy->weights.at("anger") == -20);
  CHECK(policy->follow_ups[0].action == "task");
  CHECK(policy->retention.at("request").days == 365);
  CHECK(policy->client("law"));
  CHECK_FALSE(policy->client("shop"));
  CHECK(read("{}").ok());
  CHECK(read(R"({"policy": null})").ok());
}

TEST_CASE("a policy's errors name their place") {
  struct Row {
    const char* text;
    ErrorCode code;
    const char* path;
  };
  const Row rows[] = {
      {R"({"policy": {"client": []}})", ErrorCode::unknown_member, "/policy/client"},
      {R"({"policy": {"clients": [{"name": "x"}]}})", ErrorCode::missing_member, "/policy/clients/0"},
      {R"({"policy": {"clients": [{"id": "x", "timeZone": "Europe/Nowhere"}]}})", ErrorCode::unknown_zone,
       "/policy/clients/0/timeZone"},
      {R"({"policy": {"rules": [{"id": "x", "then": {"action": "dance"}}]}})", ErrorCode::invalid_value,
       "/policy/rules/0/then/action"},
      {R"({"policy": {"weights": {"anger": 10001}}})", ErrorCode::out_of_range, "/policy/weights/anger"},
      {R"({"policy": 1})", ErrorCode::wrong_type, "/policy"}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto policy = read(row.text);
    REQUIRE_FALSE(policy.ok());
    CHECK(policy.error().code == row.code);
    CHECK(policy.error().path == row.path);
  }
}
