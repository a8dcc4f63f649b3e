#pragma once

#include "core/base/json_reader.hpp"
#include "core/calendar/import_ics.hpp"

namespace relais::calendar {

/// `{name, method, prodId, timeZones, iCalComponent}`: a zone that is IANA's under another name says so by `tzId`.
void append_calendar_info(std::string& out, const CalendarInfo& info);
CalendarInfo read_calendar_info(ObjectReader& object);

Json free_busy_to_json(const FreeBusy& item);
FreeBusy read_free_busy(ObjectReader& object);

/// A method as iTIP writes it: letters and hyphens.
bool is_method(std::string_view text);

/// The identity of a list of entries: the same for the same uids.
std::string group_uid(const Json& entries);

}  // namespace relais::calendar
