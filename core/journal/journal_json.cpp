#include "core/journal/journal_json.hpp"

#include "core/base/limits.hpp"
#include "core/journal/hash.hpp"
#include "core/time/time_json.hpp"

#include <algorithm>

namespace relais::journal {
namespace {

bool is_hex(std::string_view text, std::size_t size) {
  return text.size() == size &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::optional<std::string> parse_hash(std::string_view text) {
  return is_hex(text, 64) ? std::optional(std::string(text)) : std::nullopt;
}

// An empty journal is told by all its zeros.
std::optional<std::string> parse_hash_start(std::string_view text) {
  const bool fits = text.size() >= 16 && text.size() <= 64 && is_hex(text, text.size());
  return fits ? std::optional(std::string(text)) : std::nullopt;
}

std::optional<std::string> parse_salt(std::string_view text) {
  return is_hex(text, 32) ? std::optional(std::string(text)) : std::nullopt;
}

std::optional<std::string> parse_type(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(std::string(text));
}

std::string read_hash(ObjectReader& object, std::string_view member) {
  return object.parsed(member, parse_hash, "64 lower-case hex characters");
}

std::string read_type(ObjectReader& object) { return object.parsed("type", parse_type, "a type such as task.opened"); }

Head read_head(ObjectReader& object) {
  Head head;
  object.integer("v", {1, 1});
  head.seq = object.integer("seq", {1, limits::json_integer});
  head.at = time::read_instant(object, "at");
  head.occurred_at = time::read_optional_instant(object, "occurredAt").value_or(head.at);
  head.by = object.string("by");
  head.type = read_type(object);
  head.ref = object.string_or("ref", "");
  head.client = object.string_or("client", "");
  head.retention = object.string_or("class", "");
  head.prev = read_hash(object, "prev");
  head.payload_hash = read_hash(object, "payloadHash");
  return head;
}

const Json& read_object(ObjectReader& object, std::string_view member) {
  const Json& value = object.required(member);
  if (!value.is_object()) object.fail(member, {ErrorCode::wrong_type, {}, "", "an object"});
  return value;
}

std::optional<std::int64_t> seq_of(const Json& line) {
  const auto head = line.is_object() ? line.find("head") : line.end();
  if (!line.is_object() || head == line.end() || !head->is_object() || !head->contains("seq")) return std::nullopt;
  const auto* seq = (*head)["seq"].get_ptr<const std::int64_t*>();
  return seq && *seq > 0 ? std::optional(*seq) : std::nullopt;
}

}  // namespace

bool check_lines(ObjectReader& object, std::string_view member) {
  const Json& list = object.required(member);
  if (!list.is_array()) {
    object.fail(member, {ErrorCode::wrong_type, {}, "", "an array of journal lines"});
  } else if (static_cast<std::int64_t>(list.size()) > limits::journal_entries) {
    object.fail(member, {ErrorCode::too_many, {{"limit", limits::journal_entries}, {"what", "entries"}}, "", ""});
  }
  return !object.reading().failed();
}

ReadLine read_line(const Json& json) {
  if (!json.is_object()) return {};
  Reading reading;
  ObjectReader line(json, "", reading);
  Entry entry = read_entry(line);
  if (reading.failed()) return {std::nullopt, seq_of(json)};
  return {std::move(entry), std::nullopt};
}

Entry read_entry(ObjectReader& line) {
  Entry entry;
  read_object(line, "head");
  line.object("head", [&](ObjectReader& head) { entry.head = read_head(head); });
  if (line.any("payload"); line.has("payload")) entry.payload = read_object(line, "payload");
  entry.salt = read_optional_salt(line, "salt");
  line.finish();
  if (line.reading().failed()) return entry;
  entry.head_json = line.any("head");
  auto hash = entry_hash(entry.head_json);
  if (hash.ok()) {
    entry.hash = *std::move(hash);
  } else {
    Error error = hash.error();
    error.path = line.path_of("head") + error.path;
    line.reading().fail(std::move(error));
  }
  return entry;
}

std::vector<Entry> read_entries(ObjectReader& object, std::string_view member) {
  std::vector<Entry> entries;
  if (!check_lines(object, member)) return entries;
  object.each(member, [&](ObjectReader& line) { entries.push_back(read_entry(line)); });
  return entries;
}

std::vector<ReadLine> read_lines(ObjectReader& object, std::string_view member) {
  std::vector<ReadLine> lines;
  if (!check_lines(object, member)) return lines;
  for (const Json& line : object.any(member)) lines.push_back(read_line(line));
  return lines;
}

Readable read_readable(ObjectReader& object, std::string_view member) {
  Readable out;
  if (!check_lines(object, member)) return out;
  std::int64_t place = 0;
  for (const Json& json : object.any(member)) {
    ++place;
    ReadLine line = read_line(json);
    if (line.entry) {
      out.entries.push_back(*std::move(line.entry));
    } else {
      out.unreadable.push_back(line.seq.value_or(place));
    }
  }
  return out;
}

std::optional<std::string> read_optional_salt(ObjectReader& object, std::string_view member) {
  return object.optional_parsed(member, parse_salt, "32 lower-case hex characters");
}

Tip read_tip(ObjectReader& object) {
  Tip tip;
  tip.size = object.integer("size", {0, limits::json_integer - 1});
  tip.head = read_hash(object, "head");
  object.finish();
  return tip;
}

Tip read_anchor(ObjectReader& object) {
  Tip tip;
  tip.size = object.integer("size", {0, limits::json_integer - 1});
  tip.head = object.parsed("head", parse_hash_start, "16 to 64 lower-case hex characters");
  object.finish();
  return tip;
}

Snapshot read_snapshot(ObjectReader& object) {
  Snapshot snapshot;
  snapshot.tip.size = object.integer("size", {0, limits::json_integer - 1});
  snapshot.tip.head = read_hash(object, "head");
  snapshot.digest = read_hash(object, "digest");
  object.finish();
  return snapshot;
}

std::vector<std::int64_t> read_seqs(ObjectReader& object, std::string_view member) {
  std::vector<std::int64_t> seqs;
  const Json& list = object.any(member);
  if (!list.is_array() && !list.is_null()) object.fail(member, {ErrorCode::wrong_type, {}, "", "an array of seqs"});
  if (!list.is_array()) return seqs;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto* seq = list[i].get_ptr<const std::int64_t*>();
    if (seq) {
      seqs.push_back(*seq);
    } else {
      object.reading().fail({ErrorCode::wrong_type, {}, pointer(object.path_of(member), i), "an integer"});
    }
  }
  return seqs;
}

Draft read_draft(ObjectReader& object) {
  Draft draft;
  draft.at = time::read_instant(object, "at");
  draft.occurred_at = time::read_optional_instant(object, "occurredAt");
  draft.by = object.string("by");
  draft.type = read_type(object);
  draft.ref = object.string("ref");
  draft.client = object.optional_string("client");
  draft.retention = object.optional_string("class");
  draft.payload = read_object(object, "payload");
  draft.salt = object.parsed("salt", parse_salt, "32 lower-case hex characters");
  object.finish();
  return draft;
}

Json to_json(const Entry& entry) {
  Json line{{"head", entry.head_json}};
  if (entry.payload) line["payload"] = *entry.payload;
  if (entry.salt) line["salt"] = *entry.salt;
  return line;
}

Json to_json(const std::vector<Entry>& entries) {
  Json lines = Json::array();
  for (const Entry& entry : entries) lines.push_back(to_json(entry));
  return lines;
}

Json to_json(const Tip& tip) { return {{"size", tip.size}, {"head", tip.head}}; }

Json to_json(const Snapshot& snapshot) {
  return {{"size", snapshot.tip.size}, {"head", snapshot.tip.head}, {"digest", snapshot.digest}};
}

Json to_json(const Merged& merged) {
  Json twice = Json::array();
  for (const WrittenTwice& one : merged.twice) {
    twice.push_back({{"ref", one.ref}, {"ours", one.ours}, {"theirs", one.theirs}});
  }
  return {{"entries", to_json(merged.entries)},
          {"tip", to_json(merged.tip)},
          {"base", merged.base},
          {"added", merged.added},
          {"twice", std::move(twice)}};
}

Json to_json(const Verification& verification) {
  Json problems = Json::array();
  for (const Problem& problem : verification.problems) {
    problems.push_back({{"seq", problem.seq}, {"kind", name(problem.kind)}});
  }
  return {{"ok", verification.ok},
          {"size", verification.tip.size},
          {"head", verification.tip.head},
          {"problems", std::move(problems)}};
}

}  // namespace relais::journal
