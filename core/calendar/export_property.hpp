#pragma once

#include "core/calendar/content_line.hpp"
#include "core/calendar/event.hpp"

namespace relais::calendar {

/// Writes what was kept of a calendar file, as it stood.
void write_property(LineWriter& out, const KeptProperty& property);
void write_components(LineWriter& out, const std::vector<KeptComponent>& components);

}  // namespace relais::calendar
