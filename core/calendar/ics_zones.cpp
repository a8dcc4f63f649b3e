#include "core/calendar/ics_zones.hpp"

#include "core/base/text.hpp"
#include "core/calendar/event_parts_json.hpp"
#include "core/calendar/ics_value.hpp"
#include "core/calendar/rrule_repair.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace relais::calendar {
namespace {

// The IANA zone that a name is, or ends in after other path segments.
time::ZonePtr iana_zone(std::string_view name, std::string& iana) {
  while (!name.empty()) {
    if (auto zone = time::find_zone(name)) {
      iana = zone->name();
      return zone;
    }
    const auto slash = name.find('/');
    if (slash == std::string_view::npos) return nullptr;
    name.remove_prefix(slash + 1);
  }
  return nullptr;
}

std::string definition_id(std::string_view tzid) {
  return tzid.starts_with('/') ? std::string(tzid) : "/" + std::string(tzid);
}

Arguments named_value(const IcsProperty& property) {
  return {{"name", lower_name(property.name)}, {"value", replace_invalid_utf8(property.value.substr(0, 60))}};
}

class ObservanceReader {
 public:
  ObservanceReader(const ComponentTree& tree, Problems& problems) : tree_(tree), problems_(problems) {}
  std::optional<Observance> read(const IcsComponent& component);

 private:
  void take(const IcsProperty& property);
  void take_rule(const IcsProperty& property);
  void take_dates(const IcsProperty& property);
  void keep(const IcsProperty& property) { kept_.push_back(tree_.keep(property)); }

  const ComponentTree& tree_;
  Problems& problems_;
  Observance out_;
  std::vector<KeptProperty> kept_;
};

void ObservanceReader::take_rule(const IcsProperty& property) {
  auto read = parse_rrule_as_meant(property.value);
  if (!read.ok() || read->repaired) {
    problems_.add(property.line, read.ok() ? "repaired-rule" : "invalid-rule", named_value(property));
  }
  if (!read.ok()) return keep(property);
  RecurrenceRule rule = std::move(read).value().rule;
  if (rule.until && rule.until->form == Until::Form::utc) {
    rule.until = Until{Until::Form::local, rule.until->at + out_.offset_from};
  }
  out_.rules.push_back(std::move(rule));
}

void ObservanceReader::take_dates(const IcsProperty& property) {
  std::string_view list = property.value;
  while (true) {
    const auto comma = list.find(',');
    const auto at = parse_ics_time(trim(list.substr(0, comma)));
    if (!at) return keep(property);
    out_.dates.push_back(at->form == IcsTime::Form::utc ? at->at + out_.offset_from : at->at);
    if (comma == std::string_view::npos) return;
    list.remove_prefix(comma + 1);
  }
}

void ObservanceReader::take(const IcsProperty& property) {
  const auto is = [&](std::string_view name) { return equals_ignoring_case(property.name, name); };
  if (is("DTSTART") || is("TZOFFSETFROM") || is("TZOFFSETTO")) return;
  if (is("RRULE")) return take_rule(property);
  if (is("RDATE")) return take_dates(property);
  if (is("TZNAME") && property.parameter_count == 0) return out_.names.push_back(unescape_text(property.value));
  keep(property);
}

std::optional<Observance> ObservanceReader::read(const IcsComponent& component) {
  out_.daylight = equals_ignoring_case(component.name, "DAYLIGHT");
  const auto value = [&](std::string_view name) {
    const IcsProperty* property = tree_.find(component, name);
    return property ? trim(property->value) : std::string_view{};
  };
  const auto start = parse_ics_time(value("DTSTART"));
  const auto from = parse_utc_offset(value("TZOFFSETFROM"));
  const auto to = parse_utc_offset(value("TZOFFSETTO"));
  if (!start || !to) return std::nullopt;
  out_.start = start->at;
  out_.offset_to = *to;
  out_.offset_from = from.value_or(*to);
  for (std::int32_t at = component.first_property; at >= 0; at = tree_.property(at).next) take(tree_.property(at));
  std::sort(out_.dates.begin(), out_.dates.end());
  std::sort(out_.names.begin(), out_.names.end());
  out_.names.erase(std::unique(out_.names.begin(), out_.names.end()), out_.names.end());
  if (!kept_.empty()) out_.kept = Kept(Json{{"iCalProps", kept_properties_to_json(kept_)}});
  return std::move(out_);
}

}  // namespace

ZoneDefinition read_vtimezone(const ComponentTree& tree, const IcsComponent& component, Problems& problems) {
  ZoneDefinition out;
  std::vector<KeptProperty> kept;
  for (std::int32_t at = component.first_property; at >= 0; at = tree.property(at).next) {
    const IcsProperty& property = tree.property(at);
    if (property.known == PropertyName::tzid) {
      out.id = definition_id(property.value);
    } else {
      kept.push_back(tree.keep(property));
    }
  }
  for (std::int32_t at = component.first_child; at >= 0; at = tree.component(at).next) {
    const IcsComponent& child = tree.component(at);
    auto observance = ObservanceReader(tree, problems).read(child);
    if (observance) out.observances.push_back(std::move(*observance));
    if (!observance) problems.add(child.line, "invalid-zone", {{"zone", out.id}});
  }
  // JSCalendar lists them apart: standard time first.
  std::stable_sort(out.observances.begin(), out.observances.end(),
                   [](const Observance& a, const Observance& b) { return !a.daylight && b.daylight; });
  if (!kept.empty()) out.kept = Kept(Json{{"iCalProps", kept_properties_to_json(kept)}});
  return out;
}

IcsZones::IcsZones(const ComponentTree& tree, Problems& problems) {
  for (const IcsComponent& component : tree.components()) {
    if (equals_ignoring_case(component.name, "VTIMEZONE")) define(tree, component, problems);
  }
}

void IcsZones::define(const ComponentTree& tree, const IcsComponent& component, Problems& problems) {
  const IcsProperty* tzid = tree.find(component, PropertyName::tzid);
  if (!tzid || tzid->value.empty()) {
    return problems.add(component.line, "zone-without-name", {});
  }
  if (zones_.contains(tzid->value)) return;
  ZoneReference reference;
  reference.zone = iana_zone(tzid->value, reference.name);
  const IcsProperty* location = tree.find(component, PropertyName::x_lic_location);
  if (!reference.zone && location) reference.zone = iana_zone(location->value, reference.name);
  if (!reference.zone) {
    ZoneDefinition definition = read_vtimezone(tree, component, problems);
    if (definition.observances.empty()) {
      return problems.add(component.line, "empty-zone", {{"zone", std::string(tzid->value)}});
    }
    reference.name = definition.id;
    reference.zone = build_zone(definition);
    reference.definition = std::make_shared<const ZoneDefinition>(std::move(definition));
  }
  zones_.emplace(std::string(tzid->value), std::move(reference));
}

void IcsZones::add(const std::string& tzid, const std::shared_ptr<const ZoneDefinition>& definition) {
  zones_.insert_or_assign(tzid, ZoneReference{definition->id, build_zone(*definition), definition});
}

const ZoneReference& IcsZones::resolve(std::string_view tzid) {
  const auto found = zones_.find(tzid);
  if (found != zones_.end()) return found->second;
  ZoneReference reference;
  reference.zone = iana_zone(tzid, reference.name);
  return zones_.emplace(std::string(tzid), std::move(reference)).first->second;
}

}  // namespace relais::calendar
