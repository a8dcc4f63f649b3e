#include "core/desk/desk.hpp"

#include "core/base/json_reader.hpp"
#include "core/desk/operations.hpp"
#include "core/journal/fold.hpp"
#include "core/journal/journal_json.hpp"
#include "core/journal/state_json.hpp"
#include "core/policy/policy_json.hpp"
#include "core/triage/rank_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace relais::desk {
namespace {

/// What an operation is given of the desk.
struct Row {
  std::string_view operation;
  bool entries = false, policy = false, tip = false;
};

constexpr std::array rows{
    Row{"agenda.problem", false, true},
    Row{"desk.pack", true, true},
    Row{"handover.compose", true, true},
    Row{"journal.append", false, false, true},
    Row{"journal.erase", true},
    Row{"journal.expired", true, true},
    Row{"journal.merge", true},
    Row{"journal.state", true},
    Row{"journal.verify", true},
    Row{"report.indicators", true, true},
    Row{"triage.rank", false, true, false},
};

const Row* find_row(std::string_view operation) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.operation == operation; });
  return found == rows.end() ? nullptr : &*found;
}

const Json* find(const Json& line, const char* pointer) {
  const Json::json_pointer place(pointer);
  return line.is_object() && line.contains(place) ? &line[place] : nullptr;
}

bool holds(const Json* value, std::string_view text) {
  return value && value->is_string() && value->get_ref<const std::string&>() == text;
}

Status refuse(const Json& params, std::initializer_list<const char*> members) {
  for (const char* member : members) {
    if (params.contains(member)) {
      return Error{ErrorCode::unknown_member, {{"member", member}}, pointer("", member), "nothing: the desk holds it"};
    }
  }
  return std::monostate{};
}

/// Lends a value to parameters for one call, without a copy.
class Loan {
 public:
  Loan(Json& value, Json& params, const char* member) : value_(value), place_(params[member]) { place_.swap(value_); }
  ~Loan() { place_.swap(value_); }
  Loan(const Loan&) = delete;
  Loan& operator=(const Loan&) = delete;

 private:
  Json& value_;
  Json& place_;
};

}  // namespace

bool Desk::answers(std::string_view name) { return find_row(name) != nullptr; }

Result<std::unique_ptr<Desk>> Desk::open(Json held) {
  Reading reading;
  ObjectReader object(held, "", reading);
  policy::read_policy(object, "policy");
  object.any("entries");
  object.finish();
  if (reading.failed()) return reading.error();
  std::unique_ptr<Desk> desk(new Desk);
  if (object.has("entries")) desk->entries_ = std::move(held["entries"]);
  if (object.has("policy")) desk->policy_ = std::move(held["policy"]);
  RELAIS_TRY(std::ignore, desk->look());
  return desk;
}

// The state and the tip of the journal as it now is.
Status Desk::look() {
  Json params = Json::object();
  const Loan loan(entries_, params, "entries");
  Reading reading;
  ObjectReader object(params, "", reading);
  const journal::Readable journal = journal::read_readable(object, "entries");
  if (reading.failed()) return reading.error();
  state_ = journal::fold(journal.entries);
  journal::Tip tip;
  for (const journal::Entry& entry : journal.entries) {
    if (entry.head.seq == state_.size) tip = {entry.head.seq, entry.hash};
  }
  tip_ = journal::to_json(tip);
  return std::monostate{};
}

Json Desk::open_requests() const {
  std::set<std::string_view> open;
  for (const journal::Task& task : state_.tasks) {
    if (task.open && task.is_request) open.insert(task.id);
  }
  Json requests = Json::array();
  for (const Json& line : entries_) {
    if (!holds(find(line, "/head/type"), "request.received")) continue;
    const Json* ref = find(line, "/head/ref");
    const Json* request = find(line, "/payload/request");
    if (!ref || !ref->is_string() || !request) continue;
    if (open.erase(ref->get_ref<const std::string&>()) == 1) requests.push_back(*request);
  }
  return requests;
}

Json Desk::corrections() const {
  Json corrections = Json::array();
  for (const journal::Task& task : state_.tasks) {
    if (!task.open || !task.is_request) continue;
    Json said{{"id", task.id}};
    if (task.corrected.contains("priority")) said["priority"] = task.priority;
    if (task.corrected.contains("category")) said["category"] = task.category;
    if (task.corrected.contains("action")) said["action"] = task.action;
    if (said.size() > 1) corrections.push_back(std::move(said));
  }
  return corrections;
}

Result<Json> Desk::rank(Json& params) {
  RELAIS_TRY(std::ignore, refuse(params, {"requests", "corrections", "state"}));
  params["requests"] = open_requests();
  params["corrections"] = corrections();
  params["state"] = journal::to_json(state_);
  RELAIS_TRY(const triage::RankParameters parameters, triage::read_rank_parameters(params));
  return triage::to_json(triage::rank(parameters, &readings_));
}

Result<Json> Desk::run(std::string_view name, Json params) {
  const Row* row = find_row(name);
  const Operation* operation = find_operation(name);
  if (!row || !operation) {
    return Error{ErrorCode::unknown_operation, {{"operation", std::string(name)}}, "", "one of a journal or a policy"};
  }
  if (!params.is_object()) return Error{ErrorCode::wrong_type, {}, "", "an object"};
  std::optional<Loan> entries, policy, tip;
  if (row->entries) {
    RELAIS_TRY(std::ignore, refuse(params, {"entries"}));
    entries.emplace(entries_, params, "entries");
  }
  if (row->policy) {
    RELAIS_TRY(std::ignore, refuse(params, {"policy"}));
    policy.emplace(policy_, params, "policy");
  }
  if (row->tip) {
    RELAIS_TRY(std::ignore, refuse(params, {"tip"}));
    tip.emplace(tip_, params, "tip");
  }
  auto answer = name == "triage.rank" ? rank(params) : operation->run(params);
  entries.reset();
  tip.reset();
  if (answer.ok()) take(name, *answer);
  return answer;
}

void Desk::take(std::string_view name, const Json& answer) {
  const bool appends = name == "journal.append";
  if (!appends && name != "journal.erase" && name != "journal.merge") return;
  if (appends) {
    entries_.insert(entries_.end(), answer["entries"].begin(), answer["entries"].end());
  } else {
    entries_ = answer["entries"];
  }
  static_cast<void>(look());
}

}  // namespace relais::desk
