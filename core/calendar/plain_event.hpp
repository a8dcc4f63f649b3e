#pragma once

#include "core/calendar/event.hpp"

namespace relais::calendar {

/// Whether iCalendar says all of an event in its usual way, so that what is written surely reads as the same event. A
/// yes is a proof; a no says only that it has to be tried.
bool is_plain(const Event& event);

}  // namespace relais::calendar
