#pragma once

#include "core/agenda/problem.hpp"
#include "core/base/reason.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace relais::agenda {

/// kept: where it stood, or where a new one was wished. moved: at another start or in another room.
enum class State : std::uint8_t { kept, moved, unscheduled };
std::string_view name(State state);

struct Placement {
  int event = 0;
  State state = State::kept;
  time::Instant start;
  int room = -1;            ///< −1: none
  std::vector<int> missed;  ///< optional people who cannot come, ascending
  std::vector<Reason> reasons;

  bool same_place(const Placement& other) const {
    return state == other.state && (state == State::unscheduled || (start == other.start && room == other.room)) &&
           missed == other.missed;
  }
};

/// The local start in the event's own zone.
time::LocalTime local_start(const Event& event, const Placement& placement);

/// What would help: without all these facts, some starts open.
struct Advice {
  std::vector<Reason> facts;
  std::int64_t opens = 0;  ///< starts, rooms aside
  time::Instant first;
};

/// Why something stays in conflict or is left out: the smallest set of facts that cannot all hold.
struct Unresolved {
  int event = 0;
  std::vector<Reason> because;
  std::optional<Advice> advice;  ///< for what is left out: the fewest facts to give up that would help most
};

/// Another arrangement, whole, without reasons.
struct Alternative {
  std::int64_t cost = 0;
  std::vector<Placement> events;
};

/// optimal: no arrangement costs less. feasible: none that costs less than `bound`. infeasible: immovable things
/// collide (a person wanted twice or busy, a room taken twice or closed, no time to travel); all else is still
/// arranged.
enum class SolutionStatus : std::uint8_t { optimal, feasible, infeasible };
std::string_view name(SolutionStatus status);

enum class Stopped : std::uint8_t { done, effort, clock, cancelled };
std::string_view name(Stopped stopped);

struct Solution {
  SolutionStatus status = SolutionStatus::feasible;
  std::int64_t cost = 0, bound = 0;
  std::vector<Placement> events;  ///< in the order of the problem
  std::vector<Unresolved> unresolved;
  std::vector<Alternative> alternatives;
  std::int64_t effort = 0;
  Stopped stopped = Stopped::done;
};

}  // namespace relais::agenda
