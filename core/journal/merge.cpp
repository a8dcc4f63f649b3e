#include "core/journal/merge.hpp"

#include "core/base/sha256.hpp"
#include "core/journal/erase.hpp"
#include "core/journal/hash.hpp"
#include "core/journal/retention.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace relais::journal {
namespace {

using Failure = std::optional<Error>;

const Json* find(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

std::string origin_of(const Entry& entry) {
  const Json* origin = find(entry.head_json, "origin");
  const auto* text = origin ? origin->get_ptr<const std::string*>() : nullptr;
  return text ? *text : "";
}

Json tip_to_json(const Tip& tip) { return {{"size", tip.size}, {"head", tip.head}}; }

std::set<std::int64_t> seqs_of(const Entry& erased) {
  std::set<std::int64_t> out;
  const Json* seqs = erased.payload ? find(*erased.payload, "seqs") : nullptr;
  if (!seqs || !seqs->is_array()) return out;
  for (const Json& seq : *seqs) {
    if (const auto* number = seq.get_ptr<const std::int64_t*>()) out.insert(*number);
  }
  return out;
}

class Merger {
 public:
  Merger(std::vector<Entry> ours, const std::vector<Entry>& late, const Merge& merge)
      : merge_(merge), late_(late), entries_(std::move(ours)) {
    places_[Tip{}.head] = 0;
    for (const Entry& entry : entries_) {
      places_[entry.hash] = entry.head.seq;
      if (const std::string origin = origin_of(entry); !origin.empty()) places_.emplace(origin, entry.head.seq);
      if (entry.head.seq > tip_.size) tip_ = {entry.head.seq, entry.hash};
    }
  }

  Result<Merged> run() {
    RELAIS_TRY(const std::vector<const Entry*> news, find_news());
    Merged out;
    out.base = base_.size;
    out.added = static_cast<std::int64_t>(news.size());
    if (!news.empty()) {
      const bool parted = tip_ != base_;
      const std::int64_t ours_end = tip_.size;
      if (Failure failure = take_all(news, parted)) return *failure;
      out.twice = written_twice(ours_end);
      if (Failure failure = erase_everywhere()) return *failure;
    }
    out.entries = std::move(entries_);
    out.tip = tip_;
    return out;
  }

 private:
  Failure take_all(const std::vector<const Entry*>& news, bool parted) {
    if (parted) {
      if (Failure failure = note_merge(static_cast<std::int64_t>(news.size()))) return *failure;
    }
    for (const Entry* entry : news) {
      if (Failure failure = take(*entry, parted)) return *failure;
    }
    return std::nullopt;
  }

  Error broken(std::size_t i, std::string expected) const {
    return {ErrorCode::invalid_value, {{"value", late_[i].head.seq}}, pointer("/late", i), std::move(expected)};
  }

  // The late entries that we have not, and the last one that both journals share.
  Result<std::vector<const Entry*>> find_news() {
    std::vector<const Entry*> news;
    bool parted = false;
    for (std::size_t i = 0; i < late_.size(); ++i) {
      const Entry& entry = late_[i];
      if (i > 0 && (entry.head.prev != late_[i - 1].hash || entry.head.seq != late_[i - 1].head.seq + 1)) {
        return broken(i, "an entry that follows from the one before it");
      }
      if (i == 0 && !places_.contains(entry.head.prev))
        return broken(i, "an entry that follows from one of this journal");
      if (const bool damaged = entry.payload.has_value() != entry.salt.has_value(); damaged || !is_whole(entry)) {
        return broken(i, "an entry with the payload that it was written with");
      }
      const auto known = places_.find(entry.hash);
      const auto home = known == places_.end() ? places_.find(origin_of(entry)) : known;
      if (home != places_.end()) {
        moved_[entry.head.seq] = home->second;
        if (!parted) base_ = {entry.head.seq, entry.hash};
        continue;
      }
      if (!parted && i == 0) base_ = {entry.head.seq - 1, entry.head.prev};
      parted = true;
      news.push_back(&entry);
    }
    return news;
  }

  static bool is_whole(const Entry& entry) {
    if (!entry.payload || !entry.salt) return true;
    const auto hash = payload_hash(*entry.payload, *entry.salt);
    return hash.ok() && *hash == entry.head.payload_hash;
  }

  time::Instant now() const {
    if (merge_.at) return *merge_.at;
    time::Instant latest;
    for (const std::vector<Entry>* entries : {static_cast<const std::vector<Entry>*>(&entries_), &late_}) {
      for (const Entry& entry : *entries) latest = std::max(latest, entry.head.at);
    }
    return latest;
  }

  Failure note_merge(std::int64_t added) {
    at_ = now();
    const Tip theirs{late_.back().head.seq, late_.back().hash};
    Draft draft;
    draft.at = at_;
    draft.by = merge_.by;
    draft.type = "journal.merged";
    draft.ref = std::to_string(base_.size);
    draft.payload = {
        {"base", tip_to_json(base_)}, {"ours", tip_to_json(tip_)}, {"theirs", tip_to_json(theirs)}, {"added", added}};
    draft.salt = merge_.salt.value_or(sha256_hex("relais.salt.v1\n" + tip_.head + theirs.head).substr(0, 32));
    RELAIS_TRY(Appended appended, append(tip_, {draft}));
    entries_.push_back(std::move(appended.entries.front()));
    tip_ = appended.tip;
    return std::nullopt;
  }

  Failure take(const Entry& late, bool anew) {
    Entry entry = late;
    if (anew) {
      if (Failure failure = chain(entry)) return *failure;
    }
    moved_[late.head.seq] = entry.head.seq;
    tip_ = {entry.head.seq, entry.hash};
    entries_.push_back(std::move(entry));
    return std::nullopt;
  }

  Failure chain(Entry& entry) {
    entry.head_json["origin"] = entry.hash;
    entry.head.seq = tip_.size + 1;
    entry.head.at = at_;
    entry.head.prev = tip_.head;
    if (Failure failure = follow_seqs(entry)) return *failure;
    entry.head_json["seq"] = entry.head.seq;
    entry.head_json["at"] = time::format(entry.head.at);
    entry.head_json["occurredAt"] = time::format(entry.head.occurred_at);
    entry.head_json["prev"] = entry.head.prev;
    entry.head_json["ref"] = entry.head.ref;
    entry.head_json["payloadHash"] = entry.head.payload_hash;
    RELAIS_TRY(entry.hash, entry_hash(entry.head_json));
    return std::nullopt;
  }

  std::int64_t moved(std::int64_t seq) const {
    const auto found = moved_.find(seq);
    return found == moved_.end() ? seq : found->second;
  }

  // What speaks of seqs speaks of the same entries in their new places.
  Failure follow_seqs(Entry& entry) {
    const auto target = target_seq(entry.head);
    const bool speaks = entry.head.type == "entry.amended" || entry.head.type == "entry.reverted";
    if (speaks && target && moved(*target) != *target) {
      entry.head.ref = std::to_string(moved(*target));
      if (entry.payload && find(*entry.payload, "seq")) (*entry.payload)["seq"] = moved(*target);
      return rehash(entry);
    }
    if (entry.head.type != "erased" || !entry.payload) return std::nullopt;
    std::set<std::int64_t> seqs;
    for (const std::int64_t seq : seqs_of(entry)) seqs.insert(moved(seq));
    (*entry.payload)["seqs"] = Json(seqs);
    entry.head.ref = seq_ranges(seqs);
    return rehash(entry);
  }

  static Failure rehash(Entry& entry) {
    if (!entry.payload || !entry.salt) return std::nullopt;
    entry.salt = sha256_hex("relais.salt.v1\n" + *entry.salt).substr(0, 32);
    RELAIS_TRY(entry.head.payload_hash, payload_hash(*entry.payload, *entry.salt));
    return std::nullopt;
  }

  std::vector<WrittenTwice> written_twice(std::int64_t ours_end) const {
    std::map<std::string, WrittenTwice> found;
    for (const Entry& entry : entries_) {
      const Head& head = entry.head;
      if (head.seq <= base_.size || head.ref.empty() || retention_class(head.type) == "trace") continue;
      WrittenTwice& twice = found[head.ref];
      (head.seq <= ours_end ? twice.ours : twice.theirs).push_back(head.seq);
    }
    std::vector<WrittenTwice> out;
    for (auto& [ref, twice] : found) {
      if (twice.ours.empty() || twice.theirs.empty()) continue;
      twice.ref = ref;
      out.push_back(std::move(twice));
    }
    return out;
  }

  // Each device may hold copies of what the other erased.
  Failure erase_everywhere() {
    std::set<std::int64_t> erased;
    for (const Entry& entry : entries_) {
      if (entry.head.type == "erased") erased.merge(seqs_of(entry));
    }
    for (Entry& entry : entries_) {
      if (!erased.contains(entry.head.seq) || entry.head.type == "erased") continue;
      entry.payload.reset();
      entry.salt.reset();
    }
    std::vector<std::int64_t> copies;
    for (const std::int64_t seq : with_copies(entries_, erased)) {
      if (!erased.contains(seq)) copies.push_back(seq);
    }
    if (copies.empty()) return std::nullopt;
    Erasure erasure;
    erasure.seqs = std::move(copies);
    erasure.ground = "merge";
    erasure.by = merge_.by;
    RELAIS_TRY(Appended appended, erase(std::move(entries_), erasure));
    entries_ = std::move(appended.entries);
    tip_ = appended.tip;
    return std::nullopt;
  }

  const Merge& merge_;
  const std::vector<Entry>& late_;
  std::vector<Entry> entries_;
  Tip tip_, base_;
  time::Instant at_;
  std::map<std::string, std::int64_t> places_;  // Where a hash stands in our journal.
  std::map<std::int64_t, std::int64_t> moved_;  // Where a late seq stands in it.
};

}  // namespace

Result<Merged> merge(std::vector<Entry> ours, const std::vector<Entry>& late, const Merge& merge) {
  return Merger(std::move(ours), late, merge).run();
}

}  // namespace relais::journal
