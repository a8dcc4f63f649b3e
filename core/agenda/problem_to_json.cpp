#include "core/agenda/problem_json.hpp"
#include "core/time/time_json.hpp"

#include <nlohmann/json.hpp>

namespace relais::agenda {
namespace {

std::string seconds_text(std::int64_t seconds) { return time::format(time::Duration{0, seconds}); }

Json instants(const time::Interval& span) {
  return {{"start", time::format(span.from)}, {"end", time::format(span.to)}};
}

Json busy_json(const std::vector<time::Interval>& busy) {
  Json out = Json::array();
  for (const auto& block : busy) out.push_back(instants(block));
  return out;
}

Json holidays_json(const time::WorkingHours& hours) {
  if (hours.region) return std::string(time::name(*hours.region));
  Json days = Json::array();
  for (const time::Day day : hours.closed) days.push_back(time::format(day));
  return days;
}

Json person_json(const Person& person) {
  Json out = {{"id", person.id}, {"timeZone", person.zone->name()}, {"busy", busy_json(person.busy)}};
  if (!person.client.empty()) out["client"] = person.client;
  if (!person.hours.empty()) out["hours"] = time::week_to_json(person.hours.week);
  if (person.hours.region || !person.hours.closed.empty()) out["holidays"] = holidays_json(person.hours);
  if (person.buffer > 0) out["buffer"] = seconds_text(person.buffer);
  if (person.max_daily) out["maxDaily"] = seconds_text(*person.max_daily);
  return out;
}

Json room_json(const Room& room) {
  Json out = {{"id", room.id}, {"features", room.features}, {"busy", busy_json(room.busy)}};
  if (room.capacity) out["capacity"] = *room.capacity;
  return out;
}

Json cost_json(const Cost& cost) {
  return {{"unscheduled", cost.unscheduled},
          {"moved", cost.moved},
          {"perStep", cost.per_step},
          {"roomChanged", cost.room_changed},
          {"optionalMissed", cost.optional_missed},
          {"notified", cost.notified}};
}

Json attendees_json(const std::vector<Attendee>& people, const Problem& problem) {
  Json out = Json::array();
  for (const Attendee& one : people) {
    out.push_back({{"id", problem.people[static_cast<std::size_t>(one.person)].id},
                   {"role", one.required ? "required" : "optional"}});
  }
  return out;
}

void write_places(const Event& event, const Problem& problem, Json& out) {
  if (!event.rooms.empty()) {
    Json rooms = Json::array();
    for (const int room : event.rooms) rooms.push_back(problem.rooms[static_cast<std::size_t>(room)].id);
    out["rooms"] = std::move(rooms);
  }
  if (event.room) out["room"] = problem.rooms[static_cast<std::size_t>(*event.room)].id;
  if (!event.needs.empty()) out["needs"] = event.needs;
  if (!event.location.empty()) out["location"] = event.location;
}

Json event_json(const Event& event, const Problem& problem) {
  constexpr std::string_view movable[] = {"yes", "ask", "no"};
  Json out = {{"uid", event.uid},
              {"start", time::format(event.start)},
              {"timeZone", event.zone->name()},
              {"duration", seconds_text(event.duration)},
              {"people", attendees_json(event.people, problem)},
              {"importance", event.importance},
              {"movable", std::string(movable[static_cast<std::size_t>(event.movable)])},
              {"isNew", event.is_new},
              {"cost", cost_json(event.cost)}};
  if (event.recurrence_id) out["recurrenceId"] = *event.recurrence_id;
  if (!event.client.empty()) out["client"] = event.client;
  if (!event.title.empty()) out["title"] = event.title;
  write_places(event, problem, out);
  if (event.buffer_after > 0) out["bufferAfter"] = seconds_text(event.buffer_after);
  if (event.held_until) out["heldUntil"] = time::format(*event.held_until);
  for (const Window& window : event.windows) {
    out["windows"].push_back({{"start", time::format(window.from)}, {"end", time::format(window.to)}});
  }
  return out;
}

}  // namespace

Json to_json(const Problem& problem) {
  Json out = {{"timeZone", problem.zone->name()},
              {"horizon", {{"from", time::format(problem.from)}, {"to", time::format(problem.to)}}},
              {"grid", seconds_text(problem.grid)},
              {"people", Json::array()},
              {"rooms", Json::array()},
              {"events", Json::array()}};
  if (problem.zone_assumed) out["timeZoneAssumed"] = true;
  if (problem.now) out["now"] = time::format(*problem.now);
  if (problem.notice) out["notice"] = seconds_text(*problem.notice);
  for (const Person& person : problem.people) out["people"].push_back(person_json(person));
  for (const Room& room : problem.rooms) out["rooms"].push_back(room_json(room));
  for (const Travel& way : problem.travel) {
    out["travel"].push_back({{"from", way.from}, {"to", way.to}, {"duration", seconds_text(way.seconds)}});
  }
  for (const Event& event : problem.events) out["events"].push_back(event_json(event, problem));
  for (const Unread& one : problem.unread) {
    out["unread"].push_back(
        {{"uid", one.uid}, {"code", std::string(name(one.error.code))}, {"message", message(one.error)}});
  }
  return out;
}

}  // namespace relais::agenda
