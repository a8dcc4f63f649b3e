#include "core/calendar/recurrence_days.hpp"

#include <algorithm>

namespace relais::calendar {
namespace {

using time::Date;
using time::Day;

int days_in_year(int year) { return time::is_leap(year) ? 366 : 365; }

template <class T>
void sort_unique(std::vector<T>& days) {
  if (!std::is_sorted(days.begin(), days.end())) std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
}

// Days from `from` to the next `to`, 0–6.
int days_to(time::Weekday from, time::Weekday to) { return (static_cast<int>(to) - static_cast<int>(from) + 7) % 7; }

}  // namespace

RecurrenceDays::RecurrenceDays(const RecurrenceRule& rule, Day start) : rule_(rule) {
  rule_.kept = Kept();
  const bool yearly = rule_.frequency == Frequency::yearly;
  nth_in_month_ = rule_.frequency == Frequency::monthly || (yearly && !rule_.by_month.empty());
  fill_in(start);
  for (auto* list : {&rule_.by_month, &rule_.by_month_day, &rule_.by_year_day, &rule_.by_week_no}) sort_unique(*list);
  std::sort(rule_.by_day.begin(), rule_.by_day.end(),
            [](const NthDay& a, const NthDay& b) { return a.day != b.day ? a.day < b.day : a.nth < b.nth; });
  rule_.by_day.erase(std::unique(rule_.by_day.begin(), rule_.by_day.end()), rule_.by_day.end());
  for (const int month : rule_.by_month) months_ = static_cast<std::uint16_t>(months_ | 1u << month);
  for (const int day : rule_.by_month_day) (day > 0 ? month_days_ : month_days_from_end_) |= 1u << std::abs(day);
  for (const int day : rule_.by_year_day) {
    (day > 0 ? year_days_ : year_days_from_end_).set(static_cast<std::size_t>(std::abs(day)));
  }
  const bool weeks = yearly && counts_weeks();
  for (NthDay& day : rule_.by_day) {
    if (weeks) day.nth = 0;  // the only one of its week
    if (day.nth == 0) plain_weekdays_ = static_cast<std::uint8_t>(plain_weekdays_ | 1u << static_cast<int>(day.day));
    if (day.nth != 0) numbered_ = true;
  }
  any_ = months_ || month_days_ || month_days_from_end_ || year_days_.any() || year_days_from_end_.any() ||
         counts_weeks() || !rule_.by_day.empty();
}

void RecurrenceDays::fill_in(Day start) {
  const Date date = time::to_date(start);
  const bool yearly = rule_.frequency == Frequency::yearly;
  const bool says_day = !rule_.by_day.empty() || !rule_.by_month_day.empty() || !rule_.by_year_day.empty();
  if (rule_.frequency >= Frequency::daily) return;
  if (yearly && rule_.by_month.empty() && rule_.by_year_day.empty() && rule_.by_week_no.empty() &&
      (!rule_.by_month_day.empty() || !says_day)) {
    rule_.by_month.push_back(date.month);
  }
  if (says_day) return;
  if (counts_weeks() || rule_.frequency == Frequency::weekly) {
    rule_.by_day.push_back({time::weekday(start), 0});
  } else {
    rule_.by_month_day.push_back(date.day);
  }
}

RecurrenceDays::Span RecurrenceDays::month_span(int year, int month) const {
  return {time::to_day({year, month, 1}), time::days_in_month(year, month)};
}

// The week that holds 4 January is the first (ISO 8601), with weeks that begin on WKST.
Day RecurrenceDays::first_week(int year) const {
  const Day fourth = time::to_day({year, 1, 4});
  return fourth + -days_to(rule_.week_start, time::weekday(fourth));
}

int RecurrenceDays::weeks_in(int year) const { return (first_week(year + 1) - first_week(year)) / 7; }

int RecurrenceDays::week_year(Day day) const {
  const int year = time::to_date(day).year;
  if (day < first_week(year)) return year - 1;
  return day < first_week(year + 1) ? year : year + 1;
}

void RecurrenceDays::weeks_of_year(int year, std::vector<Day>& out) const {
  const Day first = first_week(year);
  const int weeks = weeks_in(year);
  for (const int number : rule_.by_week_no) {
    const int week = number > 0 ? number - 1 : weeks + number;
    if (week < 0 || week >= weeks) continue;
    for (int i = 0; i < 7; ++i) {
      const Day day = first + (week * 7 + i);
      if (rule_.by_day.empty() || (plain_weekdays_ >> static_cast<int>(time::weekday(day)) & 1)) out.push_back(day);
    }
  }
}

// A day that does not exist, `steps_before` its period if not positive, else after it (RFC 7529 section 4.1).
void RecurrenceDays::add_skipped(int steps_before, Day first, Day after, std::vector<Day>& out) const {
  if (rule_.skip == Skip::omit) return;
  const bool below = steps_before <= 0;
  if (rule_.skip == Skip::forward) out.push_back(below ? first : after);
  if (rule_.skip == Skip::backward) out.push_back(below ? first + -1 : after + -1);
}

void RecurrenceDays::year_days(int year, std::vector<Day>& out) const {
  const Day first = time::to_day({year, 1, 1});
  const int length = days_in_year(year);
  for (const int number : rule_.by_year_day) {
    const int place = number > 0 ? number : length + 1 + number;
    if (place >= 1 && place <= length) {
      out.push_back(first + (place - 1));
    } else {
      add_skipped(place, first, first + length, out);
    }
  }
}

void RecurrenceDays::month_days(int year, int month, std::vector<Day>& out) const {
  const Span span = month_span(year, month);
  for (const int number : rule_.by_month_day) {
    const int place = number > 0 ? number : span.length + 1 + number;
    if (place >= 1 && place <= span.length) {
      out.push_back(span.first + (place - 1));
    } else {
      add_skipped(place, span.first, span.first + span.length, out);
    }
  }
}

void RecurrenceDays::weekdays_in(Span span, std::vector<Day>& out) const {
  const Day after = span.first + span.length;
  const time::Weekday at_first = time::weekday(span.first);
  const time::Weekday at_last = time::weekday(after + -1);
  for (const NthDay& wanted : rule_.by_day) {
    const Day first = span.first + days_to(at_first, wanted.day);
    if (wanted.nth == 0) {
      for (Day day = first; day < after; day = day + 7) out.push_back(day);
      continue;
    }
    const Day last = after + -1 + -days_to(wanted.day, at_last);
    const Day day = wanted.nth > 0 ? first + 7 * (wanted.nth - 1) : last + 7 * (wanted.nth + 1);
    if (day >= span.first && day < after) out.push_back(day);
  }
}

void RecurrenceDays::in_year(int year, std::vector<Day>& out) const {
  out.clear();
  Parts left{!rule_.by_month.empty(), !rule_.by_month_day.empty(), !rule_.by_year_day.empty(), false,
             !rule_.by_day.empty()};
  if (counts_weeks()) {
    weeks_of_year(year, out);
    left.weekday = false;
  } else if (left.year_day) {
    year_days(year, out);
    left.year_day = false;
  } else {
    const bool by_date = left.month_day;
    if (left.month || by_date) {
      for (int month = 1; month <= 12; ++month) {
        if (!month_named(month)) continue;
        if (by_date) {
          month_days(year, month, out);
        } else {
          weekdays_in(month_span(year, month), out);
        }
      }
      left.month = false;
    } else {
      weekdays_in({time::to_day({year, 1, 1}), days_in_year(year)}, out);
    }
    (by_date ? left.month_day : left.weekday) = false;
  }
  keep_passing(out, left);
}

void RecurrenceDays::in_month(int year, int month, std::vector<Day>& out) const {
  out.clear();
  if (!month_named(month)) return;
  Parts left{false, false, !rule_.by_year_day.empty(), counts_weeks(), !rule_.by_day.empty()};
  if (!rule_.by_month_day.empty()) {
    month_days(year, month, out);
  } else if (left.weekday) {
    weekdays_in(month_span(year, month), out);
    left.weekday = false;
  } else {
    const Span span = month_span(year, month);
    for (int i = 0; i < span.length; ++i) out.push_back(span.first + i);
  }
  keep_passing(out, left);
}

void RecurrenceDays::in_week(Day first, std::vector<Day>& out) const {
  out.clear();
  const int offset = static_cast<int>(time::weekday(first));
  for (int i = 0; i < 7; ++i) {
    if (plain_weekdays_ == 0 || (plain_weekdays_ >> ((offset + i) % 7) & 1)) out.push_back(first + i);
  }
  keep_passing(out, {months_ != 0, !rule_.by_month_day.empty(), !rule_.by_year_day.empty(), counts_weeks(), false});
}

void RecurrenceDays::keep_passing(std::vector<Day>& days, Parts parts) const {
  if (parts.month || parts.month_day || parts.year_day || parts.week || parts.weekday) {
    days.erase(std::remove_if(days.begin(), days.end(), [&](Day day) { return !passes(day, parts); }), days.end());
  }
  sort_unique(days);
}

bool RecurrenceDays::passes_week(Day day) const {
  const int year = week_year(day);
  const int week = (day - first_week(year)) / 7 + 1;
  const int weeks = weeks_in(year);
  return std::any_of(rule_.by_week_no.begin(), rule_.by_week_no.end(),
                     [&](int number) { return week == (number > 0 ? number : weeks + 1 + number); });
}

bool RecurrenceDays::passes_weekday(Day day, const Date& date) const {
  const int weekday = static_cast<int>(time::weekday(day));
  if (plain_weekdays_ >> weekday & 1) return true;
  if (!numbered_) return false;
  const Day first = nth_in_month_ ? time::to_day({date.year, date.month, 1}) : time::to_day({date.year, 1, 1});
  const int length = nth_in_month_ ? time::days_in_month(date.year, date.month) : days_in_year(date.year);
  const int from_start = (day - first) / 7 + 1;
  const int from_end = -((length - 1 - (day - first)) / 7 + 1);
  return std::any_of(rule_.by_day.begin(), rule_.by_day.end(), [&](const NthDay& wanted) {
    return static_cast<int>(wanted.day) == weekday && (wanted.nth == from_start || wanted.nth == from_end);
  });
}

bool RecurrenceDays::passes(Day day, Parts parts) const {
  const Date date = time::to_date(day);
  if (parts.month && !(months_ >> date.month & 1)) return false;
  if (parts.month_day) {
    const int from_end = time::days_in_month(date.year, date.month) + 1 - date.day;
    if (!(month_days_ >> date.day & 1) && !(month_days_from_end_ >> from_end & 1)) return false;
  }
  if (parts.year_day) {
    const int place = day - time::to_day({date.year, 1, 1}) + 1;
    const int from_end = days_in_year(date.year) + 1 - place;
    if (!year_days_[static_cast<std::size_t>(place)] && !year_days_from_end_[static_cast<std::size_t>(from_end)]) {
      return false;
    }
  }
  if (parts.weekday && !passes_weekday(day, date)) return false;
  return !parts.week || passes_week(day);
}

bool RecurrenceDays::passes(Day day) const {
  return passes(day, {months_ != 0, !rule_.by_month_day.empty(), !rule_.by_year_day.empty(), counts_weeks(),
                      !rule_.by_day.empty()});
}

bool RecurrenceDays::only_weekdays() const {
  return rule_.by_month.empty() && rule_.by_month_day.empty() && rule_.by_year_day.empty() && !counts_weeks();
}

int RecurrenceDays::weekday_count() const {
  int count = 0;
  for (int i = 0; i < 7; ++i) count += plain_weekdays_ >> i & 1;
  return count;
}

Day RecurrenceDays::next_in_month(Day day) const {
  if (rule_.by_month.empty()) return day;
  Date date = time::to_date(day);
  if (month_named(date.month)) return day;
  while (!month_named(date.month)) {
    date.year += date.month == 12 ? 1 : 0;
    date.month = date.month % 12 + 1;
  }
  return time::to_day({date.year, date.month, 1});
}

}  // namespace relais::calendar
