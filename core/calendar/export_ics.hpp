#pragma once

#include "core/calendar/import_ics.hpp"

#include <string>
#include <vector>

namespace relais::calendar {

struct ExportRequest {
  CalendarInfo info;  ///< name, method, product, and what was kept of a calendar
  std::vector<Event> events, tasks, notes;
  std::vector<FreeBusy> free_busy;
  time::Instant stamp;  ///< DTSTAMP of what has none
};

/// iCalendar out (RFC 5545): one VCALENDAR with a VTIMEZONE for every zone used.
Result<std::string> export_ics(const ExportRequest& request);

}  // namespace relais::calendar
