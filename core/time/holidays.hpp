#pragma once

#include "core/time/civil.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace relais::time {

/// A public holiday; `code` names it for `words`: `easter-monday`.
struct Holiday {
  Day day;
  std::string_view code;
};

/// Where public holidays are computed: `FR`, `FR-ALSACE-MOSELLE` (Code du travail L3133-1 and L3134-13).
enum class Region : std::uint8_t { france, alsace_moselle };
std::optional<Region> parse_region(std::string_view text);
std::string_view name(Region region);

/// The holidays of a year, by day. Any year from 1 to 9999; the law of today is taken for all.
std::vector<Holiday> holidays(Region region, int year);

/// Whether a day is one, and which.
std::optional<Holiday> holiday_on(Region region, Day day);

/// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
Day easter(int year);

}  // namespace relais::time
