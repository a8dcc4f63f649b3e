#pragma once

#include "core/agenda/problem.hpp"
#include "core/agenda/solution.hpp"
#include "core/base/result.hpp"

#include <cstdint>
#include <vector>

/// Where one more meeting can be held: free places first, then places that events give up which may move.
namespace relais::agenda {

/// Another event that gives way, and where it would go; `unscheduled` if nowhere.
struct Displacement {
  Placement to;
};

struct Slot {
  time::Instant start;
  int room = -1;          ///< −1: none
  std::int64_t cost = 0;  ///< optional people missed, and what the displaced events cost where they would go
  std::vector<Displacement> displaces;
  std::vector<int> missed;  ///< optional people who cannot come, ascending
  std::vector<Reason> reasons;
};

struct Slots {
  std::vector<Slot> slots;          ///< cheapest first, then earliest
  std::vector<Reason> because;      ///< if there is none: the fewest facts that rule every place out
  std::vector<Advice> relaxations;  ///< if there is none: the fewest facts to give up, the most starts first
};

/// `problem` holds the meeting as its last event, new and not yet anywhere. Other new events, which are wishes, are no
/// bar; the rest stand where they are. At most `limit` slots, one for each start.
Slots find_slots(const Problem& problem, std::size_t limit);

}  // namespace relais::agenda
