#pragma once

#include "core/agenda/cliques.hpp"
#include "core/agenda/merged_rooms.hpp"
#include "core/agenda/options.hpp"
#include "core/agenda/simplex.hpp"

#include <cstdint>
#include <vector>

/// The linear relaxation of a model, tightened by cliques as they are broken. Whatever prices it finds, the bound that
/// leaves here is recomputed from them in integers: the sum over the items of their cheapest choice at these prices,
/// less what the prices grant (Lagrange). It holds for any prices, so no rounding of the simplex can spoil a proof.
namespace relais::agenda {

class Relaxation {
 public:
  Relaxation(const Ground& ground, const MergedRooms& merged);

  // A choice is an option, or leaving item i out: option_count + i.
  int choice_count() const { return options_ + static_cast<int>(model_.items.size()); }
  int leave_out(int item) const { return options_ + item; }
  bool is_dead(int choice) const { return simplex_.is_dead(choice); }
  void set_dead(int choice, bool dead) { simplex_.set_dead(choice, dead); }

  Simplex::Outcome run(int pivots) { return simplex_.run(pivots); }
  double objective() const { return simplex_.objective(); }

  /// Proves a bound from the present prices, for the choices alive. After `infeasible`, the prices are raised along the
  /// ray until the bound reaches `enough`, if it can.
  std::int64_t prove();
  std::int64_t prove_infeasible(std::int64_t enough);

  /// The choices alive that, by the last proof, no arrangement that costs less than `cutoff` can take.
  std::vector<int> too_dear(std::int64_t cutoff) const;

  /// By how much, at least, the last proof's bound rises if a choice is taken, scaled; 0 for the cheapest of each item.
  std::int64_t rise(int choice) const;
  /// The options of other items that an option excludes.
  std::vector<int> excluded_by(int option) const { return cliques_.excluded_by(option); }

  /// Adds rows that the present solution breaks, halved ones among them if wished; how many.
  int tighten(std::size_t most, bool halve);
  /// Drops rows that no longer bind.
  void tidy();

  /// The options with a share above a millionth, ascending.
  std::vector<Share> shares() const;
  double left_out(int item) const { return simplex_.value(leave_out(item)); }

  const std::vector<int>& basis() const { return simplex_.basis(); }
  bool restore(const std::vector<int>& basis) { return simplex_.restore(basis); }

  int rows() const { return simplex_.row_count(); }
  std::int64_t effort() const { return effort_ + simplex_.effort() + cliques_.effort(); }

 private:
  static constexpr std::int64_t scale = 1 << 16;

  std::int64_t prove_with(const std::vector<double>& prices);
  int tighten_loads(const std::vector<Share>& shares);
  Row load_row(int load) const;
  std::int64_t priced(int choice) const;

  const Model& model_;
  int options_;
  Cliques cliques_;
  RoomCounts room_counts_;
  Simplex simplex_;
  std::vector<std::int64_t> penalty_;   ///< of each option, scaled
  std::vector<std::int64_t> cheapest_;  ///< of each item, scaled, at the last proof
  std::int64_t scaled_bound_ = 0;
  std::vector<bool> load_added_;  ///< whether a load has its row
  std::int64_t effort_ = 0;
};

}  // namespace relais::agenda
