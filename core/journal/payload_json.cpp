#include "core/journal/payload_json.hpp"

#include "core/time/time_json.hpp"

#include <nlohmann/json.hpp>

namespace relais::journal {
namespace {

void change(ObjectReader& payload, std::string_view member, std::string& text) {
  if (payload.is_null(member)) text.clear();
  text = payload.string_or(member, text);
}

std::optional<Moment> read_moment(ObjectReader& payload, std::string_view member) {
  return payload.optional_parsed(member, parse_moment, "a day, a local time or an instant");
}

void change(ObjectReader& payload, std::string_view member, std::optional<Moment>& moment) {
  if (payload.is_null(member)) moment.reset();
  if (payload.has(member)) moment = read_moment(payload, member);
}

void change(ObjectReader& payload, std::string_view member, std::optional<time::Instant>& instant) {
  if (payload.is_null(member)) instant.reset();
  if (payload.has(member)) instant = time::read_optional_instant(payload, member);
}

// What a person said stays said.
template <class Value>
void suggest(ObjectReader& payload, std::string_view member, Value& value, const Task& task) {
  if (!task.corrected.contains(std::string(member))) change(payload, member, value);
}

template <class Value>
void correct(ObjectReader& payload, std::string_view member, Value& value, Task& task) {
  change(payload, member, value);
  if (payload.has(member)) task.corrected.emplace(member);
}

void read_if_then(ObjectReader& payload, Task& task) {
  if (payload.is_null("ifThen")) task.if_then.reset();
  payload.object("ifThen", [&](ObjectReader& object) {
    task.if_then = IfThen{object.string("if"), object.string("then"), object.string_or("who", "")};
  });
}

void read_waiting_on(ObjectReader& payload, Task& task) {
  if (payload.is_null("waitingOn")) task.waiting_on.reset();
  payload.object("waitingOn", [&](ObjectReader& object) {
    WaitingOn waiting;
    waiting.who = object.string_or("who", "");
    waiting.what = object.string_or("what", "");
    waiting.since = read_moment(object, "since");
    waiting.chase = read_moment(object, "chase");
    task.waiting_on = std::move(waiting);
  });
}

std::string first_line(std::string_view text) {
  const auto end = text.find_first_of("\r\n");
  return std::string(text.substr(0, end));
}

Requester read_requester(ObjectReader& object) {
  return {object.string_or("name", ""), object.string_or("phone", ""), object.string_or("email", ""),
          object.string_or("company", "")};
}

void read_confidentiality(ObjectReader& payload, std::string& confidentiality) {
  if (payload.is_null("confidentiality")) confidentiality.clear();
  if (!payload.has("confidentiality")) return;
  payload.one_of("confidentiality", {"public", "internal", "confidential", "secret"});
  confidentiality = payload.string("confidentiality");
}

}  // namespace

void read_task(ObjectReader& payload, Task& task) {
  change(payload, "title", task.title);
  change(payload, "owner", task.owner);
  change(payload, "due", task.due);
  change(payload, "priority", task.priority);
  change(payload, "next", task.next);
  change(payload, "request", task.request);
  read_if_then(payload, task);
  read_waiting_on(payload, task);
  read_confidentiality(payload, task.confidentiality);
}

void read_received(ObjectReader& payload, Task& task) {
  read_confidentiality(payload, task.confidentiality);
  payload.required("request");
  payload.object("request", [&](ObjectReader& request) {
    task.title = request.string_or("subject", "");
    if (task.title.empty()) task.title = first_line(request.string_or("body", ""));
    task.channel = request.string_or("channel", "");
    if (task.client.empty()) task.client = request.string_or("client", "");
    request.object("from", [&](ObjectReader& from) { task.from = read_requester(from); });
  });
}

void read_triaged(ObjectReader& payload, Task& request) {
  suggest(payload, "priority", request.priority, request);
  suggest(payload, "category", request.category, request);
  suggest(payload, "action", request.action, request);
  suggest(payload, "deadline", request.due, request);
  change(payload, "firstResponseDue", request.first_response_due);
  change(payload, "resolutionDue", request.resolution_due);
  if (payload.is_null("route")) request.route.clear();
  payload.object("route", [&](ObjectReader& route) { request.route = route.string_or("to", ""); });
}

void read_corrected(ObjectReader& payload, Task& request) {
  correct(payload, "priority", request.priority, request);
  correct(payload, "category", request.category, request);
  correct(payload, "action", request.action, request);
  correct(payload, "deadline", request.due, request);
  change(payload, "owner", request.owner);
}

void read_contact(ObjectReader& payload, Contact& contact) {
  contact.who = payload.string_or(payload.has("to") ? "to" : "who", "");
  contact.channel = payload.string_or("channel", "");
  contact.outcome = payload.string_or("outcome", "");
}

void read_attempt(ObjectReader& payload, Callback& attempt) {
  attempt.to = payload.string_or(payload.has("to") ? "to" : "who", "");
  attempt.next = read_moment(payload, "next");
}

void read_follow_up(ObjectReader& payload, Task& task) {
  FollowUp follow_up;
  follow_up.on = read_moment(payload, "on");
  follow_up.what = payload.string_or("what", "");
  follow_up.drafted = payload.boolean_or("drafted", false);
  task.follow_up = std::move(follow_up);
}

void read_callback(ObjectReader& payload, Callback& callback) {
  read_confidentiality(payload, callback.confidentiality);
  callback.to = payload.string_or("to", "");
  callback.about = payload.string_or("about", "");
  callback.by = read_moment(payload, "by");
}

void read_event(ObjectReader& payload, EventChange& event) {
  change(payload, "title", event.title);
  change(payload, "timeZone", event.time_zone);
  change(payload, "room", event.room);
  read_confidentiality(payload, event.confidentiality);
  if (payload.has("people")) event.people = payload.strings("people");
  event.from = time::read_optional_local_time(payload, "from");
  const std::string_view member = event.kind == EventChange::Kind::moved ? "to" : "start";
  if (payload.has(member)) event.start = time::read_local_time(payload, member);
}

void read_instruction(ObjectReader& payload, Instruction& instruction) {
  instruction.text = payload.string("text");
  instruction.from = read_moment(payload, "from");
  instruction.to = read_moment(payload, "to");
  read_confidentiality(payload, instruction.confidentiality);
}

void read_absence(ObjectReader& payload, Absence& absence) {
  absence.from = read_moment(payload, "from");
  absence.to = read_moment(payload, "to");
  absence.reason = payload.string_or("reason", "");
}

void read_handover(ObjectReader& payload, Handover& handover) {
  change(payload, "reader", handover.reader);
  handover.size = payload.integer_or("size", handover.size, {0, INT64_MAX});
  change(payload, "head", handover.head);
}

}  // namespace relais::journal
