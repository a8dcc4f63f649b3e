#include "core/agenda/explain.hpp"

#include "core/agenda/conflicts.hpp"
#include "core/agenda/vocabulary.hpp"

#include <algorithm>
#include <map>

namespace relais::agenda {
namespace {

std::size_t at(int place) { return static_cast<std::size_t>(place); }

bool is_collision(const Conflict& conflict) {
  if (conflict.severity != Severity::high) return false;
  return conflict.kind == ConflictKind::fixed || conflict.kind == ConflictKind::overlap ||
         conflict.kind == ConflictKind::room || conflict.kind == ConflictKind::travel;
}

/// Optional people simply do not come; that is a cost, no conflict.
bool only_of_optional(const Problem& problem, const Conflict& conflict) {
  if (!conflict.person) return false;
  return std::any_of(conflict.events.begin(), conflict.events.end(), [&](int event) {
    const auto& people = problem.events[at(event)].people;
    return std::any_of(people.begin(), people.end(),
                       [&](const Attendee& one) { return one.person == *conflict.person && !one.required; });
  });
}

std::vector<int> rooms_of(const Event& event) { return event.rooms.empty() ? std::vector{-1} : event.rooms; }

std::int64_t distance(time::Instant a, time::Instant b) { return a < b ? b - a : a - b; }

}  // namespace

Explaining::Explaining(const Ground& ground, Solution& solution)
    : ground_(ground), problem_(ground.problem()), solution_(solution), facts_(ground, solution.events) {}

bool Explaining::step() {
  while (next_ < solution_.events.size()) {
    Placement& one = solution_.events[next_++];
    if (one.state == State::moved) explain_move(one);
    if (one.state == State::unscheduled) explain_left_out(one);
    for (const int person : one.missed) {
      one.reasons.push_back({code::missed, {{"person", problem_.people[at(person)].id}}});
    }
    if (one.state != State::kept) break;
  }
  return next_ < solution_.events.size();
}

void Explaining::explain_move(Placement& one) {
  const Event& moved = event(one);
  const int old_room = moved.room.value_or(moved.rooms.empty() ? -1 : one.room);
  std::vector<int> said;
  for (const Objection& objection : facts_.against(one.event, moved.begins(), old_room)) {
    // Another event is named once, however many people and rooms it shares with this one.
    const int other = objection.fact.event;
    if (other >= 0 && other != one.event && std::find(said.begin(), said.end(), other) != said.end()) continue;
    said.push_back(other);
    one.reasons.push_back(facts_.detail(one.event, moved.begins(), objection));
  }
  explain_distance(one);
  if (moved.movable == Movable::ask) one.reasons.push_back({code::proposal, {{"event", reference(moved)}}});
}

void Explaining::explain_distance(Placement& one) {
  const Event& moved = event(one);
  const std::int64_t far = distance(one.start, moved.begins());
  std::vector<time::Instant> nearer;
  for (const time::Instant start : ground_.possible_starts(moved)) {
    if (start != moved.begins() && distance(start, moved.begins()) < far) nearer.push_back(start);
  }
  if (nearer.empty()) return;
  one.reasons.push_back({code::nearest, {{"event", reference(moved)}, {"minutes", far / 60}}});
  for (const Fact& fact : why_nowhere(ground_, facts_, one.event, nearer)) {
    one.reasons.push_back(facts_.general(one.event, fact));
  }
}

void Explaining::explain_left_out(Placement& one) {
  const Event& left = event(one);
  const std::vector<time::Instant> starts =
      left.movable == Movable::no ? std::vector{left.begins()} : thinkable_starts(problem_, left);
  Unresolved unresolved{one.event, {}};
  for (const Fact& fact : why_nowhere(ground_, facts_, one.event, starts)) {
    unresolved.because.push_back(facts_.general(one.event, fact));
  }
  one.reasons = unresolved.because;
  solution_.unresolved.push_back(std::move(unresolved));
}

Result<Immovable> explain_immovable(const Problem& problem) {
  Problem fixed = problem;
  std::vector<int> places;
  fixed.events.clear();
  for (std::size_t i = 0; i < problem.events.size(); ++i) {
    if (!problem.is_fixed(problem.events[i])) continue;
    places.push_back(static_cast<int>(i));
    fixed.events.push_back(problem.events[i]);
  }
  RELAIS_TRY(const std::vector<Conflict> conflicts, find_conflicts(fixed));
  std::map<int, std::vector<Reason>> because;
  Immovable out;
  for (const Conflict& conflict : conflicts) {
    if (only_of_optional(fixed, conflict) || conflict.kind == ConflictKind::notice) continue;
    out.collides = out.collides || is_collision(conflict);
    for (const int event : conflict.events) {
      auto& reasons = because[places[at(event)]];
      reasons.insert(reasons.end(), conflict.reasons.begin(), conflict.reasons.end());
    }
  }
  for (auto& [event, reasons] : because) out.unresolved.push_back({event, std::move(reasons)});
  return out;
}

std::vector<time::Instant> thinkable_starts(const Problem& problem, const Event& event) {
  std::vector<time::Instant> out;
  const time::Interval horizon = problem.horizon();
  for (time::Instant start = horizon.from; start + event.duration <= horizon.to; start = start + problem.grid) {
    if (event.zone->to_instant(event.zone->to_local(start)) == start) out.push_back(start);
  }
  out.push_back(event.begins());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<std::vector<Fact>> facts_of_places(const Facts& facts, const Problem& problem, int event,
                                               const std::vector<time::Instant>& starts) {
  std::vector<std::vector<Fact>> places;
  const auto listed = [](const std::vector<Objection>& objections) {
    std::vector<Fact> list;
    for (const Objection& one : objections) {
      // That another event stands there is one fact, whether it takes the person or the room.
      const bool other = one.fact.kind == FactKind::event;
      list.push_back(other ? Fact{FactKind::event, -1, -1, one.fact.event} : one.fact);
    }
    return list;
  };
  for (const time::Instant start : starts) {
    const std::vector<Fact> of_start = listed(facts.against_start(event, start));
    std::vector<std::vector<Fact>> of_rooms;
    for (const int room : rooms_of(problem.events[at(event)])) {
      of_rooms.push_back(listed(facts.against_room(event, start, room)));
      // Whatever rules the start out in a room that is free rules it out in all.
      if (of_rooms.back().empty()) {
        of_rooms = {{}};
        break;
      }
    }
    for (const std::vector<Fact>& of_room : of_rooms) {
      std::vector<Fact> place = of_start;
      place.insert(place.end(), of_room.begin(), of_room.end());
      if (place.empty()) place.push_back({FactKind::price});
      std::sort(place.begin(), place.end());
      place.erase(std::unique(place.begin(), place.end()), place.end());
      places.push_back(std::move(place));
    }
  }
  return places;
}

std::vector<Fact> why_nowhere(const Ground& ground, const Facts& facts, int event,
                              const std::vector<time::Instant>& starts) {
  return fewest_facts(facts_of_places(facts, ground.problem(), event, starts));
}

}  // namespace relais::agenda
