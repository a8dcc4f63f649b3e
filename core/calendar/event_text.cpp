#include "core/calendar/event_text.hpp"

#include "core/base/json_text.hpp"
#include "core/calendar/event_json.hpp"
#include "core/calendar/event_parts_json.hpp"
#include "core/calendar/plain_event.hpp"
#include "core/calendar/recurrence_rule_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cassert>

namespace relais::calendar {
namespace {

/// One object: members in byte order of their names.
class Members {
 public:
  explicit Members(std::string& out) : out_(out) {}

  /// `name` with its quotes and colon.
  std::string& member(std::string_view name) {
    out_ += begun_ ? ',' : '{';
    begun_ = true;
    return out_ += name;
  }
  void text(std::string_view name, const std::string& value) {
    if (!value.empty()) append_json_string(member(name), value);
  }
  void number(std::string_view name, const std::optional<std::int64_t>& value) {
    if (value) member(name) += std::to_string(*value);
  }
  template <class T>
  void moment(std::string_view name, const std::optional<T>& value) {
    if (!value) return;
    time::append(member(name) += '"', *value);
    out_ += '"';
  }
  void end() { out_ += begun_ ? "}" : "{}"; }

 private:
  std::string& out_;
  bool begun_ = false;
};

void append_set(std::string& out, const std::vector<std::string>& sorted) {
  char before = '{';
  for (const std::string& item : sorted) {
    out += before;
    append_json_string(out, item);
    out += ":true";
    before = ',';
  }
  out += '}';
}

void append_alert(std::string& out, const Alert& alert) {
  Members members(out);
  members.member("\"@type\":") += "\"Alert\"";
  members.moment("\"acknowledged\":", alert.acknowledged);
  members.text("\"action\":", alert.action);
  if (!alert.properties.empty()) members.member("\"iCalProps\":") += dump(kept_properties_to_json(alert.properties));
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

void append_participant(std::string& out, const Participant& person) {
  Members members(out);
  members.member("\"@type\":") += "\"Participant\"";
  members.text("\"email\":", person.email);
  if (person.expect_reply) members.member("\"expectReply\":") += *person.expect_reply ? "true" : "false";
  members.text("\"kind\":", person.kind);
  members.text("\"name\":", person.name);
  members.text("\"participationStatus\":", person.status);
  if (!person.roles.empty()) append_set(members.member("\"roles\":"), person.roles);
  append_json_string(members.member("\"sendTo\":") += "{\"imip\":", person.address);
  out += '}';
  members.end();
}

// The parts of an event by their ids, in byte order of these; of two with one id the last.
template <class Part>
void append_parts(std::string& out, const std::vector<Part>& parts, void (*append)(std::string&, const Part&)) {
  std::vector<const Part*> order;
  order.reserve(parts.size());
  for (const Part& part : parts) order.push_back(&part);
  std::stable_sort(order.begin(), order.end(), [](const Part* a, const Part* b) { return a->id < b->id; });
  char before = '{';
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i + 1 < order.size() && order[i]->id == order[i + 1]->id) continue;
    out += before;
    append_json_string(out, order[i]->id);
    append(out += ':', *order[i]);
    before = ',';
  }
  out += '}';
}

void append_kept(std::string& out, const std::vector<KeptProperty>& properties) {
  char before = '[';
  for (const KeptProperty& property : properties) {
    out += before;
    append_json_string(out += '[', property.name);
    append_json_string(out += ",{},\"unknown\",", property.value);
    out += ']';
    before = ',';
  }
  out += ']';
}

void append_rules(std::string& out, const std::vector<RecurrenceRule>& rules) {
  char before = '[';
  for (const RecurrenceRule& rule : rules) {
    out += before;
    out += dump(rule_to_json(rule));
    before = ',';
  }
  out += ']';
}

void append_link(std::string& out, const Link& link) {
  append_json_string(out += "{\"@type\":\"Link\",\"href\":", link.href);
  out += '}';
}

void append_location(std::string& out, const Location& location) {
  append_json_string(out += "{\"@type\":\"Location\",\"name\":", location.name);
  out += '}';
}

void append_plain(std::string& out, const Event& event) {
  Members members(out);
  members.member("\"@type\":") += "\"Event\"";
  if (!event.alerts.empty()) append_parts(members.member("\"alerts\":"), event.alerts, append_alert);
  members.text("\"color\":", event.color);
  members.moment("\"created\":", event.created);
  members.text("\"description\":", event.description);
  if (event.duration) members.member("\"duration\":") += '"' + time::format(*event.duration) + '"';
  members.text("\"freeBusyStatus\":", event.free_busy_status);
  if (!event.properties.empty()) {
    append_kept(members.member("\"iCalComponent\":") += "{\"@type\":\"ICalComponent\",\"properties\":",
                event.properties);
    out += '}';
  }
  if (!event.keywords.empty()) append_set(members.member("\"keywords\":"), event.keywords);
  if (!event.links.empty()) append_parts(members.member("\"links\":"), event.links, append_link);
  if (!event.locations.empty()) append_parts(members.member("\"locations\":"), event.locations, append_location);
  if (!event.participants.empty()) {
    append_parts(members.member("\"participants\":"), event.participants, append_participant);
  }
  members.number("\"priority\":", event.priority);
  members.text("\"privacy\":", event.privacy);
  if (!event.rules.empty()) append_rules(members.member("\"recurrenceRules\":"), event.rules);
  if (!event.reply_to.empty()) {
    append_json_string(members.member("\"replyTo\":") += "{\"imip\":", event.reply_to);
    out += '}';
  }
  members.number("\"sequence\":", event.sequence);
  if (event.show_without_time) members.member("\"showWithoutTime\":") += *event.show_without_time ? "true" : "false";
  members.moment("\"start\":", event.start);
  members.text("\"status\":", event.status);
  members.text("\"timeZone\":", event.time_zone);
  members.text("\"title\":", event.title);
  members.text("\"uid\":", event.uid);
  members.moment("\"updated\":", event.updated);
  members.end();
}

bool is_sorted_set(const std::vector<std::string>& list) {
  return std::adjacent_find(list.begin(), list.end(), [](const auto& a, const auto& b) { return a >= b; }) ==
         list.end();
}

}  // namespace

void append_event(std::string& out, const Event& event) {
  const bool sets = is_sorted_set(event.keywords) &&
                    std::all_of(event.participants.begin(), event.participants.end(),
                                [](const Participant& person) { return is_sorted_set(person.roles); });
  if (!sets || !is_plain(event)) return void(out += dump(event_to_json(event)));
  [[maybe_unused]] const std::size_t begin = out.size();
  append_plain(out, event);
  assert(std::string_view(out).substr(begin) == dump(event_to_json(event)));
}

}  // namespace relais::calendar
