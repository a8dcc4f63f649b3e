#pragma once

#include "core/calendar/event.hpp"

#include <algorithm>
#include <string>
#include <vector>

/// The JSON text of what a JSCalendar object holds, at the end of `out`: what `dump` gives of the values that
/// event_parts_json.hpp and recurrence_rule_json.hpp make, several times as fast and without the values.
namespace relais::calendar {

void append_alert(std::string& out, const Alert& alert);
void append_link(std::string& out, const Link& link);
void append_location(std::string& out, const Location& location);
void append_participant(std::string& out, const Participant& person);

/// `{"imip": …}`, or `{"other": …}` for an address that is none of mail.
void append_address(std::string& out, const std::string& address);

void append_set(std::string& out, const std::vector<std::string>& set);
void append_rules(std::string& out, const std::vector<RecurrenceRule>& rules);
void append_overrides(std::string& out, const std::vector<Override>& overrides);

/// `[["x-foo", {}, "unknown", "value"]]` and `[["x-part", [properties], [components]]]`.
void append_kept_properties(std::string& out, const std::vector<KeptProperty>& properties);
void append_kept_components(std::string& out, const std::vector<KeptComponent>& components);

/// `iCalComponent`: what was kept of an iCalendar file.
void append_component(std::string& out, const Event& event);
bool has_component(const Event& event);

}  // namespace relais::calendar
