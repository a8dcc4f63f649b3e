#include "core/agenda/neighbourhood.hpp"

#include <algorithm>
#include <numeric>

namespace relais::agenda {
namespace {

std::size_t at(int place) { return static_cast<std::size_t>(place); }

constexpr std::size_t history_length = 40;
constexpr std::size_t longest_history = 1280;
// Steps without a better arrangement, for each item, after which the search warms up again.
constexpr std::int64_t patience = 8;
constexpr int nodes_of_a_step = 3000;
// Room is made for one of so many options of an item, the more promising more often.
constexpr std::uint32_t ranks_nearby = 24;

}  // namespace

NeighbourhoodSearch::NeighbourhoodSearch(const Ground& ground, const Model& model, std::uint64_t seed)
    : model_(model), board_(ground, model), exchange_(board_, ranking_), random_(seed) {}

void NeighbourhoodSearch::rank(const std::vector<std::int64_t>& keys, const std::vector<bool>& dead) {
  ranking_ = rank_options(model_, keys, dead);
  ranked_ = true;
}

void NeighbourhoodSearch::forbid(const std::vector<bool>& dead) { rank(model_.costs, dead); }

void NeighbourhoodSearch::follow(Guide guide) {
  guide_ = std::move(guide);
  rank(guide_.options, guide_.dead);
}

std::int64_t NeighbourhoodSearch::cost_of(int item) const {
  const int option = board_.option_of(item);
  return option < 0 ? model_.items[at(item)].unscheduled : model_.costs[at(option)];
}

std::vector<int> NeighbourhoodSearch::dearest_first() const {
  std::vector<int> order(model_.items.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](int a, int b) { return model_.items[at(a)].unscheduled > model_.items[at(b)].unscheduled; });
  return order;
}

std::int64_t NeighbourhoodSearch::begin() {
  const std::vector<int> order = dearest_first();
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

std::int64_t NeighbourhoodSearch::begin_beside(const std::vector<int>& chosen) {
  put_what_fits(chosen);
  cheapen();
  if (cost_ > best_cost_) {
    put_all(best_);
  } else {
    best_ = board_.chosen();
    best_cost_ = cost_;
    history_.assign(history_length, cost_);
  }
  return 1 + static_cast<std::int64_t>(model_.starts.size() / 64);
}

/// Places the cheapest option that fits of those that cost less than `limit`.
bool NeighbourhoodSearch::place_below(int item, std::int64_t limit) {
  for (const int option : model_.cheapest_first(model_.items[at(item)])) {
    if (model_.costs[at(option)] >= limit) return false;
    if (!board_.fits(option)) continue;
    board_.place(option);
    if (board_.neighbours_hold(std::span(&item, 1))) return true;
    board_.remove(option);
  }
  return false;
}

void NeighbourhoodSearch::place_cheapest(int item) { place_below(item, model_.items[at(item)].unscheduled); }

/// Only for less: among places that cost the same, what stands stays.
void NeighbourhoodSearch::cheapen() {
  for (const int item : dearest_first()) {
    const int option = board_.option_of(item);
    if (option < 0) continue;
    board_.remove(option);
    if (!place_below(item, model_.costs[at(option)])) board_.place(option);
  }
  cost_ = total_cost(model_, board_.chosen());
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

void NeighbourhoodSearch::put_what_fits(const std::vector<int>& chosen) {
  put_all(std::vector<int>(chosen.size(), -1));
  const std::vector<int> order = dearest_first();
  for (const int item : order) {
    const int option = chosen[at(item)];
    if (option < 0 || !board_.fits(option)) continue;
    board_.place(option);
    if (!board_.neighbours_hold(std::span(&item, 1))) board_.remove(option);
  }
  for (const int item : order) {
    if (board_.option_of(item) < 0) place_cheapest(item);
  }
  cost_ = total_cost(model_, board_.chosen());
}

void NeighbourhoodSearch::begin_anew(const std::vector<int>& chosen) {
  put_what_fits(chosen);
  history_.assign(history_length, cost_);
  keep_if_best();
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
  idle_ = calm_ = 0;
}

bool NeighbourhoodSearch::costs_extra(int item) const {
  const Item& one = model_.items[at(item)];
  const std::int64_t least = one.first == one.last ? one.unscheduled : model_.costs[at(model_.by_cost[at(one.first)])];
  return cost_of(item) > least;
}

/// Whether the relaxation would choose otherwise for an item.
bool NeighbourhoodSearch::is_suspect(int item) const {
  const int option = board_.option_of(item);
  return (option < 0 ? guide_.left_out[at(item)] : guide_.options[at(option)]) > 0;
}

/// The first item after a random one that costs more than it would alone, or that the relaxation would choose otherwise
/// for.
int NeighbourhoodSearch::pick_seed() {
  const auto count = static_cast<std::uint32_t>(model_.items.size());
  const auto first = static_cast<int>(random_.below(count));
  const std::uint32_t way = random_.below(8);
  if (way == 0) return first;
  const bool guided = !guide_.options.empty() && way < 5;
  for (int i = 0; i < static_cast<int>(count); ++i) {
    const int item = (first + i) % static_cast<int>(count);
    if (guided ? is_suspect(item) : costs_extra(item)) return item;
  }
  return first;
}

/// Of twins, one whose room is free, if any is.
int NeighbourhoodSearch::free_twin(std::span<const int> twins) {
  const std::uint32_t first = random_.below(static_cast<std::uint32_t>(twins.size()));
  for (std::size_t i = 0; i < twins.size(); ++i) {
    const int option = twins[(first + i) % twins.size()];
    if (board_.room_fits(option)) return option;
  }
  return twins[first];
}

void NeighbourhoodSearch::gather_blockers(int item, std::size_t most, std::vector<int>& freed) {
  const auto choice = std::min<std::uint32_t>(static_cast<std::uint32_t>(ranking_.count(item)), ranks_nearby);
  if (choice == 0) return;
  for (int tries = 0; tries < 5 && freed.size() < most; ++tries) {
    const std::uint32_t one = random_.below(choice);
    const std::uint32_t other = random_.below(choice);
    const int option = free_twin(ranking_.twins(item, static_cast<int>(std::min(one, other))));
    std::vector<int> with = freed;
    board_.blockers(option, with);
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

/// Nothing better has come for long: from the best on, dearer ones are accepted for a while, longer each time.
void NeighbourhoodSearch::warm_up() {
  put_all(best_);
  std::int64_t dearest = 0;
  for (std::size_t item = 0; item < model_.items.size(); ++item) {
    dearest = std::max(dearest, cost_of(static_cast<int>(item)));
  }
  ++warm_ups_;
  const std::int64_t heat = dearest * (1 + warm_ups_ % 3) / 6;
  history_.assign(std::min(longest_history, history_length << std::min<std::int64_t>(warm_ups_, 8)), cost_ + heat);
  steps_ = 0;
}

std::int64_t NeighbourhoodSearch::step() {
  ++idle_;
  if (model_.items.empty()) return 1;
  if (!ranked_) rank(model_.costs, {});
  if (++calm_ > patience * static_cast<std::int64_t>(model_.items.size() + history_.size() / 4)) {
    warm_up();
    calm_ = 0;
  }
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
  const std::int64_t past = history_[steps_ % history_.size()];
  const std::int64_t limit = std::max(cost, cost + past - cost_) + 1;
  const int forbidden = random_.below(2) == 0 ? before[0] : -1;
  const std::vector<int> after = exchange_.solve(freed, limit, forbidden, nodes_of_a_step);
  put_back(after.empty() ? before : after);
  history_[steps_ % history_.size()] = cost_;
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
