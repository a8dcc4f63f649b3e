#include "core/calendar/calendar_info_json.hpp"

#include "core/base/json_text.hpp"
#include "core/base/sha256.hpp"
#include "core/base/text.hpp"
#include "core/calendar/event_parts_json.hpp"
#include "core/calendar/event_parts_text.hpp"
#include "core/calendar/zone_definition_json.hpp"
#include "core/time/time_json.hpp"

#include <nlohmann/json.hpp>

namespace relais::calendar {
namespace {

Json zones_to_json(const CalendarInfo& info) {
  Json out = Json::object();
  for (const auto& [tzid, reference] : info.zones) {
    if (reference.definition) {
      out[reference.name] = zone_definition_to_json(*reference.definition);
    } else if (reference.zone) {
      out[tzid] = {{"@type", "TimeZone"}, {"tzId", reference.name}};
    }
  }
  return out;
}

void append_or_null(std::string& out, const std::string& text) {
  if (text.empty()) return void(out += "null");
  append_json_string(out, text);
}

Json spans_to_json(const std::vector<FreeBusy::Span>& spans) {
  Json out = Json::array();
  for (const FreeBusy::Span& span : spans) {
    out.push_back({{"start", time::format(span.from)}, {"end", time::format(span.to)}, {"status", span.status}});
  }
  return out;
}

}  // namespace

bool is_method(std::string_view text) {
  if (text.empty() || text.size() > 40) return false;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    if (!letter) return false;
  }
  return true;
}

void append_calendar_info(std::string& out, const CalendarInfo& info) {
  out += '{';
  if (!info.properties.empty() || !info.components.empty()) {
    out += "\"iCalComponent\":{";
    if (!info.components.empty()) append_kept_components(out += "\"components\":", info.components);
    if (!info.components.empty() && !info.properties.empty()) out += ',';
    if (!info.properties.empty()) append_kept_properties(out += "\"properties\":", info.properties);
    out += "},";
  }
  append_or_null(out += "\"method\":", info.method);
  append_or_null(out += ",\"name\":", info.name);
  if (!info.product.empty()) append_json_string(out += ",\"prodId\":", info.product);
  (out += ",\"timeZones\":") += dump(zones_to_json(info)) + "}";
}

CalendarInfo read_calendar_info(ObjectReader& object) {
  CalendarInfo out;
  out.name = object.string_or("name", "");
  const auto method = object.optional_string("method");
  if (method && !is_method(*method)) {
    object.fail("method", {ErrorCode::invalid_value, {{"value", *method}}, "", "letters"});
  }
  out.method = to_lower(method.value_or(""));
  out.product = object.string_or("prodId", "");
  // Names of known zones are there to be read; what the calendar defines itself is written again.
  object.each_member("timeZones", [&](const std::string& id, ObjectReader& zone) {
    auto definition = std::make_shared<const ZoneDefinition>(read_zone_definition(id, zone));
    if (definition->observances.empty()) return;
    out.zones.emplace_back(id, ZoneReference{id, nullptr, std::move(definition)});
  });
  object.object("iCalComponent", [&](ObjectReader& component) {
    component.any("@type");
    component.any("name");
    out.properties = read_kept_properties(component, "properties");
    out.components = read_kept_components(component, "components");
    component.finish();
  });
  object.finish();
  return out;
}

Json free_busy_to_json(const FreeBusy& item) {
  Json out{{"@type", "FreeBusy"}, {"uid", item.uid}, {"busy", spans_to_json(item.spans)}};
  if (item.updated) out["updated"] = time::format(*item.updated);
  if (item.start) out["start"] = time::format(*item.start);
  if (item.end) out["end"] = time::format(*item.end);
  if (!item.properties.empty()) out["iCalProps"] = kept_properties_to_json(item.properties);
  return out;
}

FreeBusy read_free_busy(ObjectReader& object) {
  FreeBusy out;
  object.one_of_or("@type", 0, {"FreeBusy"});
  out.uid = object.string("uid");
  out.updated = time::read_optional_instant(object, "updated");
  out.start = time::read_optional_instant(object, "start");
  out.end = time::read_optional_instant(object, "end");
  object.each("busy", [&](ObjectReader& span) {
    FreeBusy::Span read{time::read_instant(span, "start"), time::read_instant(span, "end"), ""};
    read.status = span.string_or("status", "busy");
    span.finish();
    out.spans.push_back(std::move(read));
  });
  out.properties = read_kept_properties(object, "iCalProps");
  object.finish();
  return out;
}

std::string group_uid(const Json& entries) {
  std::string uids;
  for (const Json& entry : entries) uids += dump(entry["uid"]) + "\n";
  return "relais-" + sha256_hex(uids).substr(0, 32);
}

}  // namespace relais::calendar
