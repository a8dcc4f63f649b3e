#include "core/calendar/event_text.hpp"

#include "tests/unit/calendar/support.hpp"

using namespace relais;
using namespace relais::calendar;

TEST_CASE("the text of an event is that of its value, usual or not") {
  const char* const start = "DTSTAMP:20260301T080000Z\nUID:a@b\nDTSTART;TZID=Europe/Paris:20260310T100000\n";
  const char* const rows[] = {
      "DTEND;TZID=Europe/Paris:20260310T110000\nSUMMARY:a \"b\" \\\\ \\n c\\, d\x01\n",
      "DURATION:P1D\nDESCRIPTION:é\xF0\x9F\x98\x80\nLOCATION:3\\; rue\nURL:https://x.example/?a=1&b=2\nCOLOR:red\n",
      "CATEGORIES:B,A,A\nPRIORITY:0\nSEQUENCE:3\nSTATUS:TENTATIVE\nTRANSP:TRANSPARENT\nCLASS:PRIVATE\n",
      "ORGANIZER;CN=Ana:mailto:ana@x.example\nATTENDEE;CN=Bob;ROLE=CHAIR;PARTSTAT=ACCEPTED;RSVP=TRUE:mailto:B@x."
      "example\n"
      "ATTENDEE;ROLE=OPT-PARTICIPANT;CUTYPE=ROOM:mailto:Ana@x.example\nATTENDEE:mailto:a@x.example\n",
      "RRULE:FREQ=MONTHLY;BYDAY=2MO,-1FR;COUNT=5\nRRULE:FREQ=DAILY;UNTIL=20260320T090000Z\n",
      "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:Ring\nTRIGGER;RELATED=END:-PT15M\nUID:z\nEND:VALARM\n"
      "BEGIN:VALARM\nACTION:AUDIO\nTRIGGER;VALUE=DATE-TIME:20260310T080000Z\nACKNOWLEDGED:20260310T080100Z\nEND:"
      "VALARM\n",
      "LAST-MODIFIED:20260302T080000Z\nX-A:1\nX-B;C=d:2\nCREATED:20260301T070000Z\n"
      "EXDATE;TZID=Europe/Paris:20260311T100000\n",
      "X-A:tab\there\n"};
  for (const char* row : rows) {
    CAPTURE(row);
    const auto file = import_text(calendar_file(std::string("BEGIN:VEVENT\n") + start + row + "END:VEVENT\n"));
    REQUIRE(file.events.size() == 1);
    std::string text = "before ";
    append_event(text, file.events[0]);
    CHECK(text == "before " + dump(event_to_json(file.events[0])));
  }
}
