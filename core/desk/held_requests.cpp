#include "core/desk/held_requests.hpp"

#include "core/base/json_reader.hpp"
#include "core/time/zone.hpp"
#include "core/triage/rank_json.hpp"
#include "core/triage/request_json.hpp"

#include <map>
#include <set>
#include <string_view>

namespace relais::desk {
namespace {

Json problem_of(std::int64_t seq, const std::string& ref, const Error& error) {
  Json problem = relais::to_json(error);
  problem["seq"] = seq;
  problem["ref"] = ref;
  return problem;
}

Json said_of(const journal::Task& task, const std::string& id) {
  Json said{{"id", id}};
  if (task.corrected.contains("priority")) said["priority"] = task.priority;
  if (task.corrected.contains("category")) said["category"] = task.category;
  if (task.corrected.contains("action")) said["action"] = task.action;
  return said;
}

std::optional<Error> error_of(const Json& said) {
  const auto read = triage::read_rank_parameters({{"requests", Json::array()}, {"corrections", Json::array({said})}});
  return read.ok() ? std::nullopt : std::optional(read.error());
}

}  // namespace

void HeldRequests::add(std::span<const journal::Effective> entries) {
  for (const journal::Effective& effective : entries) {
    const bool is_whole = effective.entry->head.type == "request.received" && effective.payload;
    if (is_whole) received_.push_back(received(effective));
  }
}

// A request without an id has that of its entry.
HeldRequests::Received HeldRequests::received(const journal::Effective& effective) {
  const journal::Head& head = effective.entry->head;
  Json payload{{"request", effective.payload->value("request", Json())}};
  Json& request = payload["request"];
  if (request.is_object() && !request.contains("id")) request["id"] = head.ref;
  Reading reading;
  ObjectReader object(payload, "/payload", reading);
  object.required("request");
  object.object("request", [](ObjectReader& inner) { triage::read_request(inner, time::find_zone("UTC")); });
  if (reading.failed()) return {head.seq, head.ref, "", {}, problem_of(head.seq, head.ref, reading.error())};
  std::string id = request["id"].get<std::string>();
  return {head.seq, head.ref, std::move(id), std::move(request), {}};
}

OpenRequests HeldRequests::open(const journal::State& state) const {
  std::set<std::string_view> open, ids;
  std::map<std::string_view, const std::string*> own_ids;  // By the entry's ref.
  OpenRequests out;
  for (const journal::Task& task : state.tasks) {
    if (task.open && task.is_request) open.insert(task.id);
  }
  for (const Received& one : received_) {
    if (!open.contains(one.ref)) continue;
    if (!one.problem.is_null()) {
      out.problems.push_back(one.problem);
      continue;
    }
    open.erase(one.ref);
    if (ids.insert(one.id).second) {
      own_ids.emplace(one.ref, &one.id);
      out.requests.push_back(one.request);
      continue;
    }
    const Error twin{ErrorCode::duplicate_id, {{"id", one.id}}, "/payload/request/id", ""};
    out.problems.push_back(problem_of(one.seq, one.ref, twin));
  }
  for (const journal::Task& task : state.tasks) {
    if (!task.open || !task.is_request || task.corrected.empty()) continue;
    const auto own = own_ids.find(task.id);
    Json said = said_of(task, own == own_ids.end() ? task.id : *own->second);
    if (said.size() == 1) continue;
    if (const auto error = error_of(said)) {
      out.problems.push_back(problem_of(task.sources.back(), task.id, *error));
    } else {
      out.corrections.push_back(std::move(said));
    }
  }
  return out;
}

}  // namespace relais::desk
