#include "core/calendar/expand_json.hpp"

#include "core/base/json_text.hpp"
#include "core/calendar/event_json.hpp"
#include "core/calendar/event_parts_json.hpp"
#include "core/time/time_json.hpp"

#include <nlohmann/json.hpp>

#include <optional>

namespace relais::calendar {
namespace {

// A bound of the window: an instant, or a local time or day in the zone of the request.
time::Instant read_bound(ObjectReader& object, std::string_view member, const time::Zone& zone) {
  const auto parse = [&](std::string_view text) -> std::optional<time::Instant> {
    if (const auto at = time::parse_instant(text)) return at;
    if (const auto at = time::parse_local_time(text)) return zone.to_instant(*at);
    if (const auto day = time::parse_day(text)) return zone.to_instant(time::midnight(*day));
    return std::nullopt;
  };
  return object.parsed(member, parse, "an instant, a local time or a day");
}

void put(Json& out, const char* member, const std::string& text) {
  if (!text.empty()) out[member] = text;
}

Json names_of(const std::vector<Location>& locations) {
  std::string names;
  for (const Location& location : locations) {
    if (location.name.empty()) continue;
    names += names.empty() ? "" : ", ";
    names += location.name;
  }
  return names.empty() ? Json() : Json(std::move(names));
}

// Who is invited, as a page shows it.
Json guests(const std::vector<Participant>& participants) {
  Json out = Json::array();
  for (const Participant& participant : participants) {
    Json guest{{"id", participant.id}};
    put(guest, "name", participant.name);
    put(guest, "email", participant.email);
    put(guest, "status", participant.status);
    if (!participant.roles.empty()) guest["roles"] = participant.roles;
    out.push_back(std::move(guest));
  }
  return out;
}

// What all occurrences of an event say alike: the text of its members between those that differ.
struct Shared {
  std::string before_end, before_id, before_start, after_start;
};

// The members of `json` from `begin` to before `end`, each with its comma in front.
std::string members_between(const Json& json, std::string_view begin, std::string_view end) {
  std::string out;
  for (auto item = json.begin(); item != json.end(); ++item) {
    if (item.key() < begin || item.key() >= end) continue;
    append_json_string(out += ',', item.key());
    (out += ':') += dump(item.value());
  }
  return out;
}

Shared shared_by(const Event& event) {
  Json all{{"uid", event.uid}, {"allDay", event.all_day()}, {"title", event.title}};
  put(all, "timeZone", event.time_zone);
  put(all, "status", event.status);
  put(all, "freeBusyStatus", event.free_busy_status);
  put(all, "privacy", event.privacy);
  put(all, "color", event.color);
  if (Json location = names_of(event.locations); !location.is_null()) all["location"] = std::move(location);
  if (!event.participants.empty()) all["participants"] = guests(event.participants);
  if (!event.keywords.empty()) all["keywords"] = event.keywords;
  return {members_between(all, "", "end").substr(1), members_between(all, "end", "recurrenceId"),
          members_between(all, "recurrenceId", "start"), members_between(all, "start", "~") + "}"};
}

void append_occurrence(std::string& out, const Occurrence& occurrence, const Shared& shared) {
  ((out += '{') += shared.before_end) += ",\"end\":\"";
  time::append(out, occurrence.time.to);
  (out += '"') += shared.before_id;
  if (occurrence.recurrence_id) {
    time::append(out += ",\"recurrenceId\":\"", *occurrence.recurrence_id);
    out += '"';
  }
  time::append((out += shared.before_start) += ",\"start\":\"", occurrence.time.from);
  (out += '"') += shared.after_start;
}

// The text of each event, made once: a series has many occurrences, a changed one is met once.
class SharedTexts {
 public:
  explicit SharedTexts(const std::vector<Event>& events) : events_(events), texts_(events.size()) {}

  const Shared& of(const Occurrence& occurrence) {
    if (occurrence.event.get() != &events_[occurrence.index]) return changed_ = shared_by(*occurrence.event);
    auto& text = texts_[occurrence.index];
    if (!text) text = shared_by(*occurrence.event);
    return *text;
  }

 private:
  const std::vector<Event>& events_;
  std::vector<std::optional<Shared>> texts_;
  Shared changed_;
};

}  // namespace

Result<ExpandRequest> read_expand_request(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  ExpandRequest request;
  request.zone = time::read_zone(object, "timeZone");
  request.window.from = read_bound(object, "from", *request.zone);
  request.window.to = read_bound(object, "to", *request.zone);
  request.events = read_required_events(object, "events");
  object.finish();
  if (!reading.failed() && request.window.to < request.window.from) {
    object.fail("to", {ErrorCode::out_of_range, {{"value", time::format(request.window.to)}}, "", "not before from"});
  }
  return reading.result(std::move(request));
}

std::string expansion_text(const ExpandRequest& request, const Expansion& expansion) {
  SharedTexts shared(request.events);
  std::string out = "{\"occurrences\":[";
  for (const Occurrence& occurrence : expansion.occurrences) {
    append_occurrence(out, occurrence, shared.of(occurrence));
    out += ',';
  }
  if (!expansion.occurrences.empty()) out.pop_back();
  Json problems = Json::array();
  for (const ExpansionProblem& problem : expansion.problems) {
    Json item = to_json(problem.error);
    item["uid"] = request.events[problem.index].uid;
    problems.push_back(std::move(item));
  }
  return out += "],\"problems\":" + dump(problems) + "}";
}

}  // namespace relais::calendar
