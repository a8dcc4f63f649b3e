#pragma once

#include "core/agenda/ruled_out.hpp"

#include <cstdint>
#include <vector>

/// What would help an event that finds no place: which facts would have to go, and what would then be open.
namespace relais::agenda {

/// All these facts would have to go.
struct Opening {
  std::vector<Fact> facts;
  std::int64_t opens = 0;  ///< starts, rooms aside
  time::Instant first;     ///< the first of them
};

/// The fewest facts to give up, of those sets the ones that open the most starts first; at most `most`. What is only
/// too dear opens by no fact.
std::vector<Opening> openings(const std::vector<RuledOut>& places, std::size_t most);

}  // namespace relais::agenda
