#include "core/calendar/import_event.hpp"

#include "core/base/sha256.hpp"
#include "core/base/text.hpp"
#include "core/calendar/event_json.hpp"
#include "core/calendar/patch_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace relais::calendar {
namespace {

using time::Duration;
using time::Instant;
using time::LocalTime;

Instant instant_of(const ZonedTime& at, const time::Zone* zone) {
  if (at.time.form == IcsTime::Form::utc) return {at.time.at.seconds};
  if (at.zone && at.zone->zone) return at.zone->zone->to_instant(at.time.at);
  return zone ? zone->to_instant(at.time.at) : Instant{at.time.at.seconds};
}

}  // namespace

EventImporter::EventImporter(const ComponentTree& tree, IcsZones& zones, Problems& problems, Event& event,
                             std::optional<ZonedTime>& recurrence_id)
    : tree_(tree), problems_(problems), times_(tree, zones, problems), event_(event), recurrence_id_(recurrence_id) {}

bool EventImporter::refuse(const IcsProperty& property, const char* code) {
  problems_.add(property.line, code,
                {{"name", lower_name(property.name)}, {"value", replace_invalid_utf8(property.value.substr(0, 60))}});
  return false;
}

void EventImporter::convert(const IcsProperty& property, std::string_view pointer,
                            std::initializer_list<std::string_view> said, std::string_view id) {
  if (!tree_.has_parameter_but(property, said)) return;
  event_.converted[std::string(pointer) + std::string(id)] = {lower_name(property.name),
                                                              tree_.parameters_without(property, said)};
}

void EventImporter::refer_to(const ZoneReference& zone) {
  if (!zone.definition) return;
  for (const auto& known : event_.zones) {
    if (known->id == zone.definition->id) return;
  }
  event_.zones.push_back(zone.definition);
}

void EventImporter::set_zone(const ZonedTime& at, const IcsProperty& property, const char* pointer) {
  const bool known = !at.zone || at.zone->zone;
  if (at.time.form == IcsTime::Form::day) event_.show_without_time = true;
  if (at.time.form == IcsTime::Form::utc) {
    event_.time_zone = "Etc/UTC";
    event_.zone = time::find_zone("Etc/UTC");
  } else if (at.zone && at.zone->zone) {
    event_.time_zone = at.zone->name;
    event_.zone = at.zone->zone;
    refer_to(*at.zone);
  }
  if (known) {
    convert(property, pointer, {"TZID", "VALUE"});
  } else {
    convert(property, pointer, {"VALUE"});
  }
}

void EventImporter::take_start(const IcsComponent& component) {
  const IcsProperty* property = tree_.find(component, PropertyName::dtstart);
  if (!property) return;
  const auto at = times_.read(*property);
  if (!at) return;
  ahead(*property);
  event_.start = at->time.at;
  set_zone(*at, *property, "start");
}

void EventImporter::take_due(const IcsComponent& component) {
  const IcsProperty* property = event_.kind == Event::Kind::task ? tree_.find(component, PropertyName::due) : nullptr;
  if (!property) return;
  const auto at = times_.read(*property);
  if (!at) return;
  ahead(*property);
  if (event_.start) {
    event_.due = TimeReader::local_in(*at, event_.zone.get());
    convert(*property, "due", {"TZID", "VALUE"});
  } else {
    event_.due = at->time.at;
    set_zone(*at, *property, "due");
  }
}

void EventImporter::take_recurrence_id(const IcsComponent& component) {
  const IcsProperty* property = tree_.find(component, PropertyName::recurrence_id);
  if (!property) return;
  recurrence_id_ = times_.read(*property);
  if (!recurrence_id_) return;
  ahead(*property);
  event_.recurrence_id = recurrence_id_->time.at;
  if (recurrence_id_->time.form == IcsTime::Form::utc) event_.recurrence_id_time_zone = "Etc/UTC";
  if (recurrence_id_->zone && recurrence_id_->zone->zone) {
    event_.recurrence_id_time_zone = recurrence_id_->zone->name;
    refer_to(*recurrence_id_->zone);
  }
  const bool known = !recurrence_id_->zone || recurrence_id_->zone->zone;
  if (known) convert(*property, "recurrenceId", {"TZID", "VALUE"});
  if (!known) convert(*property, "recurrenceId", {"VALUE"});
  if (equals_ignoring_case(tree_.parameter(*property, "RANGE"), "THISANDFUTURE")) {
    problems_.add(property->line, "this-and-future", {});
  }
}

// DTEND: the same exact length for every occurrence (RFC 5545 section 3.8.5.3), whole days for an all-day event.
void EventImporter::take_end(const IcsProperty& property) {
  const auto at = times_.read(property);
  if (!at || !event_.start) return keep(property);
  const time::Zone* zone = event_.zone.get();
  Duration length;
  if (event_.all_day()) {
    length.days = time::day_of(TimeReader::local_in(*at, nullptr)) - time::day_of(*event_.start);
    if (length.days == 0) {
      problems_.add(property.line, "end-is-start", {});
      length.days = 1;
    }
  } else {
    const Instant start = zone ? zone->to_instant(*event_.start) : Instant{event_.start->seconds};
    const bool floating = !zone && at->time.form == IcsTime::Form::local;
    length.seconds = (floating ? Instant{at->time.at.seconds} : instant_of(*at, zone)) - start;
  }
  if (length.days < 0 || length.seconds < 0) {
    refuse(property, "end-before-start");
    return keep(property);
  }
  event_.duration = length;
  const bool elsewhere = zone && at->zone && at->zone->zone && at->zone->name != event_.time_zone;
  if (elsewhere) {
    event_.end_time_zone = at->zone->name;
    refer_to(*at->zone);
  }
  convert(property, "duration", {"TZID", "VALUE"});
}

bool EventImporter::duration(const IcsProperty& property) {
  if (event_.duration) return refuse(property, "repeated-property");
  const auto length = parse_ics_duration(trim(property.value));
  if (!length || total_seconds(*length) < 0 || length->days < 0 || length->seconds < 0) return refuse(property);
  event_.duration = length;
  if (event_.kind != Event::Kind::event) {
    convert(property, event_.kind == Event::Kind::task ? "estimatedDuration" : "duration", {});
  } else if (!prefers_duration(event_) || property.parameter_count > 0) {
    event_.converted["duration"] = {"duration", tree_.parameters_without(property, {})};
  }
  return true;
}

bool EventImporter::patch(const IcsProperty& property) {
  patches_.push_back(&property);
  return true;
}

// What reads each property, by its name; null: it is kept.
const std::array<EventImporter::Handler, static_cast<std::size_t>(PropertyName::count_)>& EventImporter::handlers() {
  static constexpr auto all = [] {
    std::array<Handler, static_cast<std::size_t>(PropertyName::count_)> out{};
    const auto set = [&](PropertyName name, Handler handler) { out[static_cast<std::size_t>(name)] = handler; };
    set(PropertyName::attendee, &EventImporter::attendee);
    set(PropertyName::categories, &EventImporter::categories);
    set(PropertyName::class_, &EventImporter::classification);
    set(PropertyName::color, &EventImporter::color);
    set(PropertyName::completed, &EventImporter::completed);
    set(PropertyName::created, &EventImporter::created);
    set(PropertyName::description, &EventImporter::description);
    set(PropertyName::dtstamp, &EventImporter::stamp);
    set(PropertyName::duration, &EventImporter::duration);
    set(PropertyName::exdate, &EventImporter::exdate);
    set(PropertyName::exrule, &EventImporter::exrule);
    set(PropertyName::jsprop, &EventImporter::patch);
    set(PropertyName::last_modified, &EventImporter::modified);
    set(PropertyName::location, &EventImporter::location);
    set(PropertyName::organizer, &EventImporter::organizer);
    set(PropertyName::percent_complete, &EventImporter::percent);
    set(PropertyName::priority, &EventImporter::priority);
    set(PropertyName::rdate, &EventImporter::rdate);
    set(PropertyName::rrule, &EventImporter::rrule);
    set(PropertyName::sequence, &EventImporter::sequence);
    set(PropertyName::status, &EventImporter::status);
    set(PropertyName::summary, &EventImporter::summary);
    set(PropertyName::transp, &EventImporter::transparency);
    set(PropertyName::uid, &EventImporter::uid);
    set(PropertyName::url, &EventImporter::url);
    return out;
  }();
  return all;
}

void EventImporter::take_property(const IcsProperty& property) {
  const Handler handler = handlers()[static_cast<std::size_t>(property.known)];
  if (!handler || !(this->*handler)(property)) keep(property);
}

void EventImporter::make_room(const IcsComponent& component) {
  std::size_t unknown = 0, people = 0;
  for (std::int32_t at = component.first_property; at >= 0; at = tree_.property(at).next) {
    const PropertyName known = tree_.property(at).known;
    unknown += known == PropertyName::other ? 1 : 0;
    people += known == PropertyName::attendee || known == PropertyName::organizer ? 1 : 0;
  }
  event_.properties.reserve(unknown);
  event_.participants.reserve(people);
}

void EventImporter::take_children(const IcsComponent& component) {
  std::size_t alarms = 0;
  for (std::int32_t at = component.first_child; at >= 0; at = tree_.component(at).next) ++alarms;
  const std::size_t width = std::to_string(alarms).size();
  std::size_t number = 0;
  for (std::int32_t at = component.first_child; at >= 0; at = tree_.component(at).next) {
    const IcsComponent& child = tree_.component(at);
    auto alert =
        equals_ignoring_case(child.name, "VALARM") ? import_alarm(tree_, child, times_, event_.title) : std::nullopt;
    if (alert) {
      alert->id = std::to_string(++number);
      alert->id.insert(0, width - std::min(width, alert->id.size()), '0');
      event_.alerts.push_back(std::move(*alert));
      continue;
    }
    if (equals_ignoring_case(child.name, "VALARM")) problems_.add(child.line, "invalid-alarm", {});
    tree_.keep(child, event_.components);
  }
}

// JSPROP: what JSCalendar said and iCalendar could not (draft-ietf-calext-jscalendar-icalendar).
void EventImporter::apply_patches(const IcsComponent& component) {
  if (patches_.empty()) return;
  if (event_.uid.empty()) event_.uid = made_uid(tree_, component);
  Json patch = Json::object();
  for (const IcsProperty* property : patches_) {
    const auto value = parse_json(unescape_text(property->value));
    const std::string pointer = tree_.text_parameter(*property, "JSPTR");
    if (!value.ok() || pointer.empty()) {
      refuse(*property);
      keep(*property);
    } else {
      patch[pointer] = *value;
    }
  }
  Json json = event_to_json(event_);
  if (apply_patch(json, patch)) {
    auto patched = read_event(json, "");
    const bool same_kind = patched.ok() && patched->kind == event_.kind;
    if (same_kind) return void(event_ = std::move(patched).value());
  }
  for (const IcsProperty* property : patches_) {
    refuse(*property);
    keep(*property);
  }
}

bool EventImporter::import(const IcsComponent& component) {
  event_.kind = event_kind(component.name);
  take_start(component);
  if (!event_.start && event_.kind == Event::Kind::event && event_.method.empty()) {
    problems_.add(component.line, "missing-start", {});
    return false;
  }
  take_due(component);
  take_recurrence_id(component);
  const IcsProperty* end = event_.kind == Event::Kind::event ? tree_.find(component, PropertyName::dtend) : nullptr;
  if (end) ahead(*end);
  if (end) take_end(*end);
  make_room(component);
  for (std::int32_t at = component.first_property; at >= 0; at = tree_.property(at).next) {
    const IcsProperty& property = tree_.property(at);
    if (!is_ahead(property)) take_property(property);
  }
  join_organizer();
  take_children(component);
  if (event_.all_day() && !event_.duration && event_.kind == Event::Kind::event) event_.duration = Duration{1, 0};
  sort_keywords();
  sort_overrides();
  apply_patches(component);
  if (event_.uid.empty()) {
    event_.uid = made_uid(tree_, component);
    problems_.add(component.line, "missing-uid", {{"id", event_.uid}});
  }
  return true;
}

std::optional<ImportedEvent> import_event(const ComponentTree& tree, const IcsComponent& component, IcsZones& zones,
                                          Problems& problems, std::string_view method) {
  std::optional<ImportedEvent> out(std::in_place);
  out->event.method = method;
  if (!EventImporter(tree, zones, problems, out->event, out->recurrence_id).import(component)) out.reset();
  return out;
}

std::optional<Event> import_series(const ComponentTree& tree, const IcsComponent& component, IcsZones& zones,
                                   Problems& problems, std::string_view method) {
  std::optional<Event> out(std::in_place);
  out->method = method;
  std::optional<ZonedTime> recurrence_id;
  if (!EventImporter(tree, zones, problems, *out, recurrence_id).import(component)) out.reset();
  return out;
}

Event::Kind event_kind(std::string_view component) {
  if (equals_ignoring_case(component, "VTODO")) return Event::Kind::task;
  return equals_ignoring_case(component, "VJOURNAL") ? Event::Kind::note : Event::Kind::event;
}

std::string made_uid(const ComponentTree& tree, const IcsComponent& component) {
  std::string content(component.name);
  for (std::int32_t at = component.first_property; at >= 0; at = tree.property(at).next) {
    content += '\n';
    content += tree.property(at).name;
    content += ':';
    content += tree.property(at).value;
  }
  return "relais-" + sha256_hex(content).substr(0, 32);
}

}  // namespace relais::calendar
