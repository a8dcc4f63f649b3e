#include "core/calendar/vtimezone.hpp"

#include "core/base/limits.hpp"
#include "core/calendar/event_parts_json.hpp"
#include "core/calendar/export_property.hpp"
#include "core/calendar/ics_value.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace relais::calendar {
namespace {

using time::LocalTime;

/// A change of the clock, told by the clock that it ends.
struct Onset {
  LocalTime at;
  std::int32_t from, to;
  bool daylight;
};

std::vector<Onset> onsets_of(const time::Zone& zone, time::Instant from, time::Instant until) {
  std::vector<Onset> out;
  std::int32_t offset = zone.offset_at(from);
  for (auto next = zone.next_transition(from, until); next; next = zone.next_transition(next->at, until)) {
    if (next->offset == offset) continue;
    out.push_back({{next->at.seconds + offset}, offset, next->offset, next->daylight});
    offset = next->offset;
  }
  return out;
}

/// The rule by which an onset comes again each year: a numbered weekday of its month at its time.
struct Yearly {
  int month, nth;  // −1: the last
  time::Weekday weekday;
  std::int32_t second;

  bool operator==(const Yearly&) const = default;
};

// All rules that an onset is an instance of.
std::vector<Yearly> rules_of(const Onset& onset) {
  const time::Date date = time::to_date(time::day_of(onset.at));
  const time::Weekday weekday = time::weekday(time::day_of(onset.at));
  std::vector<Yearly> out;
  const std::int32_t second = time::second_of_day(onset.at);
  if (date.day + 7 > time::days_in_month(date.year, date.month)) out.push_back({date.month, -1, weekday, second});
  if (date.day <= 28) out.push_back({date.month, (date.day - 1) / 7 + 1, weekday, second});
  return out;
}

bool follows(const Onset& onset, const Yearly& rule) {
  const auto rules = rules_of(onset);
  return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

/// Onsets of one kind that come each year by one rule, or each on its date.
struct Group {
  std::vector<Onset> onsets;
  std::optional<Yearly> rule;
};

bool same_kind(const Onset& a, const Onset& b) { return a.from == b.from && a.to == b.to && a.daylight == b.daylight; }

int year_of(const Onset& onset) { return time::to_date(time::day_of(onset.at)).year; }

// The longest run of yearly onsets up to the last year that one rule makes; nothing if the rule does not last.
std::optional<Group> lasting(std::vector<Onset>& kind, int last_year) {
  if (kind.empty() || year_of(kind.back()) != last_year) return std::nullopt;
  Group best;
  for (const Yearly& rule : rules_of(kind.back())) {
    std::size_t begin = kind.size();
    int year = last_year;
    while (begin > 0 && year_of(kind[begin - 1]) == year && follows(kind[begin - 1], rule)) --begin, --year;
    if (kind.size() - begin > best.onsets.size()) {
      best = {{kind.begin() + static_cast<std::ptrdiff_t>(begin), kind.end()}, rule};
    }
  }
  constexpr std::size_t proof = 8;  // years that must agree
  if (best.onsets.size() < proof) return std::nullopt;
  kind.resize(kind.size() - best.onsets.size());
  return best;
}

std::vector<Group> groups_of(const std::vector<Onset>& onsets, int last_year) {
  std::vector<std::vector<Onset>> kinds;
  for (const Onset& onset : onsets) {
    const auto kind =
        std::find_if(kinds.begin(), kinds.end(), [&](const auto& known) { return same_kind(known.front(), onset); });
    if (kind == kinds.end()) {
      kinds.push_back({onset});
    } else {
      kind->push_back(onset);
    }
  }
  std::vector<Group> out;
  for (std::vector<Onset>& kind : kinds) {
    auto rule = lasting(kind, last_year);
    if (!kind.empty()) out.push_back({std::move(kind), std::nullopt});
    if (rule) out.push_back(std::move(*rule));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Group& a, const Group& b) { return a.onsets.front().at < b.onsets.front().at; });
  return out;
}

std::string local_text(LocalTime at) { return format_ics_time({IcsTime::Form::local, at}); }

void begin_observance(LineWriter& out, bool daylight, LocalTime start, std::int32_t from, std::int32_t to) {
  out.line("BEGIN", daylight ? "DAYLIGHT" : "STANDARD");
  out.line("DTSTART", local_text(start));
  out.line("TZOFFSETFROM", format_utc_offset(from));
  out.line("TZOFFSETTO", format_utc_offset(to));
}

void end_observance(LineWriter& out, bool daylight) { out.line("END", daylight ? "DAYLIGHT" : "STANDARD"); }

void write_group(LineWriter& out, const Group& group) {
  const Onset& first = group.onsets.front();
  begin_observance(out, first.daylight, first.at, first.from, first.to);
  if (group.rule) {
    RecurrenceRule rule;
    rule.by_month = {group.rule->month};
    rule.by_day = {{group.rule->weekday, group.rule->nth}};
    out.line("RRULE", to_rrule(rule));
  }
  for (std::size_t i = 1; i < group.onsets.size() && !group.rule; ++i) {
    out.line("RDATE", local_text(group.onsets[i].at));
  }
  end_observance(out, first.daylight);
}

void write_kept(LineWriter& out, const Kept& kept) {
  Reading reading;
  ObjectReader object(kept.json(), "", reading);
  for (const KeptProperty& property : read_kept_properties(object, "iCalProps")) write_property(out, property);
}

void write_observance(LineWriter& out, const Observance& observance) {
  begin_observance(out, observance.daylight, observance.start, observance.offset_from, observance.offset_to);
  for (RecurrenceRule rule : observance.rules) {
    if (rule.until) rule.until = Until{Until::Form::utc, rule.until->at + -std::int64_t{observance.offset_from}};
    out.line("RRULE", to_rrule(rule));
  }
  for (const LocalTime date : observance.dates) out.line("RDATE", local_text(date));
  for (const std::string& name : observance.names) {
    out.begin("TZNAME");
    out.text(name);
    out.end();
  }
  write_kept(out, observance.kept);
  end_observance(out, observance.daylight);
}

}  // namespace

std::string tzid_of(const ZoneDefinition& definition) {
  return definition.id.substr(definition.id.size() > 1 && definition.id.starts_with('/') ? 1 : 0);
}

void write_vtimezone(LineWriter& out, const std::string& tzid, const time::Zone& zone, time::Instant from) {
  const int year =
      std::clamp(time::to_date(time::day_of(LocalTime{from.seconds})).year, 1601, limits::recurrence_last_year - 20);
  const time::Instant begin{time::midnight(time::to_day({year, 1, 1})).seconds};
  const int last_year = std::max(limits::zone_export_year, year + 10);
  const time::Instant end{time::midnight(time::to_day({last_year + 1, 1, 1})).seconds};
  const std::int32_t offset = zone.offset_at(begin);
  out.line("BEGIN", "VTIMEZONE");
  out.line("TZID", tzid);
  begin_observance(out, false, {begin.seconds + offset}, offset, offset);
  end_observance(out, false);
  for (const Group& group : groups_of(onsets_of(zone, begin, end), last_year)) write_group(out, group);
  out.line("END", "VTIMEZONE");
}

void write_vtimezone(LineWriter& out, const ZoneDefinition& definition) {
  out.line("BEGIN", "VTIMEZONE");
  out.line("TZID", tzid_of(definition));
  write_kept(out, definition.kept);
  for (const Observance& observance : definition.observances) write_observance(out, observance);
  out.line("END", "VTIMEZONE");
}

}  // namespace relais::calendar
