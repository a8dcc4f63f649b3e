#pragma once

#include "core/agenda/apply.hpp"
#include "core/agenda/from_calendars.hpp"
#include "core/base/json_reader.hpp"

namespace relais::agenda {

/// `{events, solution: {events, …}, accept?, ours?}`; of the solution only its events are read.
Result<Application> read_application(const Json& params);
Json to_json(const Applied& applied);

/// `{calendars: [{client?, person, events}], policy?, from, to, now?, timeZone?}`.
Result<CalendarRequest> read_calendar_request(const Json& params);

}  // namespace relais::agenda
