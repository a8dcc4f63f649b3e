#include "core/agenda/plan.hpp"

#include <algorithm>

namespace relais::agenda {
namespace {

std::size_t at(int place) { return static_cast<std::size_t>(place); }

bool contains(const std::vector<int>& list, int value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// Where each person is, to see who of the rest can join.
class Lines {
 public:
  Lines(const Ground& ground, const std::vector<Placement>& plan)
      : ground_(ground), stops_(ground.problem().people.size()) {
    for (const Placement& one : plan) spans_.push_back(span_of(one));
  }

  void join(int person, int event) {
    auto& line = stops_[at(person)];
    const auto later = [&](int other) { return spans_[at(event)].from < spans_[at(other)].from; };
    line.insert(std::find_if(line.begin(), line.end(), later), event);
  }

  bool can_join(int person, int event) const {
    if (!ground_.can_come(person, event, spans_[at(event)])) return false;
    std::vector<int> line = stops_[at(person)];
    const auto later = [&](int other) { return spans_[at(event)].from < spans_[at(other)].from; };
    const auto place = std::find_if(line.begin(), line.end(), later) - line.begin();
    line.insert(line.begin() + place, event);
    const bool after_last = place == 0 || apart(person, line[at(static_cast<int>(place) - 1)], event);
    const bool before_next =
        at(static_cast<int>(place) + 1) == line.size() || apart(person, event, line[at(static_cast<int>(place) + 1)]);
    return after_last && before_next && load_allows(person, line);
  }

 private:
  time::Interval span_of(const Placement& one) const {
    return {one.start, one.start + ground_.problem().events[at(one.event)].duration};
  }

  bool apart(int person, int before, int after) const {
    return spans_[at(after)].from >= spans_[at(before)].to + ground_.gaps().between(person, before, after);
  }

  bool load_allows(int person, const std::vector<int>& line) const {
    const auto& most = ground_.problem().people[at(person)].max_daily;
    if (!most) return true;
    std::vector<LoadShare> taken;
    for (const int event : line) {
      for (const LoadShare& share : ground_.shares_of(person, spans_[at(event)])) taken.push_back(share);
    }
    return std::all_of(taken.begin(), taken.end(), [&](const LoadShare& one) {
      std::int64_t sum = 0;
      for (const LoadShare& other : taken) sum += other.load == one.load ? other.seconds : 0;
      return sum <= *most;
    });
  }

  const Ground& ground_;
  std::vector<time::Interval> spans_;
  std::vector<std::vector<int>> stops_;  ///< events of each person, by start
};

Placement placed(const Problem& problem, int event, time::Instant start, int room) {
  const Event& one = problem.events[at(event)];
  const bool other_room = one.room && *one.room != room;
  const bool moved = start != one.begins() || (other_room && !one.is_new);
  return {event, moved ? State::moved : State::kept, start, room, {}, {}};
}

/// Splits the optional people of a movable event into those who come by choice and those not yet asked.
void settle_optionals(const Ground& ground, const Kind& kind, Placement& placement, std::vector<int>& unasked) {
  const Event& event = ground.problem().events[at(placement.event)];
  const std::vector<int> chosen = optionals_chosen_about(ground, event);
  const time::Interval span{placement.start, placement.start + event.duration};
  for (const Attendee& who : event.people) {
    if (who.required || contains(kind.people, who.person)) continue;
    if (contains(chosen, who.person) || !ground.can_come(who.person, placement.event, span)) {
      placement.missed.push_back(who.person);
    } else {
      unasked.push_back(who.person);
    }
  }
}

class Planner {
 public:
  Planner(const Ground& ground, const Model& model, const std::vector<int>& chosen)
      : ground_(ground), model_(model), chosen_(chosen), problem_(ground.problem()), unasked_(problem_.events.size()) {
    for (std::size_t i = 0; i < problem_.events.size(); ++i) {
      const int event = static_cast<int>(i);
      plan_.push_back({event, State::unscheduled, problem_.events[i].begins(), -1, {}, {}});
    }
  }

  std::vector<Placement> plan() {
    for (const Fixed& fixed : ground_.fixed()) {
      plan_[at(fixed.event)] = {fixed.event, State::kept, fixed.span.from, fixed.room, fixed.absent, {}};
    }
    for (std::size_t i = 0; i < chosen_.size(); ++i) place(model_.items[i], chosen_[i]);
    ask_the_rest();
    for (Placement& one : plan_) std::sort(one.missed.begin(), one.missed.end());
    return std::move(plan_);
  }

 private:
  void place(const Item& item, int option) {
    Placement& placement = plan_[at(item.event)];
    if (item.attendance_of >= 0) {
      if (option < 0) placement.missed.push_back(item.attendance_of);
      return;
    }
    if (option < 0) return;
    const Kind& kind = model_.kind(option);
    placement = placed(problem_, item.event, time::Instant{model_.starts[at(option)]}, kind.room);
    settle_optionals(ground_, kind, placement, unasked_[at(item.event)]);
  }

  bool comes(const Placement& placement, const Attendee& who) const {
    return placement.state != State::unscheduled && !contains(placement.missed, who.person) &&
           !contains(unasked_[at(placement.event)], who.person);
  }

  void ask_the_rest() {
    Lines lines(ground_, plan_);
    for (const Placement& one : plan_) {
      for (const Attendee& who : problem_.events[at(one.event)].people) {
        if (comes(one, who)) lines.join(who.person, one.event);
      }
    }
    for (Placement& one : plan_) {
      for (const int person : unasked_[at(one.event)]) {
        if (lines.can_join(person, one.event)) {
          lines.join(person, one.event);
        } else {
          one.missed.push_back(person);
        }
      }
    }
  }

  const Ground& ground_;
  const Model& model_;
  const std::vector<int>& chosen_;
  const Problem& problem_;
  std::vector<Placement> plan_;
  std::vector<std::vector<int>> unasked_;  ///< of each event
};

}  // namespace

std::vector<Placement> make_plan(const Ground& ground, const Model& model, const std::vector<int>& chosen) {
  return Planner(ground, model, chosen).plan();
}

std::int64_t cost_of(const Problem& problem, const Placement& one) {
  const Event& event = problem.events[at(one.event)];
  if (one.state == State::unscheduled) return event.cost.unscheduled;
  const std::int64_t missed = static_cast<std::int64_t>(one.missed.size()) * event.cost.optional_missed;
  return problem.is_fixed(event) ? missed : missed + placement_cost(problem, event, one.start, one.room);
}

std::int64_t cost_of(const Problem& problem, const std::vector<Placement>& plan) {
  std::int64_t cost = 0;
  for (const Placement& one : plan) cost += cost_of(problem, one);
  return cost;
}

}  // namespace relais::agenda
