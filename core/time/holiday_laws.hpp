#pragma once

#include "core/time/holidays.hpp"

#include <span>
#include <string_view>

namespace relais::time {

/// One holiday of a law, and how its day is found in a year.
struct HolidayRule {
  enum class Kind : std::uint8_t {
    fixed,   ///< `month` and `number`: a date
    easter,  ///< `number` days after Easter Sunday
    nth,     ///< the `number`th `weekday` of `month`, the last if −1
  } kind;
  int month, number;
  Weekday weekday;
  std::string_view code;
};

/// A day that a proclamation appointed for one year, and the holiday that it took the place of, if any.
struct ProclaimedDay {
  Date date;
  std::string_view code, instead_of;
};

/// What becomes of a date that falls on a Saturday or Sunday.
enum class OnWeekend : std::uint8_t {
  stays,         ///< the law leaves it to employer and employee
  next_free,     ///< the next weekday that is no holiday
  next_to_work,  ///< the Friday before a Saturday, the Monday after a Sunday
};

struct HolidayLaw {
  Region region;
  std::string_view name;
  OnWeekend on_weekend;
  std::span<const HolidayRule> rules, local_rules;
  std::span<const ProclaimedDay> proclaimed;
};

/// One for each region, in their order.
std::span<const HolidayLaw> holiday_laws();

}  // namespace relais::time
