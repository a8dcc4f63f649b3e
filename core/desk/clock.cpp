#include "core/desk/clock.hpp"

#include "core/time/zone.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace relais::desk {

std::string on_clock(const std::string& instant, const std::string& zone) {
  const auto at = time::parse_instant(instant);
  const time::ZonePtr found = time::find_zone(zone);
  if (!at || !found) return instant;
  const int minutes = found->offset_at(*at) / 60;
  std::array<char, 16> offset;
  std::snprintf(offset.data(), offset.size(), "%c%02d:%02d", minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                std::abs(minutes) % 60);
  return time::format(found->to_local(*at)) + offset.data();
}

}  // namespace relais::desk
