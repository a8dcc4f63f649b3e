#include "core/calendar/expand_json.hpp"

#include "core/calendar/event_json.hpp"
#include "core/calendar/event_parts_json.hpp"
#include "core/time/time_json.hpp"

#include <nlohmann/json.hpp>

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

Json occurrence_to_json(const Occurrence& occurrence) {
  const Event& event = *occurrence.event;
  Json out{{"uid", event.uid},
           {"start", time::format(occurrence.time.from)},
           {"end", time::format(occurrence.time.to)},
           {"allDay", event.all_day()},
           {"title", event.title}};
  if (occurrence.recurrence_id) out["recurrenceId"] = time::format(*occurrence.recurrence_id);
  put(out, "timeZone", event.time_zone);
  put(out, "status", event.status);
  put(out, "freeBusyStatus", event.free_busy_status);
  put(out, "privacy", event.privacy);
  put(out, "color", event.color);
  if (Json location = names_of(event.locations); !location.is_null()) out["location"] = std::move(location);
  if (!event.participants.empty()) out["participants"] = guests(event.participants);
  if (!event.keywords.empty()) out["keywords"] = event.keywords;
  return out;
}

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

Json expansion_to_json(const ExpandRequest& request, const Expansion& expansion) {
  Json::array_t occurrences;
  occurrences.reserve(expansion.occurrences.size());
  for (const Occurrence& occurrence : expansion.occurrences) occurrences.push_back(occurrence_to_json(occurrence));
  Json out{{"occurrences", std::move(occurrences)}, {"problems", Json::array()}};
  for (const ExpansionProblem& problem : expansion.problems) {
    Json item = to_json(problem.error);
    item["uid"] = request.events[problem.index].uid;
    out["problems"].push_back(std::move(item));
  }
  return out;
}

}  // namespace relais::calendar
