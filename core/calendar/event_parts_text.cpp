#include "core/calendar/event_parts_text.hpp"

#include "core/base/text.hpp"
#include "core/calendar/event_parts_json.hpp"
#include "core/calendar/json_members.hpp"

namespace relais::calendar {
namespace {

constexpr std::string_view type = "\"@type\":";

// `write` for each item, in brackets.
template <class List, class Write>
void append_list(std::string& out, const List& list, Write write) {
  out += '[';
  char before = 0;
  for (const auto& item : list) {
    if (before) out += before;
    write(item);
    before = ',';
  }
  out += ']';
}

void append_sorted_set(std::string& out, const std::vector<std::string>& sorted) {
  char before = '{';
  const std::string* last = nullptr;
  for (const std::string& item : sorted) {
    if (last && *last == item) continue;
    out += before;
    append_json_string(out, item);
    out += ":true";
    before = ',';
    last = &item;
  }
  out += '}';
}

/// Components as trees: the children of each by their places.
class ComponentText {
 public:
  ComponentText(std::string& out, const std::vector<KeptComponent>& components)
      : out_(out), components_(components), first_(components.size(), -1), next_(components.size(), -1) {}

  void write() {
    std::vector<int> last(components_.size() + 1, -1);
    int first = -1;
    for (std::size_t i = 0; i < components_.size(); ++i) {
      const int parent = components_[i].parent;
      int& before = last[static_cast<std::size_t>(parent) + 1];
      (before >= 0   ? next_[static_cast<std::size_t>(before)]
       : parent >= 0 ? first_[static_cast<std::size_t>(parent)]
                     : first) = static_cast<int>(i);
      before = static_cast<int>(i);
    }
    write_from(first);
  }

 private:
  // Depth is limits::calendar_depth at most.
  void write_from(int at) {
    out_ += '[';
    for (char before = 0; at >= 0; at = next_[static_cast<std::size_t>(at)]) {
      const KeptComponent& component = components_[static_cast<std::size_t>(at)];
      if (before) out_ += before;
      append_json_string(out_ += '[', component.name);
      append_kept_properties(out_ += ',', component.properties);
      out_ += ',';
      write_from(first_[static_cast<std::size_t>(at)]);
      out_ += ']';
      before = ',';
    }
    out_ += ']';
  }

  std::string& out_;
  const std::vector<KeptComponent>& components_;
  std::vector<int> first_, next_;  // first child, next of the same parent
};

void append_converted(std::string& out, const std::map<std::string, Converted, std::less<>>& all) {
  char before = '{';
  for (const auto& [pointer, converted] : all) {
    append_json_string(out += before, pointer);
    append_json_string(out += ":{\"name\":", converted.name);
    if (!converted.parameters.empty()) (out += ",\"parameters\":") += dump(parameters_to_json(converted.parameters));
    out += '}';
    before = ',';
  }
  out += '}';
}

void append_numbers(JsonMembers& members, std::string_view name, const std::vector<int>& numbers,
                    const char* quote = "") {
  if (numbers.empty()) return;
  std::string& out = members.member(name);
  append_list(out, numbers, [&](int number) { ((out += quote) += std::to_string(number)) += quote; });
}

void append_days(JsonMembers& members, const std::vector<NthDay>& days) {
  if (days.empty()) return;
  std::string& out = members.member("\"byDay\":");
  append_list(out, days, [&](const NthDay& day) {
    ((out += "{\"@type\":\"NDay\",\"day\":\"") += time::name(day.day)) += '"';
    if (day.nth != 0) (out += ",\"nthOfPeriod\":") += std::to_string(day.nth);
    out += '}';
  });
}

std::optional<time::LocalTime> last_moment(const RecurrenceRule& rule) {
  if (!rule.until) return std::nullopt;
  const bool day = rule.until->form == Until::Form::day;
  return day ? rule.until->at + (time::seconds_per_day - 1) : rule.until->at;
}

void append_rule(std::string& out, const RecurrenceRule& rule) {
  JsonMembers members(out, rule.kept);
  members.member(type) += "\"RecurrenceRule\"";
  append_days(members, rule.by_day);
  append_numbers(members, "\"byHour\":", rule.by_hour);
  append_numbers(members, "\"byMinute\":", rule.by_minute);
  append_numbers(members, "\"byMonth\":", rule.by_month, "\"");
  append_numbers(members, "\"byMonthDay\":", rule.by_month_day);
  append_numbers(members, "\"bySecond\":", rule.by_second);
  append_numbers(members, "\"bySetPosition\":", rule.by_set_position);
  append_numbers(members, "\"byWeekNo\":", rule.by_week_no);
  append_numbers(members, "\"byYearDay\":", rule.by_year_day);
  members.number("\"count\":", rule.count);
  if (rule.week_start != time::Weekday::monday) members.text("\"firstDayOfWeek\":", time::name(rule.week_start));
  members.text("\"frequency\":", name(rule.frequency));
  if (rule.interval != 1) members.member("\"interval\":") += std::to_string(rule.interval);
  if (rule.skip != Skip::omit) {
    members.text("\"rscale\":", "gregorian");
    members.text("\"skip\":", name(rule.skip));
  }
  members.moment("\"until\":", last_moment(rule));
  members.end();
}

}  // namespace

void append_kept_properties(std::string& out, const std::vector<KeptProperty>& properties) {
  append_list(out, properties, [&](const KeptProperty& property) {
    append_json_string(out += '[', property.name);
    out += ',';
    out += property.parameters.empty() ? "{}" : dump(parameters_to_json(property.parameters));
    append_json_string(out += ",\"unknown\",", property.value);
    out += ']';
  });
}

void append_kept_components(std::string& out, const std::vector<KeptComponent>& components) {
  ComponentText(out, components).write();
}

void append_set(std::string& out, const std::vector<std::string>& set) {
  if (std::is_sorted(set.begin(), set.end())) return append_sorted_set(out, set);
  std::vector<std::string> sorted = set;
  std::sort(sorted.begin(), sorted.end());
  append_sorted_set(out, sorted);
}

void append_alert(std::string& out, const Alert& alert) {
  JsonMembers members(out, alert.kept);
  members.member(type) += "\"Alert\"";
  members.moment("\"acknowledged\":", alert.acknowledged);
  members.text("\"action\":", alert.action);
  if (!alert.properties.empty()) append_kept_properties(members.member("\"iCalProps\":"), alert.properties);
  members.member("\"trigger\":");
  if (alert.when) {
    out += "{\"@type\":\"AbsoluteTrigger\",\"when\":\"" + time::format(*alert.when) + "\"}";
  } else {
    out += "{\"@type\":\"OffsetTrigger\",\"offset\":\"" + time::format(alert.offset);
    out += alert.from_end ? "\",\"relativeTo\":\"end\"}" : "\"}";
  }
  members.text("\"uid\":", alert.uid);
  members.end();
}

void append_address(std::string& out, const std::string& address) {
  constexpr std::string_view mailto = "mailto:";
  const bool mail = equals_ignoring_case(std::string_view(address).substr(0, mailto.size()), mailto);
  append_json_string(out += mail ? "{\"imip\":" : "{\"other\":", address);
  out += '}';
}

void append_participant(std::string& out, const Participant& person) {
  JsonMembers members(out, person.kept);
  members.member(type) += "\"Participant\"";
  members.text("\"email\":", person.email);
  members.boolean("\"expectReply\":", person.expect_reply);
  members.text("\"kind\":", person.kind);
  members.text("\"name\":", person.name);
  members.text("\"participationStatus\":", person.status);
  if (!person.roles.empty()) append_set(members.member("\"roles\":"), person.roles);
  if (!person.address.empty() && (person.kept.empty() || !person.kept.json().contains("sendTo"))) {
    append_address(members.member("\"sendTo\":"), person.address);
  }
  members.end();
}

void append_link(std::string& out, const Link& link) {
  JsonMembers members(out, link.kept);
  members.member(type) += "\"Link\"";
  members.text("\"href\":", link.href);
  members.end();
}

void append_location(std::string& out, const Location& location) {
  JsonMembers members(out, location.kept);
  members.member(type) += "\"Location\"";
  members.text("\"name\":", location.name);
  members.end();
}

void append_rules(std::string& out, const std::vector<RecurrenceRule>& rules) {
  append_list(out, rules, [&](const RecurrenceRule& rule) { append_rule(out, rule); });
}

void append_overrides(std::string& out, const std::vector<Override>& overrides) {
  char before = '{';
  for (const Override& change : overrides) {
    out += before;
    time::append(out += '"', change.id);
    (out += "\":") += change.patch.empty() ? "{}" : dump(change.patch.json());
    before = ',';
  }
  out += '}';
}

bool has_component(const Event& event) {
  return !event.converted.empty() || !event.properties.empty() || !event.components.empty();
}

void append_component(std::string& out, const Event& event) {
  out += "{\"@type\":\"ICalComponent\"";
  if (!event.components.empty()) append_kept_components(out += ",\"components\":", event.components);
  if (!event.converted.empty()) append_converted(out += ",\"convertedProperties\":", event.converted);
  if (!event.properties.empty()) append_kept_properties(out += ",\"properties\":", event.properties);
  out += '}';
}

}  // namespace relais::calendar
