#include "core/document/reminders.hpp"

#include "core/base/text.hpp"

#include "tests/unit/document/hostile.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::document;

namespace {

const time::Instant stamp = time::parse_instant("2026-03-10T17:00:00Z").value();

std::size_t lines_starting(std::string_view text, std::string_view start) {
  std::size_t found = text.starts_with(start) ? 1 : 0;
  const std::string wanted = "\r\n" + std::string(start);
  for (auto at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("a reminder is a task and, with a due time, an event that ends then") {
  const std::string text = to_icalendar({{{"t1", "Rappeler", "Mme Roux; demain, 9 h", stamp + 3600, std::nullopt},
                                          {"t2", "Facturer", "", std::nullopt, time::parse_day("2026-03-12")},
                                          {"t3", "Classer", "", std::nullopt, std::nullopt}},
                                         {}},
                                        stamp, 7);
  CHECK(lines_starting(text, "BEGIN:VTODO") == 3);
  CHECK(lines_starting(text, "BEGIN:VEVENT") == 2);
  CHECK(lines_starting(text, "DUE:20260310T180000Z") == 1);
  CHECK(lines_starting(text, "DTEND:20260310T180000Z") == 1);
  CHECK(lines_starting(text, "DUE;VALUE=DATE:20260312") == 1);
  CHECK(lines_starting(text, "DTSTART;VALUE=DATE:20260312") == 1);
  CHECK(lines_starting(text, "DESCRIPTION:Mme Roux\\; demain\\, 9 h") == 2);
  CHECK(lines_starting(text, "SEQUENCE:7") == 5);
  CHECK(text.ends_with("END:VCALENDAR\r\n"));
}

TEST_CASE("where nothing is to be done the calendar says so: it must have a component (RFC 5545 section 3.6)") {
  const Reminder summary{"handover-1", "Relève", "Rien n’est ouvert.", stamp, std::nullopt};
  const Reminder open_ended{"t1", "Classer", "", std::nullopt, std::nullopt};
  const auto components = [&](std::vector<Reminder> all, Components form) {
    const std::string text = to_icalendar({std::move(all), summary}, stamp, 1, form);
    CHECK((lines_starting(text, "SUMMARY:Relève") == 1) ==
          (lines_starting(text, "DESCRIPTION:Rien n’est ouvert.") == 1));
    std::string out = lines_starting(text, "SUMMARY:Relève") == 1 ? "summary" : "";
    for (const char* name : {"VTODO", "VEVENT"}) {
      if (lines_starting(text, std::string("BEGIN:") + name) == 1) out += std::string(" ") + name;
    }
    return out + (lines_starting(text, "STATUS:COMPLETED") == 1 ? " done" : "");
  };
  CHECK(components({}, Components::both) == "summary VEVENT");
  CHECK(components({}, Components::events) == "summary VEVENT");
  CHECK(components({}, Components::tasks) == "summary VTODO done");
  CHECK(components({open_ended}, Components::both) == " VTODO");
  CHECK(components({open_ended}, Components::events) == "summary VEVENT");
}

TEST_CASE("the same thing has the same UID in every export, its task and its event differ") {
  const auto uid = [](const std::string& id, std::int64_t sequence) {
    const std::string text = to_icalendar({{{id, "x", "", stamp, std::nullopt}}, {}}, stamp, sequence);
    return text.substr(text.find("UID:"), 40) + text.substr(text.rfind("UID:"), 40);
  };
  CHECK(uid("t1", 1) == uid("t1", 2));
  CHECK(uid("t1", 1) != uid("t2", 1));
  CHECK(uid("t1", 1).substr(0, 40) != uid("t1", 1).substr(40));
}

TEST_CASE("no text forges a component, and every line is folded at 75 octets on a character (RFC 5545 section 3.1)") {
  for (const std::string_view hostile : document_fixture::hostile) {
    std::string text(hostile);
    text += "éèàùç😀";
    while (text.size() < 300) text += text;
    const std::string calendar = to_icalendar({{{"t1", text, text, stamp, std::nullopt}}, {}}, stamp, 1);
    CHECK(lines_starting(calendar, "BEGIN:") == 3);
    CHECK(lines_starting(calendar, "SUMMARY") == 2);
    CHECK_FALSE(find_invalid_utf8(calendar));
    for (std::size_t at = 0; at < calendar.size();) {
      const auto end = calendar.find("\r\n", at);
      CHECK(end - at <= 75);
      CHECK_FALSE(find_invalid_utf8(std::string_view(calendar).substr(at, end - at)));
      at = end + 2;
    }
  }
}
