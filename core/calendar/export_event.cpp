#include "core/calendar/export_event.hpp"

#include "core/base/text.hpp"
#include "core/calendar/component.hpp"
#include "core/calendar/event_json.hpp"
#include "core/calendar/export_component.hpp"
#include "core/calendar/ics_zones.hpp"
#include "core/calendar/import_event.hpp"
#include "core/calendar/patch_json.hpp"
#include "core/calendar/plain_event.hpp"
#include "core/calendar/vtimezone.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cassert>

namespace relais::calendar {
namespace {

// What a reader will make of a component that was just written.
std::optional<ImportedEvent> read_again(const std::string& text, const Event& event) {
  auto tree = ComponentTree::parse(text);
  if (!tree.ok() || tree->components().empty()) return std::nullopt;
  Problems problems;
  IcsZones zones;
  for (const auto& definition : event.zones) zones.add(tzid_of(*definition), definition);
  return import_event(*tree, tree->component(0), zones, problems, event.method);
}

// An override that EXDATE or RDATE says in full.
bool said_by_date(const Override& change) {
  return change.patch.empty() || (change.excluded && change.patch.json().size() == 1);
}

Json comparable(const Event& event) {
  Json json = event_to_json(event);
  json.erase("recurrenceOverrides");
  json.erase("recurrenceId");
  json.erase("recurrenceIdTimeZone");
  json.erase("method");
  return json;
}

void write_patches(LineWriter& out, const Json& patch) {
  for (auto item = patch.begin(); item != patch.end(); ++item) {
    out.begin("JSPROP");
    out.parameter("JSPTR", item.key());
    out.text(dump(item.value()));
    out.end();
  }
}

// What reading it again would not give: members that iCalendar has no word for.
Json lost_members(const Event& event, const Event* series, const std::string& method, const std::string& text) {
  const auto again = read_again(text, event);
  if (!again) return Json::object();
  Json patch = make_patch(comparable(again->event), comparable(event));
  if (!event.method.empty() && event.method != method) patch["method"] = event.method;
  if (!series && event.recurrence_id) {
    const bool same = again->event.recurrence_id == event.recurrence_id;
    if (!same) patch["recurrenceId"] = time::format(*event.recurrence_id);
    if (again->event.recurrence_id_time_zone != event.recurrence_id_time_zone) {
      const bool none = event.recurrence_id_time_zone.empty();
      patch["recurrenceIdTimeZone"] = none ? Json() : Json(event.recurrence_id_time_zone);
    }
  }
  for (const Override& change : event.overrides) {
    if (change.excluded && !said_by_date(change)) {
      patch["recurrenceOverrides/" + time::format(change.id)] = change.patch.json();
    }
  }
  return patch;
}

void write_plain(LineWriter& out, const Event& event, time::Instant stamp, UsedZones& zones) {
  [[maybe_unused]] const std::size_t begin = out.written().size();
  ComponentWriter writer(out, event, nullptr, stamp, zones);
  writer.begin();
  writer.body();
  writer.end();
  assert(lost_members(event, nullptr, "", out.written().substr(begin)).empty());
}

void write_one(LineWriter& out, const Event& event, const Event* series, time::Instant stamp, const std::string& method,
               UsedZones& zones) {
  if (!series && is_plain(event)) return write_plain(out, event, stamp, zones);
  LineWriter component;
  ComponentWriter writer(component, event, series, stamp, zones);
  writer.begin();
  writer.body();
  LineWriter closed = component;
  ComponentWriter(closed, event, series, stamp, zones).end();
  const Json lost = lost_members(event, series, method, closed.written());
  if (!lost.empty()) write_patches(component, lost);
  writer.end();
  out.append(component.written());
}

}  // namespace

Status write_event(LineWriter& out, const Event& event, time::Instant stamp, const std::string& method,
                   UsedZones& zones) {
  write_one(out, event, nullptr, stamp, method, zones);
  const bool changes = std::any_of(event.overrides.begin(), event.overrides.end(),
                                   [](const Override& change) { return !change.excluded && !said_by_date(change); });
  if (!changes) return std::monostate{};
  const Event plain = without_recurrence(event);
  for (const Override& change : event.overrides) {
    if (change.excluded || said_by_date(change)) continue;
    RELAIS_TRY(const Event occurrence, apply_override(plain, change));
    write_one(out, occurrence, &event, stamp, method, zones);
  }
  return std::monostate{};
}

}  // namespace relais::calendar
