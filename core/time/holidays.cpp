#include "core/time/holidays.hpp"

#include <algorithm>
#include <array>

namespace relais::time {
namespace {

struct Fixed {
  int month, day;
  std::string_view code;
};

struct Movable {
  int after_easter;
  std::string_view code;
};

// Code du travail, article L3133-1.
constexpr std::array<Fixed, 8> fixed_in_france{{{1, 1, "new-year"},
                                                {5, 1, "labour-day"},
                                                {5, 8, "victory-day"},
                                                {7, 14, "national-day"},
                                                {8, 15, "assumption"},
                                                {11, 1, "all-saints"},
                                                {11, 11, "armistice"},
                                                {12, 25, "christmas"}}};
constexpr std::array<Movable, 3> movable_in_france{{{1, "easter-monday"}, {39, "ascension"}, {50, "whit-monday"}}};

// Code du travail, article L3134-13: in Moselle, Bas-Rhin and Haut-Rhin. Good Friday is free there only in communes
// with a Protestant church or one shared by both; a desk in another commune lists its days instead.
constexpr Fixed fixed_in_alsace_moselle{12, 26, "saint-stephen"};
constexpr Movable movable_in_alsace_moselle{-2, "good-friday"};

Holiday in_year(const Fixed& fixed, int year) { return {to_day({year, fixed.month, fixed.day}), fixed.code}; }

Holiday around(Day easter_sunday, const Movable& movable) {
  return {easter_sunday + movable.after_easter, movable.code};
}

}  // namespace

std::optional<Region> parse_region(std::string_view text) {
  for (const Region region : {Region::france, Region::alsace_moselle}) {
    if (text == name(region)) return region;
  }
  return std::nullopt;
}

std::string_view name(Region region) { return region == Region::france ? "FR" : "FR-ALSACE-MOSELLE"; }

std::vector<Holiday> holidays(Region region, int year) {
  const Day easter_sunday = easter(year);
  std::vector<Holiday> out;
  out.reserve(std::size(fixed_in_france) + std::size(movable_in_france) + 2);
  for (const Fixed& fixed : fixed_in_france) out.push_back(in_year(fixed, year));
  for (const Movable& movable : movable_in_france) out.push_back(around(easter_sunday, movable));
  if (region == Region::alsace_moselle) {
    out.push_back(in_year(fixed_in_alsace_moselle, year));
    out.push_back(around(easter_sunday, movable_in_alsace_moselle));
  }
  std::stable_sort(out.begin(), out.end(), [](const Holiday& a, const Holiday& b) { return a.day < b.day; });
  return out;
}

std::optional<Holiday> holiday_on(Region region, Day day) {
  const std::vector<Holiday> all = holidays(region, to_date(day).year);
  const auto found = std::find_if(all.begin(), all.end(), [&](const Holiday& holiday) { return holiday.day == day; });
  if (found == all.end()) return std::nullopt;
  return *found;
}

Day easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return to_day({year, n / 31, n % 31 + 1});
}

}  // namespace relais::time
