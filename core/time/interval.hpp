#pragma once

#include "core/time/civil.hpp"

#include <span>
#include <vector>

namespace relais::time {

/// Half-open: `from` belongs to it, `to` does not.
struct Interval {
  Instant from, to;
  bool operator==(const Interval&) const = default;
  bool empty() const { return to <= from; }
  std::int64_t seconds() const { return empty() ? 0 : to - from; }
};

constexpr bool overlap(const Interval& a, const Interval& b) { return a.from < b.to && b.from < a.to; }

/// Sorted, disjoint, without touching or empty members: the normal form that the rest take and give.
std::vector<Interval> normalized(std::vector<Interval> intervals);
std::vector<Interval> united(std::span<const Interval> a, std::span<const Interval> b);
std::vector<Interval> intersected(std::span<const Interval> a, std::span<const Interval> b);
std::vector<Interval> subtracted(std::span<const Interval> a, std::span<const Interval> b);

}  // namespace relais::time
