#pragma once

#include "core/journal/entry.hpp"

#include <span>
#include <string>
#include <vector>

namespace relais::journal {

/// What is kept of the desk's state at one position of its journal, to see later that a replay still gives it.
struct Snapshot {
  Tip tip;
  std::string digest;  ///< core/journal/state_json.hpp
};

/// Whether the journal, folded up to the snapshot's position, gives its state.
bool holds(const Snapshot& snapshot, std::span<const Entry> entries);

/// The snapshots that saw nothing of what was erased: those taken before the first of these entries.
std::vector<Snapshot> untouched(std::vector<Snapshot> snapshots, std::span<const std::int64_t> erased);

}  // namespace relais::journal
