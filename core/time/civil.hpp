#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Three ways to name a moment, never mixed up:
///
/// - `Instant`: a moment of the world, seconds since 1970-01-01T00:00:00Z. Leap seconds do not exist.
/// - `LocalTime`: what a clock on a wall shows, in a zone named elsewhere. Seconds since 1970-01-01T00:00:00 there.
/// - `Day`: a date of the proleptic Gregorian calendar, days since 1970-01-01.
///
/// Only a zone (core/time/zone.hpp) turns one of the first two into the other.
namespace relais::time {

struct Instant {
  std::int64_t seconds = 0;
  auto operator<=>(const Instant&) const = default;
};

struct LocalTime {
  std::int64_t seconds = 0;
  auto operator<=>(const LocalTime&) const = default;
};

struct Day {
  std::int32_t days = 0;
  auto operator<=>(const Day&) const = default;
};

constexpr Instant operator+(Instant at, std::int64_t seconds) { return {at.seconds + seconds}; }
constexpr LocalTime operator+(LocalTime at, std::int64_t seconds) { return {at.seconds + seconds}; }
constexpr Day operator+(Day day, std::int32_t days) { return {day.days + days}; }
constexpr std::int64_t operator-(Instant a, Instant b) { return a.seconds - b.seconds; }
constexpr std::int64_t operator-(LocalTime a, LocalTime b) { return a.seconds - b.seconds; }
constexpr std::int32_t operator-(Day a, Day b) { return a.days - b.days; }

inline constexpr std::int64_t seconds_per_day = 86400;

/// Monday first, as ISO 8601 counts.
enum class Weekday : std::uint8_t { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

struct Date {
  int year = 1970;
  int month = 1;  ///< 1–12
  int day = 1;    ///< 1–31
  auto operator<=>(const Date&) const = default;
};

/// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". Any year of `int`; the date must exist.
Day to_day(Date date);
Date to_date(Day day);
Weekday weekday(Day day);
bool is_leap(int year);
int days_in_month(int year, int month);

/// ISO 8601 week of the day and the year it belongs to.
struct Week {
  int year = 1970;
  int week = 1;  ///< 1–53
};
Week iso_week(Day day);

/// The day of a local time, and midnight at the start of a day.
Day day_of(LocalTime at);
LocalTime midnight(Day day);
std::int32_t second_of_day(LocalTime at);  ///< 0–86399

/// `mo` … `su`.
std::string_view name(Weekday weekday);
std::optional<Weekday> parse_weekday(std::string_view text);

/// RFC 3339 forms, years 0001–9999: `2026-03-10T10:00:00Z`, `2026-03-10T10:00:00`, `2026-03-10`. A fraction of a
/// second is refused; seconds may be 60 nowhere.
std::string format(Instant at);
std::string format(LocalTime at);
std::string format(Day day);
/// The same, at the end of `out`.
void append(std::string& out, Instant at);
void append(std::string& out, LocalTime at);
void append(std::string& out, Day day);
std::optional<Instant> parse_instant(std::string_view text);
std::optional<LocalTime> parse_local_time(std::string_view text);
std::optional<Day> parse_day(std::string_view text);

/// Minutes since midnight of `09:30`; `24:00` is the end of the day.
std::optional<int> parse_clock(std::string_view text);
std::string format_clock(int minutes);

}  // namespace relais::time
