#pragma once

#include "core/calendar/kept.hpp"
#include "core/calendar/recurrence_rule.hpp"
#include "core/time/zone.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace relais::calendar {

/// From `start` on, and again whenever the rule says, the clock goes from one offset to the other (RFC 5545 section
/// 3.6.5, STANDARD and DAYLIGHT).
struct Observance {
  bool daylight = false;
  time::LocalTime start;                        ///< read with `offset_from`
  std::int32_t offset_from = 0, offset_to = 0;  ///< seconds east of UTC
  std::vector<RecurrenceRule> rules;
  std::vector<time::LocalTime> dates;  ///< RDATE, ascending
  std::vector<std::string> names;
  Kept kept;
  bool operator==(const Observance&) const = default;
};

/// A zone that a calendar file brings itself (VTIMEZONE; RFC 8984 section 4.7.2).
struct ZoneDefinition {
  std::string id;  ///< as JSCalendar refers to it, with a leading slash: `/Office`
  std::vector<Observance> observances;
  Kept kept;
  bool operator==(const ZoneDefinition&) const = default;
};

/// The zone it defines: before its first observance, the offset that one starts from. Rules without an end are
/// followed up to the year limits::zone_definition_year.
time::ZonePtr build_zone(const ZoneDefinition& definition);

}  // namespace relais::calendar
