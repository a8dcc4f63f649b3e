#pragma once

#include "core/agenda/board.hpp"
#include "core/agenda/branching.hpp"
#include "core/agenda/neighbourhood.hpp"

#include <cstdint>
#include <memory>
#include <vector>

/// One part of a problem, solved: neighbourhood search for good arrangements and branch and bound for the proof take
/// turns and tell each other what they find.
namespace relais::agenda {

class PartSearch {
 public:
  /// `standing`: an option for each item where it was arranged before, or −1. Beside the arrangement that the search
  /// begins with anyway, that one is a first upper bound, and less is arranged before the proof.
  PartSearch(const Ground& ground, const Model& model, const std::vector<int>& standing, std::uint64_t seed);

  /// Spends about `units`; false once the best arrangement is proved to be the best.
  bool advance(std::int64_t units);

  bool proved() const { return proved_; }
  std::int64_t cost() const { return arranging_.best_cost(); }
  std::int64_t bound() const { return bound_; }
  const std::vector<int>& best() const { return arranging_.best(); }
  std::int64_t effort() const { return effort_; }

 private:
  void step();
  bool arranging_is_next() const;
  void arrange();
  void prove();

  const Ground& ground_;
  const Model& model_;
  std::int64_t warm_up_;  ///< effort on arranging before the first proof
  NeighbourhoodSearch arranging_;
  std::unique_ptr<Board> board_;  ///< the proof's own
  std::unique_ptr<Branching> proving_;
  bool proved_ = false;
  bool rooms_apart_ = false;  ///< the proof needs to know which room is which
  int failures_ = 0;
  bool gave_up_ = false;  ///< the numbers of the proof failed; its bound stays
  std::int64_t bound_ = 0;
  std::int64_t arranged_ = 0, proved_for_ = 0;  ///< effort of each
  std::int64_t idle_since_ = 0;
  int roots_seen_ = 0;
  std::int64_t effort_ = 0;
};

}  // namespace relais::agenda
