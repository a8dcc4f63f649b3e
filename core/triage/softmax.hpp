#pragma once

#include "core/triage/features.hpp"

#include <cstdint>
#include <vector>

/// The arithmetic of the learned layer, in integers.
namespace relais::triage {

/// Softmax in Q16 of scores in Q16; the shares sum to at most one.
std::vector<std::int64_t> softmax_q16(const std::vector<std::int64_t>& scores);

std::size_t index_of_greatest(const std::vector<std::int64_t>& values);

}  // namespace relais::triage
