#pragma once

#include "core/agenda/problem.hpp"
#include "core/base/json_reader.hpp"

#include <string_view>

namespace relais::agenda {

/// The members of a problem. The caller reads its own members of the same object and then calls `finish`. Besides the
/// documented names, spans of time may say `start` and `end` for `from` and `to`, and the other way round.
/// Errors: `unknown-reference` for a person or room that nobody declared, `duplicate-id`, `too-many` with the limit's
/// name, `invalid-value` for a span that ends before it begins or a grid that does not divide a day.
Problem read_problem(ObjectReader& object);

/// The members of a meeting that has no start yet: duration, people, rooms, needs, windows, timeZone, location,
/// bufferAfter, importance. It comes back as a new event at the start of the horizon.
/// Its uid is `meeting`, or `meeting-2` and so on where an event has that.
Event read_meeting(ObjectReader& object, const Problem& problem);

/// Refuses days that are no horizon: the last not after the first, more than limits::agenda_days, or at the edge of
/// the years that can be written. The names are those of the members that hold the days.
void check_horizon(ObjectReader& object, std::string_view from_name, std::string_view to_name, time::Day from,
                   time::Day to);

Json to_json(const Problem& problem);

}  // namespace relais::agenda
