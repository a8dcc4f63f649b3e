#include "core/agenda/apply_json.hpp"

#include "core/agenda/answer_json.hpp"
#include "core/agenda/problem_json.hpp"
#include "core/calendar/event_json.hpp"
#include "core/policy/policy_json.hpp"
#include "core/time/time_json.hpp"

#include <nlohmann/json.hpp>

namespace relais::agenda {
namespace {

void read_solution(ObjectReader& object, Application& application) {
  object.required("solution");
  object.object("solution", [&](ObjectReader& solution) { application.answers = read_answers(solution); });
}

Json entry_json(const Entry& entry) {
  Json payload = {{"uid", entry.uid}, {"timeZone", entry.time_zone}, {"people", entry.people}};
  if (entry.recurrence_id) payload["recurrenceId"] = *entry.recurrence_id;
  if (!entry.title.empty()) payload["title"] = entry.title;
  if (entry.type == "event.moved") {
    payload["from"] = time::format(entry.from);
    payload["to"] = time::format(entry.to);
    if (entry.room) payload["room"] = *entry.room;
  } else {
    payload["start"] = time::format(entry.from);
  }
  return {{"type", entry.type}, {"ref", entry.uid}, {"payload", std::move(payload)}};
}

HeldCalendar read_held_calendar(ObjectReader& object) {
  HeldCalendar held{object.string_or("client", ""), object.string("person"), calendar::read_events(object, "events")};
  object.finish();
  return held;
}

}  // namespace

Result<Application> read_application(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  Application application;
  object.required("events");
  application.events = calendar::read_events(object, "events");
  read_solution(object, application);
  if (object.has("accept")) application.accept = object.strings("accept");
  object.any("accept");
  application.ours = object.strings("ours");
  object.finish();
  return reading.result(std::move(application));
}

Json to_json(const Applied& applied) {
  Json out = {
      {"events", calendar::events_to_json(applied.events)}, {"messages", Json::array()}, {"entries", Json::array()}};
  for (const Message& one : applied.messages) {
    out["messages"].push_back(
        {{"method", one.method}, {"to", one.to}, {"events", calendar::events_to_json(one.events)}});
  }
  for (const Entry& one : applied.entries) out["entries"].push_back(entry_json(one));
  return out;
}

Result<CalendarRequest> read_calendar_request(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  CalendarRequest request;
  object.required("calendars");
  object.each("calendars", [&](ObjectReader& one) { request.calendars.push_back(read_held_calendar(one)); });
  request.policy = policy::read_policy(object, "policy");
  request.from = time::read_day(object, "from");
  request.to = time::read_day(object, "to");
  request.now = time::read_optional_instant(object, "now");
  request.zone = time::read_zone_or(object, "timeZone", nullptr);
  object.finish();
  check_horizon(object, "from", "to", request.from, request.to);
  return reading.result(std::move(request));
}

}  // namespace relais::agenda
