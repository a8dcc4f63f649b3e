#include "core/calendar/recurrence_rule_json.hpp"

#include "core/base/text.hpp"
#include "core/calendar/rrule_repair.hpp"
#include "core/time/time_json.hpp"

#include <nlohmann/json.hpp>

#include <array>

namespace relais::calendar {
namespace {

struct NumberList {
  std::string_view name;
  std::vector<int> RecurrenceRule::*member;
  int least, most;
  bool either_sign;
};

constexpr std::array<NumberList, 7> number_lists{{
    {"byMonthDay", &RecurrenceRule::by_month_day, 1, 31, true},
    {"byYearDay", &RecurrenceRule::by_year_day, 1, 366, true},
    {"byWeekNo", &RecurrenceRule::by_week_no, 1, 53, true},
    {"byHour", &RecurrenceRule::by_hour, 0, 23, false},
    {"byMinute", &RecurrenceRule::by_minute, 0, 59, false},
    {"bySecond", &RecurrenceRule::by_second, 0, 60, false},
    {"bySetPosition", &RecurrenceRule::by_set_position, 1, 366, true},
}};

void read_numbers(ObjectReader& object, const NumberList& list, RecurrenceRule& rule) {
  if (!object.has(list.name)) return void(object.any(list.name));
  const Json& values = object.any(list.name);
  const std::string expected = "an array of numbers from " + std::to_string(list.least) + " to " +
                               std::to_string(list.most) + (list.either_sign ? ", or negative" : "");
  if (!values.is_array() || values.empty()) return object.fail(list.name, {ErrorCode::wrong_type, {}, "", expected});
  for (const Json& value : values) {
    const auto* number = value.get_ptr<const std::int64_t*>();
    if (!number) return object.fail(list.name, {ErrorCode::wrong_type, {}, "", expected});
    const std::int64_t size = list.either_sign && *number < 0 ? -*number : *number;
    if (size < list.least || size > list.most) {
      return object.fail(list.name, {ErrorCode::out_of_range, {{"value", *number}}, "", expected});
    }
    (rule.*list.member).push_back(static_cast<int>(*number));
  }
}

// Texts, since other calendar scales have leap months: `5L`.
void read_months(ObjectReader& object, RecurrenceRule& rule) {
  for (const std::string& text : object.strings("byMonth")) {
    const bool digits = !text.empty() && text.size() <= 2 && text.find_first_not_of("0123456789") == std::string::npos;
    const int month = digits ? std::stoi(text) : 0;
    if (month < 1 || month > 12) {
      return object.fail("byMonth", {ErrorCode::invalid_value, {{"value", text}}, "", "months \"1\" to \"12\""});
    }
    rule.by_month.push_back(month);
  }
}

void read_days(ObjectReader& object, RecurrenceRule& rule) {
  object.each("byDay", [&](ObjectReader& day) {
    NthDay out;
    day.one_of_or("@type", 0, {"NDay"});
    out.day = day.parsed("day", time::parse_weekday, "mo, tu, we, th, fr, sa or su");
    out.nth = static_cast<int>(day.integer_or("nthOfPeriod", 0, {-53, 53}));
    day.finish();
    rule.by_day.push_back(out);
  });
}

std::optional<Until> parse_until(std::string_view text) {
  if (const auto at = time::parse_local_time(text)) return Until{Until::Form::local, *at};
  if (const auto at = time::parse_instant(text)) return Until{Until::Form::utc, {at->seconds}};
  if (const auto day = time::parse_day(text)) return Until{Until::Form::day, time::midnight(*day)};
  return std::nullopt;
}

void read_scale(ObjectReader& object) {
  const auto scale = object.optional_string("rscale");
  if (scale && !equals_ignoring_case(*scale, "gregorian")) {
    object.fail("rscale", {ErrorCode::unsupported, {{"value", *scale}}, "", "gregorian"});
  }
}

RecurrenceRule read_rule_object(const Json& json, const std::string& path, Reading& reading) {
  ObjectReader object(json, path, reading);
  RecurrenceRule rule;
  object.one_of_or("@type", 0, {"RecurrenceRule"});
  read_scale(object);
  rule.frequency = static_cast<Frequency>(
      object.one_of("frequency", {"yearly", "monthly", "weekly", "daily", "hourly", "minutely", "secondly"}));
  rule.interval = object.integer_or("interval", 1, {1, 999'999'999'999'999});
  rule.skip = static_cast<Skip>(object.one_of_or("skip", 0, {"omit", "backward", "forward"}));
  if (const auto day = object.optional_parsed("firstDayOfWeek", time::parse_weekday, "mo, tu, we, th, fr, sa or su")) {
    rule.week_start = *day;
  }
  read_days(object, rule);
  read_months(object, rule);
  for (const NumberList& list : number_lists) read_numbers(object, list, rule);
  rule.count = object.optional_integer("count", {1, 999'999'999'999'999});
  rule.until = object.optional_parsed("until", parse_until, "a local time, 2026-12-31T12:00:00");
  rule.kept = Kept(object.rest());
  if (reading.failed()) return rule;
  if (const Status checked = check_rule(rule); !checked.ok()) object.fail("", checked.error());
  return rule;
}

}  // namespace

RecurrenceRule read_rule(const Json& json, const std::string& path, Reading& reading) {
  const auto* text = json.get_ptr<const std::string*>();
  if (!text) return read_rule_object(json, path, reading);
  auto rule = parse_rrule_as_meant(*text);
  if (rule.ok()) return std::move(rule).value().rule;
  Error error = rule.error();
  error.path = path;
  reading.fail(std::move(error));
  return {};
}

Json rule_to_json(const RecurrenceRule& rule) {
  Json out = rule.kept.json();
  out["@type"] = "RecurrenceRule";
  out["frequency"] = name(rule.frequency);
  if (rule.interval != 1) out["interval"] = rule.interval;
  if (rule.skip != Skip::omit) {
    out["rscale"] = "gregorian";
    out["skip"] = name(rule.skip);
  }
  if (rule.week_start != time::Weekday::monday) out["firstDayOfWeek"] = time::name(rule.week_start);
  for (const NthDay& day : rule.by_day) {
    Json item{{"@type", "NDay"}, {"day", time::name(day.day)}};
    if (day.nth != 0) item["nthOfPeriod"] = day.nth;
    out["byDay"].push_back(std::move(item));
  }
  for (const int month : rule.by_month) out["byMonth"].push_back(std::to_string(month));
  for (const NumberList& list : number_lists) {
    if (!(rule.*list.member).empty()) out[std::string(list.name)] = rule.*list.member;
  }
  if (rule.count) out["count"] = *rule.count;
  if (rule.until) {
    out["until"] = rule.until->form == Until::Form::day ? time::format(rule.until->at + (time::seconds_per_day - 1))
                                                        : time::format(rule.until->at);
  }
  return out;
}

}  // namespace relais::calendar
