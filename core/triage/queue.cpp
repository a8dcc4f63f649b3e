#include "core/triage/queue.hpp"

#include "core/policy/policy_json.hpp"
#include "core/triage/fixed.hpp"

#include <algorithm>
#include <numeric>

namespace relais::triage {
namespace {

using policy::Priority;

constexpr std::array<std::int64_t, 4> cost{64, 16, 4, 1};  // of a minute's delay, by priority
constexpr std::int64_t look_ahead = 10;                    // business minutes over which urgency fades by e
constexpr std::int64_t soon = 30;                          // minutes that are told as "due"
constexpr std::int64_t working_day = 480;

struct Index {
  std::int64_t value = 0;
  std::size_t heaviest = 3;  // the priority that speaks loudest
  bool aged = false;
};

// What waiting is worth at least: nothing at first, then with the square of the days, so that it costs no urgent work
// but leaves nothing behind for long; after two days as much as high work that is due, and never more.
std::int64_t floor_of(const Waiting& item) {
  constexpr std::int64_t after_a_day = 4 * 1000 * one_q16;
  const std::int64_t age = std::min(item.age, 2 * working_day);
  return item.unwanted ? 0 : after_a_day * age / working_day * age / working_day / item.minutes;
}

Index index_of(const Waiting& item) {
  Index index;
  std::int64_t most = -1;
  for (std::size_t k = 0; k < cost.size(); ++k) {
    const std::int64_t spare = std::clamp<std::int64_t>(item.slack[k], 0, 100'000);
    // What is not yet due still costs a little, so that two far ones keep their rank.
    const std::int64_t fading = exp_negative_q16(-spare * one_q16 / look_ahead) + one_q16 / 1024;
    const std::int64_t share = item.probabilities[k] * cost[k] * fading / item.minutes;
    index.value += share;
    if (share > most) {
      most = share;
      index.heaviest = k;
    }
  }
  if (const std::int64_t floor = floor_of(item); floor > index.value) {
    index.value = floor;
    index.aged = true;
  }
  return index;
}

Reason because(const Waiting& item, const Index& index) {
  const std::string priority(policy::name(static_cast<Priority>(index.heaviest)));
  const std::int64_t slack = item.slack[index.heaviest];
  if (item.set_by_person) return {"order-corrected", {{"priority", std::string(policy::name(item.priority))}}};
  if (item.unwanted) return {"order-unwanted", {}};
  if (index.aged) return {"order-waited", {{"minutes", item.age}}};
  if (slack < 0) return {"order-overdue", {{"priority", priority}, {"minutes", -slack}}};
  if (slack <= soon) return {"order-due", {{"priority", priority}, {"minutes", slack}}};
  return {"order-priority", {{"priority", priority}, {"probability", item.probabilities[index.heaviest]}}};
}

// A person's word counts at once: what they ranked goes before the first one of a lower priority.
std::vector<std::size_t> moved_ahead(const std::vector<std::size_t>& order, const std::vector<Waiting>& items) {
  std::vector<std::size_t> moved, placed;
  for (const std::size_t at : order) (items[at].set_by_person ? moved : placed).push_back(at);
  for (const std::size_t one : moved) {
    const auto lower = std::find_if(placed.begin(), placed.end(),
                                    [&](std::size_t at) { return items[at].priority > items[one].priority; });
    placed.insert(lower, one);
  }
  return placed;
}

}  // namespace

std::int64_t minutes_of(Action action) {
  constexpr std::array<std::int64_t, action_count> minutes{5, 8, 5, 6, 1};
  return minutes[static_cast<std::size_t>(action)];
}

std::vector<QueuePlace> order_of_work(const std::vector<Waiting>& items, std::optional<std::int64_t> free) {
  std::vector<Index> indexes;
  indexes.reserve(items.size());
  for (const Waiting& item : items) indexes.push_back(index_of(item));
  std::vector<std::size_t> order(items.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (items[a].unwanted != items[b].unwanted) return items[b].unwanted;
    return indexes[a].value > indexes[b].value;
  });
  order = moved_ahead(order, items);
  std::vector<QueuePlace> out;
  std::int64_t spent = 0;
  for (const std::size_t at : order) {
    spent += items[at].minutes;
    Reason reason = because(items[at], indexes[at]);
    // More than fits into the time that is free, and it will not wait: somebody else should take it.
    const bool pressing = items[at].slack[indexes[at].heaviest] <= soon && indexes[at].heaviest <= 1;
    if (free && spent > *free && pressing && !items[at].unwanted) {
      reason = {"order-needs-help", {{"minutes", spent}, {"free", *free}}};
    }
    out.push_back({at, std::move(reason)});
  }
  return out;
}

}  // namespace relais::triage
