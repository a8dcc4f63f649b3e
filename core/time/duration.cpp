#include "core/time/duration.hpp"

#include "core/base/limits.hpp"

#include <array>
#include <span>

namespace relais::time {
namespace {

struct Part {
  std::int64_t amount = 0;
  char unit = 0;
};

// `36H` at the head of `text`, taken off; nothing if no number with a unit stands there, or a senseless one.
std::optional<Part> take_part(std::string_view& text) {
  constexpr std::size_t most_digits = 12;
  Part part;
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
    if (digits == most_digits) return std::nullopt;
    part.amount = part.amount * 10 + (text[digits++] - '0');
  }
  if (digits == 0 || digits == text.size()) return std::nullopt;
  part.unit = text[digits];
  text.remove_prefix(digits + 1);
  return part;
}

// The sum of all parts in `text`, each in the seconds of its unit; units come in the order of `units`, each once.
std::optional<std::int64_t> sum_parts(std::string_view text, std::string_view units,
                                      std::span<const std::int64_t> sizes) {
  constexpr std::int64_t most = limits::duration_days * seconds_per_day;
  std::int64_t sum = 0;
  std::size_t next = 0;
  while (!text.empty()) {
    const auto part = take_part(text);
    if (!part) return std::nullopt;
    const std::size_t unit = units.find(part->unit, next);
    if (unit == std::string_view::npos || part->amount > most / sizes[unit]) return std::nullopt;
    sum += part->amount * sizes[unit];
    next = unit + 1;
  }
  if (sum > most) return std::nullopt;
  return sum;
}

void append_part(std::string& text, std::int64_t amount, char unit) {
  if (amount == 0) return;
  text += std::to_string(amount);
  text += unit;
}

}  // namespace

std::optional<Duration> parse_duration(std::string_view text) {
  constexpr std::array<std::int64_t, 2> date_sizes{7, 1};
  constexpr std::array<std::int64_t, 3> time_sizes{3600, 60, 1};
  const bool negative = text.substr(0, 1) == "-";
  if (negative || text.substr(0, 1) == "+") text.remove_prefix(1);
  if (text.substr(0, 1) != "P") return std::nullopt;
  text.remove_prefix(1);
  const std::size_t mark = text.find('T');
  const std::string_view date = text.substr(0, mark);
  const std::string_view clock = mark == std::string_view::npos ? "" : text.substr(mark + 1);
  if (date.empty() && clock.empty()) return std::nullopt;
  if (mark != std::string_view::npos && clock.empty()) return std::nullopt;
  const auto days = sum_parts(date, "WD", date_sizes);
  const auto seconds = sum_parts(clock, "HMS", time_sizes);
  if (!days || *days > limits::duration_days || !seconds) return std::nullopt;
  const int sign = negative ? -1 : 1;
  return Duration{static_cast<std::int32_t>(sign * *days), sign * *seconds};
}

std::string format(Duration duration) {
  if (duration == Duration{}) return "PT0S";
  const bool negative = duration.days < 0 || duration.seconds < 0;
  const std::int64_t days = negative ? -std::int64_t{duration.days} : duration.days;
  const std::int64_t seconds = negative ? -duration.seconds : duration.seconds;
  std::string text = negative ? "-P" : "P";
  append_part(text, days, 'D');
  if (seconds == 0) return text;
  text += 'T';
  append_part(text, seconds / 3600, 'H');
  append_part(text, seconds / 60 % 60, 'M');
  append_part(text, seconds % 60, 'S');
  return text;
}

}  // namespace relais::time
