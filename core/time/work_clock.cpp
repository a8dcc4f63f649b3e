#include "core/time/work_clock.hpp"

#include <algorithm>

namespace relais::time {
namespace {

constexpr std::int64_t days_back = 400, days_ahead = 200;

// Far from a change of the clocks a zone is one offset, which spares most of the work.
std::vector<Interval> work_within(const WorkingHours& hours, const Zone& zone, const Interval& window) {
  constexpr std::int64_t near_change = 2 * seconds_per_day;
  std::vector<Interval> work;
  const auto append = [&](const Zone& in, Instant from, Instant to) {
    const std::vector<Interval> more = working_intervals(hours, in, from, to);
    work.insert(work.end(), more.begin(), more.end());
  };
  for (Instant at = window.from; at < window.to;) {
    const auto change = zone.next_transition(at, window.to);
    const Instant calm_end = change ? std::max(at, change->at + -near_change) : window.to;
    append(Zone("", zone.offset_at(at), {}, std::nullopt), at, calm_end);
    at = change ? std::min(window.to, change->at + near_change) : window.to;
    append(zone, calm_end, at);
  }
  return normalized(std::move(work));
}

bool ends_later(Instant at, const Interval& interval) { return at < interval.to; }

}  // namespace

WorkClock::WorkClock(const WorkingHours& hours, const Zone& zone, Instant around)
    : hours_(&hours),
      zone_(&zone),
      window_{around + -days_back * seconds_per_day, around + days_ahead * seconds_per_day},
      work_(work_within(hours, zone, window_)) {
  before_.reserve(work_.size());
  std::int64_t seconds = 0;
  for (const Interval& interval : work_) {
    before_.push_back(seconds);
    seconds += interval.seconds();
  }
}

// Seconds of work from the window's beginning to `at`.
std::int64_t WorkClock::done(Instant at) const {
  const auto next = std::upper_bound(work_.begin(), work_.end(), at, ends_later);
  if (next == work_.end()) return work_.empty() ? 0 : before_.back() + work_.back().seconds();
  const std::int64_t before = before_[static_cast<std::size_t>(next - work_.begin())];
  return before + (at > next->from ? at - next->from : 0);
}

std::int64_t WorkClock::seconds(Instant from, Instant to) const {
  if (to <= from) return 0;
  if (!ready(from) || !ready(to)) return business_seconds(*hours_, *zone_, from, to);
  return done(to) - done(from);
}

std::optional<Instant> WorkClock::add(Instant from, std::int64_t seconds) const {
  if (seconds <= 0) return from;
  if (ready(from) && !work_.empty()) {
    const std::int64_t wanted = done(from) + seconds;
    const auto next = std::lower_bound(before_.begin(), before_.end(), wanted);
    const auto at = static_cast<std::size_t>(next - before_.begin());
    if (at > 0 && wanted <= before_[at - 1] + work_[at - 1].seconds())
      return work_[at - 1].from + (wanted - before_[at - 1]);
  }
  return add_business_seconds(*hours_, *zone_, from, seconds);
}

}  // namespace relais::time
