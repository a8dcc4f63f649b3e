#include "core/calendar/expand.hpp"
#include "core/calendar/export_ics.hpp"
#include "core/calendar/merge_json.hpp"

#include "support.hpp"

using namespace relais;
using namespace relais::calendar;

namespace {

const std::string people =
    "ORGANIZER:mailto:ana@x.example\nATTENDEE;RSVP=TRUE;PARTSTAT=NEEDS-ACTION:mailto:bob@x.example\n"
    "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:eve@x.example\n";
const std::string weekly =
    "BEGIN:VEVENT\nUID:w\nDTSTAMP:20260301T080000Z\nSEQUENCE:1\nSUMMARY:Weekly\n"
    "DTSTART;TZID=Europe/Paris:20260302T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\n" +
    people + "END:VEVENT\n";

Json events_of(const std::string& lines) {
  Json out = Json::array();
  for (const Event& event : import_text(calendar_file(lines)).events) out.push_back(event_to_json(event));
  return out;
}

Json merged(const Json& have, const std::string& message) {
  const auto answer = merge_calendars(Json{{"have", have}, {"got", events_of(message)}});
  REQUIRE(answer.ok());
  return *answer;
}

std::string component(const std::string& lines) {
  return "BEGIN:VEVENT\nUID:w\nDTSTAMP:20260303T080000Z\n" + lines + "END:VEVENT\n";
}

std::string status_of(const Json& event, const char* id) {
  return event["participants"][id].value("participationStatus", std::string());
}

// `start status` of each occurrence in March 2026.
std::string march(const Json& events) {
  std::vector<Event> read;
  for (const Json& event : events) read.push_back(event_of(dump(event)));
  const auto utc = time::find_zone("Etc/UTC");
  const auto found =
      expand(read, {*time::parse_instant("2026-03-01T00:00:00Z"), *time::parse_instant("2026-04-01T00:00:00Z")}, *utc);
  REQUIRE(found.ok());
  std::string out;
  for (const Occurrence& one : found->occurrences) {
    out += time::format(one.start).substr(8, 8) + (one.event->cancelled() ? "x " : " ");
  }
  return out;
}

const std::string bob_accepts = "ORGANIZER:mailto:ana@x.example\nATTENDEE;PARTSTAT=ACCEPTED:MAILTO:Bob@x.example\n";

}  // namespace

TEST_CASE("a REPLY says what one of those invited answers, and nothing else (RFC 5546 section 3.2.3)") {
  const Json have = events_of(weekly);
  const Json answer = merged(
      have,
      "METHOD:REPLY\n" +
          component("SEQUENCE:1\nSUMMARY:Other\nDTSTART:20260309T090000Z\nCOMMENT:By train\\, late\n" + bob_accepts));
  Json expected = have;
  Json& bob = expected[0]["participants"]["bob-x-example"];
  bob["participationStatus"] = "accepted";
  bob["participationComment"] = "By train, late";
  bob["scheduleSequence"] = 1;
  bob["scheduleUpdated"] = "2026-03-03T08:00:00Z";
  CHECK(answer["events"] == expected);
  CHECK(answer["changed"].size() == 1);
  CHECK(answer["changed"][0]["members"] == json_of(R"(["participants"])"));

  const Json late = merged(answer["events"],
                           "METHOD:REPLY\nBEGIN:VEVENT\nUID:w\nDTSTAMP:20260302T080000Z\nSEQUENCE:1\nATTENDEE;PARTSTAT="
                           "DECLINED:mailto:bob@x.example\nEND:VEVENT\n");
  CHECK(status_of(late["events"][0], "bob-x-example") == "accepted");
  CHECK(late["changed"].empty());
}

TEST_CASE("a REPLY that concerns nobody, an older revision or an unknown event changes nothing") {
  const Json have = events_of(weekly);
  for (const std::string& message :
       {component("SEQUENCE:1\nATTENDEE;PARTSTAT=ACCEPTED:mailto:mallory@x.example\n"), component(bob_accepts),
        std::string("BEGIN:VEVENT\nUID:other\nDTSTAMP:20260303T080000Z\n" + bob_accepts + "END:VEVENT\n"),
        component("SEQUENCE:1\nRECURRENCE-ID;TZID=Europe/Paris:20260310T090000\n" + bob_accepts)}) {
    CAPTURE(message);
    const Json answer = merged(have, "METHOD:REPLY\n" + message);
    CHECK(answer["events"] == have);
    CHECK(answer["added"].empty());
    CHECK(answer["changed"].empty());
  }
}

TEST_CASE("a REPLY to one occurrence changes that one, without saying when it is") {
  const Json answer = merged(
      events_of(weekly),
      "METHOD:REPLY\n" + component("SEQUENCE:1\nRECURRENCE-ID;TZID=Europe/Paris:20260309T090000\n" + bob_accepts));
  const Json& event = answer["events"][0];
  CHECK(status_of(event, "bob-x-example") == "needs-action");
  CHECK(event["recurrenceOverrides"]["2026-03-09T09:00:00"]["participants/bob-x-example/participationStatus"] ==
        "accepted");
  CHECK(answer["changed"][0]["recurrenceId"] == "2026-03-09T09:00:00");
  CHECK(march(answer["events"]) == "02T09:00 09T09:00 16T09:00 23T09:00 30T09:00 ");
}

TEST_CASE("ADD is one more occurrence, in the zone of its series (RFC 5546 section 3.2.4)") {
  const Json answer = merged(
      events_of(weekly),
      "METHOD:ADD\n" + component("SEQUENCE:2\nSUMMARY:Extra\nDTSTART:20260305T130000Z\nDURATION:PT2H\n" + people));
  CHECK(march(answer["events"]) == "02T09:00 05T13:00 09T09:00 16T09:00 23T09:00 30T09:00 ");
  CHECK(answer["added"] == json_of(R"([{"uid": "w", "recurrenceId": "2026-03-05T14:00:00"}])"));
  CHECK(answer["events"][0]["recurrenceOverrides"]["2026-03-05T14:00:00"]["title"] == "Extra");
  const Json alone = merged(Json::array(), "METHOD:ADD\n" + component("DTSTART:20260305T130000Z\n"));
  CHECK(alone["added"] == json_of(R"([{"uid": "w"}])"));
  CHECK_FALSE(alone["events"][0].contains("method"));
}

TEST_CASE("CANCEL ends a series, one occurrence, or that and those that follow (RFC 5546 section 3.2.5)") {
  struct Row {
    const char* lines;
    const char* march;
    const char* cancelled;
  };
  const Row rows[] = {
      {"SEQUENCE:2\n", "02T09:00x 09T09:00x 16T09:00x 23T09:00x 30T09:00x ", R"([{"uid": "w"}])"},
      {"SEQUENCE:2\nRECURRENCE-ID;TZID=Europe/Paris:20260309T090000\n",
       "02T09:00 09T09:00x 16T09:00 23T09:00 30T09:00 ", R"([{"uid": "w", "recurrenceId": "2026-03-09T09:00:00"}])"},
      {"SEQUENCE:2\nRECURRENCE-ID:20260309T080000Z\nDTSTART:20260309T080000Z\n",
       "02T09:00 09T08:00x 16T09:00 23T09:00 30T09:00 ", R"([{"uid": "w", "recurrenceId": "2026-03-09T09:00:00"}])"},
      {"SEQUENCE:2\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20260316T090000\n",
       "02T09:00 09T09:00 16T09:00x 23T09:00x 30T09:00x ", R"([{"uid": "w", "recurrenceId": "2026-03-16T09:00:00"}])"},
      {"SEQUENCE:0\n", "02T09:00 09T09:00 16T09:00 23T09:00 30T09:00 ", "[]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.lines);
    const Json answer = merged(events_of(weekly), "METHOD:CANCEL\n" + component(row.lines));
    CHECK(march(answer["events"]) == row.march);
    CHECK(answer["cancelled"] == json_of(row.cancelled));
    CHECK(answer["events"][0]["title"] == "Weekly");
  }
  const Json nothing = merged(Json::array(), "METHOD:CANCEL\n" + component("SEQUENCE:2\n"));
  CHECK(nothing["events"].empty());
}

TEST_CASE("a change of this and later occurrences moves them all (RFC 5545 section 3.2.13)") {
  const Json answer =
      merged(events_of(weekly),
             "METHOD:REQUEST\n" +
                 component("SEQUENCE:2\nSUMMARY:Later\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/"
                           "Paris:20260316T090000\nDTSTART;TZID=Europe/Paris:20260317T110000\nDURATION:PT1H\n" +
                           people));
  CHECK(march(answer["events"]) == "02T09:00 09T09:00 17T11:00 24T11:00 31T11:00 ");
}

TEST_CASE("a COUNTER asks: it changes nothing until a person decides (RFC 5546 section 3.2.7)") {
  const Json have = events_of(weekly);
  for (const char* method : {"COUNTER", "DECLINECOUNTER", "REFRESH"}) {
    const Json answer = merged(have, std::string("METHOD:") + method + "\n" +
                                         component("SEQUENCE:1\nDTSTART:20260309T130000Z\n" + bob_accepts));
    CHECK(answer["events"] == have);
    CHECK(answer["added"].empty());
  }
}

TEST_CASE("a message is written as it was read, also where it does not say when") {
  for (const char* method : {"REPLY", "ADD", "CANCEL", "REFRESH", "COUNTER", "REQUEST", "PUBLISH"}) {
    CAPTURE(method);
    const bool says_when = std::string_view(method) == "REQUEST" || std::string_view(method) == "PUBLISH";
    const std::string when = says_when ? "DTSTART:20260309T130000Z\n" : "";
    const auto file = import_text(
        calendar_file("METHOD:" + std::string(method) + "\n" + component("SEQUENCE:1\n" + when + bob_accepts)));
    REQUIRE(file.events.size() == 1);
    CHECK(file.problems.empty());
    ExportRequest request;
    request.events = file.events;
    const auto bare = export_ics(request);
    request.info = file.info;
    const auto whole = export_ics(request);
    REQUIRE(whole.ok());
    CHECK(whole->find("METHOD:" + std::string(method) + "\r\n") != std::string::npos);
    CHECK(whole->find("JSPROP") == std::string::npos);
    CHECK(event_to_json(import_text(*whole).events.front()) == event_to_json(file.events.front()));
    CHECK(event_to_json(import_text(*bare).events.front()) == event_to_json(file.events.front()));
  }
}
