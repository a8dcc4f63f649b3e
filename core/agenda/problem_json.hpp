#pragma once

#include "core/agenda/problem.hpp"
#include "core/base/json_reader.hpp"

namespace relais::agenda {

/// The members of a problem. The caller reads its own members of the same object and then calls `finish`. Besides the
/// documented names, spans of time may say `start` and `end` for `from` and `to`, and the other way round.
/// Errors: `unknown-reference` for a person or room that nobody declared, `duplicate-id`, `too-many` with the limit's
/// name, `invalid-value` for a span that ends before it begins or a grid that does not divide a day.
Problem read_problem(ObjectReader& object);

/// The members of a meeting that has no start yet: duration, people, rooms, needs, windows, timeZone, location,
/// bufferAfter, importance. It comes back as a new event at the start of the horizon.
Event read_meeting(ObjectReader& object, const Problem& problem);
Json to_json(const Problem& problem);

}  // namespace relais::agenda
