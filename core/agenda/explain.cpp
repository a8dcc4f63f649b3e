#include "core/agenda/explain.hpp"

#include "core/agenda/conflicts.hpp"
#include "core/agenda/plan.hpp"
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

std::int64_t distance(time::Instant a, time::Instant b) { return a < b ? b - a : a - b; }

/// One of the facts that rule places out, and the nearest place that opens without it.
struct Helpful {
  std::ptrdiff_t place = 0;
  time::Instant start;
};

/// The fact of `because` without which the nearest start opens; none if all that is in the way is the price.
std::optional<Helpful> most_helpful(const std::vector<RuledOut>& places, const std::vector<Fact>& because,
                                    time::Instant wished) {
  std::optional<Helpful> best;
  for (const RuledOut& place : places) {
    const auto rules_out = [&](const Fact& fact) {
      return std::find(place.facts.begin(), place.facts.end(), fact) != place.facts.end();
    };
    if (place.facts.size() != 1 || place.facts.front().kind == FactKind::price) continue;
    const bool nearer = !best || distance(place.start, wished) < distance(best->start, wished);
    const auto fact = std::find_if(because.begin(), because.end(), rules_out);
    if (nearer && fact != because.end()) best = Helpful{fact - because.begin(), place.start};
  }
  return best;
}

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
  explain_old_place(one, moved.room.value_or(moved.rooms.empty() ? -1 : one.room));
  explain_distance(one);
  if (moved.movable == Movable::ask) one.reasons.push_back({code::proposal, {{"event", reference(moved)}}});
}

void Explaining::explain_old_place(Placement& one, int room) {
  const Event& moved = event(one);
  std::vector<Objection> objections = facts_.against(one.event, moved.begins(), room);
  for (const Attendee& who : moved.people) {
    const bool misses = std::find(one.missed.begin(), one.missed.end(), who.person) != one.missed.end();
    if (!one.reasons.empty() || !objections.empty() || who.required || misses) continue;
    objections = facts_.against_person(one.event, moved.begins(), who.person);
  }
  std::vector<int> said;
  for (const Objection& objection : objections) {
    // Another event is named once, however many people and rooms it shares with this one.
    const int other = objection.fact.event;
    if (other >= 0 && other != one.event && std::find(said.begin(), said.end(), other) != said.end()) continue;
    said.push_back(other);
    one.reasons.push_back(facts_.detail(one.event, moved.begins(), objection));
  }
}

void Explaining::explain_distance(Placement& one) {
  const Event& moved = event(one);
  const std::int64_t far = distance(one.start, moved.begins());
  std::vector<time::Instant> nearer;
  for (const time::Instant start : ground_.possible_starts(moved)) {
    if (start != moved.begins() && distance(start, moved.begins()) < far) nearer.push_back(start);
  }
  if (nearer.empty()) return;
  const std::vector<RuledOut> places = ruled_out(facts_, problem_, one.event, nearer, cost_of(problem_, one));
  std::vector<Fact> because = fewest_facts(places);
  one.reasons.push_back({code::nearest, {{"event", reference(moved)}, {"minutes", far / 60}}});
  const std::optional<Helpful> help = most_helpful(places, because, moved.begins());
  if (help) std::rotate(because.begin() + help->place, because.begin() + help->place + 1, because.end());
  for (const Fact& fact : because) {
    const bool price = fact.kind == FactKind::price;
    one.reasons.push_back(price ? Reason{code::fact_dearer, {{"event", reference(moved)}}}
                                : facts_.general(one.event, fact));
  }
  if (!help) return;
  const std::string start = time::format(moved.zone->to_local(help->start));
  one.reasons.push_back({code::relax_nearer, {{"event", reference(moved)}, {"at", start}}});
}

void Explaining::explain_left_out(Placement& one) {
  const Event& left = event(one);
  const std::vector<time::Instant> starts =
      left.movable == Movable::no ? std::vector{left.begins()} : thinkable_starts(problem_, left);
  const std::vector<RuledOut> places = ruled_out(facts_, problem_, one.event, starts, left.cost.unscheduled);
  Unresolved unresolved{one.event, {}, {}};
  for (const Fact& fact : fewest_facts(places)) unresolved.because.push_back(facts_.general(one.event, fact));
  const std::vector<Opening> help = openings(places, 1);
  if (!help.empty()) unresolved.advice = advice_of(facts_, one.event, help.front());
  one.reasons = unresolved.because;
  solution_.unresolved.push_back(std::move(unresolved));
}

Advice advice_of(const Facts& facts, int event, const Opening& opening) {
  Advice out{{}, opening.opens, opening.first};
  for (const Fact& fact : opening.facts) out.facts.push_back(facts.general(event, fact));
  return out;
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
  for (auto& [event, reasons] : because) out.unresolved.push_back({event, std::move(reasons), {}});
  return out;
}

}  // namespace relais::agenda
