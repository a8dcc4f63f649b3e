#include "core/agenda/merged_rooms.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace relais::agenda {
namespace {

std::size_t at(int place) { return static_cast<std::size_t>(place); }

// More sets of rooms than this are not counted; what they would forbid shows when rooms are found.
constexpr std::size_t most_pools = 48;
constexpr int most_tries = 4000;

/// Whether it matters that an item keeps its room.
bool prefers_a_room(const Event& event) {
  return event.room && !event.is_new && (event.cost.room_changed != 0 || event.cost.notified != 0);
}

class Merger {
 public:
  Merger(const Ground& ground, const Model& model) : problem_(ground.problem()), model_(model) {}

  MergedRooms merge() {
    for (const Item& item : model_.items) add_item(item);
    out_.options_from.push_back(static_cast<int>(out_.options.size()));
    out_.model.loads = model_.loads;
    if (!model_.load_from.empty()) out_.model.load_from.push_back(static_cast<int>(out_.model.load_shares.size()));
    return std::move(out_);
  }

 private:
  void add_item(const Item& item) {
    Item copy = item;
    copy.first = out_.model.option_count();
    copy.first_kind = static_cast<int>(out_.model.kinds.size());
    out_.model.items.push_back(copy);
    std::vector<std::vector<int>> sets;
    for (int kind = item.first_kind; kind < item.last_kind; ++kind) {
      const auto alike = [&](const std::vector<int>& set) { return cost_alike(item, set.front(), kind); };
      const auto set = std::find_if(sets.begin(), sets.end(), alike);
      if (set != sets.end()) set->push_back(kind);
      if (set == sets.end()) sets.push_back({kind});
    }
    for (const std::vector<int>& set : sets) add_kind(set);
    out_.model.items.back().last = out_.model.option_count();
    out_.model.items.back().last_kind = static_cast<int>(out_.model.kinds.size());
  }

  bool cost_alike(const Item& item, int kind, int other) const {
    const Kind& a = model_.kinds[at(kind)];
    const Kind& b = model_.kinds[at(other)];
    if (a.people != b.people) return false;
    const Event& event = problem_.events[at(item.event)];
    return !prefers_a_room(event) || (a.room == *event.room) == (b.room == *event.room);
  }

  void add_kind(const std::vector<int>& set) {
    std::vector<int> options, rooms;
    for (const int kind : set) {
      const Kind& one = model_.kinds[at(kind)];
      for (int option = one.first; option < one.last; ++option) options.push_back(option);
      if (one.room >= 0) rooms.push_back(one.room);
    }
    std::stable_sort(options.begin(), options.end(),
                     [&](int a, int b) { return model_.starts[at(a)] < model_.starts[at(b)]; });
    std::sort(rooms.begin(), rooms.end());
    Kind kind = model_.kinds[at(set.front())];
    kind.item = static_cast<int>(out_.model.items.size()) - 1;
    kind.room = rooms.size() == 1 ? rooms.front() : -1;
    kind.first = out_.model.option_count();
    for (std::size_t i = 0; i < options.size(); ++i) {
      const bool fresh = i == 0 || model_.starts[at(options[i])] != model_.starts[at(options[i - 1])];
      if (fresh) add_option(options[i]);
      out_.options.push_back(options[i]);
    }
    kind.last = out_.model.option_count();
    out_.model.kinds.push_back(std::move(kind));
    out_.rooms.push_back(std::move(rooms));
  }

  void add_option(int option) {
    Model& to = out_.model;
    to.starts.push_back(model_.starts[at(option)]);
    to.costs.push_back(model_.costs[at(option)]);
    to.kind_of.push_back(static_cast<int>(to.kinds.size()));
    out_.options_from.push_back(static_cast<int>(out_.options.size()));
    if (model_.load_from.empty()) return;
    to.load_from.push_back(static_cast<int>(to.load_shares.size()));
    for (const LoadShare& share : model_.shares(option)) to.load_shares.push_back(share);
  }

  const Problem& problem_;
  const Model& model_;
  MergedRooms out_;
};

/// Rooms for options that may take one of several, those with the least choice first.
class RoomFinder {
 public:
  RoomFinder(const MergedRooms& merged, const Model& model, const std::vector<int>& chosen)
      : merged_(merged), model_(model), chosen_(chosen), out_(chosen.size(), -1) {
    for (std::size_t item = 0; item < chosen.size(); ++item) {
      if (chosen[item] >= 0) order_.push_back(static_cast<int>(item));
    }
    const auto choice = [&](int item) { return merged_.options_of(chosen_[at(item)]).size(); };
    std::stable_sort(order_.begin(), order_.end(), [&](int a, int b) { return choice(a) < choice(b); });
  }

  std::optional<std::vector<int>> find() {
    if (!place(0)) return std::nullopt;
    return out_;
  }

 private:
  bool place(std::size_t next) {
    if (next == order_.size()) return true;
    const int item = order_[next];
    for (const int option : merged_.options_of(chosen_[at(item)])) {
      if (++tries_ > most_tries + static_cast<int>(order_.size())) return false;
      if (taken(option)) continue;
      const int room = model_.kind(option).room;
      out_[at(item)] = option;
      if (room >= 0) of_room_[room].push_back(option);
      if (place(next + 1)) return true;
      if (room >= 0) of_room_[room].pop_back();
    }
    out_[at(item)] = -1;
    return false;
  }

  std::int64_t end_of(int option) const {
    return model_.starts[at(option)] + model_.items[at(model_.item_of(option))].duration;
  }

  bool taken(int option) {
    const int room = model_.kind(option).room;
    if (room < 0) return false;
    const auto& there = of_room_[room];
    return std::any_of(there.begin(), there.end(), [&](int other) {
      return model_.starts[at(other)] < end_of(option) && model_.starts[at(option)] < end_of(other);
    });
  }

  const MergedRooms& merged_;
  const Model& model_;
  const std::vector<int>& chosen_;
  std::vector<int> order_;
  std::map<int, std::vector<int>> of_room_;
  std::vector<int> out_;
  int tries_ = 0;
};

}  // namespace

std::span<const int> MergedRooms::options_of(int merged) const {
  const int first = options_from[at(merged)];
  return std::span(options).subspan(at(first), at(options_from[at(merged) + 1] - first));
}

bool MergedRooms::merges() const { return options.size() > model.starts.size(); }

MergedRooms merge_rooms(const Ground& ground, const Model& model) { return Merger(ground, model).merge(); }

MergedRooms keep_rooms(const Model& model) {
  MergedRooms out;
  out.model = model;
  for (const Kind& kind : model.kinds) {
    out.rooms.push_back(kind.room < 0 ? std::vector<int>{} : std::vector<int>{kind.room});
  }
  out.options.resize(model.starts.size());
  std::iota(out.options.begin(), out.options.end(), 0);
  out.options_from.resize(model.starts.size() + 1);
  std::iota(out.options_from.begin(), out.options_from.end(), 0);
  return out;
}

std::optional<std::vector<int>> with_rooms(const MergedRooms& merged, const Model& model,
                                           const std::vector<int>& chosen) {
  return RoomFinder(merged, model, chosen).find();
}

RoomCounts::RoomCounts(const Ground& ground, const MergedRooms& merged) : ground_(ground), model_(merged.model) {
  for (const std::vector<int>& rooms : merged.rooms) {
    const auto known = [&](const Pool& pool) { return pool.rooms == rooms; };
    const bool fresh = rooms.size() > 1 && std::none_of(pools_.begin(), pools_.end(), known);
    if (fresh && pools_.size() < most_pools) pools_.push_back({rooms, {}});
  }
  for (Pool& pool : pools_) {
    for (std::size_t kind = 0; kind < merged.rooms.size(); ++kind) {
      const std::vector<int>& rooms = merged.rooms[kind];
      const bool within = std::includes(pool.rooms.begin(), pool.rooms.end(), rooms.begin(), rooms.end());
      if (!rooms.empty() && within) pool.kinds.push_back(static_cast<int>(kind));
    }
  }
}

std::int64_t RoomCounts::end_of(int option) const {
  return model_.starts[at(option)] + model_.items[at(model_.item_of(option))].duration;
}

std::int64_t RoomCounts::open_at(const Pool& pool, std::int64_t point) const {
  const time::Interval instant{{point}, {point + 1}};
  return std::count_if(pool.rooms.begin(), pool.rooms.end(),
                       [&](int room) { return ground_.room_is_free(room, instant); });
}

double RoomCounts::taken_at(const Pool& pool, const std::vector<Share>& shares, std::int64_t point) const {
  double sum = 0;
  for (const Share& share : shares) {
    if (model_.starts[at(share.option)] <= point && point < end_of(share.option) &&
        std::binary_search(pool.kinds.begin(), pool.kinds.end(), model_.kind_of[at(share.option)])) {
      sum += share.value;
    }
  }
  return sum;
}

Row RoomCounts::row(const Pool& pool, std::int64_t point) const {
  Row out;
  out.limit = open_at(pool, point);
  for (const int place : pool.kinds) {
    const Kind& kind = model_.kinds[at(place)];
    const std::int64_t duration = model_.items[at(kind.item)].duration;
    const auto first = model_.starts.begin() + kind.first;
    const auto last = model_.starts.begin() + kind.last;
    const auto from = static_cast<int>(std::upper_bound(first, last, point - duration) - model_.starts.begin());
    const auto to = static_cast<int>(std::upper_bound(first, last, point) - model_.starts.begin());
    if (from < to) out.runs.push_back({from, to, 1});
  }
  return out;
}

std::vector<Row> RoomCounts::broken(const std::vector<Share>& shares) const {
  std::vector<Row> rows;
  for (const Pool& pool : pools_) {
    std::vector<std::int64_t> points;
    for (const Share& share : shares) {
      if (std::binary_search(pool.kinds.begin(), pool.kinds.end(), model_.kind_of[at(share.option)])) {
        points.push_back(model_.starts[at(share.option)]);
      }
    }
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
    for (const std::int64_t point : points) {
      const auto open = static_cast<double>(open_at(pool, point));
      if (taken_at(pool, shares, point) > open + 0.01) rows.push_back(row(pool, point));
    }
  }
  return rows;
}

}  // namespace relais::agenda
