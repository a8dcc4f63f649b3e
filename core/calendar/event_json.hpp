#pragma once

#include "core/base/json_reader.hpp"
#include "core/calendar/event.hpp"
#include "core/calendar/override_json.hpp"

#include <string>

/// JSCalendar (RFC 8984) in and out. Members that nobody here knows are kept and written again; members that are known
/// must have the standard's types. Forms of its successor are read too: `recurrenceRule`, `calendarAddress`.
namespace relais::calendar {

/// An Event, Task or Note; without `@type` an Event. `path` is the place of `json` in the input.
Result<Event> read_event(const Json& json, const std::string& path);

/// Each event of the array `member`, nothing if it is not given.
std::vector<Event> read_events(ObjectReader& object, std::string_view member);

/// As `read_events`, and an error if it is not given.
std::vector<Event> read_required_events(ObjectReader& object, std::string_view member);

Json event_to_json(const Event& event);
Json events_to_json(const std::vector<Event>& events);

}  // namespace relais::calendar
