#pragma once

#include "core/time/civil.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace relais::document {

/// Something to be done by a time, for a calendar.
struct Reminder {
  std::string id;  ///< Stable: the same thing has the same UID in every export.
  std::string summary, description;
  std::optional<time::Instant> due;
  std::optional<time::Day> due_day;  ///< Instead of `due`, where only the day is known.
};

/// What a reminder is written as.
enum class Components : std::uint8_t { both, tasks, events };

/// What a calendar is made of.
struct Reminders {
  std::vector<Reminder> all;
  Reminder summary;  ///< Of them all, with the time at which it was made.
};

/// An iCalendar object (RFC 5545): a VTODO for each reminder and, where it has a due time, a VEVENT that ends then,
/// since many calendars show no VTODO; or one of both. A calendar object must have a component (section 3.6), and
/// whoever opens one should see that nothing was lost: where it would have none, it has the summary, as a task that is
/// completed if tasks alone are asked for, else as an event. `sequence` grows with every export. Lines are folded at 75
/// octets, never within a character.
std::string to_icalendar(const Reminders& reminders, time::Instant stamp, std::int64_t sequence,
                         Components components = Components::both);

}  // namespace relais::document
