#pragma once

#include "core/base/result.hpp"
#include "core/calendar/content_line.hpp"
#include "core/calendar/event.hpp"

#include <map>
#include <string>

namespace relais::calendar {

/// The zones that written components refer to, by TZID.
struct UsedZones {
  struct Use {
    time::ZonePtr zone;
    std::shared_ptr<const ZoneDefinition> definition;  ///< null for an IANA zone
    time::Instant earliest;
  };
  std::map<std::string, Use> by_tzid;
};

/// Writes an event with its changed occurrences, each a component. What iCalendar cannot say of it is said by JSPROP
/// lines, so that reading it again gives the same event. `stamp` is the DTSTAMP of one that has none, `method` the
/// METHOD of the calendar.
Status write_event(LineWriter& out, const Event& event, time::Instant stamp, const std::string& method,
                   UsedZones& zones);

}  // namespace relais::calendar
