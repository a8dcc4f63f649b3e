#pragma once

#include "core/base/json_reader.hpp"
#include "core/time/duration.hpp"
#include "core/time/working_hours.hpp"

/// Reading and writing the shapes of this room in JSON: `{"mo": [["09:00", "12:30"], ["13:30", "18:00"]]}`, zones by
/// name, ISO 8601 durations.
namespace relais::time {

/// The zone of a member that must be there; UTC and an error `unknown-zone` otherwise.
ZonePtr read_zone(ObjectReader& object, std::string_view member);
/// The zone of a member, or `fallback` if not given.
ZonePtr read_zone_or(ObjectReader& object, std::string_view member, ZonePtr fallback);

/// The weekly spans of a member such as `hours`, sorted; all empty if not given. Spans of a day must not overlap.
std::array<std::vector<ClockSpan>, 7> read_week(ObjectReader& object, std::string_view member);
Json week_to_json(const std::array<std::vector<ClockSpan>, 7>& week);

/// A member `holidays`: a region's name, or a list of days; puts them into `hours`.
void read_holidays(ObjectReader& object, std::string_view member, WorkingHours& hours);

/// Named readers for ObjectReader::parsed.
Instant read_instant(ObjectReader& object, std::string_view member);
std::optional<Instant> read_optional_instant(ObjectReader& object, std::string_view member);
LocalTime read_local_time(ObjectReader& object, std::string_view member);
std::optional<LocalTime> read_optional_local_time(ObjectReader& object, std::string_view member);
Day read_day(ObjectReader& object, std::string_view member);
std::optional<Day> read_optional_day(ObjectReader& object, std::string_view member);
/// Not negative, at most limits::duration_days long.
Duration read_duration(ObjectReader& object, std::string_view member);
std::optional<Duration> read_optional_duration(ObjectReader& object, std::string_view member);

}  // namespace relais::time
