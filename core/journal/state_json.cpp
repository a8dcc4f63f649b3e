#include "core/journal/state_json.hpp"

#include "core/base/json_writer.hpp"
#include "core/base/sha256.hpp"
#include "core/journal/canonical_json.hpp"

namespace relais::journal {
namespace {

using relais::put;

void put(Json& json, const char* member, const std::optional<Moment>& moment) {
  if (moment) json[member] = format(*moment);
}

void put(Json& json, const char* member, const std::optional<time::Instant>& instant) {
  if (instant) json[member] = time::format(*instant);
}

void put(Json& json, const char* member, const std::optional<time::LocalTime>& local) {
  if (local) json[member] = time::format(*local);
}

Json to_json(const IfThen& if_then) {
  Json json{{"if", if_then.condition}, {"then", if_then.action}};
  put(json, "who", if_then.who);
  return json;
}

Json to_json(const WaitingOn& waiting) {
  Json json{{"who", waiting.who}, {"what", waiting.what}, {"noted", time::format(waiting.noted)}};
  put(json, "since", waiting.since);
  put(json, "chase", waiting.chase);
  return json;
}

Json to_json(const FollowUp& follow_up) {
  Json json{{"drafted", follow_up.drafted}};
  put(json, "what", follow_up.what);
  put(json, "on", follow_up.on);
  return json;
}

Json to_json(const Requester& from) {
  Json json = Json::object();
  put(json, "name", from.name);
  put(json, "phone", from.phone);
  put(json, "email", from.email);
  put(json, "company", from.company);
  return json;
}

Json to_json(const Contact& contact) {
  Json json{{"seq", contact.seq}, {"at", time::format(contact.at)}};
  put(json, "who", contact.who);
  put(json, "channel", contact.channel);
  put(json, "outcome", contact.outcome);
  return json;
}

void put_request(Json& json, const Task& task) {
  put(json, "category", task.category);
  put(json, "action", task.action);
  put(json, "route", task.route);
  put(json, "channel", task.channel);
  put(json, "firstResponseDue", task.first_response_due);
  put(json, "resolutionDue", task.resolution_due);
  put(json, "answered", task.answered);
  if (task.satisfaction) json["satisfaction"] = *task.satisfaction;
  if (const Json from = to_json(task.from); !from.empty()) json["from"] = from;
}

Json to_json(const Task& task) {
  Json json{{"id", task.id},
            {"kind", task.is_request ? "request" : "task"},
            {"open", task.open},
            {"opened", time::format(task.opened)},
            {"openedBy", task.opened_by},
            {"changed", time::format(task.changed)},
            {"sources", task.sources}};
  put(json, "client", task.client);
  put(json, "title", task.title);
  put(json, "owner", task.owner);
  put(json, "next", task.next);
  put(json, "priority", task.priority);
  put(json, "due", task.due);
  put(json, "request", task.request);
  put(json, "confidentiality", task.confidentiality);
  put(json, "closed", task.closed);
  put(json, "closingReason", task.closing_reason);
  if (task.if_then) json["ifThen"] = to_json(*task.if_then);
  if (task.waiting_on) json["waitingOn"] = to_json(*task.waiting_on);
  if (task.follow_up) json["followUp"] = to_json(*task.follow_up);
  if (!task.contacts.empty()) json["contacts"] = list(task.contacts, to_json);
  if (task.reopenings > 0) json["reopenings"] = task.reopenings;
  if (task.erased) json["erased"] = true;
  put_request(json, task);
  return json;
}

Json to_json(const Callback& callback) {
  Json json{{"ref", callback.ref},
            {"done", callback.done},
            {"promisedBy", callback.promised_by},
            {"sources", callback.sources}};
  put(json, "client", callback.client);
  put(json, "to", callback.to);
  put(json, "by", callback.by);
  put(json, "about", callback.about);
  put(json, "confidentiality", callback.confidentiality);
  if (callback.attempts > 0) json["attempts"] = callback.attempts;
  put(json, "lastAttempt", callback.last_attempt);
  put(json, "next", callback.next);
  return json;
}

std::string_view name(EventChange::Kind kind) {
  constexpr std::string_view names[] = {"booked", "moved", "cancelled"};
  return names[static_cast<std::size_t>(kind)];
}

Json to_json(const EventChange& event) {
  Json json{{"uid", event.uid}, {"kind", name(event.kind)}, {"people", event.people}, {"sources", event.sources}};
  put(json, "recurrenceId", event.recurrence_id);
  put(json, "client", event.client);
  put(json, "title", event.title);
  put(json, "room", event.room);
  put(json, "timeZone", event.time_zone);
  put(json, "from", event.from);
  put(json, "start", event.start);
  put(json, "confidentiality", event.confidentiality);
  return json;
}

Json to_json(const Instruction& instruction) {
  Json json{{"id", instruction.id}, {"given", time::format(instruction.given)}, {"sources", instruction.sources}};
  put(json, "client", instruction.client);
  put(json, "text", instruction.text);
  put(json, "from", instruction.from);
  put(json, "to", instruction.to);
  put(json, "confidentiality", instruction.confidentiality);
  if (instruction.erased) json["erased"] = true;
  return json;
}

Json to_json(const Absence& absence) {
  Json json{{"person", absence.person}, {"sources", absence.sources}};
  put(json, "from", absence.from);
  put(json, "to", absence.to);
  put(json, "reason", absence.reason);
  return json;
}

std::string_view name(Handover::Status status) {
  constexpr std::string_view names[] = {"issued", "queried", "accepted", "refused", "lapsed", "claimed"};
  return names[static_cast<std::size_t>(status)];
}

Json to_json(const Handover& handover) {
  Json json{{"id", handover.id},
            {"status", name(handover.status)},
            {"at", time::format(handover.at)},
            {"size", handover.size},
            {"sources", handover.sources}};
  put(json, "reader", handover.reader);
  put(json, "issuedBy", handover.issued_by);
  put(json, "owner", handover.owner);
  put(json, "head", handover.head);
  return json;
}

Json to_json(const Oddity& oddity) {
  constexpr std::string_view names[] = {"payload", "reference", "order"};
  return {{"seq", oddity.seq}, {"kind", names[static_cast<std::size_t>(oddity.kind)]}};
}

// The months in which minutes were worked, and how many: `2026-03`.
Json worked_to_json(const std::string& client, const Worked& work) {
  std::map<std::string, std::int64_t> months;
  std::int64_t minutes = 0;
  for (const auto& [day, worked] : work.days) {
    months[time::format(time::Day{day}).substr(0, 7)] += worked;
    minutes += worked;
  }
  Json by_month = Json::array();
  for (const auto& [month, worked] : months) by_month.push_back({{"month", month}, {"minutes", worked}});
  return {{"client", client}, {"minutes", minutes}, {"months", std::move(by_month)}, {"sources", work.sources}};
}

}  // namespace

Json to_json(const State& state) {
  Json worked = Json::array();
  for (const auto& [client, work] : state.worked) worked.push_back(worked_to_json(client, work));
  Json json{{"asOf", time::format(state.as_of)},
            {"size", state.size},
            {"tasks", list(state.tasks, to_json)},
            {"callbacks", list(state.callbacks, to_json)},
            {"events", list(state.events, to_json)},
            {"instructions", list(state.instructions, to_json)},
            {"absences", list(state.absences, to_json)},
            {"handovers", list(state.handovers, to_json)},
            {"worked", std::move(worked)},
            {"problems", list(state.oddities, to_json)}};
  put(json, "holder", state.holder);
  return json;
}

std::string digest(const State& state) {
  const auto text = canonical_json(to_json(state));
  return sha256_hex("relais.state.v1\n" + (text.ok() ? *text : ""));
}

}  // namespace relais::journal
