#include "core/agenda/openings.hpp"

#include <algorithm>
#include <map>

namespace relais::agenda {
namespace {

// Nobody gives up more than that at once.
constexpr std::size_t most_facts = 4;

bool too_dear(const RuledOut& place) {
  return std::any_of(place.facts.begin(), place.facts.end(),
                     [](const Fact& fact) { return fact.kind == FactKind::price; });
}

}  // namespace

std::vector<Opening> openings(const std::vector<RuledOut>& places, std::size_t most) {
  std::map<std::vector<Fact>, std::vector<time::Instant>> opened;
  std::size_t fewest = most_facts;
  for (const RuledOut& place : places) {
    if (place.facts.size() > fewest || too_dear(place)) continue;
    fewest = place.facts.size();
    auto& there = opened[place.facts];
    if (there.empty() || there.back() != place.start) there.push_back(place.start);
  }
  std::vector<Opening> out;
  for (const auto& [facts, there] : opened) {
    if (facts.size() != fewest) continue;
    out.push_back({facts, static_cast<std::int64_t>(there.size()), there.front()});
  }
  std::stable_sort(out.begin(), out.end(), [](const Opening& a, const Opening& b) { return a.opens > b.opens; });
  if (out.size() > most) out.resize(most);
  return out;
}

}  // namespace relais::agenda
