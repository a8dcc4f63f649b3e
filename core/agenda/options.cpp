#include "core/agenda/options.hpp"

#include "core/base/limits.hpp"

#include <algorithm>
#include <numeric>

namespace relais::agenda {
namespace {

std::size_t at(int place) { return static_cast<std::size_t>(place); }

class Builder {
 public:
  explicit Builder(const Ground& ground) : ground_(ground), problem_(ground.problem()) {}

  Result<Model> build() {
    for (const int event : ground_.movable()) add_event(event);
    for (const Fixed& fixed : ground_.fixed()) add_attendances(fixed);
    if (full_) {
      return Error{ErrorCode::too_many,
                   {{"limit", static_cast<std::int64_t>(limits::agenda_options)}, {"what", "starts and rooms to try"}},
                   "/events",
                   "fewer events or rooms, narrower windows or a coarser grid"};
    }
    sort_by_cost();
    return std::move(model_);
  }

 private:
  void add_event(int place) {
    if (full_) return;
    const Event& event = problem_.events[at(place)];
    open_item(place, -1, event.cost.unscheduled);
    std::vector<time::Instant> starts;
    for (const time::Instant start : ground_.possible_starts(event)) {
      if (ground_.required_can_come(place, {start, start + event.duration})) starts.push_back(start);
    }
    chosen_ = optionals_chosen_about(ground_, event);
    for (const int room : event.rooms.empty() ? std::vector{-1} : ground_.suitable_rooms(event)) {
      for (unsigned mask = 0; mask < 1u << chosen_.size(); ++mask) add_kind(event, room, mask, starts);
    }
    close_item();
  }

  void open_item(int event, int attendance_of, std::int64_t unscheduled) {
    const int kinds = static_cast<int>(model_.kinds.size());
    const std::int64_t duration = problem_.events[at(event)].duration;
    model_.items.push_back({event, attendance_of, model_.option_count(), 0, kinds, 0, unscheduled, duration});
  }

  void close_item() {
    model_.items.back().last = model_.option_count();
    model_.items.back().last_kind = static_cast<int>(model_.kinds.size());
  }

  int current_item() const { return static_cast<int>(model_.items.size()) - 1; }
  int current_event() const { return model_.items.back().event; }

  /// One kind: a room, and of the optional people chosen about those that `mask` names.
  void add_kind(const Event& event, int room, unsigned mask, const std::vector<time::Instant>& starts) {
    std::vector<int> coming;
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      if (mask >> i & 1) coming.push_back(chosen_[i]);
    }
    Kind kind{current_item(), room, coming, model_.option_count(), 0};
    for (const Attendee& who : event.people) {
      if (who.required) kind.people.push_back(who.person);
    }
    std::sort(kind.people.begin(), kind.people.end());
    for (const time::Instant start : starts) {
      const time::Interval span{start, start + event.duration};
      if (room >= 0 && !ground_.room_is_free(room, span)) continue;
      const auto comes = [&](int who) { return ground_.can_come(who, current_event(), span); };
      if (!std::all_of(coming.begin(), coming.end(), comes)) continue;
      const std::int64_t cost =
          placement_cost(problem_, event, start, room) + event.cost.optional_missed * missed(event, coming, span);
      // Leaving the event out is cheaper then, and gives way to all others; but it ends no travel between neighbours.
      if (problem_.travel.empty() && cost > event.cost.unscheduled) continue;
      add_option(kind, start, cost);
    }
    close_kind(std::move(kind));
  }

  /// How many optional people an option leaves out: those chosen about who do not come, and others who cannot.
  std::int64_t missed(const Event& event, const std::vector<int>& coming, const time::Interval& span) const {
    auto count = static_cast<std::int64_t>(chosen_.size() - coming.size());
    for (const Attendee& who : event.people) {
      const bool settled = who.required || std::find(chosen_.begin(), chosen_.end(), who.person) != chosen_.end();
      if (!settled && !ground_.can_come(who.person, current_event(), span)) ++count;
    }
    return count;
  }

  void add_option(const Kind& kind, time::Instant start, std::int64_t cost) {
    model_.starts.push_back(start.seconds);
    model_.costs.push_back(cost);
    model_.kind_of.push_back(static_cast<int>(model_.kinds.size()));
    model_.load_from.push_back(static_cast<int>(model_.load_shares.size()));
    for (const int who : kind.people) {
      for (const LoadShare& share : ground_.shares_of(who, {start, start + model_.items.back().duration})) {
        model_.load_shares.push_back(share);
      }
    }
  }

  void close_kind(Kind kind) {
    kind.last = model_.option_count();
    if (kind.first == kind.last) return;
    model_.kinds.push_back(std::move(kind));
    full_ = full_ || model_.starts.size() > limits::agenda_options;
  }

  /// Optional people of a fixed event who can come: each may, or is missed.
  void add_attendances(const Fixed& fixed) {
    const Event& event = problem_.events[at(fixed.event)];
    for (const Attendee& who : event.people) {
      const bool absent = std::find(fixed.absent.begin(), fixed.absent.end(), who.person) != fixed.absent.end();
      if (who.required || absent) continue;
      open_item(fixed.event, who.person, event.cost.optional_missed);
      Kind kind{current_item(), -1, {who.person}, model_.option_count(), 0};
      add_option(kind, fixed.span.from, 0);
      close_kind(std::move(kind));
      close_item();
    }
  }

  void sort_by_cost() {
    model_.by_cost.resize(model_.starts.size());
    std::iota(model_.by_cost.begin(), model_.by_cost.end(), 0);
    for (const Item& item : model_.items) {
      std::stable_sort(model_.by_cost.begin() + item.first, model_.by_cost.begin() + item.last,
                       [&](int a, int b) { return model_.costs[at(a)] < model_.costs[at(b)]; });
    }
    model_.load_from.push_back(static_cast<int>(model_.load_shares.size()));
    if (model_.load_shares.empty()) model_.load_from.clear();
    model_.loads = ground_.loads();
  }

  const Ground& ground_;
  const Problem& problem_;
  Model model_;
  std::vector<int> chosen_;  ///< the optional people of the present event who are chosen about
  bool full_ = false;
};

}  // namespace

std::span<const LoadShare> Model::shares(int option) const {
  if (load_from.empty()) return {};
  const int first = load_from[at(option)];
  return std::span(load_shares).subspan(at(first), at(load_from[at(option) + 1] - first));
}

std::vector<int> optionals_chosen_about(const Ground& ground, const Event& event) {
  std::vector<int> out;
  for (const Attendee& who : event.people) {
    if (who.required || ground.choices_of(who.person) < 2) continue;
    if (static_cast<int>(out.size()) < chosen_optionals) out.push_back(who.person);
  }
  return out;
}

Result<Model> make_model(const Ground& ground) { return Builder(ground).build(); }

std::int64_t placement_cost(const Problem& problem, const Event& event, time::Instant start, int room) {
  const std::int64_t distance = start < event.begins() ? event.begins() - start : start - event.begins();
  const std::int64_t steps = (distance + problem.grid - 1) / problem.grid;
  std::int64_t cost = steps * event.cost.per_step;
  if (event.is_new) return cost;
  const bool other_room = event.room && *event.room != room;
  if (distance != 0) cost += event.cost.moved;
  if (other_room) cost += event.cost.room_changed;
  if (distance != 0 || other_room) cost += event.cost.notified * static_cast<std::int64_t>(event.people.size());
  return cost;
}

std::int64_t total_cost(const Model& model, const std::vector<int>& chosen) {
  std::int64_t cost = 0;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    cost += chosen[i] < 0 ? model.items[i].unscheduled : model.costs[at(chosen[i])];
  }
  return cost;
}

std::int64_t separation(const Model& model, const Gaps& gaps, const Kind& before, const Kind& after) {
  if (before.item == after.item) return -1;
  const int first = model.items[at(before.item)].event;
  const int second = model.items[at(after.item)].event;
  std::int64_t least = before.room >= 0 && before.room == after.room ? 0 : -1;
  auto a = before.people.begin();
  auto b = after.people.begin();
  while (a != before.people.end() && b != after.people.end()) {
    if (*a == *b) least = std::max(least, gaps.always(*a, first, second));
    const bool step_a = *a <= *b;
    const bool step_b = *b <= *a;
    if (step_a) ++a;
    if (step_b) ++b;
  }
  return least;
}

}  // namespace relais::agenda
