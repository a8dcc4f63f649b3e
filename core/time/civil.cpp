#include "core/time/civil.hpp"

#include "core/base/limits.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace relais::time {
namespace {

constexpr std::array<std::string_view, 7> weekday_names{"mo", "tu", "we", "th", "fr", "sa", "su"};

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

// A number written in exactly `digits` digits at the head of `text`, which it takes off.
std::optional<int> take_digits(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(0, digits)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

// At least `digits` characters, zeros in front, a sign if it is negative: as printf has it.
void append_digits(std::string& out, int value, std::size_t digits) {
  std::array<char, 16> text{};
  std::size_t begin = text.size();
  const std::size_t sign = value < 0 ? 1 : 0;
  for (std::int64_t rest = std::abs(std::int64_t{value}); rest > 0 || text.size() - begin + sign < digits; rest /= 10) {
    text[--begin] = static_cast<char>('0' + rest % 10);
  }
  if (sign == 1) text[--begin] = '-';
  out.append(text.data() + begin, text.size() - begin);
}

// The digits of 0 to 99.
char tens(int value) { return static_cast<char>('0' + value / 10); }
char ones(int value) { return static_cast<char>('0' + value % 10); }

template <class T>
std::string written(T at) {
  std::string out;
  append(out, at);
  return out;
}

std::optional<Day> take_day(std::string_view& text) {
  const auto year = take_digits(text, 4);
  if (!year || !take(text, '-')) return std::nullopt;
  const auto month = take_digits(text, 2);
  if (!month || !take(text, '-')) return std::nullopt;
  const auto day = take_digits(text, 2);
  if (!day || *year < limits::first_year || *month < 1 || *month > 12) return std::nullopt;
  if (*day < 1 || *day > days_in_month(*year, *month)) return std::nullopt;
  return to_day({*year, *month, *day});
}

std::optional<int> take_second_of_day(std::string_view& text) {
  const auto hour = take_digits(text, 2);
  if (!hour || !take(text, ':')) return std::nullopt;
  const auto minute = take_digits(text, 2);
  if (!minute || !take(text, ':')) return std::nullopt;
  const auto second = take_digits(text, 2);
  if (!second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return *hour * 3600 + *minute * 60 + *second;
}

std::optional<std::int64_t> take_seconds(std::string_view& text) {
  const auto day = take_day(text);
  if (!day || !take(text, 'T')) return std::nullopt;
  const auto second = take_second_of_day(text);
  if (!second) return std::nullopt;
  return day->days * seconds_per_day + *second;
}

}  // namespace

Day to_day(Date date) {
  const std::int64_t year = std::int64_t{date.year} - (date.month <= 2 ? 1 : 0);
  const std::int64_t era = floor_div(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return {static_cast<std::int32_t>(era * 146097 + day_of_era - 719468)};
}

Date to_date(Day day) {
  const std::int64_t shifted = std::int64_t{day.days} + 719468;
  const std::int64_t era = floor_div(shifted, 146097);
  const std::int64_t day_of_era = shifted - era * 146097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  const int month = static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  const std::int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  return {static_cast<int>(year), month, static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1)};
}

Weekday weekday(Day day) {
  constexpr std::int64_t thursday = 3;  // 1970-01-01
  const std::int64_t since_monday = std::int64_t{day.days} + thursday;
  return static_cast<Weekday>(since_monday - floor_div(since_monday, 7) * 7);
}

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

Week iso_week(Day day) {
  const Day thursday = day + (3 - static_cast<int>(weekday(day)));
  const int year = to_date(thursday).year;
  return {year, (thursday - to_day({year, 1, 1})) / 7 + 1};
}

Day day_of(LocalTime at) { return {static_cast<std::int32_t>(floor_div(at.seconds, seconds_per_day))}; }

LocalTime midnight(Day day) { return {day.days * seconds_per_day}; }

std::int32_t second_of_day(LocalTime at) { return static_cast<std::int32_t>(at - midnight(day_of(at))); }

std::string_view name(Weekday weekday) { return weekday_names[static_cast<std::size_t>(weekday)]; }

std::optional<Weekday> parse_weekday(std::string_view text) {
  for (std::size_t i = 0; i < weekday_names.size(); ++i) {
    if (weekday_names[i] == text) return static_cast<Weekday>(i);
  }
  return std::nullopt;
}

void append(std::string& out, Day day) {
  const Date date = to_date(day);
  append_digits(out, date.year, 4);
  const char rest[] = {'-', tens(date.month), ones(date.month), '-', tens(date.day), ones(date.day)};
  out.append(rest, sizeof rest);
}

void append(std::string& out, LocalTime at) {
  append(out, day_of(at));
  const int second = second_of_day(at), hour = second / 3600, minute = second / 60 % 60;
  const char clock[] = {'T', tens(hour),        ones(hour),       ':', tens(minute), ones(minute),
                        ':', tens(second % 60), ones(second % 60)};
  out.append(clock, sizeof clock);
}

void append(std::string& out, Instant at) {
  append(out, LocalTime{at.seconds});
  out += 'Z';
}

std::string format(Instant at) { return written(at); }
std::string format(LocalTime at) { return written(at); }
std::string format(Day day) { return written(day); }

std::optional<Instant> parse_instant(std::string_view text) {
  const auto seconds = take_seconds(text);
  if (!seconds || text != "Z") return std::nullopt;
  return Instant{*seconds};
}

std::optional<LocalTime> parse_local_time(std::string_view text) {
  const auto seconds = take_seconds(text);
  if (!seconds || !text.empty()) return std::nullopt;
  return LocalTime{*seconds};
}

std::optional<Day> parse_day(std::string_view text) {
  const auto day = take_day(text);
  if (!day || !text.empty()) return std::nullopt;
  return day;
}

std::optional<int> parse_clock(std::string_view text) {
  if (text == "24:00") return 24 * 60;
  const auto hour = take_digits(text, 2);
  if (!hour || !take(text, ':')) return std::nullopt;
  const auto minute = take_digits(text, 2);
  if (!minute || !text.empty() || *hour > 23 || *minute > 59) return std::nullopt;
  return *hour * 60 + *minute;
}

std::string format_clock(int minutes) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%02d:%02d", minutes / 60, minutes % 60);
  return text.data();
}

}  // namespace relais::time
