#pragma once

#include "core/base/json_reader.hpp"
#include "core/calendar/zone_definition.hpp"

/// TimeZone objects of RFC 8984 section 4.7.2.
namespace relais::calendar {

ZoneDefinition read_zone_definition(const std::string& id, ObjectReader& object);
Json zone_definition_to_json(const ZoneDefinition& definition);

}  // namespace relais::calendar
