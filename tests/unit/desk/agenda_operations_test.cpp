#include "core/base/json.hpp"
#include "core/desk/operations.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace relais;

namespace {

/// An operation asked about a week in which `a`, an occurrence, and `meeting` both want Ana at half past ten.
Json asked(const std::string& operation, const std::string& more) {
  const std::string params = R"({"timeZone": "Europe/Paris", "horizon": {"from": "2026-03-09", "to": "2026-03-14"},
      "people": [{"id": "ana"}], "events": [
        {"uid": "a", "recurrenceId": "2026-03-10T10:00:00", "start": "2026-03-10T10:00:00", "duration": "PT1H", "people": [{"id": "ana"}]},
        {"uid": "meeting", "start": "2026-03-10T10:30:00", "duration": "PT1H", "movable": "no", "people": [{"id": "ana"}]},
        {"uid": "c", "start": "2026-03-11T10:00:00", "duration": "PT1H", "people": [{"id": "ana"}]}])" +
                             more + "}";
  return *parse_json(desk::run_text(operation, params));
}

}  // namespace

TEST_CASE("`only` of agenda.conflicts names events by uid or as conflicts name them, and nothing that is not there") {
  const struct {
    std::string only;
    std::size_t found;
  } cases[] = {
      {R"(["a"])", 1}, {R"(["a@2026-03-10T10:00:00"])", 1}, {R"(["c"])", 0}, {R"(["c", "meeting"])", 1}, {"[]", 1},
  };
  for (const auto& row : cases) {
    CAPTURE(row.only);
    CHECK(asked("agenda.conflicts", R"(, "only": )" + row.only)["result"]["conflicts"].size() == row.found);
  }
  for (const std::string id : {"zz", "a@2026-03-11T10:00:00", ""}) {
    CAPTURE(id);
    const Json error = asked("agenda.conflicts", R"(, "only": ["a", ")" + id + R"("])")["error"];
    CHECK(error["code"] == "unknown-reference");
    CHECK(error["path"] == "/only/1");
  }
}

TEST_CASE("What agenda.slots says of the meeting names no other event, whatever those are called") {
  const Json answer = asked(
      "agenda.slots",
      R"(, "meeting": {"duration": "PT30M", "people": [{"id": "ana"}], "windows": [{"start": "2026-03-10T11:00:00", "end": "2026-03-10T11:30:00"}]})")
      ["result"];
  REQUIRE(answer["slots"].empty());
  bool names_the_other = false;
  for (const Json& reason : answer["because"]) {
    if (reason["code"] == "agenda.fact-window") CHECK(reason["args"]["event"] == "meeting-2");
    names_the_other = names_the_other || (reason["args"].contains("other") && reason["args"]["other"] == "meeting");
  }
  CHECK(names_the_other);
}

TEST_CASE("`last` of agenda.solve is a solution: its events are read strictly, its other members are not") {
  const std::string held = R"({"uid": "a", "recurrenceId": "2026-03-10T10:00:00", "state": "moved",)";
  const struct {
    std::string last, code, path;
  } bad[] = {
      {"[]", "wrong-type", "/last"},
      {"{}", "missing-member", "/last"},
      {R"({"events": null})", "wrong-type", "/last/events"},
      {R"({"events": {}})", "wrong-type", "/last/events"},
      {R"({"events": [1]})", "wrong-type", "/last/events/0"},
      {R"({"events": [{"state": "kept", "start": "2026-03-10T10:00:00"}]})", "missing-member", "/last/events/0"},
      {R"({"events": [{"uid": "a", "start": "2026-03-10T10:00:00"}]})", "missing-member", "/last/events/0"},
      {R"({"events": [{"uid": "a", "state": "locked", "start": "2026-03-10T10:00:00"}]})", "invalid-value",
       "/last/events/0/state"},
      {R"({"events": [{"uid": "a", "state": "kept"}]})", "missing-member", "/last/events/0"},
      {R"({"events": [{"uid": "a", "state": "kept", "start": "2026-03-10T25:00:00"}]})", "invalid-value",
       "/last/events/0/start"},
      {R"({"events": [)" + held + R"( "start": "2026-03-10T11:30:00", "room": 1}]})", "wrong-type",
       "/last/events/0/room"},
      {R"({"events": [)" + held + R"( "start": "2026-03-10T11:30:00", "where": "r1"}]})", "unknown-member",
       "/last/events/0/where"},
      {R"({"events": [{"uid": "a", "recurrenceId": "soon", "state": "kept", "start": "2026-03-10T10:00:00"}]})",
       "invalid-value", "/last/events/0/recurrenceId"},
  };
  for (const auto& row : bad) {
    CAPTURE(row.last);
    const Json error = asked("agenda.solve", R"(, "last": )" + row.last)["error"];
    CHECK(error["code"] == row.code);
    CHECK(error["path"] == row.path);
  }
  const Json plain = asked("agenda.solve", "")["result"];
  CHECK(asked("agenda.solve", R"(, "last": null)")["result"] == plain);
  CHECK(asked("agenda.solve", R"(, "last": {"events": [], "mood": "good"})")["result"] == plain);
  const Json again = asked("agenda.solve", R"(, "last": )" + dump(plain))["result"];
  CHECK(again["events"] == plain["events"]);
  CHECK(again["status"] == "optimal");
  for (const char* other : {"agenda.conflicts", "agenda.slots"}) {
    CAPTURE(other);
    const std::string meeting = R"(, "meeting": {"duration": "PT30M", "people": [{"id": "ana"}]})";
    const bool slots = std::string(other) == "agenda.slots";
    CHECK(asked(other, R"(, "last": {"events": []})" + (slots ? meeting : ""))["error"]["path"] == "/last");
  }
}
