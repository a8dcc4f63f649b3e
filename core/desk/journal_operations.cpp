#include "core/desk/journal_operations.hpp"

#include "core/base/limits.hpp"
#include "core/journal/erase.hpp"
#include "core/journal/fold.hpp"
#include "core/journal/journal_json.hpp"
#include "core/journal/state_json.hpp"
#include "core/time/time_json.hpp"

#include <nlohmann/json.hpp>

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

std::vector<std::int64_t> read_seqs(ObjectReader& object) {
  std::vector<std::int64_t> seqs;
  const Json& list = object.required("seqs");
  if (!list.is_array() || list.empty()) {
    object.fail("seqs", {ErrorCode::wrong_type, {}, "", "an array of at least one seq"});
    return seqs;
  }
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto* seq = list[i].get_ptr<const std::int64_t*>();
    if (seq) {
      seqs.push_back(*seq);
    } else {
      object.reading().fail({ErrorCode::wrong_type, {}, pointer(object.path_of("seqs"), i), "an integer"});
    }
  }
  return seqs;
}

journal::Erasure read_erasure(ObjectReader& object) {
  journal::Erasure erasure;
  erasure.seqs = read_seqs(object);
  erasure.ground = object.string("ground");
  erasure.at = time::read_optional_instant(object, "at");
  erasure.by = object.string_or("by", "");
  erasure.salt = journal::read_optional_salt(object, "salt");
  return erasure;
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
  std::vector<journal::Tip> anchors;
  object.each("anchors", [&](ObjectReader& item) { anchors.push_back(journal::read_tip(item)); });
  object.finish();
  if (reading.failed()) return reading.error();
  return journal::to_json(journal::verify(lines, anchors));
}

Result<Json> journal_erase(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  std::vector<journal::Entry> entries = journal::read_entries(object, "entries");
  const journal::Erasure erasure = read_erasure(object);
  object.finish();
  if (reading.failed()) return reading.error();
  RELAIS_TRY(const journal::Appended out, journal::erase(std::move(entries), erasure));
  return to_json(out);
}

Result<Json> journal_state(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  const std::vector<journal::Entry> entries = journal::read_entries(object, "entries");
  journal::Until until;
  if (const auto at = time::read_optional_instant(object, "at")) until.at = *at;
  object.finish();
  if (reading.failed()) return reading.error();
  return journal::to_json(journal::fold(entries, until));
}

}  // namespace relais::desk
