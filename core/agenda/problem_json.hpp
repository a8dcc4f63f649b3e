#pragma once

#include "core/agenda/problem.hpp"
#include "core/base/json_reader.hpp"

namespace relais::agenda {

/// The members of a problem. The caller reads its own members of the same object and then calls `finish`. Besides the
/// documented names, spans of time may say `start` and `end` for `from` and `to`, and the other way round.
/// Errors: `unknown-reference` for a person or room that nobody declared, `duplicate-id`, `too-many` with the limit's
/// name, `invalid-value` for a span that ends before it begins or a grid that does not divide a day.
Problem read_problem(ObjectReader& object);

/// The members of one event: what `read_problem` reads, for a meeting that is not in the list.
Event read_event(ObjectReader& object, const Problem& problem);
/// The members of a meeting that has no start yet: duration, people, rooms, needs, windows, timeZone, location,
/// bufferAfter, importance. It comes back as a new event at the start of the horizon.
Event read_meeting(ObjectReader& object, const Problem& problem);
/// The `people` of an event or a meeting: no person twice, all declared.
std::vector<Attendee> read_attendees(ObjectReader& object, const Problem& problem);
/// The places of the rooms named by `member`.
std::vector<int> read_rooms(ObjectReader& object, std::string_view member, const Problem& problem);
std::vector<Window> read_windows(ObjectReader& object);

/// Refuses a list longer than its limit.
void check_count(ObjectReader& object, std::string_view member, std::size_t limit);

Json to_json(const Problem& problem);

}  // namespace relais::agenda
