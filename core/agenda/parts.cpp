#include "core/agenda/options.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace relais::agenda {
namespace {

std::size_t at(int place) { return static_cast<std::size_t>(place); }

/// Disjoint sets of items.
class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0); }

  int find(int item) {
    while (parent_[at(item)] != item) item = parent_[at(item)] = parent_[at(parent_[at(item)])];
    return item;
  }
  void join(int a, int b) {
    const int low = std::min(find(a), find(b));
    const int high = std::max(find(a), find(b));
    parent_[at(high)] = low;
  }

 private:
  std::vector<int> parent_;
};

/// All the time that the options of a kind may take of one of its people or its room.
struct Reach {
  std::int64_t from = 0, to = 0;
  int item = 0;
};

// With travel, the claims of neighbours reach as far as the next event, wherever it is.
constexpr std::int64_t anywhere = std::int64_t{1} << 40;

void join_overlapping(std::vector<Reach>& reaches, Groups& groups) {
  std::sort(reaches.begin(), reaches.end(),
            [](const Reach& a, const Reach& b) { return a.from != b.from ? a.from < b.from : a.item < b.item; });
  std::int64_t end = 0;
  int last = -1;
  for (const Reach& reach : reaches) {
    if (last >= 0 && reach.from < end) groups.join(last, reach.item);
    end = last >= 0 ? std::max(end, reach.to) : reach.to;
    last = reach.item;
  }
}

Groups connected(const Ground& ground, const Model& model) {
  const std::size_t people = ground.problem().people.size();
  std::vector<std::vector<Reach>> reaches(people + ground.problem().rooms.size());
  const std::int64_t further = ground.problem().travel.empty() ? 0 : anywhere;
  for (const Kind& kind : model.kinds) {
    const Item& item = model.items[at(kind.item)];
    const std::int64_t from = model.starts[at(kind.first)];
    const std::int64_t to = model.starts[at(kind.last - 1)] + item.duration;
    for (const int person : kind.people) {
      reaches[at(person)].push_back({from, to + ground.gaps().after(person, item.event) + further, kind.item});
    }
    if (kind.room >= 0) reaches[people + at(kind.room)].push_back({from, to, kind.item});
  }
  Groups groups(model.items.size());
  for (auto& line : reaches) join_overlapping(line, groups);
  std::map<int, int> first_of_load;
  for (int option = 0; option < model.option_count(); ++option) {
    for (const LoadShare& share : model.shares(option)) {
      groups.join(first_of_load.emplace(share.load, model.item_of(option)).first->second, model.item_of(option));
    }
  }
  return groups;
}

/// The share with the number that its load has in the part.
LoadShare renumbered(const Model& model, const LoadShare& share, Model& out, std::map<int, int>& loads) {
  const auto [found, is_new] = loads.emplace(share.load, static_cast<int>(out.loads.size()));
  if (is_new) out.loads.push_back(model.loads[at(share.load)]);
  return {found->second, share.seconds};
}

void copy_item(const Model& model, int place, Part& part, std::map<int, int>& loads) {
  Item item = model.items[at(place)];
  Model& out = part.model;
  const int option_shift = out.option_count() - item.first;
  const int kind_shift = static_cast<int>(out.kinds.size()) - item.first_kind;
  const int item_here = static_cast<int>(out.items.size());
  for (int kind = item.first_kind; kind < item.last_kind; ++kind) {
    Kind copy = model.kinds[at(kind)];
    copy.item = item_here;
    copy.first += option_shift;
    copy.last += option_shift;
    out.kinds.push_back(std::move(copy));
  }
  for (int option = item.first; option < item.last; ++option) {
    part.options.push_back(option);
    out.starts.push_back(model.starts[at(option)]);
    out.costs.push_back(model.costs[at(option)]);
    out.kind_of.push_back(model.kind_of[at(option)] + kind_shift);
    out.by_cost.push_back(model.by_cost[at(option)] + option_shift);
    if (model.load_from.empty()) continue;
    if (out.load_from.empty()) out.load_from.push_back(0);
    for (const LoadShare& share : model.shares(option)) {
      out.load_shares.push_back(renumbered(model, share, out, loads));
    }
    out.load_from.push_back(static_cast<int>(out.load_shares.size()));
  }
  item.first += option_shift;
  item.last += option_shift;
  item.first_kind += kind_shift;
  item.last_kind += kind_shift;
  part.items.push_back(place);
  out.items.push_back(item);
}

}  // namespace

std::vector<Part> split_model(const Ground& ground, const Model& model) {
  Groups groups = connected(ground, model);
  std::map<int, std::size_t> part_of;
  std::vector<Part> parts;
  std::vector<std::map<int, int>> loads;
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    const int group = groups.find(static_cast<int>(i));
    const auto [found, is_new] = part_of.emplace(group, parts.size());
    if (is_new) parts.emplace_back();
    if (is_new) loads.emplace_back();
    copy_item(model, static_cast<int>(i), parts[found->second], loads[found->second]);
  }
  return parts;
}

}  // namespace relais::agenda
