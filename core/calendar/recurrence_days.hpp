#pragma once

#include "core/calendar/recurrence_rule.hpp"

#include <array>
#include <bitset>
#include <cstdint>
#include <vector>

namespace relais::calendar {

/// The days on which a rule may have occurrences: the BY parts that speak of days, with what the start leaves unsaid
/// filled in (RFC 5545 section 3.3.10, the table and its notes).
///
/// Conventions where the standard leaves room: YEARLY with BYMONTHDAY alone stays in the month of the start, as those
/// who write it mean; BYWEEKNO counts years of weeks, so a week's days may lie in the year before or after; a numbered
/// weekday counts in the month if the rule names months, else in the year.
class RecurrenceDays {
 public:
  RecurrenceDays(const RecurrenceRule& rule, time::Day start);

  /// The days of a year (of weeks, with BYWEEKNO), ascending, each once.
  void in_year(int year, std::vector<time::Day>& out) const;
  void in_month(int year, int month, std::vector<time::Day>& out) const;
  /// `first` is the first day of the week.
  void in_week(time::Day first, std::vector<time::Day>& out) const;

  /// Whether a day passes every part, for rules that go by days or less.
  bool passes(time::Day day) const;
  bool has_filter() const { return any_; }
  /// The first day from `day` on whose month is named: `day` itself if no month is.
  time::Day next_in_month(time::Day day) const;

  bool counts_weeks() const { return !rule_.by_week_no.empty(); }
  /// The year of weeks that a day belongs to.
  int week_year(time::Day day) const;
  /// Whether weekdays are the only part, and how many of a week's days they let pass.
  bool only_weekdays() const;
  int weekday_count() const;

 private:
  struct Span {
    time::Day first;
    int length;
  };
  struct Parts {
    bool month, month_day, year_day, week, weekday;
  };

  void fill_in(time::Day start);
  Span month_span(int year, int month) const;
  time::Day first_week(int year) const;
  int weeks_in(int year) const;
  bool month_named(int month) const { return rule_.by_month.empty() || (months_ >> month & 1) != 0; }

  void weeks_of_year(int year, std::vector<time::Day>& out) const;
  void year_days(int year, std::vector<time::Day>& out) const;
  void month_days(int year, int month, std::vector<time::Day>& out) const;
  void weekdays_in(Span span, std::vector<time::Day>& out) const;
  void keep_passing(std::vector<time::Day>& days, Parts parts) const;
  bool passes(time::Day day, Parts parts) const;
  bool passes_week(time::Day day) const;
  bool passes_weekday(time::Day day, const time::Date& date) const;
  void add_skipped(int steps_before, time::Day first, time::Day after, std::vector<time::Day>& out) const;

  RecurrenceRule rule_;
  bool nth_in_month_ = false;
  bool any_ = false;
  std::uint16_t months_ = 0;
  std::uint32_t month_days_ = 0, month_days_from_end_ = 0;
  std::bitset<367> year_days_, year_days_from_end_;
  std::uint8_t plain_weekdays_ = 0;
  bool numbered_ = false;
};

}  // namespace relais::calendar
