#pragma once

#include "core/base/result.hpp"
#include "core/calendar/recurrence.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace relais::calendar {

/// What rules and dates say together: the union of `rules` and `dates` without that of `excluded_rules` and
/// `excluded_dates`. The start is in it only if one of them has it.
struct RecurrenceSet {
  time::LocalTime start;
  Recurrence::Form form = Recurrence::Form::time;
  time::ZonePtr zone;  ///< null: floating
  std::vector<RecurrenceRule> rules, excluded_rules;
  std::vector<time::LocalTime> dates, excluded_dates;
  std::optional<time::LocalTime> from, to;  ///< only what lies in `[from, to)`
  std::size_t limit = 0;                    ///< at most so many
};

struct RecurrenceAnswer {
  std::vector<time::LocalTime> occurrences;  ///< by the clock, ascending, each once
  bool complete = false;                     ///< nothing more lies in the window
};

/// A COUNT that the end of the calendar leaves unmet is `out-of-range`; a rule without any occurrence is empty.
Result<RecurrenceAnswer> occurrences_of(const RecurrenceSet& set);

}  // namespace relais::calendar
