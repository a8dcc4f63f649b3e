#pragma once

#include "core/time/interval.hpp"
#include "core/time/working_hours.hpp"
#include "core/time/zone.hpp"

#include <optional>
#include <vector>

/// A business clock for many questions about one person's hours: the working intervals of some months are laid out
/// once, then each answer is a search. The answers are those of core/time/working_hours.hpp, everywhere.
namespace relais::time {

class WorkClock {
 public:
  /// `hours` and `zone` outlive the clock; the months around `around` are the ones kept ready.
  WorkClock(const WorkingHours& hours, const Zone& zone, Instant around);

  /// As `business_seconds`.
  std::int64_t seconds(Instant from, Instant to) const;
  /// As `add_business_seconds`.
  std::optional<Instant> add(Instant from, std::int64_t seconds) const;

 private:
  bool ready(Instant at) const { return window_.from <= at && at < window_.to; }
  std::int64_t done(Instant at) const;

  const WorkingHours* hours_;
  const Zone* zone_;
  Interval window_;
  std::vector<Interval> work_;
  std::vector<std::int64_t> before_;  ///< seconds of work before each interval
};

}  // namespace relais::time
