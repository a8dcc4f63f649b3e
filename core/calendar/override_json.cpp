#include "core/calendar/override_json.hpp"

#include "core/base/text.hpp"
#include "core/calendar/event_json.hpp"
#include "core/calendar/event_members_json.hpp"
#include "core/calendar/patch_json.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <map>

namespace relais::calendar {
namespace {

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
  if (const EventMember* member = find_event_member(name, event.kind)) return member->write(event);
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
  if (const EventMember* member = find_event_member(name, event.kind)) {
    member->read(object, name, event);
  } else {
    keep_member(event, name, holder.contains(name) ? holder[name] : Json());
  }
  if (name == "timeZone" || name == "timeZones") resolve_zone(event, object);
}

}  // namespace

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

void resolve_zone(Event& event, ObjectReader& object) {
  event.zone = nullptr;
  if (event.time_zone.empty()) return;
  for (const auto& definition : event.zones) {
    if (definition->id == event.time_zone) event.zone = build_zone(*definition);
  }
  if (!event.zone) event.zone = time::find_zone(event.time_zone);
  if (!event.zone) object.fail("timeZone", {ErrorCode::unknown_zone, {{"zone", event.time_zone}}, "", ""});
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
