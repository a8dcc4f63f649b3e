#include "core/agenda/facts.hpp"

#include <algorithm>
#include <set>

namespace relais::agenda {
namespace {

using Places = std::vector<std::vector<Fact>>;

constexpr int most_tries = 50000;

bool covers_place(const std::vector<Fact>& facts, const std::vector<Fact>& place) {
  return std::any_of(place.begin(), place.end(),
                     [&](const Fact& fact) { return std::find(facts.begin(), facts.end(), fact) != facts.end(); });
}

bool covers_all(const std::vector<Fact>& facts, const Places& places) {
  return std::all_of(places.begin(), places.end(), [&](const auto& place) { return covers_place(facts, place); });
}

/// The fact that the most places name, of those that `facts` leave open.
Fact commonest(const std::vector<Fact>& facts, const Places& places) {
  std::vector<Fact> named;
  for (const auto& place : places) {
    if (!covers_place(facts, place)) named.insert(named.end(), place.begin(), place.end());
  }
  std::sort(named.begin(), named.end());
  Fact best = named.front();
  std::ptrdiff_t most = 0;
  for (auto from = named.begin(); from != named.end();) {
    const auto to = std::upper_bound(from, named.end(), *from);
    if (to - from > most) {
      most = to - from;
      best = *from;
    }
    from = to;
  }
  return best;
}

/// A set that cannot be shortened: the commonest facts first, then each dropped that the others make needless.
std::vector<Fact> short_set(const Places& places) {
  std::vector<Fact> facts;
  while (!covers_all(facts, places)) facts.push_back(commonest(facts, places));
  for (std::size_t i = facts.size(); i-- > 0;) {
    std::vector<Fact> fewer = facts;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    if (covers_all(fewer, places)) facts = std::move(fewer);
  }
  return facts;
}

class Shortest {
 public:
  explicit Shortest(const Places& places) : places_(places), best_(short_set(places)) {}

  std::vector<Fact> find() {
    std::vector<Fact> facts;
    descend(facts);
    std::sort(best_.begin(), best_.end());
    return best_;
  }

 private:
  /// Branches on the open place that names the fewest facts: one of them must be taken.
  void descend(std::vector<Fact>& facts) {
    if (facts.size() + 1 > best_.size() || ++tries_ > most_tries) return;
    const std::vector<Fact>* narrowest = nullptr;
    for (const auto& place : places_) {
      if (!covers_place(facts, place) && (!narrowest || place.size() < narrowest->size())) narrowest = &place;
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
  int tries_ = 0;
};

/// Places whose facts are among those of no other: the others are covered with them.
Places essential(Places places) {
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  std::stable_sort(places.begin(), places.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  Places out;
  for (const auto& place : places) {
    const bool implied = std::any_of(out.begin(), out.end(), [&](const auto& smaller) {
      return std::includes(place.begin(), place.end(), smaller.begin(), smaller.end());
    });
    if (!implied) out.push_back(place);
  }
  return out;
}

}  // namespace

std::vector<Fact> fewest_facts(std::vector<std::vector<Fact>> places) {
  const Places needed = essential(std::move(places));
  if (needed.empty()) return {};
  return Shortest(needed).find();
}

}  // namespace relais::agenda
