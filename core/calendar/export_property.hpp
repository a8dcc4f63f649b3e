#pragma once

#include "core/calendar/content_line.hpp"
#include "core/calendar/event.hpp"

#include <string>
#include <string_view>

namespace relais::calendar {

/// A copy in upper case, ASCII only: names and words as iCalendar writes them.
std::string upper_name(std::string_view name);

/// Writes what was kept of a calendar file, as it stood.
void write_property(LineWriter& out, const KeptProperty& property);
void write_components(LineWriter& out, const std::vector<KeptComponent>& components);

}  // namespace relais::calendar
