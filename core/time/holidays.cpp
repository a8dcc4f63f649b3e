#include "core/time/holidays.hpp"

#include "core/time/holiday_laws.hpp"

#include <algorithm>

namespace relais::time {
namespace {

const HolidayLaw& law_of(Region region) { return holiday_laws()[static_cast<std::size_t>(region)]; }

// The nth day of that name in a month, the last if −1.
Day nth_weekday(int year, int month, Weekday day, int nth) {
  const Day from = to_day({year, month, nth > 0 ? 1 + (nth - 1) * 7 : days_in_month(year, month) - 6});
  return from + (static_cast<int>(day) - static_cast<int>(weekday(from)) + 7) % 7;
}

Day day_in(const HolidayRule& rule, int year, Day easter_sunday) {
  switch (rule.kind) {
    case HolidayRule::Kind::fixed:
      return to_day({year, rule.month, rule.number});
    case HolidayRule::Kind::easter:
      return easter_sunday + rule.number;
    case HolidayRule::Kind::nth:
      break;
  }
  return nth_weekday(year, rule.month, rule.weekday, rule.number);
}

bool on_weekend(Day day) { return weekday(day) >= Weekday::saturday; }

bool is_taken(const std::vector<Holiday>& all, Day day) {
  return std::any_of(all.begin(), all.end(), [&](const Holiday& holiday) { return holiday.day == day; });
}

void sort_by_day(std::vector<Holiday>& all) {
  std::stable_sort(all.begin(), all.end(), [](const Holiday& a, const Holiday& b) { return a.day < b.day; });
}

// By ascending day; those on a weekend yield to one that already has the day: 2 January keeps its Monday in Scotland.
void move_to_next_free(std::vector<Holiday>& all) {
  for (Holiday& holiday : all) {
    if (!on_weekend(holiday.day)) continue;
    Day day = holiday.day;
    while (on_weekend(day) || is_taken(all, day)) day = day + 1;
    holiday.day = day;
  }
}

void move_next_to_work(std::vector<Holiday>& all) {
  for (Holiday& holiday : all) {
    if (weekday(holiday.day) == Weekday::saturday) holiday.day = holiday.day + -1;
    if (weekday(holiday.day) == Weekday::sunday) holiday.day = holiday.day + 1;
  }
}

void proclaim(std::vector<Holiday>& all, const ProclaimedDay& proclaimed) {
  std::erase_if(all, [&](const Holiday& holiday) { return holiday.code == proclaimed.instead_of; });
  all.push_back({to_day(proclaimed.date), proclaimed.code});
}

// What the law says of one year; a substitute may fall into the year before.
std::vector<Holiday> by_law(const HolidayLaw& law, int year) {
  const Day easter_sunday = easter(year);
  std::vector<Holiday> out;
  out.reserve(law.rules.size() + law.local_rules.size() + law.proclaimed.size());
  for (const HolidayRule& rule : law.rules) out.push_back({day_in(rule, year, easter_sunday), rule.code});
  for (const HolidayRule& rule : law.local_rules) out.push_back({day_in(rule, year, easter_sunday), rule.code});
  for (const ProclaimedDay& proclaimed : law.proclaimed) {
    if (proclaimed.date.year == year) proclaim(out, proclaimed);
  }
  sort_by_day(out);
  if (law.on_weekend == OnWeekend::next_free) move_to_next_free(out);
  if (law.on_weekend == OnWeekend::next_to_work) move_next_to_work(out);
  sort_by_day(out);
  return out;
}

}  // namespace

std::optional<Region> parse_region(std::string_view text) {
  for (const HolidayLaw& law : holiday_laws()) {
    if (text == law.name) return law.region;
  }
  return std::nullopt;
}

std::string_view name(Region region) { return law_of(region).name; }

std::vector<Region> regions() {
  std::vector<Region> out;
  for (const HolidayLaw& law : holiday_laws()) out.push_back(law.region);
  return out;
}

std::vector<Holiday> holidays(Region region, int year) {
  const HolidayLaw& law = law_of(region);
  std::vector<Holiday> out = by_law(law, year);
  if (law.on_weekend != OnWeekend::next_to_work) return out;
  for (const Holiday& holiday : by_law(law, year + 1)) out.push_back(holiday);
  std::erase_if(out, [&](const Holiday& holiday) { return to_date(holiday.day).year != year; });
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
