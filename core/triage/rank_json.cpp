#include "core/triage/rank_json.hpp"

#include "core/base/limits.hpp"
#include "core/policy/policy_json.hpp"
#include "core/time/time_json.hpp"
#include "core/triage/dates_json.hpp"
#include "core/triage/learn_json.hpp"
#include "core/triage/request_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace relais::triage {
namespace {

std::string text_of(const Json& object, const char* member) {
  const auto found = object.find(member);
  if (found == object.end()) return {};
  const auto* text = found->get_ptr<const std::string*>();
  return text ? *text : std::string();
}

bool flag_of(const Json& object, const char* member) {
  const auto found = object.find(member);
  const bool* value = found == object.end() ? nullptr : found->get_ptr<const bool*>();
  return value && *value;
}

const Json& list_of(const Json& object, const char* member) {
  static const Json empty = Json::array();
  const auto found = object.find(member);
  return found == object.end() || !found->is_array() ? empty : *found;
}

Sender sender_of(const Json& task) {
  const auto from = task.find("from");
  if (from == task.end() || !from->is_object()) return {};
  return {text_of(*from, "name"), text_of(*from, "phone"), text_of(*from, "email"), text_of(*from, "company")};
}

std::optional<time::Instant> moment_of(const std::string& text, const time::Zone& zone) {
  if (const auto instant = time::parse_instant(text)) return instant;
  if (const auto local = time::parse_local_time(text)) return zone.to_instant(*local);
  return std::nullopt;
}

// The state as `journal.state` gives it. Another operation made it, so what is unknown in it is passed over.
DeskState read_state(const Json& json, const time::Zone& zone) {
  DeskState state;
  if (!json.is_object()) return state;
  for (const Json& task : list_of(json, "tasks")) {
    if (!task.is_object() || text_of(task, "kind") != "request") continue;
    Earlier earlier;
    earlier.id = text_of(task, "id");
    earlier.client = text_of(task, "client");
    earlier.from = sender_of(task);
    earlier.open = flag_of(task, "open");
    earlier.answered = !text_of(task, "answered").empty();
    earlier.opened = time::parse_instant(text_of(task, "opened"));
    state.requests.push_back(std::move(earlier));
  }
  for (const Json& callback : list_of(json, "callbacks")) {
    if (!callback.is_object() || flag_of(callback, "done")) continue;
    state.callbacks.push_back({text_of(callback, "ref"), text_of(callback, "to"), text_of(callback, "client"),
                               moment_of(text_of(callback, "by"), zone)});
  }
  return state;
}

void refuse_twins(ObjectReader& object, const std::vector<Request>& requests) {
  std::set<std::string_view> ids;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    if (ids.insert(requests[i].id).second) continue;
    object.reading().fail(
        {ErrorCode::duplicate_id, {{"id", requests[i].id}}, pointer(object.path_of("requests"), i) + "/id", ""});
  }
}

Said read_said(ObjectReader& object) {
  Said said;
  if (object.has("priority"))
    said.priority = static_cast<policy::Priority>(object.one_of("priority", {"critical", "high", "normal", "low"}));
  object.any("priority");
  said.category = object.optional_string("category");
  if (object.has("action"))
    said.action = static_cast<Action>(object.one_of("action", {"transfer", "schedule", "message", "answer", "filter"}));
  object.any("action");
  return said;
}

}  // namespace

Result<RankParameters> read_rank_parameters(const Json& json) {
  Reading reading;
  ObjectReader object(json, "", reading);
  RankParameters parameters;
  const time::ZonePtr utc = time::find_zone("UTC");
  const Json& list = object.required("requests");
  if (list.is_array() && list.size() > limits::triage_requests) {
    object.fail("requests", {ErrorCode::too_many,
                             {{"limit", static_cast<std::int64_t>(limits::triage_requests)}, {"what", "requests"}},
                             "",
                             ""});
  } else if (!list.is_array()) {
    object.fail("requests", {ErrorCode::wrong_type, {}, "", "an array of objects"});
  }
  object.each("requests", [&](ObjectReader& item) {
    const time::ZonePtr recent = parameters.requests.empty() ? nullptr : parameters.requests.back().zone;
    parameters.requests.push_back(read_request(item, utc, recent));
  });
  refuse_twins(object, parameters.requests);
  object.each("corrections", [&](ObjectReader& item) {
    const std::string id = item.string("id");
    parameters.corrections[id] = read_said(item);
    item.finish();
  });
  parameters.policy = policy::read_policy(object, "policy");
  object.object("model", [&](ObjectReader& model) { parameters.model = read_model(model); });
  const time::ZonePtr zone = parameters.requests.empty() ? utc : parameters.requests.front().zone;
  const Json& state = object.any("state");
  if (!state.is_null() && !state.is_object()) object.fail("state", {ErrorCode::wrong_type, {}, "", "an object"});
  if (!reading.failed()) parameters.state = read_state(state, *zone);
  parameters.free = object.optional_integer("free", {0, 100'000});
  if (object.has("now") && !reading.failed()) parameters.now = zone->to_instant(read_now(object, *zone, {}));
  object.any("now");
  object.finish();
  return reading.result(std::move(parameters));
}

}  // namespace relais::triage
