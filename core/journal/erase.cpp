#include "core/journal/erase.hpp"

#include "core/base/sha256.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace relais::journal {
namespace {

// Whether a document, or any part of one, has a line that comes from one of these entries.
bool comes_from(const Json& part, const std::set<std::int64_t>& seqs) {
  if (!part.is_structured()) return false;
  for (auto item = part.begin(); item != part.end(); ++item) {
    if (part.is_object() && item.key() == "sources" && item->is_array()) {
      const auto is_one = [&](const Json& seq) {
        const auto* number = seq.get_ptr<const std::int64_t*>();
        return number && seqs.contains(*number);
      };
      if (std::any_of(item->begin(), item->end(), is_one)) return true;
    } else if (comes_from(*item, seqs)) {
      return true;
    }
  }
  return false;
}

const Json* member(const Entry& entry, const char* name) {
  if (!entry.payload) return nullptr;
  const auto found = entry.payload->find(name);
  return found == entry.payload->end() ? nullptr : &*found;
}

// The seqs to erase, and their copies.
Result<std::set<std::int64_t>> wanted(const std::vector<Entry>& entries, const std::vector<std::int64_t>& seqs) {
  std::set<std::int64_t> known;
  for (const Entry& entry : entries) known.insert(entry.head.seq);
  std::set<std::int64_t> out(seqs.begin(), seqs.end());
  for (std::size_t i = 0; i < seqs.size(); ++i) {
    if (!known.contains(seqs[i])) {
      return Error{ErrorCode::unknown_reference, {{"id", std::to_string(seqs[i])}}, pointer("/seqs", i), "a seq"};
    }
  }
  return with_copies(entries, std::move(out));
}

}  // namespace

std::string seq_ranges(const std::set<std::int64_t>& seqs) {
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

namespace {

Draft erased_entry(const std::vector<Entry>& entries, const std::set<std::int64_t>& seqs, const Erasure& erasure,
                   const Tip& tip) {
  time::Instant latest;
  for (const Entry& entry : entries) latest = std::max(latest, entry.head.at);
  Draft draft;
  draft.at = erasure.at.value_or(latest);
  draft.by = erasure.by;
  draft.type = "erased";
  draft.ref = seq_ranges(seqs);
  draft.payload = {{"seqs", Json(seqs)}, {"ground", erasure.ground}};
  draft.salt = erasure.salt.value_or(sha256_hex("relais.salt.v1\n" + tip.head).substr(0, 32));
  return draft;
}

}  // namespace

std::set<std::int64_t> with_copies(std::span<const Entry> entries, std::set<std::int64_t> seqs) {
  std::set<std::string> documents;
  for (const Entry& entry : entries) {
    const Head& head = entry.head;
    const auto amended = head.type == "entry.amended" ? target_seq(head) : std::nullopt;
    if (amended && seqs.contains(*amended)) seqs.insert(head.seq);
    if (!head.type.starts_with("handover.")) continue;
    const Json* document = member(entry, "document");
    if (document && comes_from(*document, seqs)) documents.insert(head.ref);
    const bool repeats = document || member(entry, "readBack");
    if (repeats && documents.contains(head.ref)) seqs.insert(head.seq);
  }
  return seqs;
}

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
