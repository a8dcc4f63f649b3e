#pragma once

#include "core/agenda/exchange.hpp"
#include "core/agenda/guide.hpp"
#include "core/base/random.hpp"

#include <cstdint>
#include <vector>

/// A good arrangement, soon: large-neighbourhood search (Shaw 1998). Each step frees an item that costs and those that
/// stand in the way of its cheap options, arranges them anew in the best way, and accepts the outcome if it is no worse
/// than what stood some steps ago (late acceptance, Burke and Bykov 2017).
namespace relais::agenda {

class NeighbourhoodSearch {
 public:
  NeighbourhoodSearch(const Ground& ground, const Model& model, std::uint64_t seed);

  /// Keeps what fits where it is wished, the dearest to leave out first, then places the rest. Returns the effort.
  std::int64_t begin();
  /// After `begin`: begins with a part of an arrangement instead (−1: not known) where that costs no more, with what
  /// fits beside it; each item then takes a cheaper option if one fits. Returns the effort.
  std::int64_t begin_beside(const std::vector<int>& chosen);
  /// Begins with an arrangement, which becomes the best even if it costs more than another; nothing is placed if it
  /// does not stand.
  std::int64_t begin_from(const std::vector<int>& chosen);
  /// One step. Returns its effort, at least 1.
  std::int64_t step();
  /// Goes on from a part of an arrangement (−1: not known), with what fits beside it.
  void begin_anew(const std::vector<int>& chosen);
  /// Goes on from another arrangement; it becomes the best if it is.
  void adopt(const std::vector<int>& chosen);
  /// Options that are never tried again.
  void forbid(const std::vector<bool>& dead);
  /// From now on options are tried in the order of their reduced costs, and items begun with whose present choice has
  /// one.
  void follow(Guide guide);

  const std::vector<int>& best() const { return best_; }
  std::int64_t best_cost() const { return best_cost_; }  ///< the model's base cost aside
  std::int64_t idle_steps() const { return idle_; }      ///< since the best last changed

 private:
  void rank(const std::vector<std::int64_t>& keys, const std::vector<bool>& dead);
  std::int64_t cost_of(int item) const;
  int pick_seed();
  bool is_suspect(int item) const;
  bool costs_extra(int item) const;
  void gather_blockers(int item, std::size_t most, std::vector<int>& freed);
  std::vector<int> pick_freed(int seed);
  void put_back(const std::vector<int>& options);
  bool place_below(int item, std::int64_t limit);
  void place_cheapest(int item);
  void put_what_fits(const std::vector<int>& chosen);
  void cheapen();
  std::vector<int> dearest_first() const;
  int free_twin(std::span<const int> twins);
  void put_all(const std::vector<int>& chosen);
  void keep_if_best();
  void warm_up();

  const Model& model_;
  Board board_;
  Ranking ranking_;
  bool ranked_ = false;  ///< not before the first step: the first answer needs no ranking
  Exchange exchange_;
  SplitMix64 random_;
  Guide guide_;
  std::vector<int> best_;
  std::int64_t cost_ = 0;
  std::int64_t best_cost_ = 0;
  std::vector<std::int64_t> history_;
  std::size_t steps_ = 0;
  std::int64_t idle_ = 0;
  std::int64_t calm_ = 0;  ///< steps since the best last changed or the search was warmed up
  std::int64_t warm_ups_ = 0;
};

}  // namespace relais::agenda
