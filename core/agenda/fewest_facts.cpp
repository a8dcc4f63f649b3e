#include "core/agenda/facts.hpp"

#include <algorithm>
#include <map>

namespace relais::agenda {
namespace {

using Places = std::vector<std::vector<Fact>>;

// Places looked at in the search for the shortest set, after which the shortest so far is it.
constexpr std::int64_t most_looked_at = 4'000'000;

bool contains(const std::vector<Fact>& facts, const Fact& fact) {
  return std::find(facts.begin(), facts.end(), fact) != facts.end();
}

bool covers(const std::vector<Fact>& facts, const std::vector<Fact>& place) {
  return std::any_of(place.begin(), place.end(), [&](const Fact& fact) { return contains(facts, fact); });
}

/// The fact that the most places name.
Fact commonest(const std::vector<const std::vector<Fact>*>& places) {
  std::map<Fact, int> named;
  for (const auto* place : places) {
    for (const Fact& fact : *place) named[fact]++;
  }
  const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
  return std::max_element(named.begin(), named.end(), fewer)->first;
}

/// Drops each fact whose places all name another that is kept, the last first.
std::vector<Fact> without_needless(const std::vector<Fact>& facts, const Places& places) {
  std::map<Fact, std::vector<const std::vector<Fact>*>> places_of;
  for (const auto& place : places) {
    for (const Fact& fact : place) places_of[fact].push_back(&place);
  }
  std::map<Fact, bool> kept;
  for (const Fact& fact : facts) kept[fact] = true;
  for (std::size_t i = facts.size(); i-- > 0;) {
    kept[facts[i]] = false;
    const auto covered = [&](const std::vector<Fact>* place) {
      return std::any_of(place->begin(), place->end(), [&](const Fact& fact) {
        const auto found = kept.find(fact);
        return found != kept.end() && found->second;
      });
    };
    const auto& there = places_of[facts[i]];
    kept[facts[i]] = !std::all_of(there.begin(), there.end(), covered);
  }
  std::vector<Fact> out;
  for (const Fact& fact : facts) {
    if (kept[fact]) out.push_back(fact);
  }
  return out;
}

/// The fewest facts of places that each name at least two.
class Shortest {
 public:
  explicit Shortest(const Places& places) : places_(places), best_(short_set()) {}

  std::vector<Fact> find() {
    std::vector<Fact> facts;
    descend(facts);
    return best_;
  }

 private:
  /// A set that cannot be shortened: the commonest facts first, then each dropped that the others make needless.
  std::vector<Fact> short_set() const {
    std::vector<const std::vector<Fact>*> open;
    for (const auto& place : places_) open.push_back(&place);
    std::vector<Fact> facts;
    while (!open.empty()) {
      const Fact fact = commonest(open);
      facts.push_back(fact);
      const auto named = [&](const auto* place) { return contains(*place, fact); };
      open.erase(std::remove_if(open.begin(), open.end(), named), open.end());
    }
    return without_needless(facts, places_);
  }

  /// Branches on the open place that names the fewest facts: one of them must be taken.
  void descend(std::vector<Fact>& facts) {
    if (facts.size() + 1 > best_.size() || looked_at_ > most_looked_at) return;
    looked_at_ += static_cast<std::int64_t>(places_.size() * (1 + facts.size() / 8));
    const std::vector<Fact>* narrowest = nullptr;
    for (const auto& place : places_) {
      if (!covers(facts, place) && (!narrowest || place.size() < narrowest->size())) narrowest = &place;
    }
    if (!narrowest) {
      best_ = facts;
      return;
    }
    if (facts.size() + 1 >= best_.size()) return;
    for (const Fact& fact : *narrowest) {
      facts.push_back(fact);
      descend(facts);
      facts.pop_back();
    }
  }

  const Places& places_;
  std::vector<Fact> best_;
  std::int64_t looked_at_ = 0;
};

/// Places whose facts are among those of no other: the others are covered with them.
Places essential(Places places) {
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  std::stable_sort(places.begin(), places.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  Places out;
  std::map<Fact, std::vector<std::size_t>> begin_with;
  for (const auto& place : places) {
    const bool implied = std::any_of(place.begin(), place.end(), [&](const Fact& first) {
      const auto found = begin_with.find(first);
      return found != begin_with.end() && std::any_of(found->second.begin(), found->second.end(), [&](std::size_t one) {
               return std::includes(place.begin(), place.end(), out[one].begin(), out[one].end());
             });
    });
    if (implied) continue;
    begin_with[place.front()].push_back(out.size());
    out.push_back(place);
  }
  return out;
}

}  // namespace

std::vector<Fact> fewest_facts(std::vector<std::vector<Fact>> places) {
  const Places needed = essential(std::move(places));
  // Who is alone in ruling a place out belongs to every set, and no other place that is left names it.
  const auto split = std::find_if(needed.begin(), needed.end(), [](const auto& place) { return place.size() > 1; });
  std::vector<Fact> facts;
  for (auto place = needed.begin(); place != split; ++place) facts.push_back(place->front());
  const Places open(split, needed.end());
  const std::vector<Fact> rest = open.empty() ? std::vector<Fact>{} : Shortest(open).find();
  facts.insert(facts.end(), rest.begin(), rest.end());
  std::sort(facts.begin(), facts.end());
  return facts;
}

}  // namespace relais::agenda
