#pragma once

#include "core/calendar/recurrence_rule.hpp"

#include <algorithm>
#include <vector>

/// RFC 5545 section 3.3.10 read as plainly as it can be: every day is asked whether it belongs. Slow, and made of
/// nothing that core/calendar/recurrence.cpp is made of but the parsed rule. For rules by days or more whose times are
/// that of the start, or BYHOUR at its minute.
namespace relais::calendar::oracle {

using time::Date;
using time::Day;

class PlainRecurrence {
 public:
  PlainRecurrence(const RecurrenceRule& rule, time::LocalTime start)
      : rule_(rule), start_(start), first_(time::day_of(start)), date_(time::to_date(first_)) {}

  /// The first `most` that lie before `end`.
  std::vector<time::LocalTime> list(std::size_t most, Day end) const {
    if (rule_.count) most = std::min(most, static_cast<std::size_t>(*rule_.count));
    std::vector<time::LocalTime> out;
    // The period of the start begins before it, and BYSETPOS counts from there.
    Day day = first_ + -400;
    while (day < end && out.size() < most) {
      std::vector<time::LocalTime> period;
      const std::int64_t number = period_of(day);
      for (; day < end && period_of(day) == number; day = day + 1) {
        if (number % rule_.interval != 0 || !belongs(day)) continue;
        for (const std::int64_t second : seconds()) period.push_back(time::midnight(day) + second);
      }
      for (const auto at : picked(period)) {
        if (at >= start_ && before_end(at) && out.size() < most) out.push_back(at);
      }
    }
    return out;
  }

 private:
  static bool has(const std::vector<int>& list, int value) {
    return std::find(list.begin(), list.end(), value) != list.end();
  }
  // From the start or, negative, from the end of a span of days.
  static bool has(const std::vector<int>& list, int place, int size) {
    return has(list, place) || has(list, place - size - 1);
  }

  Day week_of(Day day) const {
    return day + -((static_cast<int>(time::weekday(day)) - static_cast<int>(rule_.week_start) + 7) % 7);
  }
  // Which year of weeks, by the week's fourth day: most of it lies in that year.
  int week_year(Day day) const { return time::to_date(week_of(day) + 3).year; }

  std::int64_t period_of(Day day) const {
    const Date date = time::to_date(day);
    switch (rule_.frequency) {
      case Frequency::yearly:
        return rule_.by_week_no.empty() ? date.year - date_.year : week_year(day) - week_year(first_);
      case Frequency::monthly:
        return (date.year - date_.year) * 12 + date.month - date_.month;
      case Frequency::weekly:
        return (week_of(day) - week_of(first_)) / 7;
      default:
        return day - first_;
    }
  }

  bool belongs(Day day) const {
    const Date date = time::to_date(day);
    const int month_length = time::days_in_month(date.year, date.month);
    const Day new_year = time::to_day({date.year, 1, 1});
    const int year_length = time::is_leap(date.year) ? 366 : 365;
    if (!rule_.by_month.empty() && !has(rule_.by_month, date.month)) return false;
    if (!rule_.by_month_day.empty() && !has(rule_.by_month_day, date.day, month_length)) return false;
    if (!rule_.by_year_day.empty() && !has(rule_.by_year_day, day - new_year + 1, year_length)) return false;
    if (!rule_.by_week_no.empty() && !week_matches(day)) return false;
    if (!rule_.by_day.empty()) return weekday_matches(day, date);
    return defaults(day, date);
  }

  // What the start says where the rule says nothing of days.
  bool defaults(Day day, const Date& date) const {
    const bool says_day = !rule_.by_month_day.empty() || !rule_.by_year_day.empty();
    if (rule_.frequency == Frequency::daily) return true;
    if (rule_.frequency == Frequency::weekly || (!rule_.by_week_no.empty() && !says_day)) {
      return says_day || time::weekday(day) == time::weekday(first_);
    }
    const bool yearly = rule_.frequency == Frequency::yearly;
    if (!says_day && date.day != date_.day) return false;
    // The convention for a birthday: YEARLY by day of the month alone stays in the month of the start.
    const bool in_month = yearly && rule_.by_month.empty() && rule_.by_year_day.empty() && rule_.by_week_no.empty();
    return !in_month || date.month == date_.month;
  }

  bool week_matches(Day day) const {
    int weeks = 0, number = 0;
    for (Day at = week_of(time::to_day({week_year(day), 1, 4})); week_year(at) == week_year(day); at = at + 7) {
      ++weeks;
      if (at == week_of(day)) number = weeks;
    }
    return has(rule_.by_week_no, number, weeks);
  }

  bool weekday_matches(Day day, const Date& date) const {
    const bool yearly = rule_.frequency == Frequency::yearly;
    const bool in_month = rule_.frequency == Frequency::monthly || (yearly && !rule_.by_month.empty());
    const Day begin = in_month ? time::to_day({date.year, date.month, 1}) : time::to_day({date.year, 1, 1});
    const int length = in_month ? time::days_in_month(date.year, date.month) : time::is_leap(date.year) ? 366 : 365;
    const int from_start = (day - begin) / 7 + 1;
    const int from_end = -((length - 1 - (day - begin)) / 7 + 1);
    const bool right_month = !(yearly && rule_.by_month.empty() && !rule_.by_month_day.empty() &&
                               rule_.by_year_day.empty() && rule_.by_week_no.empty()) ||
                             date.month == date_.month;
    return right_month && std::any_of(rule_.by_day.begin(), rule_.by_day.end(), [&](const NthDay& wanted) {
             if (wanted.day != time::weekday(day)) return false;
             return wanted.nth == 0 || wanted.nth == from_start || wanted.nth == from_end;
           });
  }

  std::vector<std::int64_t> seconds() const {
    const std::int64_t start = time::second_of_day(start_);
    std::vector<std::int64_t> out;
    for (int hour = 0; hour < 24; ++hour) {
      const bool wanted = rule_.by_hour.empty() ? hour == start / 3600 : has(rule_.by_hour, hour);
      if (wanted) out.push_back(hour * 3600 + start % 3600);
    }
    return out;
  }

  std::vector<time::LocalTime> picked(const std::vector<time::LocalTime>& period) const {
    if (rule_.by_set_position.empty()) return period;
    std::vector<time::LocalTime> out;
    for (std::size_t i = 0; i < period.size(); ++i) {
      if (has(rule_.by_set_position, static_cast<int>(i) + 1, static_cast<int>(period.size())))
        out.push_back(period[i]);
    }
    return out;
  }

  bool before_end(time::LocalTime at) const { return !rule_.until || at <= rule_.until->at; }

  const RecurrenceRule& rule_;
  time::LocalTime start_;
  Day first_;
  Date date_;
};

}  // namespace relais::calendar::oracle
