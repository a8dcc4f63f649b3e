#pragma once

#include <cstdint>
#include <string_view>

namespace relais::calendar {

/// The iCalendar properties that are looked for by name (RFC 5545 section 3.8), known once a line is read.
enum class PropertyName : std::uint8_t {
  other,
  attendee,
  begin,
  categories,
  class_,
  color,
  completed,
  created,
  description,
  dtend,
  dtstamp,
  dtstart,
  due,
  duration,
  end,
  exdate,
  exrule,
  jsprop,
  last_modified,
  location,
  organizer,
  percent_complete,
  priority,
  rdate,
  recurrence_id,
  rrule,
  sequence,
  status,
  summary,
  transp,
  trigger,
  tzid,
  uid,
  url,
  version,
  x_lic_location,
  count_,  // the number of names, not a name
};

/// Without regard to case.
PropertyName property_name(std::string_view text);

}  // namespace relais::calendar
