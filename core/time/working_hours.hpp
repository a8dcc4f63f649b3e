#pragma once

#include "core/time/holidays.hpp"
#include "core/time/interval.hpp"
#include "core/time/zone.hpp"

#include <array>
#include <optional>
#include <vector>

namespace relais::time {

/// A span of a day in minutes since local midnight, `from` < `to` ≤ 1440.
struct ClockSpan {
  int from = 0, to = 0;
  bool operator==(const ClockSpan&) const = default;
};

/// When someone works: spans for each weekday, Monday first, sorted and disjoint; a break is the gap between two.
struct WorkingHours {
  std::array<std::vector<ClockSpan>, 7> week;
  std::optional<Region> region;  ///< its public holidays are free
  std::vector<Day> closed;       ///< more days off, sorted
  bool operator==(const WorkingHours&) const = default;

  bool empty() const;
};

/// The working intervals in `[from, to)`, in normal form. A wall-clock edge inside a skipped hour is the instant of
/// the jump; at a repeated hour, the first.
std::vector<Interval> working_intervals(const WorkingHours& hours, const Zone& zone, Instant from, Instant to);

/// Seconds of work between two instants.
std::int64_t business_seconds(const WorkingHours& hours, const Zone& zone, Instant from, Instant to);

/// The instant at which `seconds` of work after `from` are done: nothing if that takes more than ten years.
std::optional<Instant> add_business_seconds(const WorkingHours& hours, const Zone& zone, Instant from,
                                            std::int64_t seconds);

}  // namespace relais::time
