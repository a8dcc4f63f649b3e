#include "core/time/time_json.hpp"

#include "core/base/limits.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace relais::time {
namespace {

constexpr std::string_view instant_form = "an instant, 2026-03-10T09:00:00Z";
constexpr std::string_view local_form = "a local time, 2026-03-10T10:00:00";
constexpr std::string_view day_form = "a day, 2026-03-10";
constexpr std::string_view duration_form = "a duration of ISO 8601 that is not negative, PT1H30M";

std::optional<Duration> parse_positive_duration(std::string_view text) {
  const auto duration = parse_duration(text);
  if (!duration || duration->days < 0 || duration->seconds < 0) return std::nullopt;
  return duration;
}

void fail_at(Reading& reading, ErrorCode code, Arguments args, std::string path, std::string_view expected) {
  reading.fail({code, std::move(args), std::move(path), std::string(expected)});
}

int read_clock(const Json& json, const std::string& path, Reading& reading) {
  constexpr std::string_view form = "a time of day from 00:00 to 24:00, 09:30";
  const auto* text = json.get_ptr<const std::string*>();
  if (!text) {
    fail_at(reading, ErrorCode::wrong_type, {}, path, form);
    return 0;
  }
  const auto minutes = parse_clock(*text);
  if (!minutes) fail_at(reading, ErrorCode::invalid_value, {{"value", *text}}, path, form);
  return minutes.value_or(0);
}

ClockSpan read_span(const Json& json, const std::string& path, Reading& reading) {
  if (!json.is_array() || json.size() != 2) {
    fail_at(reading, ErrorCode::wrong_type, {}, path, "a pair of times, [\"09:00\", \"12:30\"]");
    return {};
  }
  const int from = read_clock(json[0], pointer(path, std::size_t{0}), reading);
  const int to = read_clock(json[1], pointer(path, std::size_t{1}), reading);
  if (from >= to) {
    fail_at(reading, ErrorCode::invalid_value, {{"value", format_clock(from) + "–" + format_clock(to)}}, path,
            "a start before the end; a span over midnight is two, to 24:00 and from 00:00 of the next day");
  }
  return {from, to};
}

std::vector<ClockSpan> read_spans(const Json& json, const std::string& path, Reading& reading) {
  std::vector<ClockSpan> spans;
  if (json.is_null()) return spans;
  if (!json.is_array()) {
    fail_at(reading, ErrorCode::wrong_type, {}, path, "an array of pairs of times");
    return spans;
  }
  if (json.size() > limits::spans_per_day) {
    const auto limit = static_cast<std::int64_t>(limits::spans_per_day);
    fail_at(reading, ErrorCode::too_many, {{"limit", limit}, {"what", "spans"}}, path, "");
    return spans;
  }
  for (std::size_t i = 0; i < json.size(); ++i) spans.push_back(read_span(json[i], pointer(path, i), reading));
  std::sort(spans.begin(), spans.end(), [](const ClockSpan& a, const ClockSpan& b) { return a.from < b.from; });
  for (std::size_t i = 1; i < spans.size(); ++i) {
    if (spans[i].from < spans[i - 1].to) {
      fail_at(reading, ErrorCode::invalid_value, {{"value", format_clock(spans[i].from)}}, path,
              "spans that do not overlap");
    }
  }
  return spans;
}

Day read_day_off(const Json& json, const std::string& path, Reading& reading) {
  const auto* text = json.get_ptr<const std::string*>();
  if (!text) {
    fail_at(reading, ErrorCode::wrong_type, {}, path, day_form);
    return {};
  }
  const auto day = parse_day(*text);
  if (!day) fail_at(reading, ErrorCode::invalid_value, {{"value", *text}}, path, day_form);
  return day.value_or(Day{});
}

std::vector<Day> read_days_off(const Json& json, const std::string& path, Reading& reading) {
  std::vector<Day> days;
  if (json.size() > limits::days_off) {
    const auto limit = static_cast<std::int64_t>(limits::days_off);
    fail_at(reading, ErrorCode::too_many, {{"limit", limit}, {"what", "holidays"}}, path, "");
    return days;
  }
  for (std::size_t i = 0; i < json.size(); ++i) days.push_back(read_day_off(json[i], pointer(path, i), reading));
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

}  // namespace

ZonePtr read_zone(ObjectReader& object, std::string_view member) {
  const std::string name = object.string(member);
  if (ZonePtr zone = find_zone(name)) return zone;
  if (!object.reading().failed()) {
    object.fail(member, {ErrorCode::unknown_zone, {{"zone", name}}, "", "an IANA name, Europe/Paris"});
  }
  return find_zone("UTC");
}

ZonePtr read_zone_or(ObjectReader& object, std::string_view member, ZonePtr fallback) {
  object.any(member);
  return object.has(member) ? read_zone(object, member) : std::move(fallback);
}

std::array<std::vector<ClockSpan>, 7> read_week(ObjectReader& object, std::string_view member) {
  std::array<std::vector<ClockSpan>, 7> week;
  object.object(member, [&](ObjectReader& days) {
    for (std::size_t i = 0; i < week.size(); ++i) {
      const std::string_view day = name(static_cast<Weekday>(i));
      week[i] = read_spans(days.any(day), days.path_of(day), days.reading());
    }
    days.finish();
  });
  return week;
}

Json week_to_json(const std::array<std::vector<ClockSpan>, 7>& week) {
  Json out = Json::object();
  for (std::size_t i = 0; i < week.size(); ++i) {
    if (week[i].empty()) continue;
    Json& day = out[std::string(name(static_cast<Weekday>(i)))];
    for (const ClockSpan& span : week[i]) day.push_back(Json::array({format_clock(span.from), format_clock(span.to)}));
  }
  return out;
}

void read_holidays(ObjectReader& object, std::string_view member, WorkingHours& hours) {
  const Json& value = object.any(member);
  if (!object.has(member)) return;
  if (value.is_string()) {
    hours.region =
        object.parsed(member, parse_region, "a region (FR, FR-REUNION, BE, GB-SCT, US, …), or a list of days");
  } else if (value.is_array()) {
    hours.closed = read_days_off(value, object.path_of(member), object.reading());
  } else {
    object.fail(member, {ErrorCode::wrong_type, {}, "", "a region's name or a list of days"});
  }
}

Instant read_instant(ObjectReader& object, std::string_view member) {
  return object.parsed(member, parse_instant, instant_form);
}

std::optional<Instant> read_optional_instant(ObjectReader& object, std::string_view member) {
  return object.optional_parsed(member, parse_instant, instant_form);
}

LocalTime read_local_time(ObjectReader& object, std::string_view member) {
  return object.parsed(member, parse_local_time, local_form);
}

std::optional<LocalTime> read_optional_local_time(ObjectReader& object, std::string_view member) {
  return object.optional_parsed(member, parse_local_time, local_form);
}

Day read_day(ObjectReader& object, std::string_view member) { return object.parsed(member, parse_day, day_form); }

std::optional<Day> read_optional_day(ObjectReader& object, std::string_view member) {
  return object.optional_parsed(member, parse_day, day_form);
}

Duration read_duration(ObjectReader& object, std::string_view member) {
  return object.parsed(member, parse_positive_duration, duration_form);
}

std::optional<Duration> read_optional_duration(ObjectReader& object, std::string_view member) {
  return object.optional_parsed(member, parse_positive_duration, duration_form);
}

}  // namespace relais::time
