#include "core/calendar/import_ics.hpp"

#include "core/base/limits.hpp"

#include "support.hpp"

using namespace relais;
using namespace relais::calendar;

namespace {

// An event of these lines, as JSCalendar.
struct Row {
  const char* what;
  const char* lines;
  const char* expected;  // members it must have
  const char* problems;
};

void check(const Row& row) {
  CAPTURE(row.what);
  const auto file = import_text(
      calendar_file("BEGIN:VEVENT\nUID:1\nDTSTAMP:20260101T000000Z\n" + std::string(row.lines) + "END:VEVENT\n"));
  REQUIRE(file.events.size() == 1);
  const Json json = event_to_json(file.events.front());
  const Json expected = json_of(row.expected);
  for (auto item = expected.begin(); item != expected.end(); ++item) {
    CAPTURE(item.key());
    CHECK(dump(json.contains(item.key()) ? json[item.key()] : Json()) == dump(item.value()));
  }
  CHECK(file.problems == row.problems);
}

}  // namespace

TEST_CASE("times of an event") {
  const Row rows[] = {
      {"in a zone", "DTSTART;TZID=Europe/Paris:20260310T100000\nDTEND;TZID=Europe/Paris:20260310T113000\n",
       R"({"start": "2026-03-10T10:00:00", "timeZone": "Europe/Paris", "duration": "PT1H30M", "showWithoutTime": null})",
       ""},
      {"in UTC", "DTSTART:20260310T100000Z\nDURATION:PT15M\n",
       R"({"start": "2026-03-10T10:00:00", "timeZone": "Etc/UTC", "duration": "PT15M"})", ""},
      {"floating", "DTSTART:20260310T100000\n",
       R"({"start": "2026-03-10T10:00:00", "timeZone": null, "duration": null})", ""},
      {"a day", "DTSTART;VALUE=DATE:20260310\n",
       R"({"start": "2026-03-10T00:00:00", "showWithoutTime": true, "duration": "P1D", "timeZone": null})", ""},
      {"days", "DTSTART;VALUE=DATE:20260310\nDTEND;VALUE=DATE:20260313\n", R"({"duration": "P3D"})", ""},
      {"a day that ends on itself", "DTSTART;VALUE=DATE:20260310\nDTEND;VALUE=DATE:20260310\n",
       R"({"duration": "P1D"})", "7 end-is-start; "},
      {"the same exact length over a change of the clock",
       "DTSTART;TZID=Europe/Paris:20260328T220000\nDTEND;TZID=Europe/Paris:20260329T060000\n",
       R"({"duration": "PT7H"})", ""},
      {"an end in another zone",
       "DTSTART;TZID=Europe/Paris:20260310T100000\nDTEND;TZID=America/New_York:20260310T100000\n",
       R"({"duration": "PT5H", "endTimeZone": "America/New_York"})", ""},
      {"an end without its zone", "DTSTART;TZID=Europe/Paris:20260310T100000\nDTEND:20260310T110000\n",
       R"({"duration": "PT1H"})", ""},
      {"a Windows name", "DTSTART;TZID=Romance Standard Time:20260310T100000\n", R"({"timeZone": "Europe/Paris"})", ""},
      {"a name behind a path", "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Paris:20260310T100000\n",
       R"({"timeZone": "Europe/Paris"})", ""},
      {"a zone that nobody knows is kept", "DTSTART;TZID=Mars:20260310T100000\n",
       R"({"timeZone": null, "iCalComponent": {"@type": "ICalComponent", "convertedProperties": {"start": {"name": "dtstart", "parameters": {"tzid": "Mars"}}}}})",
       "6 unknown-tzid; "},
      {"an end before the start is kept", "DTSTART:20260310T100000Z\nDTEND:20260310T090000Z\n",
       R"({"duration": null, "iCalComponent": {"@type": "ICalComponent", "properties": [["dtend", {}, "unknown", "20260310T090000Z"]]}})",
       "7 end-before-start; "},
      {"written otherwise", "DTSTART:2026-03-10T10:00\n", R"({"start": "2026-03-10T10:00:00"})", "6 lenient-time; "},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("what an event says") {
  const Row rows[] = {
      {"texts",
       "DTSTART:20260310T100000Z\nSUMMARY:a\\, b\\; c\nDESCRIPTION:one\\ntwo\nLOCATION:Salle 3\nURL:https://x.org\n",
       R"({"title": "a, b; c", "description": "one\ntwo", "locations": {"1": {"@type": "Location", "name": "Salle 3"}},
           "links": {"url": {"@type": "Link", "href": "https://x.org"}}})",
       ""},
      {"words",
       "DTSTART:20260310T100000Z\nSTATUS:TENTATIVE\nTRANSP:TRANSPARENT\nCLASS:CONFIDENTIAL\nPRIORITY:1\nSEQUENCE:"
       "3\nCATEGORIES:b,a\\,c\n",
       R"({"status": "tentative", "freeBusyStatus": "free", "privacy": "secret", "priority": 1, "sequence": 3, "keywords": {"a,c": true, "b": true}})",
       ""},
      {"a language is kept", "DTSTART:20260310T100000Z\nSUMMARY;LANGUAGE=fr:Réunion\n",
       R"({"title": "Réunion", "iCalComponent": {"@type": "ICalComponent", "convertedProperties": {"title": {"name": "summary", "parameters": {"language": "fr"}}}}})",
       ""},
      {"what nobody knows is kept", "DTSTART:20260310T100000Z\nX-A;X-B=1:c\nGEO:1;2\n",
       R"({"iCalComponent": {"@type": "ICalComponent", "properties": [["x-a", {"x-b": "1"}, "unknown", "c"], ["geo", {}, "unknown", "1;2"]]}})",
       ""},
      {"what cannot be read is kept", "DTSTART:20260310T100000Z\nPRIORITY:high\nSTATUS:MAYBE\n",
       R"({"priority": null, "status": null, "iCalComponent": {"@type": "ICalComponent", "properties": [["priority", {}, "unknown", "high"], ["status", {}, "unknown", "MAYBE"]]}})",
       "7 invalid-property; 8 invalid-property; "},
      {"the second of two is kept", "DTSTART:20260310T100000Z\nSUMMARY:a\nSUMMARY:b\n",
       R"({"title": "a", "iCalComponent": {"@type": "ICalComponent", "properties": [["summary", {}, "unknown", "b"]]}})",
       "8 repeated-property; "},
      {"people",
       "DTSTART:20260310T100000Z\nORGANIZER;CN=Boss:MAILTO:Boss@x.org\nATTENDEE;CN=\"Petit, "
       "Ana\";ROLE=OPT-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE:mailto:ana@x.org\nATTENDEE;CUTYPE=ROOM;ROLE=NON-"
       "PARTICIPANT:mailto:r1@x.org\nATTENDEE;ROLE=CHAIR:mailto:boss@x.org\n",
       R"({"replyTo": {"imip": "mailto:Boss@x.org"}, "participants": {
           "ana-x-org": {"@type": "Participant", "name": "Petit, Ana", "email": "ana@x.org", "sendTo": {"imip": "mailto:ana@x.org"}, "roles": {"attendee": true, "optional": true}, "participationStatus": "accepted", "expectReply": true},
           "r1-x-org": {"@type": "Participant", "email": "r1@x.org", "kind": "location", "sendTo": {"imip": "mailto:r1@x.org"}, "roles": {"informational": true}},
           "boss-x-org": {"@type": "Participant", "name": "Boss", "email": "boss@x.org", "sendTo": {"imip": "mailto:boss@x.org"}, "roles": {"attendee": true, "chair": true, "owner": true}}}})",
       ""},
      {"a reminder",
       "DTSTART:20260310T100000Z\nBEGIN:VALARM\nACTION:DISPLAY\nTRIGGER;RELATED=END:-PT5M\nX-A:1\nEND:VALARM\n",
       R"({"alerts": {"1": {"@type": "Alert", "action": "display", "trigger": {"@type": "OffsetTrigger", "offset": "-PT5M", "relativeTo": "end"}, "iCalProps": [["x-a", {}, "unknown", "1"]]}}})",
       ""},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("how an event recurs") {
  const Row rows[] = {
      {"an instant becomes a local time",
       "DTSTART;TZID=America/Los_Angeles:20260310T090000\nRRULE:FREQ=DAILY;UNTIL=20260401T160000Z\n",
       R"({"recurrenceRules": [{"@type": "RecurrenceRule", "frequency": "daily", "until": "2026-04-01T09:00:00"}]})",
       ""},
      {"exceptions and additions",
       "DTSTART;TZID=Europe/Paris:20260310T100000\nRRULE:FREQ=DAILY\nEXDATE;TZID=Europe/"
       "Paris:20260311T100000,20260312T100000\nRDATE:20260320T080000Z\nRDATE;VALUE=PERIOD;TZID=Europe/"
       "Paris:20260321T100000/PT2H\nEXRULE:FREQ=WEEKLY;BYDAY=SU\n",
       R"({"recurrenceOverrides": {"2026-03-11T10:00:00": {"excluded": true}, "2026-03-12T10:00:00": {"excluded": true}, "2026-03-20T09:00:00": {}, "2026-03-21T10:00:00": {"duration": "PT2H"}},
           "excludedRecurrenceRules": [{"@type": "RecurrenceRule", "frequency": "weekly", "byDay": [{"@type": "NDay", "day": "su"}]}]})",
       ""},
      {"an exception by its day",
       "DTSTART;TZID=Europe/Paris:20260310T100000\nRRULE:FREQ=DAILY\nEXDATE;VALUE=DATE:20260311\n",
       R"({"recurrenceOverrides": {"2026-03-11T10:00:00": {"excluded": true}}})", ""},
      {"an exception in a series of days", "DTSTART;VALUE=DATE:20260310\nRRULE:FREQ=DAILY\nEXDATE:20260311T000000Z\n",
       R"({"recurrenceOverrides": {"2026-03-11T00:00:00": {"excluded": true}}})", ""},
      {"no rule", "DTSTART:20260310T100000Z\nRRULE:FREQ=DAILY;COUNT=0\n",
       R"({"recurrenceRules": null, "iCalComponent": {"@type": "ICalComponent", "properties": [["rrule", {}, "unknown", "FREQ=DAILY;COUNT=0"]]}})",
       "7 invalid-rule; "},
      {"a rule as it is meant", "DTSTART:20260310T100000Z\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=\n",
       R"({"recurrenceRules": [{"@type": "RecurrenceRule", "frequency": "weekly", "interval": 2}], "iCalComponent": null})",
       "7 repaired-rule; "},
      {"another calendar", "DTSTART:20260310T100000Z\nRRULE:RSCALE=CHINESE;FREQ=YEARLY\n",
       R"({"recurrenceRules": null})", "7 unsupported-rule; "},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("changed occurrences go to their series, whatever the type of their RECURRENCE-ID") {
  const auto file = import_text(calendar_file(
      "BEGIN:VEVENT\nUID:1\nRECURRENCE-ID:20260311T090000Z\nDTSTART;TZID=Europe/"
      "Paris:20260311T120000\nDURATION:PT1H\nSUMMARY:Moved\nEND:VEVENT\n"
      "BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Europe/"
      "Paris:20260310T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY\nSUMMARY:Daily\nEND:VEVENT\n"
      "BEGIN:VEVENT\nUID:1\nRECURRENCE-ID;VALUE=DATE:20260312\nDTSTART;TZID=Europe/"
      "Paris:20260312T100000\nDURATION:PT1H\nSUMMARY:Daily\nSTATUS:CANCELLED\nEND:VEVENT\n"
      "BEGIN:VEVENT\nUID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20260313T100000\nDTSTART;TZID=Europe/"
      "Paris:20260313T110000\nDURATION:PT1H\nSUMMARY:Daily\nEND:VEVENT\n"
      "BEGIN:VEVENT\nUID:2\nRECURRENCE-ID:20260311T090000Z\nDTSTART:20260311T120000Z\nEND:VEVENT\n"));
  REQUIRE(file.events.size() == 2);
  const Json overrides = event_to_json(file.events[0])["recurrenceOverrides"];
  CHECK(overrides["2026-03-11T10:00:00"] == json_of(R"({"start": "2026-03-11T12:00:00", "title": "Moved"})"));
  CHECK(overrides["2026-03-12T10:00:00"] == json_of(R"({"status": "cancelled"})"));
  CHECK(overrides["2026-03-13T10:00:00"]["start"] == "2026-03-13T11:00:00");
  CHECK(file.events[0].overrides[2].this_and_future);
  CHECK(time::format(*file.events[1].recurrence_id) == "2026-03-11T09:00:00");
  CHECK(file.events[1].recurrence_id_time_zone == "Etc/UTC");
  CHECK(file.problems == "27 this-and-future; ");
}

TEST_CASE("changed occurrences go to their series, however its UID is spelled (section 3.3.11)") {
  const auto file = import_text(
      calendar_file("BEGIN:VEVENT\nUID:a,b\nDTSTART:20260310T100000Z\nRRULE:FREQ=DAILY\nEND:VEVENT\n"
                    "BEGIN:VEVENT\nUID:a\\,\001b\nRECURRENCE-ID:20260311T100000Z\nDTSTART:20260311T120000Z\n"
                    "END:VEVENT\n"));
  REQUIRE(file.events.size() == 1);
  CHECK(file.events[0].uid == "a,b");
  CHECK(file.events[0].overrides.size() == 1);
}

TEST_CASE("a VTIMEZONE is the zone that it says it is, or its own") {
  const std::string zone =
      "BEGIN:VTIMEZONE\nTZID:Desk\nX-LIC\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+"
      "0100\nRRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=9\nEND:STANDARD\n"
      "BEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYDAY=1SU;"
      "BYMONTH=4\nEND:DAYLIGHT\nEND:VTIMEZONE\n";
  const std::string event = "BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Desk:20260315T100000\nEND:VEVENT\n";
  std::string own = zone;
  own.replace(own.find("X-LIC"), 5, "X-A:1");
  const auto file = import_text(calendar_file(event + own));
  CHECK(file.events.front().time_zone == "/Desk");
  const time::Zone& desk = *file.events.front().zone;
  CHECK(desk.to_instant(*time::parse_local_time("2026-03-15T10:00:00")) ==
        *time::parse_instant("2026-03-15T09:00:00Z"));
  CHECK(desk.to_instant(*time::parse_local_time("2026-09-01T10:00:00")) ==
        *time::parse_instant("2026-09-01T08:00:00Z"));
  CHECK(desk.to_instant(*time::parse_local_time("2026-09-10T10:00:00")) ==
        *time::parse_instant("2026-09-10T09:00:00Z"));
  CHECK(desk.to_instant(*time::parse_local_time("1800-07-01T10:00:00")) ==
        *time::parse_instant("1800-07-01T08:00:00Z"));

  std::string named = zone;
  named.replace(named.find("X-LIC"), 5, "X-LIC-LOCATION:Europe/Paris");
  CHECK(import_text(calendar_file(event + named)).events.front().time_zone == "Europe/Paris");

  std::string cut = own.substr(0, own.find("TZOFFSETTO"));
  CHECK(import_text("BEGIN:VCALENDAR\n" + event + cut).events.front().time_zone.empty());
}

TEST_CASE("tasks, notes, free and busy, and what else a calendar holds") {
  const auto file = import_text(calendar_file(
      "PRODID:-//X//EN\nMETHOD:PUBLISH\nX-WR-CALNAME:Desk\nX-OWNER:me\n"
      "BEGIN:VTODO\nUID:t\nDUE;TZID=Europe/Paris:20260312T180000\nSTATUS:IN-PROCESS\nPERCENT-COMPLETE:40\nEND:VTODO\n"
      "BEGIN:VJOURNAL\nUID:n\nDTSTART;VALUE=DATE:20260312\nSTATUS:DRAFT\nEND:VJOURNAL\n"
      "BEGIN:VFREEBUSY\nUID:f\nFREEBUSY;FBTYPE=BUSY-TENTATIVE:20260312T080000Z/PT1H,20260312T100000Z/"
      "20260312T110000Z\nEND:VFREEBUSY\n"
      "BEGIN:X-PART\nA:1\nBEGIN:X-IN\nEND:X-IN\nEND:X-PART\nBEGIN:VEVENT\nUID:no-start\nEND:VEVENT\n"));
  REQUIRE(file.events.size() == 2);
  CHECK(
      event_to_json(file.events[0]) ==
      json_of(
          R"({"@type": "Task", "uid": "t", "due": "2026-03-12T18:00:00", "timeZone": "Europe/Paris", "progress": "in-process", "percentComplete": 40})"));
  CHECK(
      event_to_json(file.events[1]) ==
      json_of(
          R"({"@type": "Note", "uid": "n", "start": "2026-03-12T00:00:00", "showWithoutTime": true, "status": "draft"})"));
  REQUIRE(file.free_busy.size() == 1);
  REQUIRE(file.free_busy[0].spans.size() == 2);
  CHECK(file.free_busy[0].spans[0].status == "tentative");
  CHECK(time::format(file.free_busy[0].spans[0].to) == "2026-03-12T09:00:00Z");
  CHECK(file.info.name == "Desk");
  CHECK(file.info.method == "publish");
  CHECK(file.info.product == "-//X//EN");
  CHECK(file.info.properties.size() == 1);
  CHECK(file.info.components.size() == 3);
  CHECK(file.problems == "27 missing-start; ");
}

TEST_CASE("METHOD:CANCEL cancels what does not say so itself (RFC 5546 section 3.2.5)") {
  const auto file =
      import_text(calendar_file("METHOD:CANCEL\nBEGIN:VEVENT\nUID:1\nDTSTART:20260310T100000Z\nEND:VEVENT\n"));
  CHECK(file.events.front().cancelled());
}

TEST_CASE("bytes are UTF-8, or Latin-1 where they are not") {
  const auto title = [](const std::string& bytes) {
    return import_text("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260310\nSUMMARY:" + bytes +
                       "\nEND:VEVENT\nEND:VCALENDAR");
  };
  CHECK(title("R\xC3\xA9union").events.front().title == "Réunion");
  CHECK(title("R\xE9union \x80").events.front().title == "Réunion €");
  CHECK(title("R\xE9union").problems == "1 latin-1; ");
  CHECK(title("R\xC3\xA9union \xC3\xA0 l'\xE9tude \xC3\xA9").problems == "1 damaged-utf8; ");
  CHECK(title("R\xC3\n \xA9union").events.front().title == "Réunion");
  CHECK(import_text("\xEF\xBB\xBF" + calendar_file("")).problems.empty());
}

TEST_CASE("nothing, and too much, are errors") {
  for (const char* text : {"", " \r\n\t", "\xEF\xBB\xBF"}) {
    const auto file = IcsFile::open(text);
    REQUIRE_FALSE(file.ok());
    CHECK(name(file.error().code) == "empty-input");
  }
  struct Row {
    const char* text;
    const char* value;
  };
  for (const Row& row : {Row{"BEGIN:VCALENDAR\r\nVERSION:1.0\r\nEND:VCALENDAR\r\n", "vCalendar 1.0"},
                         Row{"\n [\"vcalendar\", [], []]", "jCal"}}) {
    const auto refused = IcsFile::open(row.text);
    REQUIRE_FALSE(refused.ok());
    CHECK(name(refused.error().code) == "unsupported");
    CHECK(std::get<std::string>(refused.error().args.front().value) == row.value);
  }
  std::string large = calendar_file("");
  large.resize(limits::input_bytes, '\n');
  CHECK(IcsFile::open(large).ok());
  large += '\n';
  const auto file = IcsFile::open(large);
  REQUIRE_FALSE(file.ok());
  CHECK(name(file.error().code) == "input-too-large");
}

TEST_CASE("a component without a UID has one that stays the same") {
  const std::string text = calendar_file("BEGIN:VEVENT\nDTSTART:20260310T100000Z\nSUMMARY:a\nEND:VEVENT\n");
  const auto first = import_text(text);
  CHECK(first.problems == "3 missing-uid; ");
  CHECK(first.events.front().uid == import_text(text).events.front().uid);
}
