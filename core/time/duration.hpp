#pragma once

#include "core/time/civil.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace relais::time {

/// An ISO 8601 duration as RFC 5545 section 3.3.6 and RFC 8984 section 1.4.6 use it: weeks and days are nominal (the
/// same clock time on another day), the rest is exact. Both parts have the same sign. Months and years do not occur.
struct Duration {
  std::int32_t days = 0;
  std::int64_t seconds = 0;
  bool operator==(const Duration&) const = default;
};

/// `PT1H30M`, `P1D`, `P2W`, `-PT15M`, `P1DT2H`.
std::optional<Duration> parse_duration(std::string_view text);
std::string format(Duration duration);

/// All of it in seconds, a day taken as 24 hours.
constexpr std::int64_t total_seconds(Duration duration) { return duration.days * seconds_per_day + duration.seconds; }

}  // namespace relais::time
