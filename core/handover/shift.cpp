#include "core/handover/shift.hpp"

namespace relais::handover {
namespace {

constexpr std::int64_t hour = 3600;

}  // namespace

Shift next_shift(const time::WorkingHours& hours, const time::Zone& zone, time::Instant at) {
  const auto intervals = time::working_intervals(hours, zone, at, at + 14 * time::seconds_per_day);
  for (std::size_t i = 0; i < intervals.size();) {
    const time::Day day = time::day_of(zone.to_local(intervals[i].from));
    Shift shift{intervals[i].from, intervals[i].to};
    std::int64_t seconds = 0;
    for (; i < intervals.size() && time::day_of(zone.to_local(intervals[i].from)) == day; ++i) {
      shift.end = intervals[i].to;
      seconds += intervals[i].seconds();
    }
    if (seconds >= hour) return shift;
  }
  return {at, at + time::seconds_per_day};
}

std::int64_t working_seconds(const time::WorkingHours& hours, const time::Zone& zone, time::Instant from,
                             time::Instant to) {
  if (to <= from) return 0;
  return hours.empty() ? to - from : time::business_seconds(hours, zone, from, to);
}

time::Instant after_working_seconds(const time::WorkingHours& hours, const time::Zone& zone, time::Instant from,
                                    std::int64_t seconds) {
  if (hours.empty()) return from + seconds;
  return time::add_business_seconds(hours, zone, from, seconds).value_or(from + seconds);
}

}  // namespace relais::handover
