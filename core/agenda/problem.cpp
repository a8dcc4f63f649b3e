#include "core/agenda/problem.hpp"

namespace relais::agenda {

Cost default_cost(int importance, Movable movable) {
  const std::int64_t weight = importance;
  return {.unscheduled = 1000 * weight,
          .moved = (movable == Movable::ask ? 60 : 30) * weight,
          .per_step = weight,
          .room_changed = 5 * weight,
          .optional_missed = 10 * weight,
          .notified = 0};
}

std::string reference(const Event& event) {
  return event.recurrence_id ? event.uid + "@" + *event.recurrence_id : event.uid;
}

time::Interval Problem::horizon() const {
  return {zone->to_instant(time::midnight(from)), zone->to_instant(time::midnight(to))};
}

std::optional<time::Instant> Problem::earliest_start() const {
  if (!now || !notice) return std::nullopt;
  return *now + *notice;
}

bool Problem::is_fixed(const Event& event) const {
  if (event.held_until && (!now || *now < *event.held_until)) return true;
  if (event.is_new) return false;
  const auto earliest = earliest_start();
  return event.movable == Movable::no || (earliest && event.begins() < *earliest);
}

}  // namespace relais::agenda
