#include "core/calendar/export_component.hpp"

#include "core/base/limits.hpp"
#include "core/base/text.hpp"
#include "core/calendar/export_property.hpp"
#include "core/calendar/recurrence.hpp"
#include "core/calendar/vtimezone.hpp"

#include <algorithm>

namespace relais::calendar {
namespace {

using time::LocalTime;

const char* component_name(Event::Kind kind) {
  return kind == Event::Kind::task ? "VTODO" : kind == Event::Kind::note ? "VJOURNAL" : "VEVENT";
}

std::string utc_text(time::Instant at) { return format_ics_time({IcsTime::Form::utc, {at.seconds}}); }

bool is_utc(const std::string& zone) { return zone == "Etc/UTC"; }

std::shared_ptr<const ZoneDefinition> definition_of(const Event& event, const std::string& zone) {
  for (const auto& definition : event.zones) {
    if (definition->id == zone) return definition;
  }
  return nullptr;
}

}  // namespace

const Converted* ComponentWriter::converted(std::string_view pointer) const {
  const auto found = event_.converted.find(pointer);
  return found == event_.converted.end() ? nullptr : &found->second;
}

void ComponentWriter::converted_parameters(std::string_view pointer) {
  const Converted* said = converted(pointer);
  if (!said) return;
  for (const auto& [name, values] : said->parameters) out_.parameter(name, values);
}

void ComponentWriter::text(std::string_view name, const std::string& value, std::string_view pointer) {
  if (value.empty()) return;
  out_.begin(name);
  converted_parameters(pointer);
  out_.text(value);
  out_.end();
}

void ComponentWriter::raw(std::string_view name, std::string_view value, std::string_view pointer) {
  if (value.empty()) return;
  out_.begin(name);
  converted_parameters(pointer);
  out_.value(value);
  out_.end();
}

void ComponentWriter::number(std::string_view name, const std::optional<std::int64_t>& value,
                             std::string_view pointer) {
  if (value) raw(name, std::to_string(*value), pointer);
}

void ComponentWriter::instant(std::string_view name, const std::optional<time::Instant>& value,
                              std::string_view pointer) {
  if (value) raw(name, utc_text(*value), pointer);
}

void ComponentWriter::word(std::string_view name, const std::string& value, std::string_view pointer,
                           std::initializer_list<std::pair<std::string_view, std::string_view>> words) {
  for (const auto& [ours, theirs] : words) {
    if (value == ours) raw(name, theirs, pointer);
  }
}

IcsTime::Form ComponentWriter::zone_parameter(const std::string& zone_name, const time::ZonePtr& zone, bool all_day,
                                              LocalTime at) {
  if (all_day) {
    out_.parameter("VALUE", "DATE");
    return IcsTime::Form::day;
  }
  if (zone_name.empty() || !zone) return IcsTime::Form::local;
  if (is_utc(zone_name)) return IcsTime::Form::utc;
  const auto definition = definition_of(event_, zone_name);
  const std::string tzid = definition ? tzid_of(*definition) : zone_name;
  out_.parameter("TZID", tzid);
  const time::Instant instant = zone->to_instant(at);
  const auto known = zones_.by_tzid.find(tzid);
  if (known == zones_.by_tzid.end()) {
    zones_.by_tzid.emplace(tzid, UsedZones::Use{zone, definition, instant});
  } else if (instant < known->second.earliest) {
    known->second.earliest = instant;
  }
  return IcsTime::Form::local;
}

void ComponentWriter::moment(std::string_view name, LocalTime at, std::string_view pointer) {
  out_.begin(name);
  const IcsTime::Form form = zone_parameter(event_.time_zone, event_.zone, event_.all_day(), at);
  converted_parameters(pointer);
  out_.value(format_ics_time({form, at}));
  out_.end();
}

void ComponentWriter::begin() { out_.line("BEGIN", component_name(event_.kind)); }

void ComponentWriter::end() { out_.line("END", component_name(event_.kind)); }

void ComponentWriter::identity() {
  instant("DTSTAMP", event_.updated.value_or(stamp_), "updated");
  text("UID", event_.uid, "uid");
  if (event_.recurrence_id) {
    const Event& series = series_ ? *series_ : event_;
    const std::string& zone = series_ ? series.time_zone : event_.recurrence_id_time_zone;
    const time::ZonePtr known = series_ || zone == event_.time_zone ? series.zone : time::find_zone(zone);
    out_.begin("RECURRENCE-ID");
    const IcsTime::Form form = zone_parameter(zone, known, series.all_day(), *event_.recurrence_id);
    converted_parameters("recurrenceId");
    out_.value(format_ics_time({form, *event_.recurrence_id}));
    out_.end();
  }
  instant("CREATED", event_.created, "created");
  number("SEQUENCE", event_.sequence, "sequence");
}

void ComponentWriter::end_time() {
  if (!event_.duration || !event_.start) return;
  const Converted* said = converted("duration");
  const std::string zone_name = event_.end_time_zone.empty() ? event_.time_zone : event_.end_time_zone;
  time::ZonePtr zone = event_.zone;
  if (zone_name != event_.time_zone) {
    const auto definition = definition_of(event_, zone_name);
    zone = definition ? build_zone(*definition) : time::find_zone(zone_name);
  }
  const std::int64_t length = total_seconds(*event_.duration);
  LocalTime end = *event_.start + length;
  bool exact = true;
  if (event_.zone && zone && !event_.all_day()) {
    const time::Instant at = event_.zone->to_instant(*event_.start) + length;
    end = zone->to_local(at);
    exact = zone->to_instant(end) == at;  // not in an hour that stands twice
  }
  if ((said && said->name == "duration") || prefers_duration(event_) || !exact) {
    return raw("DURATION", time::format(*event_.duration), "duration");
  }
  out_.begin("DTEND");
  const IcsTime::Form form = zone_parameter(zone_name, zone, event_.all_day(), end);
  converted_parameters("duration");
  out_.value(format_ics_time({form, end}));
  out_.end();
}

void ComponentWriter::times() {
  if (event_.start) moment("DTSTART", *event_.start, "start");
  if (event_.kind == Event::Kind::event) {
    end_time();
  } else if (event_.duration) {
    const bool task = event_.kind == Event::Kind::task;
    raw("DURATION", time::format(*event_.duration), task ? "estimatedDuration" : "duration");
  }
  if (event_.due) moment("DUE", *event_.due, "due");
}

// The end of a rule in the form that goes with its start (RFC 5545 section 3.3.10).
void ComponentWriter::rule(std::string_view name, RecurrenceRule rule) {
  if (rule.until) {
    LocalTime at = rule.until->at;
    if (rule.until->form == Until::Form::day) at = at + (time::seconds_per_day - 1);
    const bool utc = rule.until->form == Until::Form::utc;
    if (event_.all_day()) {
      rule.until = Until{Until::Form::day, time::midnight(time::day_of(at))};
    } else if (event_.zone) {
      rule.until = Until{Until::Form::utc, utc ? at : LocalTime{event_.zone->to_instant(at).seconds}};
    } else {
      rule.until = Until{Until::Form::local, at};
    }
  }
  out_.line(name, to_rrule(rule));
}

void ComponentWriter::dates(std::string_view name, const std::vector<LocalTime>& dates) {
  if (dates.empty()) return;
  out_.begin(name);
  const IcsTime::Form form = zone_parameter(event_.time_zone, event_.zone, event_.all_day(), dates.front());
  std::string list;
  for (const LocalTime at : dates) {
    if (!list.empty()) list += ',';
    list += format_ics_time({form, at});
  }
  out_.value(list);
  out_.end();
}

// Occurrences that no rule has: those like the others, and those changed, which other programs would not show.
std::vector<LocalTime> ComponentWriter::added_dates() const {
  std::vector<LocalTime> added;
  for (const Override& change : event_.overrides) {
    if (!change.excluded) added.push_back(change.id);
  }
  if (added.empty() || !event_.start) return added;
  const auto form = event_.all_day() ? Recurrence::Form::day : Recurrence::Form::time;
  std::vector<LocalTime> generated{*event_.start};
  constexpr int most = 2000;  // occurrences looked through; beyond, a date too many does no harm
  for (const RecurrenceRule& rule : event_.rules) {
    Recurrence recurrence(rule, *event_.start, form, event_.zone.get());
    recurrence.seek(added.front());
    recurrence.limit_work(most);
    for (int i = 0; i < most; ++i) {
      const auto next = recurrence.next();
      if (!next || next->nominal > added.back()) break;
      generated.push_back(next->nominal);
      generated.push_back(next->local);
    }
  }
  std::sort(generated.begin(), generated.end());
  const auto plain = [&](LocalTime id) {
    return std::any_of(event_.overrides.begin(), event_.overrides.end(),
                       [&](const Override& change) { return change.id == id && change.patch.empty(); });
  };
  std::erase_if(added,
                [&](LocalTime id) { return std::binary_search(generated.begin(), generated.end(), id) && !plain(id); });
  return added;
}

void ComponentWriter::recurrence() {
  for (const RecurrenceRule& each : event_.rules) rule("RRULE", each);
  for (const RecurrenceRule& each : event_.excluded_rules) rule("EXRULE", each);
  dates("RDATE", added_dates());
  std::vector<LocalTime> excluded;
  for (const Override& change : event_.overrides) {
    if (change.excluded) excluded.push_back(change.id);
  }
  dates("EXDATE", excluded);
}

void ComponentWriter::texts() {
  text("SUMMARY", event_.title, "title");
  text("DESCRIPTION", event_.description, "description");
  if (!event_.locations.empty() && !event_.locations.front().name.empty()) {
    const Location& location = event_.locations.front();
    out_.begin("LOCATION");
    if (location.id != "1") out_.parameter("JSID", location.id);
    if (!event_.converted.empty()) converted_parameters("locations/" + location.id);
    out_.text(location.name);
    out_.end();
  }
  for (const Link& link : event_.links) {
    if (link.id == "url") raw("URL", link.href, "links/url");
  }
  text("COLOR", event_.color, "color");
  if (event_.keywords.empty()) return;
  out_.begin("CATEGORIES");
  std::string list;
  for (const std::string& keyword : event_.keywords) {
    if (!list.empty()) list += ',';
    append_escaped_text(list, keyword);
  }
  out_.value(list);
  out_.end();
}

void ComponentWriter::words() {
  switch (event_.kind) {
    case Event::Kind::event:
      word("STATUS", event_.status, "status",
           {{"confirmed", "CONFIRMED"}, {"tentative", "TENTATIVE"}, {"cancelled", "CANCELLED"}});
      break;
    case Event::Kind::task:
      word("STATUS", event_.status, "progress",
           {{"needs-action", "NEEDS-ACTION"},
            {"in-process", "IN-PROCESS"},
            {"completed", "COMPLETED"},
            {"cancelled", "CANCELLED"}});
      break;
    case Event::Kind::note:
      word("STATUS", event_.status, "status", {{"draft", "DRAFT"}, {"final", "FINAL"}, {"cancelled", "CANCELLED"}});
  }
  word("TRANSP", event_.free_busy_status, "freeBusyStatus", {{"busy", "OPAQUE"}, {"free", "TRANSPARENT"}});
  word("CLASS", event_.privacy, "privacy", {{"public", "PUBLIC"}, {"private", "PRIVATE"}, {"secret", "CONFIDENTIAL"}});
  number("PRIORITY", event_.priority, "priority");
  number("PERCENT-COMPLETE", event_.percent_complete, "percentComplete");
  instant("COMPLETED", event_.progress_updated, "progressUpdated");
}

void ComponentWriter::alarm(const Alert& alert) {
  out_.line("BEGIN", "VALARM");
  raw("UID", alert.uid, "");
  const std::string action = alert.action.empty() ? "display" : alert.action;
  raw("ACTION", upper_name(action), "");
  out_.begin("TRIGGER");
  if (alert.when) out_.parameter("VALUE", "DATE-TIME");
  if (!alert.when && alert.from_end) out_.parameter("RELATED", "END");
  out_.value(alert.when ? utc_text(*alert.when) : time::format(alert.offset));
  out_.end();
  instant("ACKNOWLEDGED", alert.acknowledged, "");
  const bool described = std::any_of(alert.properties.begin(), alert.properties.end(),
                                     [](const KeptProperty& property) { return property.name == "description"; });
  if (action == "display" && !described) text("DESCRIPTION", event_.title.empty() ? "-" : event_.title, "");
  for (const KeptProperty& property : alert.properties) write_property(out_, property);
  out_.line("END", "VALARM");
}

void ComponentWriter::body() {
  identity();
  times();
  recurrence();
  texts();
  words();
  people();
  for (const KeptProperty& property : event_.properties) write_property(out_, property);
  for (const Alert& alert : event_.alerts) alarm(alert);
  write_components(out_, event_.components);
}

}  // namespace relais::calendar
