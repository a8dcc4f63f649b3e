#pragma once

#include "core/base/result.hpp"
#include "core/time/civil.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Time zones: the IANA database since 1970 from a generated table, and zones that a calendar file brings itself.
///
///     auto paris = find_zone("Europe/Paris");
///     format(paris->to_local(*parse_instant("2026-03-10T09:00:00Z")));   // "2026-03-10T10:00:00"
namespace relais::time {

/// From `at` on, local time is UTC plus `offset` seconds.
struct Transition {
  Instant at;
  std::int32_t offset = 0;
  bool daylight = false;
};

/// When a clock is set, within any year: the forms of POSIX TZ (Mm.w.d, Jn, n), `time` seconds after local midnight,
/// possibly negative or beyond a day (RFC 8536 section 3.3.1).
struct YearlyChange {
  enum class Kind : std::uint8_t { month_week_day, julian_without_leap, zero_based } kind = Kind::month_week_day;
  int month = 1, week = 1, weekday = 0;  ///< month_week_day; week 5 is the last; weekday 0 is Sunday, as in POSIX
  int day = 0;                           ///< the other two
  std::int32_t time = 7200;
};

/// What holds after the last transition.
struct YearlyRule {
  std::int32_t standard_offset = 0;
  bool has_daylight = false;
  std::int32_t daylight_offset = 0;
  YearlyChange to_daylight, to_standard;
};

class Zone {
 public:
  /// `initial_offset` holds before the first transition; `rule`, if any, after the last. Transitions ascend.
  Zone(std::string name, std::int32_t initial_offset, std::vector<Transition> transitions,
       std::optional<YearlyRule> rule);

  const std::string& name() const { return name_; }

  std::int32_t offset_at(Instant at) const;
  LocalTime to_local(Instant at) const { return {at.seconds + offset_at(at)}; }

  /// RFC 5545 section 3.3.5: a time that a jump skipped is read with the offset before the jump, so it lands as much
  /// later as the clock was put forward; a time that stands twice is the first of the two.
  Instant to_instant(LocalTime at) const;

  /// The first transition after `at`, up to `until`.
  std::optional<Transition> next_transition(Instant at, Instant until) const;

 private:
  void spell_out();

  std::string name_;
  std::int32_t initial_offset_;
  std::vector<Transition> transitions_;
  std::optional<YearlyRule> rule_;
};

using ZonePtr = std::shared_ptr<const Zone>;

/// The IANA zone or link of that name (case as IANA writes it; `Etc/UTC`, `UTC` and `Z` too), or a Windows name
/// (`Romance Standard Time`, through CLDR's table). Null if there is none. The returned zone carries the IANA name.
ZonePtr find_zone(std::string_view name);

/// The release of the table: `2026f`.
std::string_view zone_data_version();

/// Has all zones that are found from now on come from another table: a newer release, or older data. `text` is what
/// `node core/time/generate_zones.mjs --table` writes; anything else is `invalid-value`, and nothing changes. Not while
/// another thread finds zones.
Status replace_zone_data(std::string text);
/// The table that is built in, again.
void restore_zone_data();

/// All IANA names of the table, links included, sorted.
std::vector<std::string_view> zone_names();

}  // namespace relais::time
