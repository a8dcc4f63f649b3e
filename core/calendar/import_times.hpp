#pragma once

#include "core/calendar/ics_value.hpp"
#include "core/calendar/ics_zones.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace relais::calendar {

/// A time of a calendar file with its zone.
struct ZonedTime {
  IcsTime time;
  const ZoneReference* zone = nullptr;  ///< of its TZID; null without one
};

/// A PERIOD, or a time alone.
struct Period {
  ZonedTime start;
  std::optional<time::Duration> duration;  ///< of the period
};

/// Reads the times of properties; what is written in another way than RFC 5545 has it (`2026-03-10T10:00:00`, no
/// seconds) is read and reported.
class TimeReader {
 public:
  TimeReader(const ComponentTree& tree, IcsZones& zones, Problems& problems)
      : tree_(tree), zones_(zones), problems_(problems) {}

  /// Nothing, and a problem, if it is not a time.
  std::optional<ZonedTime> read(const IcsProperty& property);
  /// Each item of the list; those that are no times are reported and left out.
  std::vector<Period> read_list(const IcsProperty& property);
  /// A time that must be in UTC; one without `Z` is taken so.
  std::optional<time::Instant> read_instant(const IcsProperty& property);

  /// How many values could not be read as they stand so far, zones that nobody knows included.
  std::size_t failures() const { return failures_; }

  /// As a clock shows it in the zone of the start: `zone` null for floating ones.
  static time::LocalTime local_in(const ZonedTime& at, const time::Zone* zone);

 private:
  std::optional<IcsTime> read_value(std::string_view text, const IcsProperty& property);
  std::optional<Period> read_period(std::string_view text, const IcsProperty& property);
  ZonedTime zoned(IcsTime time, const IcsProperty& property);

  const ComponentTree& tree_;
  IcsZones& zones_;
  Problems& problems_;
  std::size_t failures_ = 0;
};

}  // namespace relais::calendar
