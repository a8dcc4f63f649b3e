#pragma once

#include "core/calendar/content_line.hpp"
#include "core/calendar/zone_definition.hpp"

#include <string>

namespace relais::calendar {

/// Writes a VTIMEZONE for an IANA zone: its clock from the first day of the year of `from` on, further changes by rule
/// where they follow one, else by date up to limits::zone_export_year.
void write_vtimezone(LineWriter& out, const std::string& tzid, const time::Zone& zone, time::Instant from);

/// Writes a zone that a calendar brought itself.
void write_vtimezone(LineWriter& out, const ZoneDefinition& definition);

/// The TZID under which a definition is written: its id without the slash.
std::string tzid_of(const ZoneDefinition& definition);

}  // namespace relais::calendar
