#include "core/journal/erase.hpp"

#include "core/base/sha256.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace relais::journal {
namespace {

// The seqs to erase, with the amendments that repeat their payloads.
Result<std::set<std::int64_t>> wanted(const std::vector<Entry>& entries, const std::vector<std::int64_t>& seqs) {
  std::set<std::int64_t> known;
  for (const Entry& entry : entries) known.insert(entry.head.seq);
  std::set<std::int64_t> out(seqs.begin(), seqs.end());
  for (std::size_t i = 0; i < seqs.size(); ++i) {
    if (!known.contains(seqs[i])) {
      return Error{ErrorCode::unknown_reference, {{"id", std::to_string(seqs[i])}}, pointer("/seqs", i), "a seq"};
    }
  }
  for (const Entry& entry : entries) {
    const auto amended = entry.head.type == "entry.amended" ? target_seq(entry.head) : std::nullopt;
    if (amended && out.contains(*amended)) out.insert(entry.head.seq);
  }
  return out;
}

// `3,5-7`
std::string ranges(const std::set<std::int64_t>& seqs) {
  std::string out;
  for (auto first = seqs.begin(); first != seqs.end();) {
    auto last = first;
    while (std::next(last) != seqs.end() && *std::next(last) == *last + 1) ++last;
    out += (out.empty() ? "" : ",") + std::to_string(*first);
    if (last != first) out += "-" + std::to_string(*last);
    first = std::next(last);
  }
  return out;
}

Draft erased_entry(const std::vector<Entry>& entries, const std::set<std::int64_t>& seqs, const Erasure& erasure,
                   const Tip& tip) {
  time::Instant latest;
  for (const Entry& entry : entries) latest = std::max(latest, entry.head.at);
  Draft draft;
  draft.at = erasure.at.value_or(latest);
  draft.by = erasure.by;
  draft.type = "erased";
  draft.ref = ranges(seqs);
  draft.payload = {{"seqs", Json(seqs)}, {"ground", erasure.ground}};
  draft.salt = erasure.salt.value_or(sha256_hex("relais.salt.v1\n" + tip.head).substr(0, 32));
  return draft;
}

}  // namespace

Result<Appended> erase(std::vector<Entry> entries, const Erasure& erasure) {
  RELAIS_TRY(const std::set<std::int64_t> seqs, wanted(entries, erasure.seqs));
  Tip tip;
  for (Entry& entry : entries) {
    if (entry.head.seq > tip.size) tip = {entry.head.seq, entry.hash};
    if (!seqs.contains(entry.head.seq)) continue;
    if (entry.head.type == "erased") {
      return Error{ErrorCode::invalid_value, {{"value", entry.head.seq}}, "/seqs", "no entry that records an erasure"};
    }
    entry.payload.reset();
    entry.salt.reset();
  }
  RELAIS_TRY(Appended out, append(tip, {erased_entry(entries, seqs, erasure, tip)}));
  entries.insert(entries.end(), out.entries.begin(), out.entries.end());
  return Appended{std::move(entries), std::move(out.tip)};
}

}  // namespace relais::journal
