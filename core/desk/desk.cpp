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
  if (object.has("entries")) journal::check_lines(object, "entries");
  object.finish();
  if (reading.failed()) return reading.error();
  std::unique_ptr<Desk> desk(new Desk);
  if (object.has("entries")) desk->entries_ = std::move(held["entries"]);
  if (object.has("policy")) desk->policy_ = std::move(held["policy"]);
  desk->look_anew();
  return desk;
}

// What the lines of the journal say from one of them on; nothing if they cannot go on from those before them.
bool Desk::look_from(std::size_t place) {
  std::vector<journal::Entry> entries;
  for (; place < entries_.size(); ++place) {
    journal::ReadLine line = journal::read_line(entries_[place]);
    if (line.entry) entries.push_back(*std::move(line.entry));
  }
  if (!fold_.add(entries)) return false;
  requests_.add(journal::effective(entries));
  for (const journal::Entry& entry : entries) put_tip(entry);
  return true;
}

void Desk::look_anew() {
  std::vector<journal::Entry> entries;
  for (const Json& json : entries_) {
    journal::ReadLine line = journal::read_line(json);
    if (line.entry) entries.push_back(*std::move(line.entry));
  }
  fold_ = journal::Fold(entries);
  requests_ = {};
  requests_.add(journal::effective(entries));
  tip_ = journal::to_json(journal::Tip{});
  for (const journal::Entry& entry : entries) put_tip(entry);
}

void Desk::put_tip(const journal::Entry& entry) {
  if (entry.head.seq == fold_.state().size) tip_ = journal::to_json(journal::Tip{entry.head.seq, entry.hash});
}

Result<Json> Desk::rank(Json& params) {
  RELAIS_TRY(std::ignore, refuse(params, {"requests", "corrections", "state"}));
  OpenRequests open = requests_.open(fold_.state());
  params["requests"] = std::move(open.requests);
  params["corrections"] = std::move(open.corrections);
  params["state"] = journal::to_json(fold_.state());
  RELAIS_TRY(const triage::RankParameters parameters, triage::read_rank_parameters(params));
  Json answer = triage::to_json(triage::rank(parameters, &readings_));
  if (!open.problems.empty()) answer["problems"] = std::move(open.problems);
  return answer;
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
  if (name == "journal.erase" || name == "journal.merge") {
    entries_ = answer["entries"];
    look_anew();
  } else if (name == "journal.append") {
    const std::size_t place = entries_.size();
    entries_.insert(entries_.end(), answer["entries"].begin(), answer["entries"].end());
    if (!look_from(place)) look_anew();
  }
}

}  // namespace relais::desk
