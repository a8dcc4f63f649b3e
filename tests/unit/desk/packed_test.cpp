#include "core/desk/operations.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

using namespace relais;

namespace {

constexpr const char* weekly = R"({"uid": "w", "title": "Point", "start": "2026-03-09T09:00:00", "duration": "PT1H",
  "timeZone": "Europe/Paris", "recurrenceRules": [{"frequency": "weekly", "count": 2}]})";

std::string expansion(const std::string& events, const char* from, const char* to) {
  return R"({"timeZone": "Etc/UTC", "from": ")" + std::string(from) + R"(", "to": ")" + to + R"(", "events": [)" +
         events + "]}";
}

/// The JSON of a packed answer, the member beside it, and its rest.
struct Parts {
  Json json;
  std::string member, rest;
};

Parts parts_of(const std::string& answer) {
  const std::size_t end = answer.find('\0'), line = answer.find('\n', end);
  REQUIRE(line != std::string::npos);
  return {parse_json(answer.substr(0, end)).value(), answer.substr(end + 1, line - end - 1), answer.substr(line + 1)};
}

}  // namespace

TEST_CASE("a packed calendar stands beside its answer as it is") {
  const std::string params =
      R"({"format": "ics", "stamp": "2026-03-01T00:00:00Z", "events": [)" + std::string(weekly) + "]}";
  const auto [json, member, rest] = parts_of(desk::run_packed("calendar.export", params));
  CHECK(dump(json) == R"({"result":{}})");
  CHECK(member == "text");
  const Json plain = parse_json(desk::run_text("calendar.export", params)).value();
  CHECK(Json(rest) == plain["result"]["text"]);
}

TEST_CASE("packed occurrences are rows that name the one they are like") {
  const std::string params = expansion(weekly + std::string(R"(, {"uid": "once", "start": "2026-03-10T12:00:00"})"),
                                       "2026-03-01", "2026-04-01");
  const auto [json, member, rest] = parts_of(desk::run_packed("calendar.expand", params));
  CHECK(member == "occurrences");
  CHECK(rest ==
        "00002026-03-09T09:00:00Z2026-03-09T09:00:002026-03-09T08:00:00Z"
        "00012026-03-10T12:00:00Z                   2026-03-10T12:00:00Z"
        "00002026-03-16T09:00:00Z2026-03-16T09:00:002026-03-16T08:00:00Z");
  CHECK(dump(json["result"]) ==
        R"({"occurrences":[{"allDay":false,"end":"","recurrenceId":"","start":"","timeZone":"Europe/Paris",)"
        R"("title":"Point","uid":"w"},{"allDay":false,"end":"","start":"","title":"","uid":"once"}],"problems":[]})");
}

TEST_CASE("an occurrence that ends in the year 10000 does not fit a row") {
  const std::string last = R"({"uid": "last", "start": "9998-06-01T00:00:00", "duration": "P600D"})";
  const auto [json, member, rest] =
      parts_of(desk::run_packed("calendar.expand", expansion(last, "9998-01-01", "9999-01-01")));
  CHECK(rest == "0000" + std::string(59, ' '));
  CHECK(json["result"]["occurrences"][0]["end"] == "10000-01-22T00:00:00Z");
  CHECK(json["result"]["occurrences"][0]["start"] == "9998-06-01T00:00:00Z");
}

TEST_CASE("what is no long answer is packed as it is") {
  const std::pair<const char*, const char*> calls[] = {
      {"calendar.recur", R"({"start": "2026-03-09T09:00:00", "rule": "FREQ=DAILY;COUNT=2"})"},
      {"calendar.expand", R"({"events": 1})"},
      {"calendar.export", "no JSON"},
      {"calendar.none", "{}"}};
  for (const auto& [name, params] : calls) CHECK(desk::run_packed(name, params) == desk::run_text(name, params));
}
