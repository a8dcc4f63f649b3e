#include "core/triage/business_days.hpp"

#include "core/time/holidays.hpp"

#include <algorithm>

namespace relais::triage {

const time::WorkingHours& office_hours() {
  static const time::WorkingHours hours = [] {
    time::WorkingHours out;
    for (int day = 0; day < 5; ++day) out.week[static_cast<std::size_t>(day)] = {{9 * 60, 18 * 60}};
    return out;
  }();
  return hours;
}

bool is_working_day(const time::WorkingHours& hours, time::Day day) {
  const time::WorkingHours& used = hours.empty() ? office_hours() : hours;
  if (used.week[static_cast<std::size_t>(weekday(day))].empty()) return false;
  if (std::binary_search(used.closed.begin(), used.closed.end(), day)) return false;
  return !used.region || !time::holiday_on(*used.region, day);
}

int working_days_until(const time::WorkingHours& hours, time::LocalTime from, time::LocalTime to) {
  constexpr int most = 60;
  const time::Day last = day_of(to);
  int days = 0;
  for (time::Day day = day_of(from) + 1; day <= last && days < most; day = day + 1) {
    // A deadline on a day off lies behind the working days before it.
    days += is_working_day(hours, day) || day == last;
  }
  return days;
}

}  // namespace relais::triage
