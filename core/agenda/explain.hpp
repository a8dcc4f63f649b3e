#pragma once

#include "core/agenda/facts.hpp"
#include "core/agenda/ground.hpp"
#include "core/agenda/openings.hpp"
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
/// - moved: what spoke against the old place, of optional people where nobody else minded; if nearer ones were in the
///   way of something, `agenda.nearest` with the fewest facts that rule all of them out, the one last that it would
///   help most to be rid of, and `agenda.relax-nearer` with where the event could then begin;
/// - missed people; `agenda.proposal` for a move that its organizer must agree to;
/// - left out: the fewest facts that rule every place out, and what would help most.
class Explaining {
 public:
  /// `solution` is written to while this lives.
  Explaining(const Ground& ground, Solution& solution);

  /// Explains the next event; false once all are.
  bool step();

 private:
  const Event& event(const Placement& one) const { return problem_.events[static_cast<std::size_t>(one.event)]; }
  void explain_move(Placement& one);
  void explain_old_place(Placement& one, int room);
  void explain_distance(Placement& one);
  void explain_left_out(Placement& one);

  const Ground& ground_;
  const Problem& problem_;
  Solution& solution_;
  Facts facts_;
  std::size_t next_ = 0;
};

/// An opening in words, for the event that it would help.
Advice advice_of(const Facts& facts, int event, const Opening& opening);

}  // namespace relais::agenda
