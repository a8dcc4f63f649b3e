#include "core/words/values.hpp"

#include <array>

namespace relais::words {
namespace {

constexpr std::string_view no_break = "\u00A0";
constexpr std::string_view narrow_no_break = "\u202F";

constexpr std::array<std::array<std::string_view, 7>, 2> weekdays{{
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
    {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"},
}};

constexpr std::array<std::array<std::string_view, 12>, 2> months{{
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
     "December"},
    {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
     "décembre"},
}};

std::string two_digits(std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string joined(std::string_view left, std::string_view right) {
  return std::string(left).append(no_break).append(right);
}

}  // namespace

std::string number(std::int64_t value, Language language) {
  const std::string digits = std::to_string(value);
  const std::size_t sign = value < 0 ? 1 : 0;
  std::string out = digits.substr(0, sign);
  for (std::size_t i = sign; i < digits.size(); ++i) {
    if (i > sign && (digits.size() - i) % 3 == 0) {
      out += language == Language::french ? narrow_no_break : std::string_view(",");
    }
    out += digits[i];
  }
  return out;
}

std::string minutes(std::int64_t value, Language language) {
  if (value < 0) return "-" + minutes(-value, language);
  const std::int64_t hours = value / 60, rest = value % 60;
  if (hours == 0) return joined(std::to_string(rest), "min");
  std::string whole = joined(number(hours, language), "h");
  if (rest == 0) return whole;
  if (language == Language::french) return joined(whole, two_digits(rest));
  return joined(joined(whole, std::to_string(rest)), "min");
}

std::string clock(int minutes_of_day, Language language) {
  const std::string hour = std::to_string(minutes_of_day / 60);
  const int minute = minutes_of_day % 60;
  if (language == Language::english) return hour + ":" + two_digits(minute);
  return minute == 0 ? joined(hour, "h") : joined(joined(hour, "h"), two_digits(minute));
}

std::string day(time::Day value, Language language) {
  const auto index = static_cast<std::size_t>(language);
  const time::Date parts = time::to_date(value);
  std::string out(weekdays[index][static_cast<std::size_t>(time::weekday(value))]);
  out += " " + std::to_string(parts.day);
  if (language == Language::french && parts.day == 1) out += "er";
  return out.append(no_break).append(months[index][static_cast<std::size_t>(parts.month - 1)]);
}

std::string date(time::Day value, Language language) {
  return day(value, language) + " " + std::to_string(time::to_date(value).year);
}

std::string moment(time::LocalTime value, Language language) {
  const std::string_view at = language == Language::french ? " à " : " at ";
  return day(time::day_of(value), language).append(at).append(clock(time::second_of_day(value) / 60, language));
}

bool is_singular(std::int64_t value, Language language) {
  return value == 1 || (value == 0 && language == Language::french);
}

}  // namespace relais::words
