#include "core/calendar/event_json.hpp"

#include "support.hpp"

using namespace relais;
using namespace relais::calendar;

TEST_CASE("an event is read and written again, with all that nobody here knows (RFC 8984)") {
  const char* rows[] = {
      R"({"@type": "Event", "uid": "1", "start": "2026-03-10T10:00:00"})",
      R"({"@type": "Event", "uid": "1", "start": "2026-03-10T10:00:00", "timeZone": "Europe/Paris", "duration": "PT1H",
          "title": "t", "sequence": 0, "status": "confirmed", "priority": 5, "keywords": {"a": true},
          "example.org:x": {"deep": [1, null]}, "virtualLocations": {"v": {"uri": "https://x"}}})",
      R"({"@type": "Task", "uid": "1", "due": "2026-03-10T10:00:00", "progress": "completed", "percentComplete": 100,
          "estimatedDuration": "PT2H", "status": "kept"})",
      R"({"@type": "Note", "uid": "1", "title": "n"})",
      R"({"@type": "Event", "uid": "1", "start": "2026-03-10T10:00:00", "participants": {"p": {"@type": "Participant",
          "name": "Ana", "roles": {"attendee": true, "x": true}, "sendTo": {"imip": "mailto:a@b", "other": "http://c"},
          "more": 1}}, "replyTo": {"imip": "mailto:a@b", "web": "https://d"}})",
      R"({"@type": "Event", "uid": "1", "start": "2026-03-10T10:00:00", "alerts": {"1": {"@type": "Alert",
          "trigger": {"@type": "OffsetTrigger", "offset": "-PT15M", "relativeTo": "end"}}, "2": {"@type": "Alert",
          "action": "email", "trigger": {"@type": "AbsoluteTrigger", "when": "2026-03-09T08:00:00Z"}}}})",
      R"({"@type": "Event", "uid": "1", "start": "2026-03-10T10:00:00", "iCalComponent": {"@type": "ICalComponent",
          "properties": [["x-a", {"x-b": ["1", "2"]}, "unknown", "v"]],
          "components": [["x-c", [["y", {}, "unknown", ""]], [["x-d", [], []], ["x-e", [], [["x-f", [], []]]]]]],
          "convertedProperties": {"title": {"name": "summary", "parameters": {"language": "fr"}}}}})",
  };
  for (const char* row : rows) {
    CAPTURE(row);
    const Json json = json_of(row);
    const auto event = read_event(json, "");
    REQUIRE(event.ok());
    CHECK(dump(event_to_json(*event)) == dump(json));
  }
}

TEST_CASE("the successor's forms are read") {
  const Event event = event_of(
      R"({"uid": "1", "start": "2026-03-10T10:00:00", "recurrenceRule": {"frequency": "daily"},
          "organizerCalendarAddress": "mailto:a@b", "participants": {"p": {"calendarAddress": "mailto:c@d"}}})");
  CHECK(event.rules.size() == 1);
  CHECK(event.reply_to == "mailto:a@b");
  CHECK(event.participants.front().address == "mailto:c@d");
}

TEST_CASE("a member of the wrong type is refused with its path") {
  struct Row {
    const char* json;
    std::string_view code, path;
  };
  const Row rows[] = {
      {R"([])", "wrong-type", "/e"},
      {R"({"start": "2026-03-10T10:00:00"})", "missing-member", "/e"},
      {R"({"uid": "", "start": "2026-03-10T10:00:00"})", "invalid-value", "/e/uid"},
      {R"({"uid": "1"})", "missing-member", "/e"},
      {R"({"uid": "1", "start": "2026-03-10"})", "invalid-value", "/e/start"},
      {R"({"uid": "1", "@type": "Journal"})", "invalid-value", "/e/@type"},
      {R"({"uid": "1", "start": "2026-03-10T10:00:00", "timeZone": "Mars/Base"})", "unknown-zone", "/e/timeZone"},
      {R"({"uid": "1", "start": "2026-03-10T10:00:00", "title": 5})", "wrong-type", "/e/title"},
      {R"({"uid": "1", "start": "2026-03-10T10:00:00", "duration": "-PT1H"})", "invalid-value", "/e/duration"},
      {R"({"uid": "1", "start": "2026-03-10T10:00:00", "priority": 10})", "out-of-range", "/e/priority"},
      {R"({"uid": "1", "start": "2026-03-10T10:00:00", "recurrenceRules": [{}]})", "missing-member",
       "/e/recurrenceRules/0"},
      {R"({"uid": "1", "start": "2026-03-10T10:00:00", "recurrenceOverrides": {"soon": {}}})", "invalid-value",
       "/e/recurrenceOverrides/soon"},
      {R"({"uid": "1", "start": "2026-03-10T10:00:00", "participants": {"p": 1}})", "wrong-type", "/e/participants/p"},
      {R"({"uid": "1", "start": "2026-03-10T10:00:00", "iCalComponent": {"properties": [["begin", {}, "unknown", "X"]]}})",
       "wrong-type", "/e/iCalComponent/properties/0"},
      {R"({"uid": "1", "start": "2026-03-10T10:00:00", "iCalComponent": {"properties": [["x:y", {}, "unknown", "X"]]}})",
       "wrong-type", "/e/iCalComponent/properties/0"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    const auto event = read_event(json_of(row.json), "/e");
    REQUIRE_FALSE(event.ok());
    CHECK(name(event.error().code) == row.code);
    CHECK(event.error().path == row.path);
  }
}

TEST_CASE("an override makes an occurrence of its series, and is made of one (RFC 8984 section 4.3.5)") {
  const Event series = event_of(
      R"({"uid": "1", "title": "t", "start": "2026-03-10T10:00:00", "timeZone": "Europe/Paris", "duration": "PT1H",
          "recurrenceRules": [{"frequency": "daily"}], "x": {"a": 1, "b": 2},
          "participants": {"ana": {"roles": {"attendee": true}}},
          "recurrenceOverrides": {"2026-03-11T10:00:00": {"start": "2026-03-12T09:00:00", "title": null, "x/b": 3,
                                  "participants/ana/participationStatus": "declined", "uid": "2"}}})");
  const Event plain = without_recurrence(series);
  const auto occurrence = apply_override(plain, series.overrides.front());
  REQUIRE(occurrence.ok());
  CHECK(occurrence->uid == "1");
  CHECK(occurrence->title.empty());
  CHECK(time::format(*occurrence->start) == "2026-03-12T09:00:00");
  CHECK(time::format(*occurrence->recurrence_id) == "2026-03-11T10:00:00");
  CHECK(occurrence->participants.front().status == "declined");
  CHECK(occurrence->kept.json()["x"]["b"] == 3);
  const Override again = OverrideMaker(plain).make(*occurrence);
  Json expected = series.overrides.front().patch.json();
  expected.erase("uid");
  CHECK(again.patch.json() == expected);

  const Event bad = event_of(R"({"uid": "1", "start": "2026-03-10T10:00:00",
      "recurrenceOverrides": {"2026-03-11T10:00:00": {"title": 5}, "2026-03-12T10:00:00": {"participants/x/name": "y"}}})");
  CHECK_FALSE(apply_override(bad, bad.overrides[0]).ok());
  CHECK_FALSE(apply_override(bad, bad.overrides[1]).ok());
}
