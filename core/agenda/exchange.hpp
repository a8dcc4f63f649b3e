#pragma once

#include "core/agenda/board.hpp"
#include "core/agenda/ranking.hpp"

#include <array>
#include <cstdint>
#include <vector>

/// A few items taken off the board and put back in the cheapest way: depth first over their first options that fit
/// beside the rest, one word of bits an item, cut off by the sum of what is cheapest for each.
namespace relais::agenda {

class Exchange {
 public:
  static constexpr int most_items = 16;
  static constexpr int most_candidates = 40;

  /// `ranking` says which options of an item are tried, and outlives the exchange.
  Exchange(Board& board, const Ranking& ranking) : board_(board), ranking_(ranking) {}

  /// The best arrangement of `items`, none of which is on the board, that costs less than `limit`: an option or −1 for
  /// each. Empty if none is found. `forbidden` is an option that is not to be taken; −1: none. `nodes` caps the search.
  std::vector<int> solve(const std::vector<int>& items, std::int64_t limit, int forbidden, int nodes);

  /// The work of the last call, in units of effort.
  std::int64_t effort() const { return effort_; }

 private:
  using Bits = std::uint64_t;

  void gather(const std::vector<int>& items, int forbidden);
  void gather_row(std::size_t row, int forbidden);
  void compare(std::size_t a, std::size_t b);
  std::int64_t cheapest(std::size_t row, const std::array<Bits, most_items>& alive) const;
  void descend(std::array<Bits, most_items> alive, unsigned open, std::int64_t cost);
  std::size_t most_at_stake(const std::array<Bits, most_items>& alive, unsigned open) const;
  bool loads_allow(int option) const;
  bool stands() const;
  void record(std::int64_t cost);

  struct Row {
    int item = 0;
    std::int64_t unscheduled = 0;
    std::vector<int> options;  ///< cheapest first
    std::vector<std::int64_t> costs;
    /// excluded[candidate][other row]: the other row's candidates that this one excludes
    std::vector<std::array<Bits, most_items>> excluded;
  };

  Board& board_;
  const Ranking& ranking_;
  std::array<Row, most_items> rows_;
  std::size_t count_ = 0;
  std::vector<int> taken_;
  std::vector<int> best_;
  std::int64_t limit_ = 0;
  int nodes_left_ = 0;
  std::int64_t effort_ = 0;
};

}  // namespace relais::agenda
