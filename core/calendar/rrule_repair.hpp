#pragma once

#include "core/calendar/recurrence_rule.hpp"

#include <string_view>

namespace relais::calendar {

/// A rule that was read, and whether its text had to be repaired first.
struct RuleAsMeant {
  RecurrenceRule rule;
  bool repaired = false;
};

/// As `parse_rrule`, and a text that is not of RFC 5545 section 3.3.10 but has one meaning is read by it: a comma where
/// a semicolon belongs (`BYMONTH=10,BYMONTHDAY=10`), a list of nothing (`BYDAY=`), an UNTIL with one Z too many or in
/// the extended form of ISO 8601 (`2018-08-01`). What cannot be repaired is the error of `parse_rrule`.
Result<RuleAsMeant> parse_rrule_as_meant(std::string_view text);

}  // namespace relais::calendar
