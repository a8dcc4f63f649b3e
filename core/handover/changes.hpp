#pragma once

#include "core/handover/view.hpp"

#include <vector>

namespace relais::handover {

/// What changed between two views of the same desk for the same reader: tasks opened, closed and opened again; owners,
/// deadlines and severities of tasks open in both; promises made and kept; standing instructions given. In the order of
/// the tasks' opening, then promises, then instructions.
std::vector<Change> changes_between(const View& before, const View& after);

}  // namespace relais::handover
