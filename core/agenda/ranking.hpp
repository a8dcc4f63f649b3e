#pragma once

#include "core/agenda/options.hpp"

#include <cstdint>
#include <span>
#include <vector>

/// The options of each item in the order in which a search should try them. Options that differ in nothing but their
/// room and cost the same are twins: a search looks at one of them or two, not at every room of a house.
namespace relais::agenda {

struct Ranking {
  std::vector<int> options;      ///< by item, the most promising first, twins side by side
  std::vector<int> twins_from;   ///< places in `options` where a set of twins begins, and the end
  std::vector<int> first_twins;  ///< of each item, its place in `twins_from`, and the end

  int count(int item) const {
    return first_twins[static_cast<std::size_t>(item) + 1] - first_twins[static_cast<std::size_t>(item)];
  }
  /// Set `rank` of an item's sets of twins, the most promising is 0.
  std::span<const int> twins(int item, int rank) const;
};

/// By `keys`, one of each option, the smallest first; without the options that are `dead` (empty: none is).
Ranking rank_options(const Model& model, const std::vector<std::int64_t>& keys, const std::vector<bool>& dead);

}  // namespace relais::agenda
