#include "core/time/posix_rule.hpp"

namespace relais::time {
namespace {

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<int> take_number(std::string_view& text, int least, int most) {
  int value = 0;
  std::size_t digits = 0;
  while (digits < text.size() && digits < 4 && text[digits] >= '0' && text[digits] <= '9') {
    value = value * 10 + (text[digits++] - '0');
  }
  if (digits == 0 || value < least || value > most) return std::nullopt;
  text.remove_prefix(digits);
  return value;
}

// `CET` or `<+0330>`.
bool take_abbreviation(std::string_view& text) {
  std::size_t end = 0;
  if (take(text, '<')) {
    end = text.find('>');
    if (end == std::string_view::npos) return false;
    text.remove_prefix(end + 1);
    return true;
  }
  while (end < text.size() && ((text[end] >= 'A' && text[end] <= 'Z') || (text[end] >= 'a' && text[end] <= 'z'))) ++end;
  text.remove_prefix(end);
  return end > 0;
}

// `[+-]h[:mm[:ss]]` in seconds.
std::optional<std::int32_t> take_clock(std::string_view& text, int most_hours) {
  const bool negative = take(text, '-');
  if (!negative) take(text, '+');
  const auto hours = take_number(text, 0, most_hours);
  if (!hours) return std::nullopt;
  std::int32_t seconds = *hours * 3600;
  for (const int unit : {60, 1}) {
    if (!take(text, ':')) break;
    const auto part = take_number(text, 0, 59);
    if (!part) return std::nullopt;
    seconds += *part * unit;
  }
  return negative ? -seconds : seconds;
}

bool take_month_week_day(std::string_view& text, YearlyChange& change) {
  const auto month = take_number(text, 1, 12);
  if (!month || !take(text, '.')) return false;
  const auto week = take_number(text, 1, 5);
  if (!week || !take(text, '.')) return false;
  const auto day = take_number(text, 0, 6);
  if (!day) return false;
  change.month = *month;
  change.week = *week;
  change.weekday = *day;
  return true;
}

bool take_day(std::string_view& text, YearlyChange& change) {
  if (take(text, 'M')) return take_month_week_day(text, change);
  const bool julian = take(text, 'J');
  const auto day = take_number(text, julian ? 1 : 0, 365);
  if (!day) return false;
  change.kind = julian ? YearlyChange::Kind::julian_without_leap : YearlyChange::Kind::zero_based;
  change.day = *day;
  return true;
}

std::optional<YearlyChange> take_change(std::string_view& text) {
  YearlyChange change;
  if (!take(text, ',') || !take_day(text, change)) return std::nullopt;
  if (!take(text, '/')) return change;
  const auto time = take_clock(text, 167);
  if (!time) return std::nullopt;
  change.time = *time;
  return change;
}

}  // namespace

std::optional<YearlyRule> parse_posix_rule(std::string_view text) {
  YearlyRule rule;
  if (!take_abbreviation(text)) return std::nullopt;
  const auto standard = take_clock(text, 24);
  if (!standard) return std::nullopt;
  rule.standard_offset = -*standard;
  if (text.empty()) return rule;

  rule.has_daylight = true;
  rule.daylight_offset = rule.standard_offset + 3600;
  if (!take_abbreviation(text)) return std::nullopt;
  if (!text.empty() && text.front() != ',') {
    const auto daylight = take_clock(text, 24);
    if (!daylight) return std::nullopt;
    rule.daylight_offset = -*daylight;
  }
  const auto to_daylight = take_change(text);
  if (!to_daylight) return std::nullopt;
  const auto to_standard = take_change(text);
  if (!to_standard || !text.empty()) return std::nullopt;
  rule.to_daylight = *to_daylight;
  rule.to_standard = *to_standard;
  return rule;
}

}  // namespace relais::time
