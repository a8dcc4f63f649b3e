#include "core/calendar/import_event.hpp"
#include "core/calendar/rrule_repair.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

/// How an event recurs: RRULE, EXRULE, RDATE, EXDATE (RFC 5545 section 3.8.5).
namespace relais::calendar {

using time::LocalTime;

// The end as the zone of the event shows it: JSCalendar has no other form (RFC 8984 section 4.3.3).
Until EventImporter::local_until(const Until& until) const {
  const time::Zone* zone = event_.zone.get();
  if (event_.all_day()) return {Until::Form::day, time::midnight(time::day_of(until.at))};
  LocalTime at = until.at;
  if (until.form == Until::Form::day) at = at + (time::seconds_per_day - 1);
  if (zone && until.form == Until::Form::utc) at = zone->to_local({at.seconds});
  if (zone) at = zone->to_local(zone->to_instant(at));
  return {Until::Form::local, at};
}

bool EventImporter::rule(const IcsProperty& property, std::vector<RecurrenceRule>& rules) {
  auto read = parse_rrule_as_meant(property.value);
  if (!read.ok()) {
    return refuse(property, read.error().code == ErrorCode::unsupported ? "unsupported-rule" : "invalid-rule");
  }
  if (read->repaired) refuse(property, "repaired-rule");
  RecurrenceRule rule = std::move(read).value().rule;
  if (rule.until) rule.until = local_until(*rule.until);
  rules.push_back(std::move(rule));
  return true;
}

bool EventImporter::rrule(const IcsProperty& property) { return rule(property, event_.rules); }

bool EventImporter::exrule(const IcsProperty& property) { return rule(property, event_.excluded_rules); }

bool EventImporter::dates(const IcsProperty& property, bool excluded) {
  if (!event_.start) return false;
  static const Kept taken_out(Json{{"excluded", true}});  // one for all
  const std::size_t before = times_.failures();
  for (const Period& period : times_.read_list(property)) {
    Override change;
    change.id = occurrence_id(event_, period.start);
    change.excluded = excluded;
    if (excluded) change.patch = taken_out;
    if (!excluded && period.duration) change.patch = Kept(Json{{"duration", time::format(*period.duration)}});
    change.moves = period.duration.has_value();
    event_.overrides.push_back(std::move(change));
  }
  // What could not be read keeps the whole property; the dates that could be read are then said twice.
  return times_.failures() == before;
}

bool EventImporter::rdate(const IcsProperty& property) { return dates(property, false); }

bool EventImporter::exdate(const IcsProperty& property) { return dates(property, true); }

// By id, each once: what is excluded stays excluded, and of others the first holds. A period as long as the event says
// nothing new.
void EventImporter::sort_overrides() {
  auto& overrides = event_.overrides;
  if (overrides.empty()) return;
  std::stable_sort(overrides.begin(), overrides.end(), [](const Override& a, const Override& b) {
    return a.id != b.id ? a.id < b.id : a.excluded && !b.excluded;
  });
  overrides.erase(std::unique(overrides.begin(), overrides.end(),
                              [](const Override& a, const Override& b) { return a.id == b.id; }),
                  overrides.end());
  const Kept usual(event_.duration ? Json{{"duration", time::format(*event_.duration)}} : Json());
  for (Override& change : overrides) {
    if (!change.moves || !(change.patch == usual)) continue;
    change.patch = Kept();
    change.moves = false;
  }
}

LocalTime occurrence_id(const Event& series, const ZonedTime& at) {
  const LocalTime local = TimeReader::local_in(at, series.zone.get());
  if (series.all_day()) return time::midnight(time::day_of(local));
  if (at.time.form == IcsTime::Form::day && series.start) return local + time::second_of_day(*series.start);
  return local;
}

}  // namespace relais::calendar
