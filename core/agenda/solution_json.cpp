#include "core/agenda/solution_json.hpp"

#include "core/agenda/vocabulary.hpp"

#include <nlohmann/json.hpp>

namespace relais::agenda {
namespace {

std::size_t at(int place) { return static_cast<std::size_t>(place); }

Json named(const Event& event) {
  Json out = {{"uid", event.uid}};
  if (event.recurrence_id) out["recurrenceId"] = *event.recurrence_id;
  return out;
}

Json placements(const Problem& problem, const std::vector<Placement>& events) {
  Json out = Json::array();
  for (const Placement& one : events) out.push_back(to_json(problem, one));
  return out;
}

Json slot_json(const Problem& problem, const Slot& slot) {
  const Event& meeting = problem.events.back();
  Json out = {{"start", time::format(meeting.zone->to_local(slot.start))},
              {"cost", slot.cost},
              {"displaces", Json::array()},
              {"missed", Json::array()},
              {"reasons", to_json(slot.reasons)}};
  if (slot.room >= 0) out["room"] = problem.rooms[at(slot.room)].id;
  for (const Displacement& one : slot.displaces) {
    out["displaces"].push_back(reference(problem.events[at(one.to.event)]));
  }
  for (const int person : slot.missed) out["missed"].push_back(problem.people[at(person)].id);
  return out;
}

Json advice_json(const Event& event, const Advice& advice) {
  const std::string first = time::format(event.zone->to_local(advice.first));
  std::vector<Reason> reasons = advice.facts;
  reasons.push_back({code::relax, {{"count", advice.opens}, {"at", first}}});
  return {{"reasons", to_json(reasons)}, {"opens", advice.opens}, {"first", first}};
}

}  // namespace

Json to_json(const Problem& problem, const Slots& slots) {
  Json out = {{"slots", Json::array()}, {"because", to_json(slots.because)}, {"relaxations", Json::array()}};
  for (const Slot& one : slots.slots) out["slots"].push_back(slot_json(problem, one));
  for (const Advice& one : slots.relaxations) out["relaxations"].push_back(advice_json(problem.events.back(), one));
  return out;
}

Json to_json(const std::vector<Reason>& reasons) {
  Json out = Json::array();
  for (const Reason& reason : reasons) out.push_back(relais::to_json(reason));
  return out;
}

Json to_json(const Problem& problem, const Placement& placement) {
  const Event& event = problem.events[at(placement.event)];
  Json out = named(event);
  out["state"] = std::string(name(placement.state));
  out["start"] = time::format(local_start(event, placement));
  out["reasons"] = to_json(placement.reasons);
  if (placement.state == State::moved && event.movable == Movable::ask) out["proposal"] = true;
  if (placement.room >= 0) out["room"] = problem.rooms[at(placement.room)].id;
  for (const int person : placement.missed) out["missed"].push_back(problem.people[at(person)].id);
  return out;
}

Json to_json(const Problem& problem, const Solution& solution) {
  Json out = {{"status", std::string(name(solution.status))},
              {"cost", solution.cost},
              {"bound", solution.bound},
              {"gap", solution.cost - solution.bound},
              {"events", placements(problem, solution.events)},
              {"unresolved", Json::array()},
              {"alternatives", Json::array()},
              {"effort", solution.effort},
              {"stopped", std::string(name(solution.stopped))}};
  for (const Unresolved& one : solution.unresolved) {
    const Event& event = problem.events[at(one.event)];
    Json item = named(event);
    item["because"] = to_json(one.because);
    if (one.advice) item["relaxation"] = advice_json(event, *one.advice);
    out["unresolved"].push_back(std::move(item));
  }
  for (const Alternative& one : solution.alternatives) {
    out["alternatives"].push_back({{"cost", one.cost}, {"events", placements(problem, one.events)}});
  }
  return out;
}

Json to_json(const Problem& problem, const Conflict& conflict) {
  Json out = {{"id", conflict.id},
              {"kind", std::string(name(conflict.kind))},
              {"severity", std::string(name(conflict.severity))},
              {"events", Json::array()},
              {"start", time::format(conflict.span.from)},
              {"end", time::format(conflict.span.to)},
              {"reasons", to_json(conflict.reasons)}};
  for (const int event : conflict.events) out["events"].push_back(reference(problem.events[at(event)]));
  if (conflict.person) out["person"] = problem.people[at(*conflict.person)].id;
  if (conflict.room) out["room"] = problem.rooms[at(*conflict.room)].id;
  return out;
}

}  // namespace relais::agenda
