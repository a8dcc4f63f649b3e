#include "core/handover/pack_json.hpp"

#include "core/handover/document_json.hpp"
#include "core/handover/mask.hpp"
#include "core/journal/journal_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace relais::handover {
namespace {

// What is left of an event that the reader may not read: when it is, and that it is.
constexpr std::array<std::string_view, 20> times{"@type",
                                                 "uid",
                                                 "start",
                                                 "timeZone",
                                                 "duration",
                                                 "sequence",
                                                 "updated",
                                                 "status",
                                                 "showWithoutTime",
                                                 "freeBusyStatus",
                                                 "privacy",
                                                 "recurrenceId",
                                                 "recurrenceRule",
                                                 "recurrenceRules",
                                                 "recurrenceIdTimeZone",
                                                 "created",
                                                 "excludedRecurrenceRules",
                                                 "excluded",
                                                 "priority",
                                                 "timeZones"};

std::string text_or(const Json& object, const char* member, const char* fallback) {
  const auto found = object.find(member);
  const auto* text = found == object.end() ? nullptr : found->get_ptr<const std::string*>();
  return text ? *text : fallback;
}

void keep_times(Json& event) {
  Json kept = Json::object();
  for (auto item = event.begin(); item != event.end(); ++item) {
    if (std::find(times.begin(), times.end(), item.key()) != times.end()) kept[item.key()] = item.value();
  }
  const auto overrides = event.find("recurrenceOverrides");
  if (overrides != event.end() && overrides->is_object()) {
    for (Json& patch : *overrides) {
      if (patch.is_object()) keep_times(patch);
    }
    kept["recurrenceOverrides"] = *overrides;
  }
  event = std::move(kept);
}

void mask_event(Json& event, Clearance clearance) {
  const std::string privacy = text_or(event, "privacy", "public");
  const bool is_masked = (privacy == "private" && clearance < Clearance::confidential) ||
                         (privacy == "secret" && clearance < Clearance::secret);
  if (is_masked) keep_times(event);
}

Json masked_calendars(Json calendars, Clearance clearance) {
  if (!calendars.is_array()) return Json::array();
  for (Json& calendar : calendars) {
    const auto events = calendar.find("events");
    if (events == calendar.end() || !events->is_array()) continue;
    for (Json& event : *events) mask_event(event, clearance);
  }
  return calendars;
}

Json masked_policy(Json policy, Clearance clearance) {
  if (!policy.is_object()) return Json::object();
  const auto clients = policy.find("clients");
  if (clients == policy.end() || !clients->is_array()) return policy;
  for (Json& client : *clients) {
    const auto instructions = client.find("instructions");
    if (instructions == client.end() || !instructions->is_array()) continue;
    Json kept = Json::array();
    for (const Json& instruction : *instructions) {
      if (clearance_of(text_or(instruction, "confidentiality", "internal")) <= clearance) kept.push_back(instruction);
    }
    *instructions = std::move(kept);
  }
  return policy;
}

}  // namespace

Json to_json(const Pack& pack, Json policy, Json calendars) {
  const Clearance clearance = clearance_of(pack.document.clearance);
  Json document = to_json(pack.document);
  return {{"v", 1},
          {"reader", pack.document.reader},
          {"at", document["at"]},
          {"journal", document["journal"]},
          {"document", std::move(document)},
          {"entries", journal::to_json(pack.entries)},
          {"withheld", pack.withheld},
          {"policy", masked_policy(std::move(policy), clearance)},
          {"calendars", masked_calendars(std::move(calendars), clearance)}};
}

}  // namespace relais::handover
