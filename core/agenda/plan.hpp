#pragma once

#include "core/agenda/ground.hpp"
#include "core/agenda/options.hpp"
#include "core/agenda/solution.hpp"

#include <vector>

namespace relais::agenda {

/// Every event of the problem with its place, from what was chosen for the items of the whole model. Optional people
/// whom the search counted as present are asked last: those who cannot come are missed. Reasons are left empty.
std::vector<Placement> make_plan(const Ground& ground, const Model& model, const std::vector<int>& chosen);

/// What a plan costs, or one event of it, computed from the problem alone.
std::int64_t cost_of(const Problem& problem, const Placement& one);
std::int64_t cost_of(const Problem& problem, const std::vector<Placement>& plan);

}  // namespace relais::agenda
