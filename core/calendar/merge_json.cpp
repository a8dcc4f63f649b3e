#include "core/calendar/merge_json.hpp"

#include "core/calendar/event_json.hpp"
#include "core/calendar/expand.hpp"
#include "core/calendar/itip_reply_json.hpp"
#include "core/calendar/json_lookup.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace relais::calendar {
namespace {

// When it takes place is said by all of these together, and by what is not said: the newer copy has the say.
constexpr std::array<const char*, 12> always_newer{"start",
                                                   "duration",
                                                   "timeZone",
                                                   "endTimeZone",
                                                   "showWithoutTime",
                                                   "due",
                                                   "estimatedDuration",
                                                   "recurrenceRules",
                                                   "status",
                                                   "progress",
                                                   "excludedRecurrenceRules",
                                                   "recurrenceOverrides"};

// Members that hold objects by id: what only the older copy knows of the same thing stays.
constexpr std::array<const char*, 4> by_id{"participants", "locations", "links", "alerts"};

// RFC 3339 instants of the same form compare as texts; one that is not said is older than any. Where neither copy says
// a time, the one that came last is taken.
bool is_newer(const Json& got, const Json& have) {
  const std::int64_t theirs_is = number_or_zero(got, "sequence"), ours_is = number_or_zero(have, "sequence");
  if (theirs_is != ours_is) return theirs_is > ours_is;
  const std::string theirs = text_or_empty(got, "updated");
  const std::string ours = text_or_empty(have, "updated");
  return theirs == ours ? theirs.empty() : theirs > ours;
}

bool is_cancelled(const Json& event) {
  return text_or_empty(event, "status") == "cancelled" || text_or_empty(event, "progress") == "cancelled";
}

void fill_from(Json& newer, const Json& older) {
  for (auto item = older.begin(); item != older.end(); ++item) {
    if (!newer.contains(item.key())) newer[item.key()] = item.value();
  }
}

void fill_parts(Json& newer, const Json& older, const char* member) {
  const auto parts = newer.find(member);
  const auto old_parts = older.find(member);
  if (parts == newer.end() || old_parts == older.end()) return;
  for (auto item = parts->begin(); item != parts->end(); ++item) {
    const auto old = old_parts->find(item.key());
    if (old != old_parts->end()) fill_from(*item, *old);
  }
}

// A cancellation may say no more than who and when: the rest stays as it was.
Json merged(const Json& have, Json got) {
  const bool cancels = is_cancelled(got);
  for (const char* member : by_id) fill_parts(got, have, member);
  for (auto item = have.begin(); item != have.end(); ++item) {
    const bool newer_says =
        std::any_of(always_newer.begin(), always_newer.end(), [&](const char* member) { return item.key() == member; });
    if (!got.contains(item.key()) && (cancels || !newer_says)) got[item.key()] = item.value();
  }
  return got;
}

Json moment_of(const Json& event) {
  Json out = Json::object();
  for (const char* member : {"start", "timeZone", "duration", "due", "showWithoutTime"}) {
    if (event.contains(member)) out[member] = event[member];
  }
  return out;
}

// The names of the members that differ, aside from those that every new copy changes.
std::vector<std::string> differences(const Json& before, const Json& after) {
  std::vector<std::string> out;
  const auto note = [&](const std::string& name) {
    if (name != "updated" && name != "sequence") out.push_back(name);
  };
  for (auto item = before.begin(); item != before.end(); ++item) {
    const auto found = after.find(item.key());
    if (found == after.end() || *found != item.value()) note(item.key());
  }
  for (auto item = after.begin(); item != after.end(); ++item) {
    if (!before.contains(item.key())) note(item.key());
  }
  std::sort(out.begin(), out.end());
  return out;
}

const Json& overrides_of(const Json& event) {
  static const Json none = Json::object();
  const auto found = event.find("recurrenceOverrides");
  return found == event.end() ? none : *found;
}

std::vector<std::string> changed_occurrences(const Json& before, const Json& after) {
  std::vector<std::string> out = differences(overrides_of(before), overrides_of(after));
  return out;
}

bool takes_away(const Json& patch) {
  const auto excluded = patch.find("excluded");
  return (excluded != patch.end() && *excluded == true) || is_cancelled(patch);
}

// Whether a rule of the series, or its start, has an occurrence of that name.
bool occurs(const Event& series, time::LocalTime id) {
  if (!series.start) return false;
  const time::ZonePtr utc = time::find_zone("Etc/UTC");
  const time::Instant around = series.zone_or(*utc).to_instant(id);
  constexpr std::int64_t reach = 2 * time::seconds_per_day;
  const auto found = expand(std::span(&series, 1), {around + -reach, around + reach}, *utc);
  return found.ok() && std::any_of(found->occurrences.begin(), found->occurrences.end(),
                                   [&](const Occurrence& one) { return one.recurrence_id == id; });
}

time::LocalTime in_zone_of(const Event& series, time::LocalTime at, const time::ZonePtr& zone) {
  return series.zone && zone ? series.zone->to_local(zone->to_instant(at)) : at;
}

// Which occurrence it is, as the clock of the series shows it; an added one is known by its start.
time::LocalTime id_in(const Event& series, const Event& occurrence, bool is_added) {
  if (is_added) return in_zone_of(series, *occurrence.start, occurrence.zone);
  const std::string& named = occurrence.recurrence_id_time_zone;
  const time::ZonePtr zone = named.empty() || named == series.time_zone ? nullptr : time::find_zone(named);
  const time::LocalTime id = in_zone_of(series, *occurrence.recurrence_id, zone);
  return series.all_day() ? time::midnight(time::day_of(id)) : id;
}

class Merger {
 public:
  explicit Merger(const std::vector<Event>& have) {
    for (const Event& event : have) add(event_to_json(event));
  }
  Status take(const Event& event);
  Status finish() {
    RELAIS_TRY([[maybe_unused]] const auto folded, fold_orphans());
    return change_series();
  }
  Json answer() &&;

 private:
  struct Waiting {
    Event occurrence;
    MessageKind kind = MessageKind::copy;
    bool silent = false;
  };
  using Key = std::pair<std::string, std::string>;  // uid and recurrence id, empty for a series or a single event

  static Key key_of(const Json& event) { return {*text_of(event, "uid"), text_or_empty(event, "recurrenceId")}; }
  void add(Json event);
  void replace(std::size_t place, const Json& got);
  Status fold_orphans();
  Status change_series();
  void take_message(const Event& event, const Json& json, MessageKind kind);
  Status change_occurrence(Event& series, const Event& plain, const Waiting& waiting);
  void report(const Json& before, const Json& after, const std::string& recurrence_id);
  static Json name_of(const Json& event, const std::string& recurrence_id);

  std::vector<Json> events_;
  std::map<std::size_t, std::vector<Waiting>> waiting_;  // by the place of their series
  std::map<Key, std::size_t> places_;
  std::vector<bool> folded_;
  Json added_ = Json::array(), changed_ = Json::array(), cancelled_ = Json::array();
};

void Merger::add(Json event) {
  places_.emplace(key_of(event), events_.size());
  events_.push_back(std::move(event));
  folded_.push_back(false);
}

Json Merger::name_of(const Json& event, const std::string& recurrence_id) {
  Json out{{"uid", event["uid"]}};
  if (!recurrence_id.empty()) out["recurrenceId"] = recurrence_id;
  return out;
}

void Merger::report(const Json& before, const Json& after, const std::string& recurrence_id) {
  if (is_cancelled(after) && !is_cancelled(before)) return cancelled_.push_back(name_of(after, recurrence_id));
  const auto members = differences(before, after);
  if (members.empty()) return;
  Json change = name_of(after, recurrence_id);
  change["members"] = members;
  change["before"] = moment_of(before);
  change["after"] = moment_of(after);
  const auto occurrences = changed_occurrences(before, after);
  if (!occurrences.empty()) change["occurrences"] = occurrences;
  changed_.push_back(std::move(change));
  for (const std::string& id : occurrences) {
    const Json& now = overrides_of(after);
    const Json& then = overrides_of(before);
    const bool gone = now.contains(id) && takes_away(now[id]) && !(then.contains(id) && takes_away(then[id]));
    if (gone) cancelled_.push_back(name_of(after, id));
  }
}

void Merger::replace(std::size_t place, const Json& got) {
  const Json before = std::move(events_[place]);
  events_[place] = is_newer(got, before) ? merged(before, got) : before;
  report(before, events_[place], text_or_empty(before, "recurrenceId"));
}

// One occurrence of a series at hand: the override that makes it, if it is newer than what is known of it.
Status Merger::change_occurrence(Event& series, const Event& plain, const Waiting& waiting) {
  const Event& occurrence = waiting.occurrence;
  const time::LocalTime id = id_in(series, occurrence, waiting.kind == MessageKind::add);
  const auto place = std::lower_bound(series.overrides.begin(), series.overrides.end(), id,
                                      [](const Override& a, time::LocalTime b) { return a.id < b; });
  const bool had = place != series.overrides.end() && place->id == id;
  if (waiting.kind == MessageKind::reply && !had && !occurs(series, id)) return std::monostate{};
  Override nothing;
  nothing.id = id;
  RELAIS_TRY(const Event current, apply_override(plain, had ? *place : nothing));
  const bool excluded = had && place->excluded;
  const Json before = event_to_json(current);
  Json got = event_to_json(occurrence);
  got.erase("method");
  const bool reply = waiting.kind == MessageKind::reply;
  if (!reply && !is_newer(got, before)) return std::monostate{};
  Json after = reply ? before : merged(before, got);
  if (reply) apply_reply(after, got);
  if (reply && after == before) return std::monostate{};
  RELAIS_TRY(Event wanted, read_event(after, ""));
  wanted.recurrence_id = id;
  Override change = OverrideMaker(plain).make(wanted);
  if (had) {
    *place = std::move(change);
  } else {
    series.overrides.insert(place, std::move(change));
  }
  if (waiting.silent) return std::monostate{};
  if (excluded || waiting.kind == MessageKind::add) {
    added_.push_back(name_of(before, time::format(id)));
  } else {
    report(before, event_to_json(wanted), time::format(id));
  }
  return std::monostate{};
}

// What is said about an event that is at hand; about another there is nothing to do, unless it says when it is.
void Merger::take_message(const Event& event, const Json& json, MessageKind kind) {
  const auto series = places_.find({event.uid, ""});
  const auto place = places_.find(key_of(json));
  if (kind == MessageKind::reply && place != places_.end()) {
    const Json before = events_[place->second];
    apply_reply(events_[place->second], json);
    return report(before, events_[place->second], text_or_empty(before, "recurrenceId"));
  }
  if (kind == MessageKind::reply && series != places_.end() && event.recurrence_id) {
    waiting_[series->second].push_back({event, kind, false});
  }
  if (kind != MessageKind::add || !event.start) return;
  if (series == places_.end()) {
    added_.push_back(name_of(json, ""));
    return add(json);
  }
  waiting_[series->second].push_back({event, kind, false});
}

Status Merger::take(const Event& event) {
  Json json = event_to_json(event);
  const MessageKind kind = message_kind(json);
  json.erase("method");
  if (kind != MessageKind::copy) {
    take_message(event, json, kind);
    return std::monostate{};
  }
  const Key key = key_of(json);
  if (event.recurrence_id) {
    const auto series = places_.find({key.first, ""});
    if (series != places_.end()) {
      waiting_[series->second].push_back({event, kind, false});
      return std::monostate{};
    }
  }
  const auto place = places_.find(key);
  if (place != places_.end()) {
    replace(place->second, json);
    return std::monostate{};
  }
  if (event.kind == Event::Kind::event && !event.start) return std::monostate{};
  (is_cancelled(json) ? cancelled_ : added_).push_back(name_of(json, key.second));
  add(std::move(json));
  return std::monostate{};
}

// Occurrences that were at hand before their series came go into it, without a report: they are no news.
Status Merger::fold_orphans() {
  for (std::size_t i = 0; i < events_.size(); ++i) {
    const Key key = key_of(events_[i]);
    const auto series = places_.find({key.first, ""});
    if (key.second.empty() || series == places_.end()) continue;
    RELAIS_TRY(Event occurrence, read_event(events_[i], ""));
    waiting_[series->second].push_back({std::move(occurrence), MessageKind::copy, true});
    folded_[i] = true;
  }
  return std::monostate{};
}

// All changed occurrences of a series at once: it is read and written one time.
Status Merger::change_series() {
  for (const auto& [place, occurrences] : waiting_) {
    RELAIS_TRY(Event series, read_event(events_[place], ""));
    const Event plain = without_recurrence(series);
    for (const Waiting& waiting : occurrences) {
      RELAIS_TRY([[maybe_unused]] const auto changed, change_occurrence(series, plain, waiting));
    }
    events_[place] = event_to_json(series);
  }
  return std::monostate{};
}

Json Merger::answer() && {
  Json events = Json::array();
  for (std::size_t i = 0; i < events_.size(); ++i) {
    if (!folded_[i]) events.push_back(std::move(events_[i]));
  }
  return Json{{"events", std::move(events)},
              {"added", std::move(added_)},
              {"changed", std::move(changed_)},
              {"cancelled", std::move(cancelled_)}};
}

}  // namespace

Result<Json> merge_calendars(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  const std::vector<Event> have = read_required_events(object, "have");
  const std::vector<Event> got = read_required_events(object, "got");
  object.finish();
  if (reading.failed()) return reading.error();
  Merger merger(have);
  for (std::size_t i = 0; i < got.size(); ++i) {
    const Status taken = merger.take(got[i]);
    if (taken.ok()) continue;
    Error error = taken.error();
    error.path = pointer("/got", i);
    return error;
  }
  RELAIS_TRY([[maybe_unused]] const auto finished, merger.finish());
  return std::move(merger).answer();
}

}  // namespace relais::calendar
