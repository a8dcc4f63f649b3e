#pragma once

#include "core/calendar/event.hpp"
#include "core/time/interval.hpp"

#include <memory>
#include <span>
#include <string>
#include <vector>

/// From events to what takes place when.
///
///     const Expansion all = expand(events, {from, to}, *find_zone("Europe/Paris"));
///     for (const Occurrence& occurrence : all.occurrences) use(occurrence.event->title, occurrence.time.from);
namespace relais::calendar {

/// One occurrence of an event.
struct Occurrence {
  std::size_t index = 0;                         ///< place of its event in the input
  std::shared_ptr<const Event> event;            ///< with the override applied, if there is one
  std::optional<time::LocalTime> recurrence_id;  ///< given for each occurrence of a series, in the series' zone
  time::LocalTime start;                         ///< in the event's zone
  time::Interval time;                           ///< may be empty
};

/// A series that could not be followed to the end of the window, or an override that could not be applied.
struct ExpansionProblem {
  std::size_t index = 0;
  Error error;
};

struct Expansion {
  std::vector<Occurrence> occurrences;  ///< by start, end, uid, recurrence id
  std::vector<ExpansionProblem> problems;
};

/// All occurrences that overlap the window, or lie in it if they take no time. DTSTART occurs even where its rule
/// misses it (RFC 5545 section 3.8.5.3), beside the COUNT. Excluded occurrences are left out, cancelled ones are not:
/// their event says so. Days and floating times are read in `floating`. More than limits::occurrences is `too-many`.
Result<Expansion> expand(std::span<const Event> events, const time::Interval& window, const time::Zone& floating);

}  // namespace relais::calendar
