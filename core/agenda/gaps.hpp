#pragma once

#include "core/agenda/availability.hpp"
#include "core/agenda/problem.hpp"

#include <array>
#include <vector>

/// How much time must lie between two events of a person. The rule speaks of neighbours: a third event between two of
/// them ends the claim of their travel time on each other.
namespace relais::agenda {

class Gaps {
 public:
  explicit Gaps(const Problem& problem);

  /// What an event keeps its person for after its end, whoever comes next.
  std::int64_t after(int person, int event) const;
  /// The least gap if `before` and `after` are neighbours on this person's line.
  std::int64_t between(int person, int before, int after) const;
  /// The least gap whether or not they are neighbours: travel counts as far as no other event of this person is short
  /// enough to fit in.
  std::int64_t always(int person, int before, int after) const;

 private:
  struct Filler {
    std::int64_t seconds = 0;  ///< what the event takes with its own gap
    int event = 0;
  };
  std::int64_t shortest_filler(int person, int before, int after) const;

  const Problem& problem_;
  Ways ways_;
  std::vector<std::vector<Filler>> fillers_;  ///< of each person: the three shortest events, one at least is a third
};

}  // namespace relais::agenda
