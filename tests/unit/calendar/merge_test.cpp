#include "core/calendar/merge_json.hpp"

#include "support.hpp"

using namespace relais;
using namespace relais::calendar;

namespace {

Json merged(const std::string& have, const std::string& got) {
  const auto answer = merge_calendars(json_of("{\"have\": " + have + ", \"got\": " + got + "}"));
  REQUIRE(answer.ok());
  return *answer;
}

}  // namespace

TEST_CASE("the higher SEQUENCE holds, then the later DTSTAMP") {
  struct Row {
    const char* what;
    const char *have, *got;
    bool newer;
  };
  const Row rows[] = {
      {"a higher sequence", R"("sequence": 1, "updated": "2026-03-02T00:00:00Z")",
       R"("sequence": 2, "updated": "2026-03-01T00:00:00Z")", true},
      {"a lower sequence", R"("sequence": 2)", R"("sequence": 1, "updated": "2026-03-02T00:00:00Z")", false},
      {"a later stamp", R"("updated": "2026-03-01T00:00:00Z")", R"("updated": "2026-03-02T00:00:00Z")", true},
      {"an earlier stamp", R"("updated": "2026-03-02T00:00:00Z")", R"("updated": "2026-03-01T00:00:00Z")", false},
      {"the same stamp", R"("updated": "2026-03-02T00:00:00Z")", R"("updated": "2026-03-02T00:00:00Z")", false},
      {"a stamp against none", R"("sequence": 0)", R"("updated": "2026-03-02T00:00:00Z")", true},
      {"none against a stamp", R"("updated": "2026-03-02T00:00:00Z")", R"("sequence": 0)", false},
      {"nothing said by either", R"("priority": 1)", R"("priority": 2)", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const auto event = [](const char* title, const char* more) {
      return std::string(R"([{"uid": "1", "start": "2026-03-10T10:00:00", "title": ")") + title + "\", " + more + "}]";
    };
    const Json answer = merged(event("have", row.have), event("got", row.got));
    REQUIRE(answer["events"].size() == 1);
    CHECK(answer["events"][0]["title"] == (row.newer ? "got" : "have"));
    CHECK(answer["changed"].size() == (row.newer ? 1 : 0));
  }
}

TEST_CASE("a newer copy says when; what only the older one knows stays") {
  const Json answer = merged(
      R"([{"uid": "1", "sequence": 1, "start": "2026-03-10T10:00:00", "timeZone": "Europe/Paris", "duration": "PT1H", "title": "old", "color": "red",
           "example.org:file": 7, "showWithoutTime": false, "recurrenceRules": [{"frequency": "daily"}],
           "participants": {"ana": {"name": "Ana", "example.org:phone": "1"}, "bob": {"name": "Bob"}}}])",
      R"([{"uid": "1", "sequence": 2, "start": "2026-03-11T10:00:00", "timeZone": "Europe/Paris", "title": "new", "participants": {"ana": {"name": "Ana P."}}}])");
  const Json& event = answer["events"][0];
  CHECK(event["title"] == "new");
  CHECK(event["color"] == "red");
  CHECK(event["example.org:file"] == 7);
  CHECK_FALSE(event.contains("recurrenceRules"));
  CHECK_FALSE(event.contains("duration"));
  CHECK(event["participants"] ==
        json_of(R"({"ana": {"@type": "Participant", "name": "Ana P.", "example.org:phone": "1"}})"));
  CHECK(
      answer["changed"] ==
      json_of(
          R"([{"uid": "1", "members": ["duration", "participants", "recurrenceRules", "showWithoutTime", "start", "title"],
           "before": {"start": "2026-03-10T10:00:00", "timeZone": "Europe/Paris", "duration": "PT1H", "showWithoutTime": false},
           "after": {"start": "2026-03-11T10:00:00", "timeZone": "Europe/Paris"}}])"));
}

TEST_CASE("what is new is added, what is cancelled is marked, what is missing stays") {
  const Json answer = merged(
      R"([{"uid": "1", "start": "2026-03-10T10:00:00", "title": "a", "recurrenceRules": [{"frequency": "daily"}]}, {"uid": "2", "start": "2026-03-10T10:00:00"}])",
      R"([{"uid": "1", "sequence": 1, "start": "2026-03-10T10:00:00", "status": "cancelled"}, {"uid": "3", "start": "2026-03-10T10:00:00"}])");
  REQUIRE(answer["events"].size() == 3);
  CHECK(answer["events"][0]["status"] == "cancelled");
  CHECK(answer["events"][0]["title"] == "a");
  CHECK(answer["events"][0].contains("recurrenceRules"));
  CHECK(answer["cancelled"] == json_of(R"([{"uid": "1"}])"));
  CHECK(answer["added"] == json_of(R"([{"uid": "3"}])"));
  CHECK(answer["changed"].empty());
}

TEST_CASE("one occurrence that comes alone changes its series") {
  const std::string series =
      R"([{"uid": "s", "updated": "2026-03-01T00:00:00Z", "title": "t", "start": "2026-03-02T09:00:00", "timeZone": "Europe/Paris", "recurrenceRules": [{"frequency": "weekly"}],
           "recurrenceOverrides": {"2026-03-09T09:00:00": {"title": "mine", "updated": "2026-03-09T00:00:00Z"}}}])";
  const auto occurrence = [](const char* id, const char* updated, const char* more) {
    return std::string(R"([{"uid": "s", "recurrenceId": ")") + id + R"(", "updated": ")" + updated +
           R"(", "timeZone": "Europe/Paris", "title": "t", )" + more + "}]";
  };
  const Json moved =
      merged(series, occurrence("2026-03-16T09:00:00", "2026-03-05T00:00:00Z", R"("start": "2026-03-17T09:00:00")"));
  CHECK(moved["events"].size() == 1);
  CHECK(moved["events"][0]["recurrenceOverrides"]["2026-03-16T09:00:00"] ==
        json_of(R"({"start": "2026-03-17T09:00:00", "updated": "2026-03-05T00:00:00Z"})"));
  CHECK(moved["changed"][0]["recurrenceId"] == "2026-03-16T09:00:00");
  CHECK(moved["changed"][0]["members"] == json_of(R"(["start"])"));

  const Json older =
      merged(series, occurrence("2026-03-09T09:00:00", "2026-03-05T00:00:00Z", R"("start": "2026-03-17T09:00:00")"));
  CHECK(older["events"][0]["recurrenceOverrides"]["2026-03-09T09:00:00"]["title"] == "mine");
  CHECK(older["changed"].empty());

  const Json cancelled = merged(series, occurrence("2026-03-16T09:00:00", "2026-03-05T00:00:00Z",
                                                   R"("start": "2026-03-16T09:00:00", "status": "cancelled")"));
  CHECK(cancelled["cancelled"] == json_of(R"([{"uid": "s", "recurrenceId": "2026-03-16T09:00:00"}])"));

  const Json folded =
      merged(occurrence("2026-03-16T09:00:00", "2026-03-05T00:00:00Z", R"("start": "2026-03-17T09:00:00")"), series);
  REQUIRE(folded["events"].size() == 1);
  CHECK(folded["events"][0]["recurrenceOverrides"].contains("2026-03-16T09:00:00"));
  CHECK(folded["added"] == json_of(R"([{"uid": "s"}])"));
}

TEST_CASE("a merge with itself changes nothing") {
  const std::string events =
      R"([{"@type": "Event", "uid": "1", "start": "2026-03-10T10:00:00", "updated": "2026-03-01T00:00:00Z"},
                                 {"@type": "Event", "uid": "1", "recurrenceId": "2026-03-11T10:00:00", "start": "2026-03-11T11:00:00", "updated": "2026-03-01T00:00:00Z"}])";
  const Json answer = merged(events, events);
  CHECK(answer["added"].empty());
  CHECK(answer["changed"].empty());
  CHECK(answer["cancelled"].empty());
}
