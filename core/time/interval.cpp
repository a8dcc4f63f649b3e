#include "core/time/interval.hpp"

#include <algorithm>

namespace relais::time {
namespace {

// Adds to a normal form an interval that starts no earlier than its last.
void append(std::vector<Interval>& out, const Interval& next) {
  if (next.empty()) return;
  if (out.empty() || out.back().to < next.from) {
    out.push_back(next);
  } else {
    out.back().to = std::max(out.back().to, next.to);
  }
}

bool starts_earlier(const Interval& a, const Interval& b) { return a.from < b.from; }

}  // namespace

std::vector<Interval> normalized(std::vector<Interval> intervals) {
  if (!std::is_sorted(intervals.begin(), intervals.end(), starts_earlier)) {
    std::sort(intervals.begin(), intervals.end(), starts_earlier);
  }
  std::vector<Interval> out;
  for (const Interval& interval : intervals) append(out, interval);
  return out;
}

std::vector<Interval> united(std::span<const Interval> a, std::span<const Interval> b) {
  std::vector<Interval> out;
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    const bool from_a = j == b.size() || (i < a.size() && a[i].from < b[j].from);
    append(out, from_a ? a[i] : b[j]);
    (from_a ? i : j) += 1;
  }
  return out;
}

std::vector<Interval> intersected(std::span<const Interval> a, std::span<const Interval> b) {
  std::vector<Interval> out;
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    append(out, {std::max(a[i].from, b[j].from), std::min(a[i].to, b[j].to)});
    (a[i].to < b[j].to ? i : j) += 1;
  }
  return out;
}

std::vector<Interval> subtracted(std::span<const Interval> a, std::span<const Interval> b) {
  std::vector<Interval> out;
  std::size_t j = 0;
  for (Interval rest : a) {
    while (j < b.size() && b[j].to <= rest.from) ++j;
    for (std::size_t k = j; k < b.size() && b[k].from < rest.to; ++k) {
      append(out, {rest.from, b[k].from});
      rest.from = std::max(rest.from, b[k].to);
    }
    append(out, rest);
  }
  return out;
}

}  // namespace relais::time
