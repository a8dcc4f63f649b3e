#pragma once

#include "core/calendar/event.hpp"
#include "core/handover/view.hpp"

#include <vector>

namespace relais::handover {

/// A calendar as the desk holds it.
struct HeldCalendar {
  std::string client, person;
  std::vector<calendar::Event> events;
};

/// The next 48 hours, by time: appointments of the calendars, each UID once however many hold it, and those that the
/// journal booked, moved or cancelled; callbacks promised, with the next attempt where someone was not reached;
/// follow-ups; waits to be chased; absences. Promises and follow-ups that are late stand first, packages of hours last.
std::vector<AgendaItem> agenda_of(const View& view, const std::vector<HeldCalendar>& calendars);

}  // namespace relais::handover
