#include "core/desk/journal_operations.hpp"

#include "core/base/limits.hpp"
#include "core/journal/erase.hpp"
#include "core/journal/fold.hpp"
#include "core/journal/journal_json.hpp"
#include "core/journal/merge.hpp"
#include "core/journal/retention.hpp"
#include "core/journal/snapshot.hpp"
#include "core/journal/state_json.hpp"
#include "core/policy/policy_json.hpp"
#include "core/time/time_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace relais::desk {
namespace {

Json to_json(const journal::Appended& appended) {
  return {{"entries", journal::to_json(appended.entries)}, {"tip", journal::to_json(appended.tip)}};
}

std::vector<journal::Draft> read_drafts(ObjectReader& object) {
  std::vector<journal::Draft> drafts;
  const Json& add = object.required("add");
  if (!add.is_array()) object.fail("add", {ErrorCode::wrong_type, {}, "", "an array of entries to add"});
  if (static_cast<std::int64_t>(add.size()) > limits::journal_entries) {
    object.fail("add", {ErrorCode::too_many, {{"limit", limits::journal_entries}, {"what", "entries"}}, "", ""});
  }
  object.each("add", [&](ObjectReader& item) { drafts.push_back(journal::read_draft(item)); });
  return drafts;
}

std::vector<journal::Snapshot> read_snapshots(ObjectReader& object) {
  std::vector<journal::Snapshot> snapshots;
  object.each("snapshots", [&](ObjectReader& item) { snapshots.push_back(journal::read_snapshot(item)); });
  return snapshots;
}

journal::Witness read_witness(ObjectReader& object) {
  journal::Witness witness;
  object.each("anchors", [&](ObjectReader& item) { witness.anchors.push_back(journal::read_anchor(item)); });
  const std::vector<std::int64_t> withheld = journal::read_seqs(object, "withheld");
  witness.withheld.insert(withheld.begin(), withheld.end());
  witness.now = time::read_optional_instant(object, "now");
  return witness;
}

journal::Erasure read_erasure(ObjectReader& object) {
  journal::Erasure erasure;
  erasure.seqs = journal::read_seqs(object, "seqs");
  if (erasure.seqs.empty()) object.fail("seqs", {ErrorCode::wrong_type, {}, "", "an array of at least one seq"});
  erasure.ground = object.string("ground");
  erasure.at = time::read_optional_instant(object, "at");
  erasure.by = object.string_or("by", "");
  erasure.salt = journal::read_optional_salt(object, "salt");
  return erasure;
}

time::Instant latest(const std::vector<journal::Entry>& entries) {
  time::Instant at;
  for (const journal::Entry& entry : entries) at = std::max(at, entry.head.at);
  return at;
}

// Lines that cannot be read are problems of the state, beside those that could not be taken in.
Json state_to_json(const journal::State& state, const journal::Readable& journal) {
  Json json = journal::to_json(state);
  Json& problems = json["problems"];
  for (const std::int64_t seq : journal.unreadable) problems.push_back({{"seq", seq}, {"kind", "malformed"}});
  std::stable_sort(problems.begin(), problems.end(), [](const Json& a, const Json& b) { return a["seq"] < b["seq"]; });
  journal::Snapshot snapshot{{state.size, journal::Tip{}.head}, journal::digest(state)};
  for (const journal::Entry& entry : journal.entries) {
    if (entry.head.seq == state.size) snapshot.tip.head = entry.hash;
  }
  json["snapshot"] = journal::to_json(snapshot);
  return json;
}

}  // namespace

Result<Json> journal_append(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  journal::Tip tip;
  object.object("tip", [&](ObjectReader& inner) { tip = journal::read_tip(inner); });
  if (tip.size == 0 && tip.head != journal::Tip{}.head) {
    object.fail("tip", {ErrorCode::invalid_value, {{"value", tip.head}}, "", "64 zeros where the size is 0"});
  }
  const std::vector<journal::Draft> drafts = read_drafts(object);
  object.finish();
  if (reading.failed()) return reading.error();
  auto appended = journal::append(tip, drafts);
  if (appended.ok()) return to_json(*appended);
  Error error = appended.error();
  error.path = "/add" + error.path;
  return error;
}

Result<Json> journal_verify(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  const std::vector<journal::ReadLine> lines = journal::read_lines(object, "entries");
  const journal::Witness witness = read_witness(object);
  const std::vector<journal::Snapshot> snapshots = read_snapshots(object);
  object.finish();
  if (reading.failed()) return reading.error();
  journal::Verification found = journal::verify(lines, witness);
  if (snapshots.empty()) return journal::to_json(found);
  std::vector<journal::Entry> entries;
  for (const journal::ReadLine& line : lines) {
    if (line.entry) entries.push_back(*line.entry);
  }
  for (const journal::Snapshot& snapshot : snapshots) {
    if (!journal::holds(snapshot, entries)) {
      add_problem(found, {snapshot.tip.size, journal::ProblemKind::snapshot});
    }
  }
  return journal::to_json(found);
}

Result<Json> journal_erase(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  std::vector<journal::Entry> entries = journal::read_entries(object, "entries");
  const journal::Erasure erasure = read_erasure(object);
  const bool keeps_snapshots = object.has("snapshots");
  const std::vector<journal::Snapshot> snapshots = read_snapshots(object);
  object.finish();
  if (reading.failed()) return reading.error();
  RELAIS_TRY(const journal::Appended out, journal::erase(std::move(entries), erasure));
  Json json = to_json(out);
  if (!keeps_snapshots) return json;
  json["snapshots"] = Json::array();
  for (const journal::Snapshot& kept : journal::untouched(snapshots, erasure.seqs)) {
    json["snapshots"].push_back(journal::to_json(kept));
  }
  return json;
}

Result<Json> journal_expired(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  const std::vector<journal::Entry> entries = journal::read_entries(object, "entries");
  const policy::Policy policy = policy::read_policy(object, "policy");
  const time::Instant at = time::read_optional_instant(object, "at").value_or(latest(entries));
  object.finish();
  if (reading.failed()) return reading.error();
  const journal::Expired found = journal::expired(entries, policy.retention, at);
  return Json{{"seqs", found.seqs}, {"inUse", found.in_use}};
}

Result<Json> journal_merge(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  std::vector<journal::Entry> entries = journal::read_entries(object, "entries");
  const std::vector<journal::Entry> late = journal::read_entries(object, "late");
  journal::Merge merge;
  merge.at = time::read_optional_instant(object, "at");
  merge.by = object.string_or("by", "");
  merge.salt = journal::read_optional_salt(object, "salt");
  object.finish();
  if (reading.failed()) return reading.error();
  RELAIS_TRY(const journal::Merged merged, journal::merge(std::move(entries), late, merge));
  return journal::to_json(merged);
}

Result<Json> journal_state(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  const journal::Readable journal = journal::read_readable(object, "entries");
  journal::Until until;
  if (const auto at = time::read_optional_instant(object, "at")) until.at = *at;
  if (const auto size = object.optional_integer("size", {0, limits::json_integer})) until.seq = *size;
  object.finish();
  if (reading.failed()) return reading.error();
  return state_to_json(journal::fold(journal.entries, until), journal);
}

}  // namespace relais::desk
