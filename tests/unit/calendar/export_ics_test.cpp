#include "core/calendar/export_ics.hpp"

#include "support.hpp"

using namespace relais;
using namespace relais::calendar;

namespace {

const time::Instant stamp = *time::parse_instant("2026-05-05T00:00:00Z");

std::string written(std::vector<Event> events, CalendarInfo info = {}) {
  ExportRequest request;
  request.events = std::move(events);
  request.info = std::move(info);
  request.stamp = stamp;
  const auto text = export_ics(request);
  REQUIRE(text.ok());
  return *text;
}

bool has_line(const std::string& text, const std::string& line) {
  return text.find("\r\n" + line + "\r\n") != std::string::npos;
}

std::size_t count_of(const std::string& text, std::string_view what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("an event is written as RFC 5545 has it") {
  const std::string text = written({event_of(
      R"({"uid": "1", "title": "Budget, suite", "start": "2026-03-10T10:00:00", "timeZone": "Europe/Paris", "duration": "PT1H",
          "updated": "2026-01-01T00:00:00Z", "sequence": 2, "status": "tentative", "freeBusyStatus": "free",
          "recurrenceRules": [{"frequency": "weekly", "until": "2026-04-07T10:00:00"}],
          "recurrenceOverrides": {"2026-03-17T10:00:00": {"excluded": true}, "2026-03-19T10:00:00": {},
                                  "2026-03-24T10:00:00": {"start": "2026-03-25T09:00:00"}},
          "replyTo": {"imip": "mailto:b@x.org"},
          "participants": {"b-x-org": {"name": "Boss", "email": "b@x.org", "sendTo": {"imip": "mailto:b@x.org"}, "roles": {"owner": true}},
                           "a-x-org": {"name": "Ana", "email": "a@x.org", "sendTo": {"imip": "mailto:a@x.org"},
                                       "roles": {"attendee": true, "optional": true}, "participationStatus": "declined"}}})")});
  for (const char* line :
       {"BEGIN:VTIMEZONE", "TZID:Europe/Paris", "DTSTAMP:20260101T000000Z", "UID:1", "SEQUENCE:2",
        "DTSTART;TZID=Europe/Paris:20260310T100000", "DTEND;TZID=Europe/Paris:20260310T110000",
        "RRULE:FREQ=WEEKLY;UNTIL=20260407T080000Z", "EXDATE;TZID=Europe/Paris:20260317T100000",
        "RDATE;TZID=Europe/Paris:20260319T100000", "SUMMARY:Budget\\, suite", "STATUS:TENTATIVE", "TRANSP:TRANSPARENT",
        "ORGANIZER;CN=Boss:mailto:b@x.org", "ATTENDEE;ROLE=OPT-PARTICIPANT;PARTSTAT=DECLINED;CN=Ana:mailto:a@x.org",
        "RECURRENCE-ID;TZID=Europe/Paris:20260324T100000", "DTSTART;TZID=Europe/Paris:20260325T090000"}) {
    CAPTURE(line);
    CHECK(has_line(text, line));
  }
  CHECK(count_of(text, "BEGIN:VEVENT") == 2);
  CHECK(count_of(text, "JSPROP") == 0);
}

TEST_CASE("the stamp is for what has none of its own") {
  const std::string text = written({event_of(R"({"uid": "1", "start": "2026-03-10T10:00:00"})")});
  CHECK(has_line(text, "DTSTAMP:20260505T000000Z"));
  CHECK_FALSE(import_text(text).events.front().updated);
}

TEST_CASE("what iCalendar cannot say comes back too") {
  const char* rows[] = {
      R"({"@type": "Event", "uid": "1", "start": "2026-03-10T10:00:00", "timeZone": "Europe/Paris", "duration": "P1D", "example.org:x": {"y": [1, "é"]}})",
      R"({"@type": "Event", "uid": "1", "start": "2026-03-10T10:00:00", "timeZone": "Europe/Paris", "showWithoutTime": true, "duration": "PT1H"})",
      R"({"@type": "Event", "uid": "1", "start": "2026-03-10T10:00:00", "status": "x-odd", "virtualLocations": {"v": {"uri": "https://x"}}})",
      R"({"@type": "Event", "uid": "1", "start": "2026-03-10T10:00:00", "locations": {"a": {"@type": "Location", "name": "A", "description": "d"}, "b": {"@type": "Location", "name": "B"}}})",
      R"({"@type": "Event", "uid": "1", "start": "2026-03-10T10:00:00", "participants": {"ana": {"@type": "Participant", "name": "Ana", "roles": {"attendee": true}, "sendTo": {"imip": "mailto:a@b"}, "links": {"x": {}}}, "noone": {"@type": "Participant", "name": "No address"}}})",
      R"({"@type": "Event", "uid": "1", "start": "2026-03-10T10:00:00", "recurrenceRules": [{"@type": "RecurrenceRule", "frequency": "daily", "note": "n"}], "recurrenceOverrides": {"2026-03-11T10:00:00": {"excluded": true, "why": 1}, "2026-03-12T10:00:00": {"example.org:x": 2}}})",
      R"({"@type": "Event", "uid": "1", "start": "2026-10-25T00:30:00", "timeZone": "Europe/Paris", "duration": "PT2H"})",
      R"({"@type": "Event", "uid": "1", "start": "2026-03-10T10:00:00", "title": "bell \u0007", "alerts": {"x": {"@type": "Alert", "trigger": {"@type": "OffsetTrigger", "offset": "PT0S"}}}})",
      R"({"@type": "Event", "uid": "1", "recurrenceId": "2026-03-10T10:00:00", "recurrenceIdTimeZone": "Europe/Paris", "start": "2026-03-10T00:00:00", "showWithoutTime": true, "duration": "P1D"})",
      R"({"@type": "Task", "uid": "1", "title": "t", "due": "2026-03-10T10:00:00", "timeZone": "Europe/Paris", "status": "odd"})",
      R"({"@type": "Note", "uid": "1", "title": "t"})",
  };
  for (const char* row : rows) {
    CAPTURE(row);
    const Json json = json_of(row);
    const std::string text = written({event_of(row)});
    CAPTURE(text);
    const auto again = import_text(text);
    REQUIRE(again.events.size() == 1);
    CHECK(dump(event_to_json(again.events.front())) == dump(json));
    CHECK(written(again.events, again.info) == text);
  }
}

TEST_CASE("a written zone is the zone (RFC 5545 section 3.6.5)") {
  const char* zones[] = {"Europe/Paris",      "America/New_York",  "Australia/Sydney", "Asia/Tokyo",
                         "Africa/Casablanca", "America/Sao_Paulo", "Pacific/Apia",     "Asia/Kolkata",
                         "Europe/Dublin",     "Asia/Tehran"};
  for (const char* name : zones) {
    CAPTURE(name);
    Event event = event_of(R"({"uid": "1", "start": "1995-01-10T10:00:00", "duration": "PT1H"})");
    event.time_zone = name;
    event.zone = time::find_zone(name);
    std::string text = written({event});
    // Under a name that nobody knows it must stand for itself.
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name))
      text.replace(at, std::string_view(name).size(), "Own");
    const auto file = import_text(text);
    REQUIRE(file.events.front().time_zone == "/Own");
    for (time::Instant at = *time::parse_instant("1995-06-01T00:00:00Z");
         at < *time::parse_instant("2037-01-01T00:00:00Z"); at = at + 1234567) {
      if (file.events.front().zone->offset_at(at) == event.zone->offset_at(at)) continue;
      CAPTURE(time::format(at));
      CHECK(file.events.front().zone->offset_at(at) == event.zone->offset_at(at));
      break;
    }
  }
}

TEST_CASE("a calendar's own properties, zones and components are written again") {
  const std::string text = calendar_file(
      "PRODID:-//X//EN\nMETHOD:PUBLISH\nX-WR-CALNAME:Desk\nX-OWNER;A=\"b,c\":me\n"
      "BEGIN:VTIMEZONE\nTZID:Unused\nX-A:1\nBEGIN:STANDARD\nDTSTART:20000101T000000\nTZOFFSETFROM:+0130\nTZOFFSETTO:+"
      "0130\nTZNAME:U\nEND:STANDARD\nEND:VTIMEZONE\n"
      "BEGIN:X-PART\nA:1\nBEGIN:X-IN\nBEGIN:X-DEEP\nEND:X-DEEP\nEND:X-IN\nBEGIN:X-TWO\nEND:X-TWO\nEND:X-PART\n");
  const auto file = import_text(text);
  CHECK(written({}, file.info) == text);
}
