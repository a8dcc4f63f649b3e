#pragma once

#include "core/time/zone.hpp"

#include <optional>
#include <string_view>

namespace relais::time {

/// The text of POSIX TZ as it stands at the end of a TZif file: `CET-1CEST,M3.5.0,M10.5.0/3`, `<+0330>-3:30`
/// (RFC 8536 section 3.3.1: hours of a change from -167 to 167). Changes must be given where there is a daylight time.
std::optional<YearlyRule> parse_posix_rule(std::string_view text);

}  // namespace relais::time
