#include "core/journal/verify.hpp"

#include "core/journal/hash.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace relais::journal {
namespace {

// In the order of ProblemKind.
constexpr std::array<std::string_view, 11> names{"malformed", "order",    "duplicate", "missing", "edited", "prev",
                                                 "payload",   "unerased", "cut",       "anchor",  "clock"};

const std::string no_hash(64, '0');

struct Seen {
  const Entry* entry = nullptr;
  std::optional<std::int64_t> seq;  // Of a line that cannot be read.
};

class Verifier {
 public:
  explicit Verifier(const std::vector<Seen>& lines) { sort(lines); }

  Verification verify(std::span<const Tip> anchors) {
    check_duplicates();
    check_sequence();
    check_links();
    check_payloads();
    for (const Tip& anchor : anchors) check_anchor(anchor);
    return finish();
  }

 private:
  void report(std::int64_t seq, ProblemKind kind) { problems_.push_back({seq, kind}); }

  // Entries by seq; what stands out of order is reported on the way.
  void sort(const std::vector<Seen>& lines) {
    std::int64_t greatest = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto& [entry, seq] = lines[i];
      if (!entry) {
        const std::int64_t place = seq.value_or(static_cast<std::int64_t>(i) + 1);
        report(place, ProblemKind::malformed);
        malformed_.push_back(place);
        continue;
      }
      if (entry->head.seq < greatest) report(entry->head.seq, ProblemKind::order);
      greatest = std::max(greatest, entry->head.seq);
      entries_.push_back(entry);
    }
    std::sort(malformed_.begin(), malformed_.end());
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](const Entry* a, const Entry* b) { return a->head.seq < b->head.seq; });
  }

  // Of entries with one seq the chain goes through the one that the next entry names, else through the first.
  void check_duplicates() {
    std::vector<const Entry*> unique;
    for (std::size_t i = 0; i < entries_.size();) {
      std::size_t end = i + 1;
      while (end < entries_.size() && entries_[end]->head.seq == entries_[i]->head.seq) ++end;
      std::size_t chosen = i;
      for (std::size_t k = end; k-- > i && end < entries_.size();) {
        if (entries_[k]->hash == entries_[end]->head.prev) chosen = k;
      }
      if (end > i + 1) report(entries_[i]->head.seq, ProblemKind::duplicate);
      unique.push_back(entries_[chosen]);
      i = end;
    }
    entries_ = std::move(unique);
  }

  bool is_malformed(std::int64_t seq) const { return std::binary_search(malformed_.begin(), malformed_.end(), seq); }

  void check_sequence() {
    std::int64_t expected = 1;
    time::Instant latest{INT64_MIN};
    for (const Entry* entry : entries_) {
      const std::int64_t seq = entry->head.seq;
      while (expected < seq && is_malformed(expected)) ++expected;
      if (expected < seq) report(expected, ProblemKind::missing);
      if (entry->head.at < latest) report(seq, ProblemKind::clock);
      latest = std::max(latest, entry->head.at);
      expected = seq + 1;
    }
  }

  bool follows(std::size_t i) const { return i > 0 && entries_[i - 1]->head.seq + 1 == entries_[i]->head.seq; }
  bool linked(std::size_t i) const { return entries_[i]->head.prev == entries_[i - 1]->hash; }

  // A broken link accuses one of two entries. The later one is cleared if the entry after it, or the end of the
  // journal, knows it as it is.
  void check_links() {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const std::int64_t seq = entries_[i]->head.seq;
      if (seq == 1 && entries_[i]->head.prev != no_hash) report(1, ProblemKind::prev);
      if (!follows(i) || linked(i)) continue;
      const bool confirmed = i + 1 == entries_.size() || !follows(i + 1) || linked(i + 1);
      report(confirmed ? seq - 1 : seq, confirmed ? ProblemKind::edited : ProblemKind::prev);
    }
  }

  std::set<std::int64_t> declared_erasures() const {
    std::set<std::int64_t> seqs;
    for (const Entry* entry : entries_) {
      if (entry->head.type != "erased" || !entry->payload || !entry->payload->contains("seqs")) continue;
      for (const Json& seq : (*entry->payload)["seqs"]) {
        const auto* number = seq.get_ptr<const std::int64_t*>();
        if (number && *number < entry->head.seq) seqs.insert(*number);
      }
    }
    return seqs;
  }

  void check_payloads() {
    const std::set<std::int64_t> erased = declared_erasures();
    for (const Entry* entry : entries_) {
      const Head& head = entry->head;
      if (!entry->payload && !entry->salt) {
        if (!erased.contains(head.seq)) report(head.seq, ProblemKind::unerased);
        continue;
      }
      const bool whole = entry->payload && entry->salt;
      const auto hash = whole ? payload_hash(*entry->payload, *entry->salt) : Result<std::string>(Error{});
      if (!hash.ok() || *hash != head.payload_hash) report(head.seq, ProblemKind::payload);
    }
  }

  void check_anchor(const Tip& anchor) {
    if (anchor.size == 0) {
      if (anchor.head != no_hash) report(0, ProblemKind::anchor);
      return;
    }
    const auto found = std::lower_bound(entries_.begin(), entries_.end(), anchor.size,
                                        [](const Entry* entry, std::int64_t seq) { return entry->head.seq < seq; });
    if (found == entries_.end()) {
      report(anchor.size, ProblemKind::cut);
    } else if ((*found)->head.seq == anchor.size && (*found)->hash != anchor.head) {
      report(anchor.size, ProblemKind::anchor);
    }
  }

  Verification finish() {
    std::stable_sort(problems_.begin(), problems_.end(), [](const Problem& a, const Problem& b) {
      return a.seq != b.seq ? a.seq < b.seq : a.kind < b.kind;
    });
    problems_.erase(std::unique(problems_.begin(), problems_.end()), problems_.end());
    Verification out;
    out.ok = std::all_of(problems_.begin(), problems_.end(),
                         [](const Problem& problem) { return problem.kind == ProblemKind::clock; });
    if (!entries_.empty()) out.tip = {entries_.back()->head.seq, entries_.back()->hash};
    out.problems = std::move(problems_);
    return out;
  }

  std::vector<const Entry*> entries_;
  std::vector<std::int64_t> malformed_;  // Sorted.
  std::vector<Problem> problems_;
};

}  // namespace

std::string_view name(ProblemKind kind) { return names[static_cast<std::size_t>(kind)]; }

Verification verify(std::span<const ReadLine> lines, std::span<const Tip> anchors) {
  std::vector<Seen> seen;
  seen.reserve(lines.size());
  for (const ReadLine& line : lines) seen.push_back({line.entry ? &*line.entry : nullptr, line.seq});
  return Verifier(seen).verify(anchors);
}

Verification verify(std::span<const Entry> entries, std::span<const Tip> anchors) {
  std::vector<Seen> seen;
  seen.reserve(entries.size());
  for (const Entry& entry : entries) seen.push_back({&entry, std::nullopt});
  return Verifier(seen).verify(anchors);
}

}  // namespace relais::journal
