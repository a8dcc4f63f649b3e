#include "core/calendar/event_json.hpp"

#include "core/base/text.hpp"
#include "core/calendar/event_parts_json.hpp"
#include "core/calendar/patch_json.hpp"
#include "core/calendar/recurrence_rule_json.hpp"
#include "core/calendar/zone_definition_json.hpp"
#include "core/time/time_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace relais::calendar {
namespace {

enum class For : std::uint8_t { all, tasks, others };

// One member: how it is read, and written (null: not given). Reading marks the member as known.
struct Member {
  std::string_view name;
  For kinds;
  void (*read)(ObjectReader& object, std::string_view name, Event& event);
  Json (*write)(const Event& event);

  bool of(Event::Kind kind) const { return kinds == For::all || (kinds == For::tasks) == (kind == Event::Kind::task); }
};

template <std::string Event::*member>
void read_text(ObjectReader& object, std::string_view name, Event& event) {
  event.*member = object.string_or(name, "");
}
template <std::string Event::*member>
Json write_text(const Event& event) {
  return (event.*member).empty() ? Json() : Json(event.*member);
}

template <std::optional<std::int64_t> Event::*member, int least, int most>
void read_number(ObjectReader& object, std::string_view name, Event& event) {
  event.*member = object.optional_integer(name, {least, most});
}
template <std::optional<std::int64_t> Event::*member>
Json write_number(const Event& event) {
  return event.*member ? Json(*(event.*member)) : Json();
}

template <std::optional<time::Instant> Event::*member>
void read_instant(ObjectReader& object, std::string_view name, Event& event) {
  event.*member = time::read_optional_instant(object, name);
}
template <std::optional<time::LocalTime> Event::*member>
void read_local(ObjectReader& object, std::string_view name, Event& event) {
  event.*member = time::read_optional_local_time(object, name);
}
template <auto member>
Json write_time(const Event& event) {
  return event.*member ? Json(time::format(*(event.*member))) : Json();
}

void read_duration(ObjectReader& object, std::string_view name, Event& event) {
  event.duration = time::read_optional_duration(object, name);
}
Json write_duration(const Event& event) { return event.duration ? Json(time::format(*event.duration)) : Json(); }

template <auto member, auto read_one>
void read_parts(ObjectReader& object, std::string_view name, Event& event) {
  (event.*member).clear();
  object.each_member(name,
                     [&](const std::string& id, ObjectReader& part) { (event.*member).push_back(read_one(id, part)); });
}
template <auto member, auto write_one>
Json write_parts(const Event& event) {
  Json out;
  for (const auto& part : event.*member) out[part.id] = write_one(part);
  return out;
}

template <std::vector<RecurrenceRule> Event::*member>
void read_rules(ObjectReader& object, std::string_view name, Event& event) {
  const Json& rules = object.any(name);
  if (rules.is_null()) return;
  (event.*member).clear();
  if (rules.is_object()) return (event.*member).push_back(read_rule(rules, object.path_of(name), object.reading()));
  if (!rules.is_array()) return object.fail(name, {ErrorCode::wrong_type, {}, "", "an array of recurrence rules"});
  for (std::size_t i = 0; i < rules.size(); ++i) {
    (event.*member).push_back(read_rule(rules[i], pointer(object.path_of(name), i), object.reading()));
  }
}
template <std::vector<RecurrenceRule> Event::*member>
Json write_rules(const Event& event) {
  Json out;
  for (const RecurrenceRule& rule : event.*member) out.push_back(rule_to_json(rule));
  return out;
}

// RANGE=THISANDFUTURE among the parameters kept of a RECURRENCE-ID, however deep the patch's pointer goes.
bool says_this_and_future(const Json& patch) {
  constexpr std::array<std::string_view, 5> tokens{"iCalComponent", "convertedProperties", "recurrenceId", "parameters",
                                                   "range"};
  std::string pointer;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    pointer += (i == 0 ? "" : "/") + std::string(tokens[i]);
    const auto found = patch.find(pointer);
    if (found == patch.end()) continue;
    const Json* at = &*found;
    for (std::size_t k = i + 1; k < tokens.size() && at; ++k) {
      const auto next = at->is_object() ? at->find(std::string(tokens[k])) : at->end();
      at = next == at->end() ? nullptr : &*next;
    }
    const auto* text = at ? at->get_ptr<const std::string*>() : nullptr;
    return text && equals_ignoring_case(*text, "THISANDFUTURE");
  }
  return false;
}

bool may_move(const Json& patch) {
  for (auto item = patch.begin(); item != patch.end(); ++item) {
    const std::string name = item.key().substr(0, item.key().find('/'));
    if (name == "start" || name == "duration" || name == "timeZone" || name == "timeZones" ||
        name == "showWithoutTime") {
      return true;
    }
  }
  return false;
}

Override read_override(time::LocalTime id, const Json& patch) {
  const auto excluded = patch.find("excluded");
  Override out;
  out.id = id;
  out.excluded = excluded != patch.end() && *excluded == true;
  out.this_and_future = says_this_and_future(patch);
  out.moves = may_move(patch);
  out.patch = Kept(patch);
  return out;
}

void read_overrides(ObjectReader& object, std::string_view name, Event& event) {
  const Json& overrides = object.any(name);
  if (overrides.is_null()) return;
  event.overrides.clear();
  if (!overrides.is_object()) return object.fail(name, {ErrorCode::wrong_type, {}, "", "an object of patches"});
  for (auto item = overrides.begin(); item != overrides.end(); ++item) {
    const auto id = time::parse_local_time(item.key());
    const std::string path = pointer(object.path_of(name), item.key());
    if (!id) {
      return object.reading().fail({ErrorCode::invalid_value, {{"value", item.key()}}, path, "a local time"});
    }
    if (!item->is_object()) return object.reading().fail({ErrorCode::wrong_type, {}, path, "a patch object"});
    event.overrides.push_back(read_override(*id, *item));
  }
  std::sort(event.overrides.begin(), event.overrides.end(),
            [](const Override& a, const Override& b) { return a.id < b.id; });
}
Json write_overrides(const Event& event) {
  Json out;
  for (const Override& change : event.overrides) out[time::format(change.id)] = change.patch.json();
  return out;
}

// `replyTo` with one address; several stay as they are, beside the one by mail.
void read_reply_to(ObjectReader& object, std::string_view name, Event& event) {
  event.reply_to.clear();
  const Json& reply_to = object.any(name);
  if (reply_to.is_null()) return;
  const std::string* chosen = nullptr;
  for (auto item = reply_to.begin(); reply_to.is_object() && item != reply_to.end(); ++item) {
    const auto* text = item->get_ptr<const std::string*>();
    if (!text) return object.fail(name, {ErrorCode::wrong_type, {}, "", "an object of URIs"});
    if (!chosen || item.key() == "imip") chosen = text;
  }
  if (!chosen) return object.fail(name, {ErrorCode::wrong_type, {}, "", "an object of URIs"});
  event.reply_to = *chosen;
  if (reply_to.size() > 1) event.kept = Kept(Json{{"replyTo", reply_to}});
}
void read_organizer(ObjectReader& object, std::string_view name, Event& event) {
  event.reply_to = object.string_or(name, event.reply_to);
}
Json write_reply_to(const Event& event) {
  if (event.reply_to.empty() || event.kept.json().contains("replyTo")) return Json();
  const bool mail = equals_ignoring_case(std::string_view(event.reply_to).substr(0, 7), "mailto:");
  return Json{{mail ? "imip" : "other", event.reply_to}};
}

void read_keywords(ObjectReader& object, std::string_view name, Event& event) {
  event.keywords.clear();
  const Json& set = object.any(name);
  if (set.is_null()) return;
  if (!set.is_object()) return object.fail(name, {ErrorCode::wrong_type, {}, "", "an object whose members are true"});
  for (auto item = set.begin(); item != set.end(); ++item) {
    if (*item != true) return object.fail(name, {ErrorCode::wrong_type, {}, "", "an object whose members are true"});
    event.keywords.push_back(item.key());
  }
}
Json write_keywords(const Event& event) {
  Json out;
  for (const std::string& keyword : event.keywords) out[keyword] = true;
  return out;
}

void read_show_without_time(ObjectReader& object, std::string_view name, Event& event) {
  event.show_without_time.reset();
  if (object.has(name)) event.show_without_time = object.boolean_or(name, false);
}
Json write_show_without_time(const Event& event) {
  return event.show_without_time ? Json(*event.show_without_time) : Json();
}

void read_zones(ObjectReader& object, std::string_view name, Event& event) {
  event.zones.clear();
  object.each_member(name, [&](const std::string& id, ObjectReader& zone) {
    event.zones.push_back(std::make_shared<const ZoneDefinition>(read_zone_definition(id, zone)));
  });
}
Json write_zones(const Event& event) {
  Json out;
  for (const auto& zone : event.zones) out[zone->id] = zone_definition_to_json(*zone);
  return out;
}

void read_component(ObjectReader& object, std::string_view name, Event& event) {
  event.converted.clear();
  event.properties.clear();
  event.components.clear();
  object.object(name, [&](ObjectReader& component) {
    component.any("@type");
    component.any("name");
    component.each_member("convertedProperties", [&](const std::string& pointer, ObjectReader& item) {
      Converted out;
      out.name = item.string("name");
      if (item.has("parameters")) {
        out.parameters = read_parameters(item.any("parameters"), item.path_of("parameters"), item.reading());
      }
      item.finish();
      event.converted[pointer] = std::move(out);
    });
    event.properties = read_kept_properties(component, "properties");
    event.components = read_kept_components(component, "components");
    component.finish();
  });
}
Json write_component(const Event& event) {
  Json out;
  for (const auto& [pointer, converted] : event.converted) {
    Json item{{"name", converted.name}};
    if (!converted.parameters.empty()) item["parameters"] = parameters_to_json(converted.parameters);
    out["convertedProperties"][pointer] = std::move(item);
  }
  if (!event.properties.empty()) out["properties"] = kept_properties_to_json(event.properties);
  if (!event.components.empty()) out["components"] = kept_components_to_json(event.components);
  if (!out.is_null()) out["@type"] = "ICalComponent";
  return out;
}

Json write_nothing(const Event&) { return Json(); }

// By name, for the search.
constexpr std::array<Member, 37> members{{
    {"alerts", For::all, read_parts<&Event::alerts, read_alert>, write_parts<&Event::alerts, alert_to_json>},
    {"color", For::all, read_text<&Event::color>, write_text<&Event::color>},
    {"created", For::all, read_instant<&Event::created>, write_time<&Event::created>},
    {"description", For::all, read_text<&Event::description>, write_text<&Event::description>},
    {"descriptionContentType", For::all, read_text<&Event::description_type>, write_text<&Event::description_type>},
    {"due", For::tasks, read_local<&Event::due>, write_time<&Event::due>},
    {"duration", For::others, read_duration, write_duration},
    {"endTimeZone", For::all, read_text<&Event::end_time_zone>, write_text<&Event::end_time_zone>},
    {"estimatedDuration", For::tasks, read_duration, write_duration},
    {"excludedRecurrenceRules", For::all, read_rules<&Event::excluded_rules>, write_rules<&Event::excluded_rules>},
    {"freeBusyStatus", For::all, read_text<&Event::free_busy_status>, write_text<&Event::free_busy_status>},
    {"iCalComponent", For::all, read_component, write_component},
    {"keywords", For::all, read_keywords, write_keywords},
    {"links", For::all, read_parts<&Event::links, read_link>, write_parts<&Event::links, link_to_json>},
    {"locations", For::all, read_parts<&Event::locations, read_location>,
     write_parts<&Event::locations, location_to_json>},
    {"organizerCalendarAddress", For::all, read_organizer, write_nothing},
    {"participants", For::all, read_parts<&Event::participants, read_participant>,
     write_parts<&Event::participants, participant_to_json>},
    {"percentComplete", For::tasks, read_number<&Event::percent_complete, 0, 100>,
     write_number<&Event::percent_complete>},
    {"priority", For::all, read_number<&Event::priority, 0, 9>, write_number<&Event::priority>},
    {"privacy", For::all, read_text<&Event::privacy>, write_text<&Event::privacy>},
    {"progress", For::tasks, read_text<&Event::status>, write_text<&Event::status>},
    {"progressUpdated", For::tasks, read_instant<&Event::progress_updated>, write_time<&Event::progress_updated>},
    {"recurrenceId", For::all, read_local<&Event::recurrence_id>, write_time<&Event::recurrence_id>},
    {"recurrenceIdTimeZone", For::all, read_text<&Event::recurrence_id_time_zone>,
     write_text<&Event::recurrence_id_time_zone>},
    {"recurrenceOverrides", For::all, read_overrides, write_overrides},
    {"recurrenceRule", For::all, read_rules<&Event::rules>, write_nothing},
    {"recurrenceRules", For::all, read_rules<&Event::rules>, write_rules<&Event::rules>},
    {"replyTo", For::all, read_reply_to, write_reply_to},
    {"sequence", For::all, read_number<&Event::sequence, 0, 2147483647>, write_number<&Event::sequence>},
    {"showWithoutTime", For::all, read_show_without_time, write_show_without_time},
    {"start", For::all, read_local<&Event::start>, write_time<&Event::start>},
    {"status", For::others, read_text<&Event::status>, write_text<&Event::status>},
    {"timeZone", For::all, read_text<&Event::time_zone>, write_text<&Event::time_zone>},
    {"timeZones", For::all, read_zones, write_zones},
    {"title", For::all, read_text<&Event::title>, write_text<&Event::title>},
    {"uid", For::all, read_text<&Event::uid>, write_text<&Event::uid>},
    {"updated", For::all, read_instant<&Event::updated>, write_time<&Event::updated>},
}};

const Member* find_member(std::string_view name, Event::Kind kind) {
  const auto found = std::lower_bound(members.begin(), members.end(), name,
                                      [](const Member& member, std::string_view key) { return member.name < key; });
  return found != members.end() && found->name == name && found->of(kind) ? &*found : nullptr;
}

void resolve_zone(Event& event, ObjectReader& object) {
  event.zone = nullptr;
  if (event.time_zone.empty()) return;
  for (const auto& definition : event.zones) {
    if (definition->id == event.time_zone) event.zone = build_zone(*definition);
  }
  if (!event.zone) event.zone = time::find_zone(event.time_zone);
  if (!event.zone) object.fail("timeZone", {ErrorCode::unknown_zone, {{"zone", event.time_zone}}, "", ""});
}

constexpr std::array<std::string_view, 3> types{"Event", "Task", "Note"};

// What a patch may not change: the identity of the series and its recurrence (RFC 8984 section 4.3.5).
bool is_structural(std::string_view name) {
  return name == "@type" || name == "uid" || name == "excluded" || name == "recurrenceId" ||
         name == "recurrenceIdTimeZone" || name == "recurrenceRules" || name == "recurrenceRule" ||
         name == "excludedRecurrenceRules" || name == "recurrenceOverrides";
}

void erase_structural(Json& json) {
  for (const char* name : {"@type", "uid", "recurrenceId", "recurrenceIdTimeZone", "recurrenceRules",
                           "excludedRecurrenceRules", "recurrenceOverrides"}) {
    json.erase(name);
  }
}

Json value_of(const Event& event, const std::string& name) {
  if (const Member* member = find_member(name, event.kind)) return member->write(event);
  const auto kept = event.kept.json().find(name);
  return kept == event.kept.json().end() ? Json() : *kept;
}

void keep_member(Event& event, const std::string& name, const Json& value) {
  Json all = event.kept.json();
  if (value.is_null()) {
    all.erase(name);
  } else {
    all[name] = value;
  }
  event.kept = Kept(std::move(all));
}

// The pointers of a patch by the member that they lead into.
std::map<std::string, Json> by_member(const Json& patch) {
  std::map<std::string, Json> out;
  for (auto item = patch.begin(); item != patch.end(); ++item) {
    const std::string name = item.key().substr(0, item.key().find('/'));
    if (is_structural(name)) continue;
    Json& part = out[name];
    if (part.is_null()) part = Json::object();
    part[item.key()] = item.value();
  }
  return out;
}

void patch_member(Event& event, const Event& plain, const std::string& name, const Json& patch, const std::string& path,
                  Reading& reading) {
  Json holder = Json::object();
  if (Json value = value_of(plain, name); !value.is_null()) holder[name] = std::move(value);
  if (!apply_patch(holder, patch)) {
    return reading.fail({ErrorCode::invalid_value, {{"value", patch.begin().key()}}, path, "a pointer into the event"});
  }
  ObjectReader object(holder, path, reading);
  if (const Member* member = find_member(name, event.kind)) {
    member->read(object, name, event);
  } else {
    keep_member(event, name, holder.contains(name) ? holder[name] : Json());
  }
  if (name == "timeZone" || name == "timeZones") resolve_zone(event, object);
}

}  // namespace

Result<Event> read_event(const Json& json, const std::string& path) {
  Reading reading;
  ObjectReader object(json, path, reading);
  Event event;
  event.kind = static_cast<Event::Kind>(object.one_of_or("@type", 0, {types[0], types[1], types[2]}));
  Json rest = Json::object();
  Event another;
  for (const Member& member : members) {
    if (!object.has(member.name)) {
      object.any(member.name);
      continue;
    }
    // What belongs to another kind is checked like the rest, and kept.
    const bool ours = member.of(event.kind);
    member.read(object, member.name, ours ? event : another);
    if (!ours) rest[std::string(member.name)] = object.any(member.name);
  }
  rest.update(object.rest());
  rest.update(event.kept.json());
  event.kept = Kept(std::move(rest));
  object.string("uid");
  if (event.uid.empty()) object.fail("uid", {ErrorCode::invalid_value, {{"value", ""}}, "", "an id"});
  if (event.kind == Event::Kind::event) object.required("start");
  resolve_zone(event, object);
  return reading.result(std::move(event));
}

std::vector<Event> read_required_events(ObjectReader& object, std::string_view member) {
  const Json& list = object.required(member);
  if (list.is_null() && !object.reading().failed()) {
    object.fail(member, {ErrorCode::wrong_type, {}, "", "an array of events"});
  }
  return read_events(object, member);
}

std::vector<Event> read_events(ObjectReader& object, std::string_view member) {
  std::vector<Event> out;
  const Json& list = object.any(member);
  if (list.is_null()) return out;
  if (!list.is_array()) {
    object.fail(member, {ErrorCode::wrong_type, {}, "", "an array of events"});
    return out;
  }
  out.reserve(list.size());
  for (std::size_t i = 0; i < list.size() && !object.reading().failed(); ++i) {
    auto event = read_event(list[i], pointer(object.path_of(member), i));
    if (event.ok()) {
      out.push_back(std::move(event).value());
    } else {
      object.reading().fail(event.error());
    }
  }
  return out;
}

Json event_to_json(const Event& event) {
  Json out = event.kept.json();
  out["@type"] = types[static_cast<std::size_t>(event.kind)];
  for (const Member& member : members) {
    if (!member.of(event.kind)) continue;
    Json value = member.write(event);
    if (!value.is_null()) out[std::string(member.name)] = std::move(value);
  }
  return out;
}

Json events_to_json(const std::vector<Event>& events) {
  Json out = Json::array();
  for (const Event& event : events) out.push_back(event_to_json(event));
  return out;
}

Event without_recurrence(const Event& series) {
  Event plain = series;
  plain.rules.clear();
  plain.excluded_rules.clear();
  plain.overrides.clear();
  return plain;
}

Result<Event> apply_override(const Event& plain, const Override& change) {
  Reading reading;
  Event event = plain;
  event.recurrence_id = change.id;
  event.recurrence_id_time_zone = plain.time_zone;
  event.start = change.id;
  const std::string path = pointer("/recurrenceOverrides", time::format(change.id));
  for (const auto& [name, patch] : by_member(change.patch.json())) {
    patch_member(event, plain, name, patch, path, reading);
  }
  if (!event.start) event.start = change.id;
  return reading.result(std::move(event));
}

OverrideMaker::OverrideMaker(const Event& plain) {
  Json json = event_to_json(plain);
  erase_structural(json);
  json.erase("start");
  plain_ = Kept(std::move(json));
}

Override OverrideMaker::make(const Event& occurrence) const {
  const time::LocalTime id = occurrence.recurrence_id.value_or(time::LocalTime{});
  Json to = event_to_json(occurrence);
  erase_structural(to);
  if (occurrence.start == id) to.erase("start");
  return read_override(id, make_patch(plain_.json(), to));
}

}  // namespace relais::calendar
