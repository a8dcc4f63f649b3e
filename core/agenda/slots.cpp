#include "core/agenda/slots.hpp"

#include "core/agenda/explain.hpp"
#include "core/agenda/facts.hpp"
#include "core/agenda/openings.hpp"
#include "core/agenda/options.hpp"
#include "core/agenda/ruled_out.hpp"
#include "core/agenda/vocabulary.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace relais::agenda {
namespace {

std::size_t at(int place) { return static_cast<std::size_t>(place); }

// Places with events to displace for which new places are sought.
constexpr std::size_t most_displacing_places = 100;
constexpr std::size_t most_displaced = 4;
constexpr std::size_t most_relaxations = 5;

/// A place for the meeting that is free but for events that may move.
struct Place {
  time::Instant start;
  int room = -1;
  std::vector<int> displaced;
  std::vector<int> missed;
  std::int64_t least = 0;  ///< what it costs at least
};

std::vector<Placement> as_it_stands(const Problem& problem) {
  std::vector<Placement> plan;
  for (std::size_t i = 0; i < problem.events.size(); ++i) {
    const Event& event = problem.events[i];
    const State state = event.is_new && !problem.is_fixed(event) ? State::unscheduled : State::kept;
    plan.push_back({static_cast<int>(i), state, event.begins(), event.room.value_or(-1), {}, {}});
  }
  return plan;
}

class SlotFinder {
 public:
  SlotFinder(const Problem& problem, std::size_t limit)
      : problem_(problem),
        limit_(limit),
        ground_(problem),
        plan_(as_it_stands(problem)),
        facts_(ground_, plan_),
        meeting_(static_cast<int>(problem.events.size()) - 1) {}

  Slots find() {
    list_places();
    Slots out;
    std::vector<const Place*> displacing;
    for (const Place& place : places_) {
      if (place.displaced.empty()) {
        keep(slot_of(place));
      } else {
        displacing.push_back(&place);
      }
    }
    std::stable_sort(displacing.begin(), displacing.end(),
                     [](const Place* a, const Place* b) { return a->least < b->least; });
    for (std::size_t i = 0; i < displacing.size() && i < most_displacing_places; ++i) {
      if (full() && displacing[i]->least >= slots_.rbegin()->first.first) break;
      keep(displace(*displacing[i]));
    }
    for (auto& [key, slot] : slots_) out.slots.push_back(std::move(slot));
    if (out.slots.empty()) explain_none(out);
    return out;
  }

 private:
  const Event& meeting() const { return problem_.events[at(meeting_)]; }
  bool full() const { return slots_.size() >= limit_; }

  void list_places() {
    const std::vector<int> rooms = meeting().rooms.empty() ? std::vector{-1} : ground_.suitable_rooms(meeting());
    for (const time::Instant start : ground_.possible_starts(meeting())) {
      const std::vector<Objection> of_start = facts_.against_start(meeting_, start);
      std::set<int> displaced;
      if (!all_may_move(of_start, displaced)) continue;
      for (const int room : rooms) add_place(start, room, displaced);
    }
  }

  /// Whether what speaks against a place are events that may move; they join `displaced`.
  bool all_may_move(const std::vector<Objection>& objections, std::set<int>& displaced) const {
    for (const Objection& one : objections) {
      if (one.fact.kind != FactKind::event || problem_.is_fixed(problem_.events[at(one.fact.event)])) return false;
      displaced.insert(one.fact.event);
    }
    return true;
  }

  void add_place(time::Instant start, int room, std::set<int> displaced) {
    if (!all_may_move(facts_.against_room(meeting_, start, room), displaced) || displaced.size() > most_displaced) {
      return;
    }
    Place place{start, room, {displaced.begin(), displaced.end()}, {}, 0};
    for (const Attendee& who : meeting().people) {
      if (!who.required && !facts_.against_person(meeting_, start, who.person).empty()) {
        place.missed.push_back(who.person);
      }
    }
    std::sort(place.missed.begin(), place.missed.end());
    place.least = static_cast<std::int64_t>(place.missed.size()) * meeting().cost.optional_missed;
    for (const int event : place.displaced) place.least += least_cost_of_moving(event);
    places_.push_back(std::move(place));
  }

  std::int64_t least_cost_of_moving(int event) const {
    const Cost& cost = problem_.events[at(event)].cost;
    return std::min({cost.unscheduled, cost.moved + cost.per_step, cost.room_changed});
  }

  Slot slot_of(const Place& place) const {
    const std::int64_t cost = static_cast<std::int64_t>(place.missed.size()) * meeting().cost.optional_missed;
    Slot slot{place.start, place.room, cost, {}, place.missed, {}};
    for (const int person : place.missed) {
      slot.reasons.push_back({code::missed, {{"person", problem_.people[at(person)].id}}});
    }
    if (slot.reasons.empty() && place.displaced.empty()) slot.reasons.push_back({code::slot_free, {}});
    return slot;
  }

  /// The slot with its displaced events each at the cheapest place that is left, the dearest to move first.
  Slot displace(const Place& place) const {
    std::vector<Placement> plan = plan_;
    plan[at(meeting_)] = {meeting_, State::kept, place.start, place.room, place.missed, {}};
    std::vector<int> order = place.displaced;
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
      return problem_.events[at(a)].cost.unscheduled > problem_.events[at(b)].cost.unscheduled;
    });
    for (const int event : order) plan[at(event)].state = State::unscheduled;
    Slot slot = slot_of(place);
    for (const int event : order) {
      plan[at(event)] = cheapest_place(event, plan);
      slot.cost += cost_of_place(plan[at(event)]);
      slot.displaces.push_back({plan[at(event)]});
      slot.reasons.push_back(reason_of(plan[at(event)]));
    }
    return slot;
  }

  std::int64_t cost_of_place(const Placement& one) const {
    const Event& event = problem_.events[at(one.event)];
    if (one.state == State::unscheduled) return event.cost.unscheduled;
    return placement_cost(problem_, event, one.start, one.room) +
           event.cost.optional_missed * static_cast<std::int64_t>(one.missed.size());
  }

  Reason reason_of(const Placement& one) const {
    const Event& event = problem_.events[at(one.event)];
    if (one.state == State::unscheduled) return {code::slot_drops, {{"event", reference(event)}}};
    return {code::slot_displaces, {{"event", reference(event)}, {"at", time::format(local_start(event, one))}}};
  }

  Placement cheapest_place(int place, const std::vector<Placement>& plan) const {
    const Event& event = problem_.events[at(place)];
    const Facts facts(ground_, plan);
    Placement best{place, State::unscheduled, event.begins(), -1, {}, {}};
    std::int64_t least = event.cost.unscheduled;
    for (const time::Instant start : ground_.possible_starts(event)) {
      if (placement_cost(problem_, event, start, event.room.value_or(-1)) >= least) continue;
      if (!facts.against_start(place, start).empty()) continue;
      for (const int room : event.rooms.empty() ? std::vector{-1} : ground_.suitable_rooms(event)) {
        if (!facts.against_room(place, start, room).empty()) continue;
        Placement one{place, State::moved, start, room, {}, {}};
        for (const Attendee& who : event.people) {
          if (!who.required && !facts.against_person(place, start, who.person).empty())
            one.missed.push_back(who.person);
        }
        const std::int64_t cost = cost_of_place(one);
        if (cost >= least) continue;
        least = cost;
        best = std::move(one);
      }
    }
    std::sort(best.missed.begin(), best.missed.end());
    return best;
  }

  /// Keeps the cheapest slot of each start, and of these the best `limit`.
  void keep(Slot slot) {
    const auto known = cost_of_start_.find(slot.start);
    const std::pair<std::int64_t, time::Instant> key{slot.cost, slot.start};
    if (known != cost_of_start_.end()) {
      if (known->second <= slot.cost) return;
      slots_.erase({known->second, slot.start});
    }
    cost_of_start_[slot.start] = slot.cost;
    slots_.emplace(key, std::move(slot));
    if (slots_.size() <= limit_) return;
    const auto worst = std::prev(slots_.end());
    cost_of_start_.erase(worst->second.start);
    slots_.erase(worst);
  }

  void explain_none(Slots& out) const {
    std::vector<time::Instant> starts;
    const time::Interval horizon = problem_.horizon();
    for (const time::Instant start : thinkable_starts(problem_, meeting())) {
      if (horizon.from <= start && start + meeting().duration <= horizon.to) starts.push_back(start);
    }
    if (starts.empty()) {
      out.because.push_back(facts_.general(meeting_, {FactKind::window, -1, -1, meeting_}));
      return;
    }
    const std::vector<RuledOut> places = ruled_out(facts_, problem_, meeting_, starts, at_any_cost);
    for (const Fact& fact : fewest_facts(places)) out.because.push_back(facts_.general(meeting_, fact));
    for (const Opening& one : openings(places, most_relaxations)) {
      out.relaxations.push_back(advice_of(facts_, meeting_, one));
    }
  }

  const Problem& problem_;
  std::size_t limit_;
  Ground ground_;
  std::vector<Placement> plan_;
  Facts facts_;
  int meeting_;
  std::vector<Place> places_;
  std::map<std::pair<std::int64_t, time::Instant>, Slot> slots_;
  std::map<time::Instant, std::int64_t> cost_of_start_;
};

}  // namespace

Slots find_slots(const Problem& problem, std::size_t limit) { return SlotFinder(problem, limit).find(); }

}  // namespace relais::agenda
