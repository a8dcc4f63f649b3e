#pragma once

#include "core/calendar/event.hpp"

#include <string>

namespace relais::calendar {

/// The JSON text of an event at the end of `out`: what `dump(event_to_json(event))` gives, several times as fast and in
/// a tenth of the memory.
void append_event(std::string& out, const Event& event);

}  // namespace relais::calendar
