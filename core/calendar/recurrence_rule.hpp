#pragma once

#include "core/base/result.hpp"
#include "core/calendar/kept.hpp"
#include "core/time/civil.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// One recurrence rule: RRULE of RFC 5545 section 3.3.10 with RFC 7529, the RecurrenceRule of RFC 8984 section 4.3.3.
///
///     auto rule = parse_rrule("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3");   // the last Friday of three months
///     to_rrule(*rule, true);                                          // the same text
namespace relais::calendar {

enum class Frequency : std::uint8_t { yearly, monthly, weekly, daily, hourly, minutely, secondly };

/// What becomes of a day that does not exist, such as 31 April (RFC 7529 section 4.1).
enum class Skip : std::uint8_t { omit, backward, forward };

/// A weekday; with `nth`, only the nth of the month or year, from its end if negative.
struct NthDay {
  time::Weekday day = time::Weekday::monday;
  int nth = 0;
  bool operator==(const NthDay&) const = default;
};

/// The last moment that may still occur.
struct Until {
  enum class Form : std::uint8_t {
    local,  ///< a local time in the zone of the start
    utc,    ///< an instant, as RRULE writes it for a start with a zone
    day,    ///< a whole day: for a timed start, up to its last second
  } form = Form::local;
  time::LocalTime at;  ///< midnight for `day`; read as UTC for `utc`
  bool operator==(const Until&) const = default;
};

struct RecurrenceRule {
  Frequency frequency = Frequency::yearly;
  std::int64_t interval = 1;  ///< at least 1
  Skip skip = Skip::omit;
  time::Weekday week_start = time::Weekday::monday;
  std::vector<NthDay> by_day;
  std::vector<int> by_month;          ///< 1–12
  std::vector<int> by_month_day;      ///< ±1–31
  std::vector<int> by_year_day;       ///< ±1–366
  std::vector<int> by_week_no;        ///< ±1–53
  std::vector<int> by_hour;           ///< 0–23
  std::vector<int> by_minute;         ///< 0–59
  std::vector<int> by_second;         ///< 0–60; 60 counts as 59
  std::vector<int> by_set_position;   ///< ±1 and on
  std::optional<std::int64_t> count;  ///< at least 1
  std::optional<Until> until;
  Kept kept;  ///< unknown members of the JSCalendar object
  bool operator==(const RecurrenceRule&) const = default;
};

/// Reads the value of an RRULE or EXRULE, a leading `RRULE:` allowed. Case does not matter and empty parts (`;;`) are
/// skipped; anything else that the grammar does not allow is the error `invalid-value` with the part that is wrong.
/// What contradicts the standard but is widely written and has one meaning is read: COUNT beside UNTIL, BYWEEKNO,
/// BYYEARDAY and BYMONTHDAY where they can only filter. A calendar scale other than Gregorian is `unsupported`.
Result<RecurrenceRule> parse_rrule(std::string_view text);

/// The refusals that RRULE and JSCalendar share: a position without anything to choose from, `2MO` in a week.
Status check_rule(const RecurrenceRule& rule);

/// The RRULE value. `until` is written in its own form.
std::string to_rrule(const RecurrenceRule& rule);

std::string_view name(Frequency frequency);  ///< `yearly`
std::string_view name(Skip skip);            ///< `omit`

}  // namespace relais::calendar
