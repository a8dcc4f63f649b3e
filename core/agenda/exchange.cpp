#include "core/agenda/exchange.hpp"

#include <algorithm>

namespace relais::agenda {
namespace {

std::size_t at(int place) { return static_cast<std::size_t>(place); }

int lowest(std::uint64_t bits) { return __builtin_ctzll(bits); }

// Options looked at for one item before what fits is taken to be enough.
constexpr int most_looked_at = 400;
constexpr std::size_t most_twins = 2;

}  // namespace

std::vector<int> Exchange::solve(const std::vector<int>& items, std::int64_t limit, int forbidden, int nodes) {
  effort_ = 1;
  limit_ = limit;
  nodes_left_ = nodes;
  best_.clear();
  gather(items, forbidden);
  for (std::size_t a = 0; a < count_; ++a) {
    for (std::size_t b = a + 1; b < count_; ++b) compare(a, b);
  }
  std::array<Bits, most_items> alive{};
  for (std::size_t row = 0; row < count_; ++row) {
    const std::size_t size = rows_[row].options.size();
    alive[row] = size == 0 ? 0 : ~Bits{0} >> (64 - size);
  }
  taken_.assign(count_, -1);
  descend(alive, (1u << count_) - 1, 0);
  effort_ += (nodes - nodes_left_) / 8;
  return best_;
}

void Exchange::gather(const std::vector<int>& items, int forbidden) {
  count_ = items.size();
  for (std::size_t row = 0; row < count_; ++row) {
    const Item& item = board_.model().items[at(items[row])];
    rows_[row] = {items[row], item.unscheduled, {}, {}, {}};
    gather_row(row, forbidden);
  }
}

/// The first options of an item that fit; of twins, no more than two, and not the same two for every item.
void Exchange::gather_row(std::size_t row, int forbidden) {
  const Model& model = board_.model();
  Row& one = rows_[row];
  int looked_at = 0;
  for (int rank = 0; rank < ranking_.count(one.item); ++rank) {
    if (looked_at >= most_looked_at || one.options.size() + most_twins > most_candidates) break;
    const std::span<const int> twins = ranking_.twins(one.item, rank);
    ++looked_at;
    if (model.costs[at(twins.front())] >= one.unscheduled || !board_.crew_fits(twins.front())) continue;
    std::size_t taken = 0;
    for (std::size_t i = 0; i < twins.size() && taken < most_twins; ++i) {
      const int option = twins[(row * most_twins + i) % twins.size()];
      if (option == forbidden || !board_.room_fits(option)) continue;
      one.options.push_back(option);
      ++taken;
    }
  }
  std::stable_sort(one.options.begin(), one.options.end(),
                   [&](int a, int b) { return model.costs[at(a)] < model.costs[at(b)]; });
  for (const int option : one.options) one.costs.push_back(model.costs[at(option)]);
  one.excluded.assign(one.options.size(), {});
  effort_ += looked_at / 32;
}

void Exchange::compare(std::size_t a, std::size_t b) {
  const Model& model = board_.model();
  const std::int64_t length_a = model.items[at(rows_[a].item)].duration;
  const std::int64_t length_b = model.items[at(rows_[b].item)].duration;
  int last_a = -1, last_b = -1;
  std::int64_t after_a = -1, after_b = -1;
  for (std::size_t i = 0; i < rows_[a].options.size(); ++i) {
    for (std::size_t j = 0; j < rows_[b].options.size(); ++j) {
      const int kind_a = model.kind_of[at(rows_[a].options[i])];
      const int kind_b = model.kind_of[at(rows_[b].options[j])];
      if (kind_a != last_a || kind_b != last_b) {
        after_a = board_.separation_of(kind_a, kind_b);
        after_b = board_.separation_of(kind_b, kind_a);
        last_a = kind_a;
        last_b = kind_b;
      }
      if (after_a < 0) continue;
      const std::int64_t start_a = model.starts[at(rows_[a].options[i])];
      const std::int64_t start_b = model.starts[at(rows_[b].options[j])];
      if (start_b >= start_a + length_a + after_a || start_a >= start_b + length_b + after_b) continue;
      rows_[a].excluded[i][b] |= Bits{1} << j;
      rows_[b].excluded[j][a] |= Bits{1} << i;
    }
  }
  effort_ += static_cast<std::int64_t>(rows_[a].options.size() * rows_[b].options.size() / 256);
}

std::int64_t Exchange::cheapest(std::size_t row, const std::array<Bits, most_items>& alive) const {
  return alive[row] ? rows_[row].costs[at(lowest(alive[row]))] : rows_[row].unscheduled;
}

/// The open row that loses most if its cheapest candidate goes: deciding it first cuts most.
std::size_t Exchange::most_at_stake(const std::array<Bits, most_items>& alive, unsigned open) const {
  std::size_t chosen = 0;
  std::int64_t most = -1;
  for (std::size_t row = 0; row < count_; ++row) {
    if (!(open >> row & 1)) continue;
    const Bits rest = alive[row] & (alive[row] - 1);
    const std::int64_t second = rest ? rows_[row].costs[at(lowest(rest))] : rows_[row].unscheduled;
    const std::int64_t stake = second - cheapest(row, alive);
    if (stake > most) {
      most = stake;
      chosen = row;
    }
  }
  return chosen;
}

bool Exchange::loads_allow(int option) const {
  for (const LoadShare& share : board_.model().shares(option)) {
    std::int64_t left = board_.load_left(share.load) - share.seconds;
    for (const int other : taken_) {
      if (other < 0) continue;
      for (const LoadShare& also : board_.model().shares(other)) {
        if (also.load == share.load) left -= also.seconds;
      }
    }
    if (left < 0) return false;
  }
  return true;
}

/// Whether the travel between neighbours holds with everything put back.
bool Exchange::stands() const {
  std::vector<int> placed;
  for (const int option : taken_) {
    if (option >= 0) placed.push_back(option);
  }
  for (const int option : placed) board_.place(option);
  std::vector<int> items;
  for (std::size_t row = 0; row < count_; ++row) items.push_back(rows_[row].item);
  const bool holds = board_.neighbours_hold(items);
  for (const int option : placed) board_.remove(option);
  return holds;
}

void Exchange::record(std::int64_t cost) {
  if (!stands()) return;
  limit_ = cost;
  best_ = taken_;
}

void Exchange::descend(std::array<Bits, most_items> alive, unsigned open, std::int64_t cost) {
  if (nodes_left_ == 0) return;
  --nodes_left_;
  std::int64_t least = cost;
  for (std::size_t row = 0; row < count_; ++row) {
    if (open >> row & 1) least += cheapest(row, alive);
  }
  if (least >= limit_) return;
  if (open == 0) return record(cost);
  const std::size_t row = most_at_stake(alive, open);
  const unsigned rest = open & ~(1u << row);
  std::int64_t others = least - cheapest(row, alive);
  for (Bits left = alive[row]; left; left &= left - 1) {
    const std::size_t candidate = at(lowest(left));
    if (others + rows_[row].costs[candidate] >= limit_) return;
    if (!loads_allow(rows_[row].options[candidate])) continue;
    taken_[row] = rows_[row].options[candidate];
    std::array<Bits, most_items> next = alive;
    for (std::size_t other = 0; other < count_; ++other) next[other] &= ~rows_[row].excluded[candidate][other];
    descend(next, rest, cost + rows_[row].costs[candidate]);
    taken_[row] = -1;
  }
  descend(alive, rest, cost + rows_[row].unscheduled);
}

}  // namespace relais::agenda
