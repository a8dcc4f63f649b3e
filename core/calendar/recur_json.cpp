#include "core/calendar/recur_json.hpp"

#include "core/base/limits.hpp"
#include "core/calendar/recurrence_rule_json.hpp"
#include "core/time/time_json.hpp"

#include <nlohmann/json.hpp>

#include <array>

namespace relais::calendar {
namespace {

using time::LocalTime;
using Form = Recurrence::Form;

struct Start {
  LocalTime at;
  Form form = Form::time;
};

std::optional<Start> parse_start(std::string_view text) {
  if (const auto at = time::parse_local_time(text)) return Start{*at, Form::time};
  if (const auto day = time::parse_day(text)) return Start{time::midnight(*day), Form::day};
  return std::nullopt;
}

// A time in the form of the start, or an instant where there is a zone.
std::optional<LocalTime> parse_in_form(std::string_view text, const RecurrenceSet& set) {
  const auto start = parse_start(text);
  if (start && start->form == set.form) return start->at;
  const auto instant = time::parse_instant(text);
  if (instant && set.zone && set.form == Form::time) return set.zone->to_local(*instant);
  return std::nullopt;
}

std::string expected_form(const RecurrenceSet& set) {
  return set.form == Form::day ? "a day, 2026-03-10" : "a local time, 2026-03-10T10:00:00";
}

std::string last_start() {
  return "a start up to the year " + std::to_string(limits::recurrence_last_year) +
         ", so that what follows can be written";
}

std::vector<LocalTime> read_dates(ObjectReader& object, std::string_view member, const RecurrenceSet& set) {
  std::vector<LocalTime> out;
  std::size_t place = 0;
  for (const std::string& text : object.strings(member)) {
    const auto at = parse_in_form(text, set);
    const std::string path = pointer(object.path_of(member), place++);
    if (!at) object.reading().fail({ErrorCode::invalid_value, {{"value", text}}, path, expected_form(set)});
    out.push_back(at.value_or(LocalTime{}));
  }
  return out;
}

std::optional<LocalTime> read_bound(ObjectReader& object, std::string_view member, const RecurrenceSet& set) {
  const auto text = object.optional_string(member);
  if (!text) return std::nullopt;
  const auto at = parse_in_form(*text, set);
  if (at) return at;
  // The window of timed occurrences may be given in days.
  const auto start = parse_start(*text);
  if (start) return start->at;
  object.fail(member, {ErrorCode::invalid_value, {{"value", *text}}, "", expected_form(set)});
  return std::nullopt;
}

std::vector<RecurrenceRule> read_rules(ObjectReader& object, std::string_view member) {
  std::vector<RecurrenceRule> out;
  const Json& rules = object.any(member);
  if (rules.is_null()) return out;
  if (!rules.is_array()) object.fail(member, {ErrorCode::wrong_type, {}, "", "an array of rules"});
  for (std::size_t i = 0; rules.is_array() && i < rules.size(); ++i) {
    out.push_back(read_rule(rules[i], pointer(object.path_of(member), i), object.reading()));
  }
  return out;
}

}  // namespace

Result<RecurrenceSet> read_recurrence_set(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  RecurrenceSet set;
  const Start start = object.parsed("start", parse_start, "a local time or a day");
  set.start = start.at;
  set.form = start.form;
  if (time::to_date(time::day_of(start.at)).year > limits::recurrence_last_year) {
    object.fail("start", {ErrorCode::out_of_range, {{"value", object.string("start")}}, "", last_start()});
  }
  set.zone = time::read_zone_or(object, "timeZone", nullptr);
  const Json& rule = object.any("rule");
  set.rules = read_rules(object, "rules");
  if (!rule.is_null()) set.rules.insert(set.rules.begin(), read_rule(rule, "/rule", reading));
  set.excluded_rules = read_rules(object, "exrules");
  set.dates = read_dates(object, "rdates", set);
  set.excluded_dates = read_dates(object, "exdates", set);
  const auto most = static_cast<std::int64_t>(limits::occurrences);
  set.limit = static_cast<std::size_t>(object.integer_or("limit", limits::recurrence_count, {1, most}));
  set.from = read_bound(object, "from", set);
  set.to = read_bound(object, "to", set);
  object.finish();
  if (!object.has("rule") && !object.has("rules") && !object.has("rdates")) {
    reading.fail({ErrorCode::missing_member, {{"member", "rule"}}, "", "rule, rules or rdates"});
  }
  return reading.result(std::move(set));
}

std::string recurrence_answer_text(const RecurrenceSet& set, const RecurrenceAnswer& answer) {
  constexpr std::size_t each = 22;
  std::string out = answer.complete ? "{\"complete\":true,\"occurrences\":[" : "{\"complete\":false,\"occurrences\":[";
  out.reserve(out.size() + answer.occurrences.size() * each + 2);
  for (const LocalTime at : answer.occurrences) {
    out += '"';
    if (set.form == Form::day) time::append(out, time::day_of(at));
    if (set.form == Form::time) time::append(out, at);
    out += "\",";
  }
  if (!answer.occurrences.empty()) out.pop_back();
  return out += "]}";
}

}  // namespace relais::calendar
