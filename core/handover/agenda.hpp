#pragma once

#include "core/handover/view.hpp"

#include <vector>

namespace relais::handover {

/// What the next 48 hours hold, by time: events that the journal booked, moved or cancelled, promises to call back
/// (late ones and those without a time first), waits to be chased, people away.
std::vector<AgendaItem> agenda_of(const View& view);

}  // namespace relais::handover
