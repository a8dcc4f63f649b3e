#pragma once

#include <span>
#include <string_view>

/// The generated table of zones, as core/time/generate_zones.mjs writes it. Only zone_table.cpp reads it.
namespace relais::time::data {

/// The release of the IANA database.
extern const std::string_view release;

/// A text a zone: `OFFSETS|TRANSITIONS|RULE`. OFFSETS: seconds east of UTC, with `d` for daylight saving time,
/// separated by commas, the first in force at 1970-01-01T00:00:00Z. TRANSITIONS: for each the minutes since the one
/// before it, the first since 1970, in base 36 (or `!` and seconds), then the place of its offset as a letter from A.
/// RULE: a POSIX TZ text, all its abbreviations X.
extern const std::span<const std::string_view> zones;

/// A line an IANA name, sorted: the name, a space, and the place of its text in `zones` from 0.
extern const std::string_view names;

/// A line a Windows name, sorted: `Romance Standard Time=Europe/Paris`.
extern const std::string_view windows_names;

}  // namespace relais::time::data
