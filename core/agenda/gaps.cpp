#include "core/agenda/gaps.hpp"

#include <algorithm>
#include <limits>

namespace relais::agenda {

Gaps::Gaps(const Problem& problem) : problem_(problem), ways_(problem), fillers_(problem.people.size()) {
  if (ways_.none()) return;
  for (std::size_t i = 0; i < problem.events.size(); ++i) {
    const int event = static_cast<int>(i);
    for (const Attendee& one : problem.events[i].people) {
      fillers_[static_cast<std::size_t>(one.person)].push_back(
          {problem.events[i].duration + after(one.person, event), event});
    }
  }
  for (auto& fillers : fillers_) {
    std::stable_sort(fillers.begin(), fillers.end(),
                     [](const Filler& a, const Filler& b) { return a.seconds < b.seconds; });
    if (fillers.size() > 3) fillers.resize(3);
  }
}

std::int64_t Gaps::after(int person, int event) const {
  return std::max(problem_.people[static_cast<std::size_t>(person)].buffer,
                  problem_.events[static_cast<std::size_t>(event)].buffer_after);
}

std::int64_t Gaps::between(int person, int before, int after_it) const {
  return std::max(after(person, before), ways_.seconds(before, after_it));
}

std::int64_t Gaps::shortest_filler(int person, int before, int after_it) const {
  for (const Filler& filler : fillers_[static_cast<std::size_t>(person)]) {
    if (filler.event != before && filler.event != after_it) return filler.seconds;
  }
  return std::numeric_limits<std::int64_t>::max() / 2;
}

std::int64_t Gaps::always(int person, int before, int after_it) const {
  const std::int64_t least = after(person, before);
  const std::int64_t travel = ways_.seconds(before, after_it);
  if (travel <= least) return least;
  return std::max(least, std::min(travel, least + shortest_filler(person, before, after_it)));
}

}  // namespace relais::agenda
