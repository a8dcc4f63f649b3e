#pragma once

#include "core/base/json_reader.hpp"
#include "core/calendar/event.hpp"

/// The objects inside a JSCalendar object: participants, locations, links, alerts, and what an iCalendar file said
/// that JSCalendar has no word for (`iCalComponent`, draft-ietf-calext-jscalendar-icalendar).
namespace relais::calendar {

Participant read_participant(const std::string& id, ObjectReader& object);
Json participant_to_json(const Participant& participant);

Location read_location(const std::string& id, ObjectReader& object);
Json location_to_json(const Location& location);

Link read_link(const std::string& id, ObjectReader& object);
Json link_to_json(const Link& link);

Alert read_alert(const std::string& id, ObjectReader& object);
Json alert_to_json(const Alert& alert);

/// `["x-foo", {"x-bar": "1"}, "unknown", "value"]` (jCal, RFC 7265 section 5.2).
KeptProperty read_kept_property(const Json& json, const std::string& path, Reading& reading);
Json kept_property_to_json(const KeptProperty& property);

std::vector<KeptProperty> read_kept_properties(ObjectReader& object, std::string_view member);
Json kept_properties_to_json(const std::vector<KeptProperty>& properties);

/// `[["x-part", [properties], [components]]]`; nesting beyond limits::calendar_depth is the error `too-deep`.
std::vector<KeptComponent> read_kept_components(ObjectReader& object, std::string_view member);
Json kept_components_to_json(const std::vector<KeptComponent>& components);

Parameters read_parameters(const Json& json, const std::string& path, Reading& reading);
Json parameters_to_json(const Parameters& parameters);

}  // namespace relais::calendar
