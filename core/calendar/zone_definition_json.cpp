#include "core/calendar/zone_definition_json.hpp"

#include "core/calendar/ics_value.hpp"
#include "core/calendar/recurrence_rule_json.hpp"
#include "core/time/time_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace relais::calendar {
namespace {

void read_rules(ObjectReader& object, Observance& out) {
  const Json& rules = object.any("recurrenceRules");
  if (rules.is_null()) return;
  if (!rules.is_array()) return object.fail("recurrenceRules", {ErrorCode::wrong_type, {}, "", "an array of rules"});
  for (std::size_t i = 0; i < rules.size(); ++i) {
    out.rules.push_back(read_rule(rules[i], pointer(object.path_of("recurrenceRules"), i), object.reading()));
  }
}

void read_dates(ObjectReader& object, Observance& out) {
  object.each_member("recurrenceOverrides", [&](const std::string& id, ObjectReader& date) {
    const auto at = time::parse_local_time(id);
    if (!at) return date.fail("", {ErrorCode::invalid_value, {{"value", id}}, "", "a local time"});
    out.dates.push_back(*at);
    date.finish();
  });
  std::sort(out.dates.begin(), out.dates.end());
}

void read_names(ObjectReader& object, Observance& out) {
  const Json& names = object.any("names");
  if (!names.is_object()) return;
  for (auto item = names.begin(); item != names.end(); ++item) out.names.push_back(item.key());
}

void read_observances(ObjectReader& object, std::string_view member, ZoneDefinition& definition) {
  object.each(member, [&](ObjectReader& item) {
    Observance out;
    out.daylight = member == "daylight";
    item.one_of_or("@type", 0, {"TimeZoneRule"});
    out.start = time::read_local_time(item, "start");
    out.offset_from = item.parsed("offsetFrom", parse_utc_offset, "an offset, +0100");
    out.offset_to = item.parsed("offsetTo", parse_utc_offset, "an offset, +0100");
    read_rules(item, out);
    read_dates(item, out);
    read_names(item, out);
    out.kept = Kept(item.rest());
    definition.observances.push_back(std::move(out));
  });
}

Json observance_to_json(const Observance& observance) {
  Json out = observance.kept.json();
  out["@type"] = "TimeZoneRule";
  out["start"] = time::format(observance.start);
  out["offsetFrom"] = format_utc_offset(observance.offset_from);
  out["offsetTo"] = format_utc_offset(observance.offset_to);
  for (const RecurrenceRule& rule : observance.rules) out["recurrenceRules"].push_back(rule_to_json(rule));
  for (const time::LocalTime at : observance.dates) out["recurrenceOverrides"][time::format(at)] = Json::object();
  for (const std::string& name : observance.names) out["names"][name] = true;
  return out;
}

}  // namespace

ZoneDefinition read_zone_definition(const std::string& id, ObjectReader& object) {
  ZoneDefinition out;
  out.id = id;
  object.one_of_or("@type", 0, {"TimeZone"});
  read_observances(object, "standard", out);
  read_observances(object, "daylight", out);
  out.kept = Kept(object.rest());
  return out;
}

Json zone_definition_to_json(const ZoneDefinition& definition) {
  Json out = definition.kept.json();
  out["@type"] = "TimeZone";
  if (!out.contains("tzId")) out["tzId"] = definition.id.substr(definition.id.starts_with('/') ? 1 : 0);
  for (const Observance& observance : definition.observances) {
    out[observance.daylight ? "daylight" : "standard"].push_back(observance_to_json(observance));
  }
  return out;
}

}  // namespace relais::calendar
