#pragma once

#include "core/base/json_reader.hpp"
#include "core/calendar/recurrence_rule.hpp"

/// RecurrenceRule objects of RFC 8984 section 4.3.3.
namespace relais::calendar {

/// A rule object, or the text of an RRULE. What is wrong goes to `reading` with its path; `path` is that of `json`.
RecurrenceRule read_rule(const Json& json, const std::string& path, Reading& reading);

/// Always an object. `until` in UTC must have been turned into a local time before.
Json rule_to_json(const RecurrenceRule& rule);

}  // namespace relais::calendar
