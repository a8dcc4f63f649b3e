#pragma once

#include "core/time/civil.hpp"

#include <optional>
#include <string_view>
#include <vector>

/// Public holidays, computed for any year from the law of today. The laws are in core/time/holiday_laws.cpp.
///
///     for (const Holiday& day : holidays(*parse_region("GB-SCT"), 2026)) …   // 1 January, 2 January, Good Friday, …
namespace relais::time {

/// `code` names the holiday for `words`: `easter-monday`. The day is the one without work: a substitute where the law
/// has one and the holiday itself falls on a weekend.
struct Holiday {
  Day day;
  std::string_view code;
};

/// Where public holidays are computed.
enum class Region : std::uint8_t {
  france,
  alsace_moselle,
  guadeloupe,
  martinique,
  guyane,
  reunion,
  mayotte,
  belgium,
  luxembourg,
  england_and_wales,
  scotland,
  northern_ireland,
  united_states,  ///< federal
};

/// `FR`, `FR-ALSACE-MOSELLE`, `BE`, `GB-SCT`, …
std::optional<Region> parse_region(std::string_view text);
std::string_view name(Region region);
std::vector<Region> regions();

/// The holidays of a year, by day. Any year from 1 to 9999; the law of today is taken for all, with the days that
/// proclamations moved or added since 2020.
std::vector<Holiday> holidays(Region region, int year);

/// Whether a day is one, and which.
std::optional<Holiday> holiday_on(Region region, Day day);

/// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
Day easter(int year);

}  // namespace relais::time
