#include "core/time/working_hours.hpp"

#include <algorithm>

namespace relais::time {
namespace {

constexpr std::int64_t seconds_per_minute = 60;

// As Zone::to_instant, but a skipped time is the instant of the jump.
Instant edge(const Zone& zone, LocalTime at) {
  const Instant instant = zone.to_instant(at);
  const std::int64_t gap = zone.to_local(instant) - at;
  if (gap <= 0) return instant;
  const auto jump = zone.next_transition(instant + -gap, instant);
  return jump ? jump->at : instant;
}

bool is_off(const WorkingHours& hours, Day day) {
  return std::binary_search(hours.closed.begin(), hours.closed.end(), day) ||
         (hours.region && holiday_on(*hours.region, day));
}

void append_day(std::vector<Interval>& out, const WorkingHours& hours, const Zone& zone, Day day) {
  const std::vector<ClockSpan>& spans = hours.week[static_cast<std::size_t>(weekday(day))];
  if (spans.empty() || is_off(hours, day)) return;
  for (const ClockSpan& span : spans) {
    out.push_back({edge(zone, midnight(day) + span.from * seconds_per_minute),
                   edge(zone, midnight(day) + span.to * seconds_per_minute)});
  }
}

}  // namespace

bool WorkingHours::empty() const {
  return std::all_of(week.begin(), week.end(), [](const std::vector<ClockSpan>& spans) { return spans.empty(); });
}

std::vector<Interval> working_intervals(const WorkingHours& hours, const Zone& zone, Instant from, Instant to) {
  if (to <= from || hours.empty()) return {};
  std::vector<Interval> days;
  const Day last = day_of(zone.to_local(to)) + 1;
  for (Day day = day_of(zone.to_local(from)) + -1; day <= last; day = day + 1) append_day(days, hours, zone, day);
  const Interval window{from, to};
  return intersected(normalized(std::move(days)), {&window, 1});
}

std::int64_t business_seconds(const WorkingHours& hours, const Zone& zone, Instant from, Instant to) {
  std::int64_t seconds = 0;
  for (const Interval& interval : working_intervals(hours, zone, from, to)) seconds += interval.seconds();
  return seconds;
}

std::optional<Instant> add_business_seconds(const WorkingHours& hours, const Zone& zone, Instant from,
                                            std::int64_t seconds) {
  constexpr std::int64_t most_days = 3653;
  constexpr std::int64_t longest_stretch = 64;
  if (seconds <= 0) return from;
  if (hours.empty()) return std::nullopt;
  const Instant limit = from + most_days * seconds_per_day;
  std::int64_t stretch = 4;
  for (Instant start = from; start < limit;) {
    const Instant end = std::min(limit, start + stretch * seconds_per_day);
    for (const Interval& interval : working_intervals(hours, zone, start, end)) {
      if (seconds <= interval.seconds()) return interval.from + seconds;
      seconds -= interval.seconds();
    }
    start = end;
    stretch = std::min(longest_stretch, stretch * 2);
  }
  return std::nullopt;
}

}  // namespace relais::time
