#pragma once

#include "core/handover/view.hpp"
#include "core/journal/entry.hpp"

#include <set>
#include <span>

namespace relais::handover {

/// The entries whose payloads are above the reader's clearance, by seq: of tasks and requests (with all that is about
/// them), promises, events, instructions; and handovers that were written for others.
std::set<std::int64_t> withheld_from(std::span<const journal::Entry> entries, const View& view);

}  // namespace relais::handover
