#include "core/agenda/apply_json.hpp"
#include "core/base/json.hpp"
#include "core/calendar/export_ics.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace relais;
using namespace relais::agenda;

namespace {

const char* const series = R"({"@type": "Event", "uid": "s", "title": "Jour fixe", "start": "2026-03-09T10:00:00",
    "timeZone": "Europe/Paris", "duration": "PT1H",
    "recurrenceRules": [{"@type": "RecurrenceRule", "frequency": "daily", "count": 3}]})";

Result<Applied> applied(const std::string& event, const std::string& answer, const std::string& rest = "") {
  const auto params =
      parse_json(R"({"events": [)" + event + R"(], "solution": {"events": [)" + answer + "]}" + rest + "}");
  REQUIRE(params.ok());
  const auto application = read_application(*params);
  if (!application.ok()) return application.error();
  return apply(*application);
}

}  // namespace

TEST_CASE("One occurrence of a series moves and the others stay (RFC 8984, 4.3.5)") {
  const auto out = applied(series, R"({"uid": "s", "recurrenceId": "2026-03-10T10:00:00", "state": "moved",
      "start": "2026-03-10T15:00:00"})");
  REQUIRE(out.ok());
  REQUIRE(out->events.size() == 1);
  REQUIRE(out->events[0].overrides.size() == 1);
  CHECK(out->events[0].overrides[0].id == *time::parse_local_time("2026-03-10T10:00:00"));
  REQUIRE(out->entries.size() == 1);
  CHECK(out->entries[0].type == "event.moved");
  CHECK(time::format(out->entries[0].from) == "2026-03-10T10:00:00");
  CHECK(time::format(out->entries[0].to) == "2026-03-10T15:00:00");
}

TEST_CASE("What cannot be applied is said with its place") {
  const struct {
    std::string event, answer, rest, code, path;
  } cases[] = {
      {series,
       R"({"uid": "s", "recurrenceId": "2026-05-01T10:00:00", "state": "moved", "start": "2026-03-10T15:00:00"})", "",
       "unknown-reference", "/solution/events/0/recurrenceId"},
      {series, R"({"uid": "s", "state": "kept", "start": "2026-03-09T10:00:00"})", R"(, "accept": ["s", "t"])",
       "unknown-reference", "/accept/1"},
      {series, R"({"uid": "s", "state": "gone", "start": "2026-03-09T10:00:00"})", "", "invalid-value",
       "/solution/events/0/state"},
      {series, R"({"uid": "s", "recurrenceId": "soon", "state": "kept", "start": "2026-03-09T10:00:00"})", "",
       "invalid-value", "/solution/events/0/recurrenceId"},
  };
  for (const auto& row : cases) {
    CAPTURE(row.answer);
    const auto out = applied(row.event, row.answer, row.rest);
    REQUIRE_FALSE(out.ok());
    CHECK(name(out.error().code) == row.code);
    CHECK(out.error().path == row.path);
    CHECK_FALSE(out.error().expected.empty());
  }
}

TEST_CASE("A change leaves as the message that its organizer's side calls for (RFC 5546, 3.2)") {
  struct Row {
    const char *organizer, *state, *method, *to, *sequence;
  };
  const Row rows[] = {
      {"ana@desk.example", "moved", "REQUEST", "bob@x.example", "SEQUENCE:4"},
      {"ana@desk.example", "unscheduled", "CANCEL", "bob@x.example", "SEQUENCE:4"},
      {"bob@x.example", "moved", "COUNTER", "bob@x.example", "SEQUENCE:3"},
      {"bob@x.example", "unscheduled", "REPLY", "bob@x.example", "SEQUENCE:3"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.method);
    auto event = *parse_json(series);
    const std::string address = "mailto:" + std::string(row.organizer);
    event["sequence"] = 3;
    event["updated"] = "2026-01-01T00:00:00Z";
    event["replyTo"] = {{"imip", address}};
    for (const char* one : {"ana@desk.example", "bob@x.example"}) {
      Json roles{{"attendee", true}};
      if (std::string(one) == row.organizer) roles["owner"] = true;
      event["participants"][std::string(one).substr(0, 3)] = {
          {"sendTo", {{"imip", "mailto:" + std::string(one)}}}, {"email", one}, {"roles", roles}};
    }
    const auto out = applied(dump(event),
                             R"({"uid": "s", "recurrenceId": "2026-03-10T10:00:00", "state": ")" +
                                 std::string(row.state) + R"(", "start": "2026-03-10T15:00:00"})",
                             R"(, "ours": ["ana@desk.example"])");
    REQUIRE(out.ok());
    REQUIRE(out->messages.size() == 1);
    CHECK(out->messages[0].method == row.method);
    CHECK(out->messages[0].to == row.to);
    calendar::ExportRequest request;
    request.events = out->messages[0].events;
    request.stamp = *time::parse_instant("2026-03-09T08:00:00Z");
    const auto text = calendar::export_ics(request);
    REQUIRE(text.ok());
    for (const char* line :
         {"DTSTAMP:20260309T080000Z", "RECURRENCE-ID;TZID=Europe/Paris:20260310T100000", row.sequence}) {
      CHECK(text->find(line) != std::string::npos);
    }
  }
}

TEST_CASE("A whole series moves: its rule's weekdays and end, and the overrides with the occurrences they are about") {
  const struct {
    std::string rule, start, rules, overrides;
  } cases[] = {
      {R"("frequency": "daily", "count": 3)", "2026-03-09T15:30:00", R"("count":3,"frequency":"daily")",
       "2026-03-10T15:30:00"},
      {R"("frequency": "weekly", "byDay": [{"day": "mo"}, {"day": "su"}], "until": "2026-05-01T10:00:00")",
       "2026-03-10T09:00:00",
       R"("day":"tu"},{"@type":"NDay","day":"mo"}],"firstDayOfWeek":"tu","frequency":"weekly","until":"2026-05-02T09:00:00")",
       "2026-03-11T09:00:00"},
      {R"("frequency": "monthly", "byMonthDay": [9])", "2026-03-09T11:00:00",
       R"("byMonthDay":[9],"frequency":"monthly")", "2026-03-10T11:00:00"},
  };
  for (const auto& row : cases) {
    CAPTURE(row.rule);
    const auto out = applied(
        R"({"@type": "Event", "uid": "s", "start": "2026-03-09T10:00:00", "timeZone": "Europe/Paris", "duration": "PT1H",
            "recurrenceRules": [{)" +
            row.rule + R"(}], "recurrenceOverrides": {"2026-03-10T10:00:00": {"title": "x"}}})",
        R"({"uid": "s", "state": "moved", "start": ")" + row.start + "\"}");
    REQUIRE(out.ok());
    REQUIRE(out->events.size() == 1);
    CHECK(time::format(*out->events[0].start) == row.start);
    CHECK(out->events[0].sequence == 1);
    CHECK(dump(to_json(*out)["events"][0]["recurrenceRules"]).find(row.rules) != std::string::npos);
    CHECK(time::format(out->events[0].overrides.at(0).id) == row.overrides);
    REQUIRE(out->entries.size() == 1);
    CHECK(time::format(out->entries[0].to) == row.start);
  }
}

TEST_CASE("A series whose rule names its days or hours moves to no others") {
  for (const char* rule :
       {R"("frequency": "monthly", "byMonthDay": [9])", R"("frequency": "daily", "byDay": [{"day": "mo"}])",
        R"("frequency": "daily", "byHour": [10, 14])"}) {
    CAPTURE(rule);
    const auto out = applied(
        R"({"@type": "Event", "uid": "s", "start": "2026-03-09T10:00:00", "duration": "PT1H", "recurrenceRules": [{)" +
            std::string(rule) + "}]}",
        R"({"uid": "s", "state": "moved", "start": "2026-03-10T11:00:00"})");
    REQUIRE_FALSE(out.ok());
    CHECK(name(out.error().code) == "invalid-value");
    CHECK(out.error().path == "/solution/events/0/start");
  }
}

TEST_CASE("Many occurrences that change at once are one version of their series, and a new room stands in the event") {
  const auto out = applied(
      R"({"@type": "Event", "uid": "s", "start": "2026-03-09T10:00:00", "duration": "PT1H", "sequence": 4,
          "locations": {"l": {"@type": "Location", "name": "12 rue de la Paix"}},
          "recurrenceRules": [{"frequency": "daily", "count": 3}]})",
      R"({"uid": "s", "recurrenceId": "2026-03-09T10:00:00", "state": "moved", "start": "2026-03-09T11:00:00", "room": "r2"},
         {"uid": "s", "recurrenceId": "2026-03-10T10:00:00", "state": "moved", "start": "2026-03-10T11:00:00"})");
  REQUIRE(out.ok());
  CHECK(out->events[0].sequence == 5);
  CHECK(out->events[0].overrides.size() == 2);
  const std::string written = dump(to_json(*out)["events"][0]["recurrenceOverrides"]["2026-03-09T10:00:00"]);
  CHECK(written.find("r2") != std::string::npos);
  CHECK(written.find("\"start\"") != std::string::npos);
}
