#pragma once

#include "core/base/json_reader.hpp"
#include "core/calendar/recurrence_set.hpp"

namespace relais::calendar {

/// The parameters of `calendar.recur`.
Result<RecurrenceSet> read_recurrence_set(const Json& params);

/// `{occurrences, complete}`, in the form of the start.
std::string recurrence_answer_text(const RecurrenceSet& set, const RecurrenceAnswer& answer);

}  // namespace relais::calendar
