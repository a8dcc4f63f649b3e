#pragma once

#include "core/calendar/event_json.hpp"
#include "core/calendar/import_ics.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace relais::calendar {

/// A calendar file of the lines between, each ended by CRLF.
inline std::string calendar_file(std::string_view lines) {
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
  for (const char c : lines) out += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return out + "END:VCALENDAR\r\n";
}

struct ImportedFile {
  std::vector<Event> events;
  CalendarInfo info;
  std::vector<FreeBusy> free_busy;
  std::string problems;  // `line code; `
};

inline ImportedFile import_text(std::string text) {
  ImportedFile out;
  auto file = IcsFile::open(std::move(text));
  REQUIRE(file.ok());
  while (auto event = file->next()) out.events.push_back(std::move(*event));
  out.info = file->info();
  out.free_busy = file->free_busy();
  for (const Problem& problem : file->problems()) {
    out.problems += std::to_string(problem.line) + " " + problem.reason.code + "; ";
  }
  return out;
}

inline Json json_of(std::string_view text) {
  const auto json = parse_json(text);
  REQUIRE(json.ok());
  return *json;
}

inline Event event_of(std::string_view text) {
  const auto event = read_event(json_of(text), "");
  REQUIRE(event.ok());
  return *event;
}

}  // namespace relais::calendar
