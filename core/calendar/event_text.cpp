#include "core/calendar/event_text.hpp"

#include "core/calendar/event_json.hpp"
#include "core/calendar/event_parts_text.hpp"
#include "core/calendar/json_members.hpp"
#include "core/calendar/zone_definition_json.hpp"

#include <algorithm>
#include <cassert>

namespace relais::calendar {
namespace {

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
    append_json_string(out += before, order[i]->id);
    append(out += ':', *order[i]);
    before = ',';
  }
  out += '}';
}

std::string_view type_of(Event::Kind kind) {
  return kind == Event::Kind::task ? "\"Task\"" : kind == Event::Kind::note ? "\"Note\"" : "\"Event\"";
}

/// All members but those kept, in byte order.
class EventText {
 public:
  EventText(std::string& out, const Event& event)
      : event_(event), members_(out, event.kept), task_(event.kind == Event::Kind::task) {}

  void write() {
    members_.member("\"@type\":") += type_of(event_.kind);
    until_keywords();
    until_recurrence();
    until_status();
    members_.text("\"timeZone\":", event_.time_zone);
    if (!event_.zones.empty()) members_.member("\"timeZones\":") += dump(zones());
    members_.text("\"title\":", event_.title);
    members_.text("\"uid\":", event_.uid);
    members_.moment("\"updated\":", event_.updated);
    members_.end();
  }

 private:
  void until_keywords() {
    parts("\"alerts\":", event_.alerts, append_alert);
    members_.text("\"color\":", event_.color);
    members_.moment("\"created\":", event_.created);
    members_.text("\"description\":", event_.description);
    members_.text("\"descriptionContentType\":", event_.description_type);
    if (task_) members_.moment("\"due\":", event_.due);
    if (!task_) duration("\"duration\":");
    members_.text("\"endTimeZone\":", event_.end_time_zone);
    if (task_) duration("\"estimatedDuration\":");
    rules("\"excludedRecurrenceRules\":", event_.excluded_rules);
    members_.text("\"freeBusyStatus\":", event_.free_busy_status);
    if (has_component(event_)) append_component(members_.member("\"iCalComponent\":"), event_);
  }

  void until_recurrence() {
    if (!event_.keywords.empty()) append_set(members_.member("\"keywords\":"), event_.keywords);
    parts("\"links\":", event_.links, append_link);
    parts("\"locations\":", event_.locations, append_location);
    members_.text("\"method\":", event_.method);
    parts("\"participants\":", event_.participants, append_participant);
    if (task_) members_.number("\"percentComplete\":", event_.percent_complete);
    members_.number("\"priority\":", event_.priority);
    members_.text("\"privacy\":", event_.privacy);
    if (task_) members_.text("\"progress\":", event_.status);
    if (task_) members_.moment("\"progressUpdated\":", event_.progress_updated);
  }

  void until_status() {
    members_.moment("\"recurrenceId\":", event_.recurrence_id);
    members_.text("\"recurrenceIdTimeZone\":", event_.recurrence_id_time_zone);
    if (!event_.overrides.empty()) append_overrides(members_.member("\"recurrenceOverrides\":"), event_.overrides);
    rules("\"recurrenceRules\":", event_.rules);
    const bool several = !event_.kept.empty() && event_.kept.json().contains("replyTo");
    if (!event_.reply_to.empty() && !several) append_address(members_.member("\"replyTo\":"), event_.reply_to);
    members_.number("\"sequence\":", event_.sequence);
    members_.boolean("\"showWithoutTime\":", event_.show_without_time);
    members_.moment("\"start\":", event_.start);
    if (!task_) members_.text("\"status\":", event_.status);
  }

  template <class Part>
  void parts(std::string_view name, const std::vector<Part>& all, void (*append)(std::string&, const Part&)) {
    if (!all.empty()) append_parts(members_.member(name), all, append);
  }
  void rules(std::string_view name, const std::vector<RecurrenceRule>& all) {
    if (!all.empty()) append_rules(members_.member(name), all);
  }
  void duration(std::string_view name) {
    if (event_.duration) members_.member(name) += '"' + time::format(*event_.duration) + '"';
  }
  Json zones() const {
    Json out;
    for (const auto& zone : event_.zones) out[zone->id] = zone_definition_to_json(*zone);
    return out;
  }

  const Event& event_;
  JsonMembers members_;
  bool task_;
};

}  // namespace

void append_event(std::string& out, const Event& event) {
  [[maybe_unused]] const std::size_t begin = out.size();
  EventText(out, event).write();
  assert(std::string_view(out).substr(begin) == dump(event_to_json(event)));
}

}  // namespace relais::calendar
