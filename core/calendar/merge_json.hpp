#pragma once

#include "core/base/json_reader.hpp"

namespace relais::calendar {

/// `calendar.merge`: `{have, got}` to `{events, added, changed, cancelled}`. An event is known by UID and
/// RECURRENCE-ID; the copy with the higher SEQUENCE holds, then that with the later DTSTAMP (`updated`), then the one
/// at hand. Where the newer copy leaves a member out that iCalendar has no word for, the older one's stays. What is
/// cancelled stays, marked.
Result<Json> merge_calendars(const Json& params);

}  // namespace relais::calendar
