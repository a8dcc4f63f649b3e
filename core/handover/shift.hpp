#pragma once

#include "core/time/working_hours.hpp"

namespace relais::handover {

/// The reader's next time at work.
struct Shift {
  time::Instant begin, end;
};

/// The first day of work after `at` that has an hour or more left, from its first minute after `at` to its last.
/// Someone without hours, or with none in the next fortnight, works around the clock: 24 hours.
Shift next_shift(const time::WorkingHours& hours, const time::Zone& zone, time::Instant at);

/// Working time between two instants, in seconds; all of it for someone without hours.
std::int64_t working_seconds(const time::WorkingHours& hours, const time::Zone& zone, time::Instant from,
                             time::Instant to);

/// The instant at which `seconds` of working time after `from` are over.
time::Instant after_working_seconds(const time::WorkingHours& hours, const time::Zone& zone, time::Instant from,
                                    std::int64_t seconds);

}  // namespace relais::handover
