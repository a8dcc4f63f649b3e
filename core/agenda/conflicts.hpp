#pragma once

#include "core/agenda/problem.hpp"
#include "core/base/reason.hpp"
#include "core/base/result.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

/// Every conflict of an agenda as it stands, found by one sweep for each person and each room: n log n and the size of
/// the answer.
namespace relais::agenda {

/// overlap: a person is wanted twice, or is busy. room: a room is taken twice, is closed, is none of those named, lacks
/// what is needed, or is missing. capacity: more people than the room holds. buffer, travel: the gap to the next event
/// is too short. hours, holiday: a person does not work then. window: outside the event's windows (or the horizon, for
/// one that may move and has none). load: more than `maxDaily` on one day. notice: a new event is wished too soon.
/// fixed: as overlap or room, between two events that may not move.
enum class ConflictKind : std::uint8_t {
  overlap,
  room,
  capacity,
  buffer,
  travel,
  hours,
  holiday,
  window,
  load,
  notice,
  fixed
};
std::string_view name(ConflictKind kind);

/// high: cannot happen as planned. normal: against what someone asked for. low: an optional person, a buffer, a load.
enum class Severity : std::uint8_t { high, normal, low };
std::string_view name(Severity severity);

struct Conflict {
  std::string id;  ///< `overlap:e1+e2:ana`: kind, events, person, room, and the start of a busy block or day
  ConflictKind kind = ConflictKind::overlap;
  Severity severity = Severity::high;
  std::vector<int> events;  ///< by their start
  std::optional<int> person, room;
  time::Interval span;  ///< where they collide; for a gap that is too short: the gap
  std::vector<Reason> reasons;
};

/// All conflicts, by their start, then by id. `only`, if not empty: those that touch an event with such a uid, or such
/// a `uid@recurrenceId`. Error `too-many` beyond limits::agenda_conflicts.
Result<std::vector<Conflict>> find_conflicts(const Problem& problem, const std::set<std::string>& only = {});

}  // namespace relais::agenda
