#pragma once

#include <string>

namespace relais::desk {

/// An instant (`2026-11-24T09:00:00Z`) as a clock of the zone shows it, with how far that is from UTC (RFC 3339):
/// `2026-11-24T10:00:00+01:00`. The instant as it is, if it is none or nobody knows the zone.
std::string on_clock(const std::string& instant, const std::string& zone);

}  // namespace relais::desk
