#include "core/agenda/ruled_out.hpp"

#include "core/agenda/options.hpp"

#include <algorithm>

namespace relais::agenda {
namespace {

std::size_t at(int place) { return static_cast<std::size_t>(place); }

void list(const std::vector<Objection>& objections, std::vector<Fact>& out) {
  for (const Objection& one : objections) {
    const bool other = one.fact.kind == FactKind::event;
    out.push_back(other ? Fact{FactKind::event, -1, -1, one.fact.event} : one.fact);
  }
}

class Places {
 public:
  Places(const Facts& facts, const Problem& problem, int event, std::int64_t cost)
      : facts_(facts), problem_(problem), event_(problem.events[at(event)]), place_(event), cost_(cost) {
    for (const Attendee& who : event_.people) optionals_ += who.required ? 0 : 1;
  }

  void add(time::Instant start) {
    std::vector<Fact> of_start;
    list(facts_.against_start(place_, start), of_start);
    const std::size_t first = out_.size();
    for (const int room : event_.rooms.empty() ? std::vector{-1} : event_.rooms) {
      RuledOut place{start, room, of_start};
      const std::size_t before = place.facts.size();
      list(facts_.against_room(place_, start, room), place.facts);
      const bool free = place.facts.size() == before;
      const bool dear = weigh(place);
      if (place.facts.empty()) place.facts.push_back({FactKind::price});
      std::sort(place.facts.begin(), place.facts.end());
      place.facts.erase(std::unique(place.facts.begin(), place.facts.end()), place.facts.end());
      if (free && !dear) out_.resize(first);
      out_.push_back(std::move(place));
      if (free && !dear) return;
    }
  }

  std::vector<RuledOut> take() { return std::move(out_); }

 private:
  /// Adds what the cost rules out; whether it did.
  bool weigh(RuledOut& place) const {
    if (cost_ == at_any_cost) return false;
    const std::int64_t alone = placement_cost(problem_, event_, place.start, place.room);
    const std::int64_t each = event_.cost.optional_missed;
    if (alone + each * optionals_ < cost_) return false;
    const std::size_t before = place.facts.size();
    std::int64_t missed = 0;
    for (const Attendee& who : event_.people) {
      if (who.required || alone >= cost_) continue;
      const std::vector<Objection> objections = facts_.against_person(place_, place.start, who.person);
      missed += objections.empty() ? 0 : each;
      if (alone + each >= cost_) list(objections, place.facts);
    }
    if (alone >= cost_ || (missed > each && alone + missed >= cost_)) place.facts.push_back({FactKind::price});
    return place.facts.size() > before;
  }

  const Facts& facts_;
  const Problem& problem_;
  const Event& event_;
  int place_;
  std::int64_t cost_;
  std::int64_t optionals_ = 0;
  std::vector<RuledOut> out_;
};

}  // namespace

std::vector<RuledOut> ruled_out(const Facts& facts, const Problem& problem, int event,
                                const std::vector<time::Instant>& starts, std::int64_t cost) {
  Places places(facts, problem, event, cost);
  for (const time::Instant start : starts) places.add(start);
  return places.take();
}

std::vector<Fact> fewest_facts(const std::vector<RuledOut>& places) {
  std::vector<std::vector<Fact>> facts;
  facts.reserve(places.size());
  for (const RuledOut& place : places) facts.push_back(place.facts);
  return fewest_facts(std::move(facts));
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

}  // namespace relais::agenda
