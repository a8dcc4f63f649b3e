#pragma once

#include "core/agenda/facts.hpp"

#include <cstdint>
#include <limits>
#include <vector>

/// The places that an event could have, a start and a room, each as the facts of which any one rules it out.
namespace relais::agenda {

/// Where no place is too dear.
inline constexpr std::int64_t at_any_cost = std::numeric_limits<std::int64_t>::max();

/// A place and its facts, ascending, never none. That another event stands there is one fact, whether it takes a person
/// or the room.
struct RuledOut {
  time::Instant start;
  int room = -1;  ///< −1: none needed
  std::vector<Fact> facts;
};

/// The places at `starts`, by start. `cost` is what the event costs where it is: a place that is no cheaper is ruled
/// out by that too, and one that is no cheaper without an optional person by what keeps that person away. Of a start at
/// which a room is free and cheap enough, that place alone: what rules it out rules out all.
std::vector<RuledOut> ruled_out(const Facts& facts, const Problem& problem, int event,
                                const std::vector<time::Instant>& starts, std::int64_t cost);

/// The fewest facts that rule all the places out.
std::vector<Fact> fewest_facts(const std::vector<RuledOut>& places);

/// The starts that an event could be given if nothing but the grid and the horizon held, its own included.
std::vector<time::Instant> thinkable_starts(const Problem& problem, const Event& event);

}  // namespace relais::agenda
