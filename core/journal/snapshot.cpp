#include "core/journal/snapshot.hpp"

#include "core/journal/fold.hpp"
#include "core/journal/state_json.hpp"

#include <algorithm>

namespace relais::journal {

bool holds(const Snapshot& snapshot, std::span<const Entry> entries) {
  const State state = fold(entries, {time::Instant{INT64_MAX}, snapshot.tip.size});
  return state.size == snapshot.tip.size && digest(state) == snapshot.digest;
}

std::vector<Snapshot> untouched(std::vector<Snapshot> snapshots, std::span<const std::int64_t> erased) {
  const auto first = std::min_element(erased.begin(), erased.end());
  if (first == erased.end()) return snapshots;
  std::erase_if(snapshots, [&](const Snapshot& snapshot) { return snapshot.tip.size >= *first; });
  return snapshots;
}

}  // namespace relais::journal
