#include "core/calendar/event_members_json.hpp"

#include "core/base/text.hpp"
#include "core/calendar/event_parts_json.hpp"
#include "core/calendar/override_json.hpp"
#include "core/calendar/recurrence_rule_json.hpp"
#include "core/calendar/zone_definition_json.hpp"
#include "core/time/time_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace relais::calendar {
namespace {

using For = EventMember::For;

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
constexpr std::array<EventMember, 38> members{{
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
    {"method", For::all, read_text<&Event::method>, write_text<&Event::method>},
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

}  // namespace

std::span<const EventMember> event_members() { return members; }

const EventMember* find_event_member(std::string_view name, Event::Kind kind) {
  const auto found =
      std::lower_bound(members.begin(), members.end(), name,
                       [](const EventMember& member, std::string_view key) { return member.name < key; });
  return found != members.end() && found->name == name && found->of(kind) ? &*found : nullptr;
}

}  // namespace relais::calendar
