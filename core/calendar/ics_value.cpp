#include "core/calendar/ics_value.hpp"

#include "core/base/limits.hpp"
#include "core/base/text_scan.hpp"

#include <algorithm>
#include <cstdlib>

namespace relais::calendar {
namespace {

// The number of `size` digits at `at`, or −1.
int digits(std::string_view text, std::size_t at, std::size_t size) {
  if (at + size > text.size()) return -1;
  int number = 0;
  for (std::size_t i = at; i < at + size; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    number = number * 10 + (text[i] - '0');
  }
  return number;
}

std::optional<time::Day> parse_date(std::string_view text) {
  const int year = digits(text, 0, 4);
  const int month = digits(text, 4, 2);
  const int day = digits(text, 6, 2);
  if (year < limits::first_year || month < 1 || month > 12 || day < 1) return std::nullopt;
  if (day > time::days_in_month(year, month)) return std::nullopt;
  return time::to_day({year, month, day});
}

// The first character from `at` on that does not stand for itself in a TEXT (RFC 5545 section 3.3.11).
std::size_t find_special(std::string_view text, std::size_t at) {
  return find_control_or<'\\', ';', ',', '\x7F'>(text, at);
}

// No TEXT may hold it (section 3.1).
bool is_control(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n') || c == '\x7F'; }

// The digits of 0 to 99.
char tens(int value) { return static_cast<char>('0' + value / 10 % 10); }
char ones(int value) { return static_cast<char>('0' + value % 10); }

}  // namespace

std::optional<IcsTime> parse_ics_time(std::string_view text) {
  if (text.size() != 8 && text.size() != 15 && text.size() != 16) return std::nullopt;
  const auto day = parse_date(text);
  if (!day) return std::nullopt;
  if (text.size() == 8) return IcsTime{IcsTime::Form::day, time::midnight(*day)};
  const int hour = digits(text, 9, 2);
  const int minute = digits(text, 11, 2);
  const int second = digits(text, 13, 2);
  if ((text[8] != 'T' && text[8] != 't') || hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
  if (second < 0 || second > 60) return std::nullopt;
  const bool utc = text.size() == 16;
  if (utc && text[15] != 'Z' && text[15] != 'z') return std::nullopt;
  const auto at = time::midnight(*day) + (hour * 3600 + minute * 60 + std::min(second, 59));
  return IcsTime{utc ? IcsTime::Form::utc : IcsTime::Form::local, at};
}

std::string format_ics_time(const IcsTime& value) {
  std::string text;
  append_ics_time(text, value);
  return text;
}

void append_ics_time(std::string& text, const IcsTime& value) {
  const auto [year, month, day] = time::to_date(time::day_of(value.at));
  const char date[] = {tens(year / 100), ones(year / 100), tens(year), ones(year),
                       tens(month),      ones(month),      tens(day),  ones(day)};
  text.append(date, sizeof date);
  if (value.form == IcsTime::Form::day) return;
  const int second = time::second_of_day(value.at), hour = second / 3600, minute = second / 60 % 60;
  const char clock[] = {'T', tens(hour), ones(hour), tens(minute), ones(minute), tens(second % 60), ones(second % 60)};
  text.append(clock, sizeof clock);
  if (value.form == IcsTime::Form::utc) text += 'Z';
}

std::optional<std::int32_t> parse_utc_offset(std::string_view text) {
  if (text.size() != 5 && text.size() != 7) return std::nullopt;
  if (text[0] != '+' && text[0] != '-') return std::nullopt;
  const int hours = digits(text, 1, 2);
  const int minutes = digits(text, 3, 2);
  const int seconds = text.size() == 7 ? digits(text, 5, 2) : 0;
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) return std::nullopt;
  const int total = hours * 3600 + minutes * 60 + seconds;
  return text[0] == '-' ? -total : total;
}

std::string format_utc_offset(std::int32_t seconds) {
  std::string text(1, seconds < 0 ? '-' : '+');
  const int total = std::abs(seconds);
  for (const int part : {total / 3600, total / 60 % 60, total % 60}) {
    if (part == 0 && text.size() == 5) break;
    text += tens(part);
    text += ones(part);
  }
  return text;
}

std::optional<time::Duration> parse_ics_duration(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  std::string_view rest = upper;
  if (rest.starts_with('+')) rest.remove_prefix(1);
  if (const auto plain = time::parse_duration(rest)) return plain;
  const bool negative = rest.starts_with('-');
  if (negative) rest.remove_prefix(1);
  // `P1W2D`: the weeks are read apart.
  const auto week = rest.find('W');
  if (!rest.starts_with('P') || week == std::string_view::npos || week + 1 == rest.size()) return std::nullopt;
  const auto weeks = time::parse_duration(rest.substr(0, week + 1));
  const auto others = time::parse_duration("P" + std::string(rest.substr(week + 1)));
  if (!weeks || !others) return std::nullopt;
  const time::Duration sum{weeks->days + others->days, others->seconds};
  return negative ? time::Duration{-sum.days, -sum.seconds} : sum;
}

std::optional<std::int64_t> parse_signed(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || text.size() > 15) return std::nullopt;
  std::int64_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return negative ? -number : number;
}

bool is_plain_text(std::string_view text) { return find_special(text, 0) == text.size(); }

std::string unescape_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto slash = text.find('\\');
    out += text.substr(0, slash);
    if (slash == std::string_view::npos) break;
    if (slash + 1 == text.size()) {
      out += '\\';
      break;
    }
    const char next = text[slash + 1];
    out += next == 'n' || next == 'N' ? '\n' : next;
    text.remove_prefix(slash + 2);
  }
  if (find_control_or<'\x7F'>(out, 0) < out.size()) std::erase_if(out, is_control);
  return out;
}

void append_escaped_text(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t begin = i;
    i = find_special(text, begin);
    out += text.substr(begin, i - begin);
    if (i == text.size()) return;
    const char c = text[i];
    if (c == '\\' || c == ';' || c == ',') {
      out += '\\';
      out += c;
    } else if (c == '\n' || c == '\r') {
      if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
      out += "\\n";
    } else if (!is_control(c)) {
      out += c;
    }
  }
}

}  // namespace relais::calendar
