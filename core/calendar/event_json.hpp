#pragma once

#include "core/base/json_reader.hpp"
#include "core/calendar/event.hpp"

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

/// A copy without rules and overrides: what the occurrences of a series start from.
Event without_recurrence(const Event& series);

/// The occurrence that an override makes of `plain`, its series without recurrence: `recurrence_id` set, `start` that
/// of the occurrence unless the patch moves it. An error if the patch does not fit.
Result<Event> apply_override(const Event& plain, const Override& change);

/// Makes overrides of one series; the inverse of `apply_override`.
class OverrideMaker {
 public:
  /// `plain`: the series without recurrence.
  explicit OverrideMaker(const Event& plain);
  /// The override that makes `occurrence`, whose `recurrence_id` says which one it is.
  Override make(const Event& occurrence) const;

 private:
  Kept plain_;
};

}  // namespace relais::calendar
