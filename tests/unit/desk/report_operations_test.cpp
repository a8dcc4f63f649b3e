#include "core/desk/operations.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace relais;

namespace {

Json business_time_params() {
  return parse_json(R"({"hours":{"mo":[["09:00","12:00"]],"tu":[["00:00","24:00"]]},"timeZone":"Europe/Paris",
                        "from":"2026-03-09T09:00:00Z","to":"2026-03-10T09:00:00Z"})")
      .value();
}

std::string outcome(const Json& params) {
  const auto answer = desk::run("report.businessTime", params);
  if (answer.ok()) return dump(answer.value());
  return std::string(name(answer.error().code)) + " " + answer.error().path;
}

}  // namespace

TEST_CASE("report.businessTime counts hours, up to 24:00, without holidays") {
  Json params = business_time_params();
  CHECK(outcome(params) == R"({"seconds":43200})");
  params["holidays"] = Json::array({"2026-03-10"});
  CHECK(outcome(params) == R"({"seconds":7200})");
  params["from"] = "2026-04-06T00:00:00Z";
  params["to"] = "2026-04-06T22:00:00Z";
  CHECK(outcome(params) == R"({"seconds":10800})");
  params["region"] = "FR";
  CHECK(outcome(params) == R"({"seconds":0})");
  params.erase("region");
  params["holidays"] = "FR";
  CHECK(outcome(params) == R"({"seconds":0})");
}

TEST_CASE("report.businessTime refuses what makes no sense, at its place") {
  const auto with = [](const char* member, Json value) {
    Json params = business_time_params();
    params[member] = std::move(value);
    return outcome(params);
  };
  CHECK(with("to", "2026-03-09T08:59:59Z") == "invalid-value /to");
  CHECK(with("to", "2126-05-24T09:00:00Z").substr(0, 10) == "{\"seconds\"");
  CHECK(with("to", "2126-05-24T09:00:01Z") == "invalid-value /to");
  CHECK(with("to", "2026-03-10T10:00:00") == "invalid-value /to");
  CHECK(with("timeZone", "Europe/Lutetia") == "unknown-zone /timeZone");
  CHECK(with("timeZone", nullptr) == "wrong-type /timeZone");
  CHECK(with("hours", Json::array()) == "wrong-type /hours");
  CHECK(with("hours", nullptr) == "wrong-type /hours");
  CHECK(with("holidays", "DE") == "invalid-value /holidays");
  CHECK(with("region", "DE") == "invalid-value /region");
  CHECK(with("speed", 1) == "unknown-member /speed");
  for (const char* member : {"hours", "timeZone", "from", "to"}) {
    Json params = business_time_params();
    params.erase(member);
    CHECK(outcome(params) == "missing-member ");
  }
}

TEST_CASE("report.staffing answers for given agents, or finds the fewest") {
  const auto run = [](std::string_view text) { return desk::run("report.staffing", parse_json(text).value()); };
  const auto given =
      run(R"({"callsPerHour":20,"handleSeconds":180,"targetSeconds":20,"patienceSeconds":60,"agents":2})");
  REQUIRE(given.ok());
  CHECK(
      dump((*given)["erlangC"]) ==
      R"({"agents":2,"answeredInTarget":0.701720227729,"meanWaitSeconds":60.0,"occupancy":0.5,"stable":true,"waitProbability":0.333333333333})");
  CHECK(dump((*given)["erlangA"]["abandoned"]) == "0.14778823498");
  const auto unstable = run(R"({"callsPerHour":45,"handleSeconds":180,"targetSeconds":20,"agents":2})");
  REQUIRE(unstable.ok());
  CHECK(dump(*unstable) == R"({"erlangC":{"agents":2,"stable":false,"waitProbability":1.0},"offeredErlang":2.25})");
  const auto needed = run(R"({"callsPerHour":60,"handleSeconds":180,"targetSeconds":20,"patienceSeconds":60})");
  REQUIRE(needed.ok());
  CHECK((*needed)["erlangC"]["agents"] == 5);
  CHECK((*needed)["erlangA"]["agents"] == 5);
  const auto huge = run(R"({"callsPerHour":100000,"handleSeconds":3600,"targetSeconds":20})");
  REQUIRE_FALSE(huge.ok());
  CHECK(huge.error().code == ErrorCode::too_many);
}

TEST_CASE("report.staffing refuses what is out of range") {
  for (const char* change : {R"({"callsPerHour":0})", R"({"callsPerHour":100001})", R"({"handleSeconds":0.5})",
                             R"({"targetSeconds":-1})", R"({"patienceSeconds":0})", R"({"agents":0})",
                             R"({"agents":10001})", R"({"targetShare":1000})", R"({"agents":1.5})"}) {
    CAPTURE(change);
    Json params = parse_json(R"({"callsPerHour":20,"handleSeconds":180,"targetSeconds":20})").value();
    params.update(parse_json(change).value());
    CHECK_FALSE(desk::run("report.staffing", params).ok());
  }
}

TEST_CASE("report.indicators takes days of a zone, and hides the satisfaction of a few") {
  const auto run = [](std::string_view rest) {
    return desk::run("report.indicators", parse_json("{\"entries\":[]," + std::string(rest) + "}").value());
  };
  const auto days =
      run(R"("from":"2026-03-09","to":"2026-03-16","timeZone":"Europe/Paris","now":"2026-03-10T09:00:00Z")");
  REQUIRE(days.ok());
  CHECK((*days)["from"] == "2026-03-08T23:00:00Z");
  CHECK((*days)["to"] == "2026-03-15T23:00:00Z");
  CHECK((*days)["asOf"] == "2026-03-10T09:00:00Z");
  CHECK(dump((*days)["firstResponse"]) ==
        R"({"closedUnanswered":0,"groupedBy":"received","n":0,"outboundFirst":0,"stillWaiting":0})");
  CHECK(dump((*days)["satisfaction"]) == R"({"asked":0,"n":0})");
  CHECK((*days)["clients"].empty());
  const auto backwards = run(R"("from":"2026-03-16","to":"2026-03-09")");
  REQUIRE_FALSE(backwards.ok());
  CHECK(backwards.error().path == "/to");
  CHECK_FALSE(run(R"("from":"2026-03-09")").ok());
  CHECK_FALSE(run(R"("from":"2026-03-09","to":"tomorrow")").ok());
  CHECK_FALSE(run(R"("from":"2026-03-09","to":"2026-03-10","policy":[])").ok());
  CHECK_FALSE(run(R"("from":"2026-03-09","to":"2026-03-10","speed":1)").ok());
}
