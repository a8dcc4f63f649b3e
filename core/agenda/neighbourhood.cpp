#include "core/agenda/neighbourhood.hpp"

#include <algorithm>
#include <numeric>

namespace relais::agenda {
namespace {

std::size_t at(int place) { return static_cast<std::size_t>(place); }

constexpr std::size_t history_length = 40;
constexpr int nodes_of_a_step = 3000;

}  // namespace

NeighbourhoodSearch::NeighbourhoodSearch(const Ground& ground, const Model& model, std::uint64_t seed)
    : model_(model), board_(ground, model), exchange_(board_), random_(seed) {}

std::int64_t NeighbourhoodSearch::cost_of(int item) const {
  const int option = board_.option_of(item);
  return option < 0 ? model_.items[at(item)].unscheduled : model_.costs[at(option)];
}

std::int64_t NeighbourhoodSearch::begin() {
  std::vector<int> order(model_.items.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](int a, int b) { return model_.items[at(a)].unscheduled > model_.items[at(b)].unscheduled; });
  for (const int item : order) {
    const auto options = model_.cheapest_first(model_.items[at(item)]);
    if (!options.empty() && model_.costs[at(options[0])] == 0) place_cheapest(item);
  }
  for (const int item : order) {
    if (board_.option_of(item) < 0) place_cheapest(item);
  }
  best_ = board_.chosen();
  best_cost_ = cost_ = total_cost(model_, best_);
  history_.assign(history_length, cost_);
  return 1 + static_cast<std::int64_t>(model_.starts.size() / 64);
}

void NeighbourhoodSearch::place_cheapest(int item) {
  for (const int option : model_.cheapest_first(model_.items[at(item)])) {
    if (model_.costs[at(option)] >= model_.items[at(item)].unscheduled) return;
    if (!board_.fits(option)) continue;
    board_.place(option);
    if (board_.neighbours_hold(std::span(&item, 1))) return;
    board_.remove(option);
  }
}

void NeighbourhoodSearch::put_all(const std::vector<int>& chosen) {
  for (const int option : std::vector<int>(board_.chosen())) {
    if (option >= 0) board_.remove(option);
  }
  for (const int option : chosen) {
    if (option >= 0) board_.place(option);
  }
  cost_ = total_cost(model_, chosen);
  history_.assign(history_length, cost_);
}

void NeighbourhoodSearch::adopt(const std::vector<int>& chosen) {
  put_all(chosen);
  keep_if_best();
}

std::int64_t NeighbourhoodSearch::begin_from(const std::vector<int>& chosen) {
  std::vector<int> all(model_.items.size());
  std::iota(all.begin(), all.end(), 0);
  put_all(chosen);
  if (!board_.neighbours_hold(all)) put_all(std::vector<int>(chosen.size(), -1));
  best_ = board_.chosen();
  best_cost_ = cost_;
  return 1 + static_cast<std::int64_t>(model_.items.size() / 8);
}

void NeighbourhoodSearch::keep_if_best() {
  if (cost_ >= best_cost_) return;
  best_ = board_.chosen();
  best_cost_ = cost_;
  idle_ = 0;
}

int NeighbourhoodSearch::pick_seed() {
  const auto count = static_cast<std::uint32_t>(model_.items.size());
  if (!suspects_.empty() && random_.below(3) == 0) {
    return suspects_[random_.below(static_cast<std::uint32_t>(suspects_.size()))];
  }
  if (random_.below(8) == 0) return static_cast<int>(random_.below(count));
  const auto first = static_cast<int>(random_.below(count));
  for (int i = 0; i < static_cast<int>(count); ++i) {
    const int item = (first + i) % static_cast<int>(count);
    const Item& one = model_.items[at(item)];
    const std::int64_t least =
        one.first == one.last ? one.unscheduled : model_.costs[at(model_.by_cost[at(one.first)])];
    if (cost_of(item) > least) return item;
  }
  return first;
}

void NeighbourhoodSearch::gather_blockers(int item, std::size_t most, std::vector<int>& freed) {
  const auto options = model_.cheapest_first(model_.items[at(item)]);
  if (options.empty()) return;
  const auto choice = static_cast<std::uint32_t>(std::min<std::size_t>(options.size(), 24));
  for (int tries = 0; tries < 5 && freed.size() < most; ++tries) {
    const std::uint32_t one = random_.below(choice);
    const std::uint32_t other = random_.below(choice);
    std::vector<int> with = freed;
    board_.blockers(options[std::min(one, other)], with);
    if (with.size() <= most) freed = std::move(with);
  }
}

std::vector<int> NeighbourhoodSearch::pick_freed(int seed) {
  const std::size_t most = 5 + random_.below(9);
  std::vector<int> freed{seed};
  gather_blockers(seed, most, freed);
  for (int tries = 0; tries < 6 && freed.size() < most; ++tries) {
    const int member = freed[random_.below(static_cast<std::uint32_t>(freed.size()))];
    gather_blockers(member, most, freed);
  }
  return freed;
}

std::int64_t NeighbourhoodSearch::step() {
  ++idle_;
  if (model_.items.empty()) return 1;
  const int seed = pick_seed();
  const std::vector<int> freed = pick_freed(seed);
  std::vector<int> before;
  std::int64_t cost = 0;
  for (const int item : freed) {
    before.push_back(board_.option_of(item));
    cost += cost_of(item);
  }
  for (const int option : before) {
    if (option >= 0) board_.remove(option);
  }
  const std::int64_t past = history_[steps_ % history_length];
  const std::int64_t limit = std::max(cost, cost + past - cost_) + 1;
  const int forbidden = random_.below(2) == 0 ? before[0] : -1;
  const std::vector<int> after = exchange_.solve(freed, limit, forbidden, nodes_of_a_step);
  put_back(after.empty() ? before : after);
  history_[steps_ % history_length] = cost_;
  ++steps_;
  return exchange_.effort() + static_cast<std::int64_t>(freed.size());
}

void NeighbourhoodSearch::put_back(const std::vector<int>& options) {
  for (const int option : options) {
    if (option >= 0) board_.place(option);
  }
  cost_ = total_cost(model_, board_.chosen());
  keep_if_best();
}

}  // namespace relais::agenda
