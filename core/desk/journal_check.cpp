#include "core/desk/journal_check.hpp"

#include "core/base/json_reader.hpp"
#include "core/base/text.hpp"
#include "core/journal/journal_json.hpp"
#include "core/time/time_json.hpp"

#include <nlohmann/json.hpp>

namespace relais::desk {
namespace {

// The position that something carries: its own, or that of its member.
const Json& position_in(const Json& holder) {
  for (const char* member : {"document", "pack", "journal", "tip"}) {
    const auto found = holder.is_object() ? holder.find(member) : holder.end();
    if (holder.is_object() && found != holder.end() && found->is_object()) return position_in(*found);
  }
  return holder;
}

void add_anchor(journal::Witness& witness, const Json& holder, const std::string& path, Reading& reading) {
  const Json& position = position_in(holder);
  if (!position.is_object()) {
    return reading.fail({ErrorCode::wrong_type, {}, path, "a position {size, head}, or a document that carries one"});
  }
  const Json tip{{"size", position.value("size", Json())}, {"head", position.value("head", Json())}};
  ObjectReader object(tip, path, reading);
  witness.anchors.push_back(journal::read_anchor(object));
}

}  // namespace

void JournalCheck::add_line(std::string_view line) {
  if (trim(line).empty()) return;
  const auto json = parse_json(line);
  const journal::ReadLine read = json.ok() ? journal::read_line(*json) : journal::ReadLine{};
  if (read.entry) {
    verifier_.add(*read.entry);
  } else {
    verifier_.add_unreadable(read.seq);
  }
}

Result<Json> JournalCheck::finish(const Json& anchors, const Json& now) {
  journal::Witness witness;
  Reading reading;
  if (anchors.is_array()) {
    for (std::size_t i = 0; i < anchors.size(); ++i) add_anchor(witness, anchors[i], pointer("", i), reading);
  } else if (!anchors.is_null()) {
    add_anchor(witness, anchors, "", reading);
  }
  const Json clock{{"now", now}};
  ObjectReader object(clock, "", reading);
  witness.now = time::read_optional_instant(object, "now");
  if (reading.failed()) return reading.error();
  return journal::to_json(verifier_.finish(witness));
}

}  // namespace relais::desk
