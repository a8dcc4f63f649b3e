#include "core/desk/operations.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using relais::Json;
namespace desk = relais::desk;

TEST_CASE("every signal that is listed can be weighed otherwise, and is worded in both languages") {
  const Json signals = desk::run("triage.signals", Json::object()).value()["signals"];
  CHECK(signals.size() > 40);
  for (const Json& signal : signals) {
    CAPTURE(signal.dump());
    const Json policy{{"weights", {{signal["code"].get<std::string>(), signal["weight"]}}}};
    CHECK(desk::run("policy.check", {{"policy", policy}}).value()["problems"].empty());
    for (const char* lang : {"fr", "en"}) {
      const Json asked{{"lang", lang}, {"reasons", Json::array({{{"code", signal["code"]}}})}};
      CHECK(desk::run("words.render", asked).value()["texts"][0] != signal["code"]);
    }
  }
}

TEST_CASE("a weight of the policy takes the place of the one that is listed") {
  const Json request{{"id", "r"},
                     {"channel", "phone"},
                     {"receivedAt", "2026-03-10T09:00:00"},
                     {"timeZone", "Europe/Paris"},
                     {"lang", "en"},
                     {"body", "There is a smell of gas in the kitchen."}};
  const auto weight = [&](const Json& policy) {
    const Json params{{"requests", Json::array({request})}, {"policy", policy}};
    const Json answer = desk::run("triage.rank", params).value();
    for (const Json& reason : answer["items"][0]["reasons"]) {
      if (reason["code"] == "gas-or-fumes") return reason["weight"].get<int>();
    }
    return 0;
  };
  CHECK(weight(Json::object()) == 2200);
  CHECK(weight({{"weights", {{"gas-or-fumes", 1234}}}}) == 1234);
}

TEST_CASE("an import takes its bytes from one place: text or base64") {
  const auto refused = [](const Json& params) {
    const auto answer = desk::run("triage.import", params);
    return answer.ok() ? std::string() : std::string(name(answer.error().code)) + " " + answer.error().path;
  };
  CHECK(refused({{"format", "note"}, {"text", "a"}, {"base64", "YQ=="}}) == "unknown-member /base64");
  CHECK(refused({{"format", "note"}}) == "missing-member ");
  CHECK(refused({{"format", "note"}, {"base64", "?"}}) == "invalid-base64 /base64");
  CHECK(refused({{"format", "note"}, {"base64", "YQ=="}}).empty());
}
