#include "core/calendar/recurrence_rule.hpp"

#include "core/base/text.hpp"
#include "core/calendar/ics_value.hpp"

#include <array>

namespace relais::calendar {
namespace {

constexpr std::array<std::string_view, 7> frequencies{"yearly", "monthly",  "weekly",  "daily",
                                                      "hourly", "minutely", "secondly"};
constexpr std::array<std::string_view, 3> skips{"omit", "backward", "forward"};
constexpr std::array<std::string_view, 7> weekdays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

template <std::size_t N>
std::optional<std::size_t> place_of(const std::array<std::string_view, N>& names, std::string_view text) {
  for (std::size_t i = 0; i < N; ++i) {
    if (equals_ignoring_case(names[i], text)) return i;
  }
  return std::nullopt;
}

Error wrong(std::string_view part, std::string_view expected) {
  return {ErrorCode::invalid_value, {{"value", std::string(part)}}, "", std::string(expected)};
}

// Each item of a comma-separated list; false as soon as `take` refuses one.
template <class Take>
bool each_item(std::string_view list, Take take) {
  while (true) {
    const auto comma = list.find(',');
    if (!take(trim(list.substr(0, comma)))) return false;
    if (comma == std::string_view::npos) return true;
    list.remove_prefix(comma + 1);
  }
}

struct NumberList {
  std::string_view name;
  std::vector<int> RecurrenceRule::*member;
  int least, most;
  bool either_sign;  // and then never zero
};

constexpr std::array<NumberList, 8> number_lists{{
    {"BYMONTH", &RecurrenceRule::by_month, 1, 12, false},
    {"BYMONTHDAY", &RecurrenceRule::by_month_day, 1, 31, true},
    {"BYYEARDAY", &RecurrenceRule::by_year_day, 1, 366, true},
    {"BYWEEKNO", &RecurrenceRule::by_week_no, 1, 53, true},
    {"BYHOUR", &RecurrenceRule::by_hour, 0, 23, false},
    {"BYMINUTE", &RecurrenceRule::by_minute, 0, 59, false},
    {"BYSECOND", &RecurrenceRule::by_second, 0, 60, false},
    {"BYSETPOS", &RecurrenceRule::by_set_position, 1, 366, true},
}};

bool in_range(const NumberList& list, std::int64_t number) {
  if (!list.either_sign) return number >= list.least && number <= list.most;
  return (number >= list.least && number <= list.most) || (number <= -list.least && number >= -list.most);
}

std::string range_of(const NumberList& list) {
  return "numbers from " + std::to_string(list.least) + " to " + std::to_string(list.most) +
         (list.either_sign ? ", or negative" : "");
}

std::optional<NthDay> parse_nth_day(std::string_view text) {
  if (text.size() < 2) return std::nullopt;
  const auto day = place_of(weekdays, text.substr(text.size() - 2));
  if (!day) return std::nullopt;
  text.remove_suffix(2);
  if (text.empty()) return NthDay{static_cast<time::Weekday>(*day), 0};
  const auto nth = parse_signed(text);
  if (!nth || *nth == 0 || *nth < -53 || *nth > 53) return std::nullopt;
  return NthDay{static_cast<time::Weekday>(*day), static_cast<int>(*nth)};
}

std::optional<Until> parse_until(std::string_view text) {
  const auto value = parse_ics_time(text);
  if (!value) return std::nullopt;
  using Form = IcsTime::Form;
  const Until::Form form = value->form == Form::day   ? Until::Form::day
                           : value->form == Form::utc ? Until::Form::utc
                                                      : Until::Form::local;
  return Until{form, value->at};
}

class RuleParser {
 public:
  Result<RecurrenceRule> parse(std::string_view text);

 private:
  Status take_part(std::string_view part);
  Status take(std::string_view name, std::string_view value, std::string_view part);
  Status take_list(const NumberList& list, std::string_view value, std::string_view part);
  Status take_days(std::string_view value, std::string_view part);
  bool first(std::string_view name);

  RecurrenceRule rule_;
  std::vector<std::string> seen_;
};

bool RuleParser::first(std::string_view name) {
  for (const std::string& known : seen_) {
    if (equals_ignoring_case(known, name)) return false;
  }
  seen_.emplace_back(name);
  return true;
}

Status RuleParser::take_list(const NumberList& list, std::string_view value, std::string_view part) {
  std::vector<int>& out = rule_.*list.member;
  const bool good = each_item(value, [&](std::string_view item) {
    const auto number = parse_signed(item);
    if (number && in_range(list, *number)) out.push_back(static_cast<int>(*number));
    return number && in_range(list, *number);
  });
  if (!good) return wrong(part, range_of(list));
  return std::monostate{};
}

Status RuleParser::take_days(std::string_view value, std::string_view part) {
  const bool good = each_item(value, [&](std::string_view item) {
    const auto day = parse_nth_day(item);
    if (day) rule_.by_day.push_back(*day);
    return day.has_value();
  });
  if (!good) return wrong(part, "weekdays such as MO, 2TU or -1FR");
  return std::monostate{};
}

Status RuleParser::take(std::string_view name, std::string_view value, std::string_view part) {
  for (const NumberList& list : number_lists) {
    if (equals_ignoring_case(name, list.name)) return take_list(list, value, part);
  }
  const auto is = [&](std::string_view known) { return equals_ignoring_case(name, known); };
  if (is("BYDAY")) return take_days(value, part);
  if (is("FREQ")) {
    const auto place = place_of(frequencies, value);
    if (!place) return wrong(part, "YEARLY, MONTHLY, WEEKLY, DAILY, HOURLY, MINUTELY or SECONDLY");
    rule_.frequency = static_cast<Frequency>(*place);
  } else if (is("INTERVAL")) {
    const auto number = parse_signed(value);
    if (!number || *number < 1) return wrong(part, "a number from 1");
    rule_.interval = *number;
  } else if (is("COUNT")) {
    rule_.count = parse_signed(value);
    if (!rule_.count || *rule_.count < 1) return wrong(part, "a number from 1");
  } else if (is("UNTIL")) {
    rule_.until = parse_until(value);
    if (!rule_.until) return wrong(part, "a time such as 20261231T120000Z or a day such as 20261231");
  } else if (is("WKST")) {
    const auto place = place_of(weekdays, value);
    if (!place) return wrong(part, "a weekday: MO, TU, WE, TH, FR, SA or SU");
    rule_.week_start = static_cast<time::Weekday>(*place);
  } else if (is("SKIP")) {
    const auto place = place_of(skips, value);
    if (!place) return wrong(part, "OMIT, BACKWARD or FORWARD");
    rule_.skip = static_cast<Skip>(*place);
  } else if (is("RSCALE")) {
    if (!equals_ignoring_case(value, "GREGORIAN")) {
      return Error{ErrorCode::unsupported, {{"value", std::string(part)}}, "", "RSCALE=GREGORIAN"};
    }
  } else {
    return wrong(part, "a part of RFC 5545: FREQ, INTERVAL, COUNT, UNTIL, BYDAY, …");
  }
  return std::monostate{};
}

Status RuleParser::take_part(std::string_view part) {
  const auto equals = part.find('=');
  if (equals == std::string_view::npos) return wrong(part, "NAME=VALUE");
  const std::string_view part_name = trim(part.substr(0, equals));
  if (!first(part_name)) return wrong(part, "each part once");
  return take(part_name, trim(part.substr(equals + 1)), part);
}

Result<RecurrenceRule> RuleParser::parse(std::string_view text) {
  text = trim(text);
  if (text.size() > 6 && equals_ignoring_case(text.substr(0, 6), "RRULE:")) text.remove_prefix(6);
  const std::string_view whole = text;
  while (!text.empty()) {
    const auto semicolon = text.find(';');
    const std::string_view part = trim(text.substr(0, semicolon));
    if (!part.empty()) {
      RELAIS_TRY([[maybe_unused]] const auto taken, take_part(part));
    }
    if (semicolon == std::string_view::npos) break;
    text.remove_prefix(semicolon + 1);
  }
  if (first("FREQ")) return wrong(whole, "a rule with FREQ");
  RELAIS_TRY([[maybe_unused]] const auto checked, check_rule(rule_));
  return std::move(rule_);
}

void append_numbers(std::string& text, const NumberList& list, const std::vector<int>& numbers) {
  if (numbers.empty()) return;
  text += ';';
  text += list.name;
  char before = '=';
  for (const int number : numbers) {
    text += before;
    text += std::to_string(number);
    before = ',';
  }
}

void append_days(std::string& text, const std::vector<NthDay>& days) {
  char before = '=';
  for (const NthDay& day : days) {
    if (before == '=') text += ";BYDAY";
    text += before;
    if (day.nth != 0) text += std::to_string(day.nth);
    text += weekdays[static_cast<std::size_t>(day.day)];
    before = ',';
  }
}

std::string upper(std::string_view name) {
  std::string text(name);
  for (char& c : text) c = static_cast<char>(c - 32);
  return text;
}

std::string until_text(const Until& until) {
  using Form = IcsTime::Form;
  const Form form = until.form == Until::Form::day   ? Form::day
                    : until.form == Until::Form::utc ? Form::utc
                                                     : Form::local;
  return format_ics_time({form, until.at});
}

}  // namespace

std::string_view name(Frequency frequency) { return frequencies[static_cast<std::size_t>(frequency)]; }

std::string_view name(Skip skip) { return skips[static_cast<std::size_t>(skip)]; }

Result<RecurrenceRule> parse_rrule(std::string_view text) { return RuleParser().parse(text); }

Status check_rule(const RecurrenceRule& rule) {
  const bool by_any = !rule.by_day.empty() || !rule.by_month.empty() || !rule.by_month_day.empty() ||
                      !rule.by_year_day.empty() || !rule.by_week_no.empty() || !rule.by_hour.empty() ||
                      !rule.by_minute.empty() || !rule.by_second.empty();
  if (!rule.by_set_position.empty() && !by_any) return wrong("BYSETPOS", "another BY part to choose from");
  const bool weeks = rule.frequency == Frequency::yearly && !rule.by_week_no.empty();
  const bool positions = rule.frequency <= Frequency::monthly;
  for (const NthDay& day : rule.by_day) {
    if (day.nth == 0) continue;
    std::string text;
    append_days(text, {day});
    text.erase(0, 1);
    if (!positions) return wrong(text, "a numbered weekday only where the rule is MONTHLY or YEARLY");
    if (weeks && day.nth != 1 && day.nth != -1) return wrong(text, "a weekday that stands in a week: MO, 1MO or -1MO");
  }
  return std::monostate{};
}

std::string to_rrule(const RecurrenceRule& rule) {
  std::string text;
  if (rule.skip != Skip::omit) text += "RSCALE=GREGORIAN;";
  text += "FREQ=" + upper(name(rule.frequency));
  if (rule.interval != 1) text += ";INTERVAL=" + std::to_string(rule.interval);
  if (rule.count) text += ";COUNT=" + std::to_string(*rule.count);
  if (rule.until) text += ";UNTIL=" + until_text(*rule.until);
  if (rule.week_start != time::Weekday::monday) {
    text += ";WKST=";
    text += weekdays[static_cast<std::size_t>(rule.week_start)];
  }
  append_days(text, rule.by_day);
  for (const NumberList& list : number_lists) append_numbers(text, list, rule.*list.member);
  if (rule.skip != Skip::omit) text += ";SKIP=" + upper(name(rule.skip));
  return text;
}

}  // namespace relais::calendar
