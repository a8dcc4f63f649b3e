#include "core/agenda/move_series.hpp"

#include <algorithm>

namespace relais::agenda {
namespace {

using calendar::Frequency;
using calendar::RecurrenceRule;

bool names_hours(const RecurrenceRule& rule) {
  return !rule.by_hour.empty() || !rule.by_minute.empty() || !rule.by_second.empty();
}

/// Whether it recurs on days that do not move with the start; the weekdays of a week do.
bool names_days(const RecurrenceRule& rule) {
  const bool weekdays =
      std::all_of(rule.by_day.begin(), rule.by_day.end(), [](const auto& one) { return one.nth == 0; });
  return !rule.by_month.empty() || !rule.by_month_day.empty() || !rule.by_year_day.empty() ||
         !rule.by_week_no.empty() || !rule.by_set_position.empty() ||
         (!rule.by_day.empty() && (rule.frequency != Frequency::weekly || !weekdays));
}

time::Weekday later(time::Weekday day, std::int32_t days) {
  return static_cast<time::Weekday>((static_cast<std::int32_t>(day) + days % 7 + 7) % 7);
}

void move_rule(RecurrenceRule& rule, std::int64_t seconds, std::int32_t days) {
  for (calendar::NthDay& one : rule.by_day) one.day = later(one.day, days);
  rule.week_start = later(rule.week_start, days);
  if (!rule.until) return;
  const bool whole_days = rule.until->form == calendar::Until::Form::day;
  rule.until->at = rule.until->at + (whole_days ? days * time::seconds_per_day : seconds);
}

Status check(const RecurrenceRule& rule, time::LocalTime start, bool other_day, bool other_hour) {
  if (other_day && names_days(rule)) {
    return Error{ErrorCode::invalid_value,
                 {{"value", time::format(start)}},
                 "",
                 "a time on the same day: the series names its days"};
  }
  if (other_hour && names_hours(rule)) {
    return Error{
        ErrorCode::invalid_value, {{"value", time::format(start)}}, "", "the same hour: the series names its hours"};
  }
  return std::monostate{};
}

}  // namespace

Status move_series(calendar::Event& series, std::int64_t seconds) {
  const time::LocalTime start = *series.start + seconds;
  const std::int32_t days = time::day_of(start) - time::day_of(*series.start);
  for (auto* rules : {&series.rules, &series.excluded_rules}) {
    for (RecurrenceRule& rule : *rules) {
      const Status possible = check(rule, start, days != 0, seconds % time::seconds_per_day != 0);
      if (!possible.ok()) return possible.error();
      move_rule(rule, seconds, days);
    }
  }
  for (calendar::Override& one : series.overrides) one.id = one.id + seconds;
  series.start = start;
  return std::monostate{};
}

}  // namespace relais::agenda
