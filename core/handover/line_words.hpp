#pragma once

#include "core/document/document.hpp"
#include "core/document/reminders.hpp"
#include "core/handover/speech.hpp"

namespace relais::handover {

/// An open task in full: severity, what it is, next step, owner, deadline, wait, if/then, and why it is so grave.
document::Item item_of(const Line& line, const Speech& speech);

document::Reminder reminder_of(const Line& line, const time::Zone& zone, const Speech& speech);

}  // namespace relais::handover
