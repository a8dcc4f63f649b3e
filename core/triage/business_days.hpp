#pragma once

#include "core/time/working_hours.hpp"

namespace relais::triage {

/// Monday to Friday, nine to six: for a client whose hours the policy does not give.
const time::WorkingHours& office_hours();

/// How many working days end between two local times: 0 on the same day, 1 before the end of the next working day, and
/// so on, at most 60. Days off in between do not count; a start on a day off counts from the next working day, as its
/// day before.
int working_days_until(const time::WorkingHours& hours, time::LocalTime from, time::LocalTime to);

bool is_working_day(const time::WorkingHours& hours, time::Day day);

}  // namespace relais::triage
