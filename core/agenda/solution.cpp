#include "core/agenda/solution.hpp"

#include <array>

namespace relais::agenda {

std::string_view name(State state) {
  constexpr std::array<std::string_view, 3> names{"kept", "moved", "unscheduled"};
  return names[static_cast<std::size_t>(state)];
}

std::string_view name(SolutionStatus status) {
  constexpr std::array<std::string_view, 3> names{"optimal", "feasible", "infeasible"};
  return names[static_cast<std::size_t>(status)];
}

std::string_view name(Stopped stopped) {
  constexpr std::array<std::string_view, 4> names{"done", "effort", "clock", "cancelled"};
  return names[static_cast<std::size_t>(stopped)];
}

time::LocalTime local_start(const Event& event, const Placement& placement) {
  return placement.start == event.begins() ? event.start : event.zone->to_local(placement.start);
}

}  // namespace relais::agenda
