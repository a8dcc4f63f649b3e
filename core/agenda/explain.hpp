#pragma once

#include "core/agenda/facts.hpp"
#include "core/agenda/ground.hpp"
#include "core/agenda/solution.hpp"
#include "core/base/result.hpp"

#include <vector>

namespace relais::agenda {

/// What is wrong with events that stay where they are, by themselves or with one another.
struct Immovable {
  std::vector<Unresolved> unresolved;
  bool collides = false;  ///< a person is wanted twice or busy, a room taken twice or closed, the way too long
};
Result<Immovable> explain_immovable(const Problem& problem);

/// Fills the reasons of a solution's events, and adds to `unresolved` why events are left out, an event a step:
/// - moved: what spoke against the old place; and, if nearer ones were in the way of something, `agenda.nearest` with
///   the fewest facts that rule all of them out;
/// - missed people; `agenda.proposal` for a move that its organizer must agree to;
/// - left out: the fewest facts that rule every place out.
class Explaining {
 public:
  /// `solution` is written to while this lives.
  Explaining(const Ground& ground, Solution& solution);

  /// Explains the next event; false once all are.
  bool step();

 private:
  const Event& event(const Placement& one) const { return problem_.events[static_cast<std::size_t>(one.event)]; }
  void explain_move(Placement& one);
  void explain_distance(Placement& one);
  void explain_left_out(Placement& one);

  const Ground& ground_;
  const Problem& problem_;
  Solution& solution_;
  Facts facts_;
  std::size_t next_ = 0;
};

/// The fewest facts that rule out every one of `starts`, in every room the event may take.
std::vector<Fact> why_nowhere(const Ground& ground, const Facts& facts, int event,
                              const std::vector<time::Instant>& starts);
/// The facts of each place, a start and a room; of a start at which a room is free, of that place alone.
std::vector<std::vector<Fact>> facts_of_places(const Facts& facts, const Problem& problem, int event,
                                               const std::vector<time::Instant>& starts);
/// The starts that an event could be given if nothing but the grid and the horizon held, its own included.
std::vector<time::Instant> thinkable_starts(const Problem& problem, const Event& event);

}  // namespace relais::agenda
