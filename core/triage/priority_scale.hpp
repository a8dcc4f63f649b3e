#pragma once

#include "core/policy/policy.hpp"

#include <array>
#include <cstdint>
#include <utility>

/// Where a score stands among the priorities. Scores in thousandths.
namespace relais::triage {

/// The score at which a priority stands in the middle.
std::int64_t middle_score(policy::Priority priority);

/// Where a priority's scores begin and end, a little inside its borders.
std::pair<std::int64_t, std::int64_t> scores_of(policy::Priority priority);

policy::Priority priority_of(std::int64_t score);

/// How likely each priority is at a score: critical, high, normal, low, in thousandths that sum to 1,000.
std::array<std::int64_t, 4> probabilities_of(std::int64_t score);

}  // namespace relais::triage
