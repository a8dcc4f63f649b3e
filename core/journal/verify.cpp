#include "core/journal/verify.hpp"

#include "core/journal/hash.hpp"

#include <algorithm>

namespace relais::journal {
namespace {

// In the order of ProblemKind.
constexpr std::array<std::string_view, 13> names{"malformed", "order",   "duplicate", "missing", "edited",
                                                 "prev",      "payload", "unerased",  "cut",     "anchor",
                                                 "snapshot",  "clock",   "future"};

const std::string no_hash(64, '0');

bool breaks(const Problem& problem) {
  return problem.kind != ProblemKind::clock && problem.kind != ProblemKind::future;
}

bool earlier(const Problem& a, const Problem& b) { return a.seq != b.seq ? a.seq < b.seq : a.kind < b.kind; }

}  // namespace

std::string_view name(ProblemKind kind) { return names[static_cast<std::size_t>(kind)]; }

void add_problem(Verification& verification, const Problem& problem) {
  std::vector<Problem>& problems = verification.problems;
  problems.insert(std::upper_bound(problems.begin(), problems.end(), problem, earlier), problem);
  verification.ok = verification.ok && !breaks(problem);
}

Verifier::Hash Verifier::hash_of(const std::string& text) {
  Hash hash;
  hash.fill('\0');
  std::copy_n(text.begin(), std::min(text.size(), hash.size()), hash.begin());
  return hash;
}

void Verifier::add(const Entry& entry) {
  ++lines_;
  const Head& head = entry.head;
  if (head.seq < greatest_) report(head.seq, ProblemKind::order);
  greatest_ = std::max(greatest_, head.seq);
  Payload payload = Payload::gone;
  if (entry.payload || entry.salt) {
    const bool both = entry.payload && entry.salt;
    const auto hash = both ? payload_hash(*entry.payload, *entry.salt) : Result<std::string>(Error{});
    payload = hash.ok() && *hash == head.payload_hash ? Payload::whole : Payload::damaged;
  }
  entries_.push_back({head.seq, head.at, hash_of(entry.hash), hash_of(head.prev), payload});
  if (head.type == "erased") note_erasures(entry);
}

void Verifier::add_unreadable(std::optional<std::int64_t> seq) {
  ++lines_;
  const std::int64_t place = seq.value_or(lines_);
  report(place, ProblemKind::malformed);
  malformed_.push_back(place);
}

void Verifier::note_erasures(const Entry& entry) {
  if (!entry.payload) return;
  const auto seqs = entry.payload->find("seqs");
  if (seqs == entry.payload->end() || !seqs->is_array()) return;
  for (const Json& seq : *seqs) {
    const auto* number = seq.get_ptr<const std::int64_t*>();
    if (number && *number < entry.head.seq) erased_.insert(*number);
  }
}

void Verifier::sort() {
  std::sort(malformed_.begin(), malformed_.end());
  const auto by_seq = [](const Seen& a, const Seen& b) { return a.seq < b.seq; };
  if (!std::is_sorted(entries_.begin(), entries_.end(), by_seq)) {
    std::stable_sort(entries_.begin(), entries_.end(), by_seq);
  }
}

// Of entries with one seq the chain goes through the one that the next entry names, else through the first.
void Verifier::check_duplicates() {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < entries_.size();) {
    std::size_t end = i + 1;
    while (end < entries_.size() && entries_[end].seq == entries_[i].seq) ++end;
    std::size_t chosen = i;
    for (std::size_t k = end; k-- > i && end < entries_.size();) {
      if (entries_[k].hash == entries_[end].prev) chosen = k;
    }
    if (end > i + 1) report(entries_[i].seq, ProblemKind::duplicate);
    if (kept != chosen) entries_[kept] = entries_[chosen];
    ++kept;
    i = end;
  }
  entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(kept), entries_.end());
}

void Verifier::check_sequence(std::optional<time::Instant> now) {
  std::int64_t expected = 1;
  time::Instant latest{INT64_MIN};
  for (const Seen& entry : entries_) {
    while (expected < entry.seq && std::binary_search(malformed_.begin(), malformed_.end(), expected)) ++expected;
    if (expected < entry.seq) report(expected, ProblemKind::missing);
    if (entry.at < latest) report(entry.seq, ProblemKind::clock);
    if (now && *now < entry.at) report(entry.seq, ProblemKind::future);
    latest = std::max(latest, entry.at);
    expected = entry.seq + 1;
  }
}

bool Verifier::follows(std::size_t i) const { return i > 0 && entries_[i - 1].seq + 1 == entries_[i].seq; }
bool Verifier::linked(std::size_t i) const { return entries_[i].prev == entries_[i - 1].hash; }

// A broken link accuses one of two entries. The later one is cleared if the entry after it, or the end of the journal,
// knows it as it is.
void Verifier::check_links() {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const std::int64_t seq = entries_[i].seq;
    if (seq == 1 && entries_[i].prev != hash_of(no_hash)) report(1, ProblemKind::prev);
    if (!follows(i) || linked(i)) continue;
    const bool confirmed = i + 1 == entries_.size() || !follows(i + 1) || linked(i + 1);
    report(confirmed ? seq - 1 : seq, confirmed ? ProblemKind::edited : ProblemKind::prev);
  }
}

void Verifier::check_payloads(const std::set<std::int64_t>& withheld) {
  for (const Seen& entry : entries_) {
    if (entry.payload == Payload::damaged) report(entry.seq, ProblemKind::payload);
    if (entry.payload != Payload::gone || erased_.contains(entry.seq) || withheld.contains(entry.seq)) continue;
    report(entry.seq, ProblemKind::unerased);
  }
}

void Verifier::check_anchor(const Tip& anchor) {
  if (anchor.size == 0) {
    if (!no_hash.starts_with(anchor.head)) report(0, ProblemKind::anchor);
    return;
  }
  const auto found = std::lower_bound(entries_.begin(), entries_.end(), anchor.size,
                                      [](const Seen& entry, std::int64_t seq) { return entry.seq < seq; });
  if (found == entries_.end()) {
    report(anchor.size, ProblemKind::cut);
  } else if (found->seq == anchor.size && !std::equal(anchor.head.begin(), anchor.head.end(), found->hash.begin())) {
    report(anchor.size, ProblemKind::anchor);
  }
}

Verification Verifier::finish(const Witness& witness) {
  sort();
  check_duplicates();
  check_sequence(witness.now);
  check_links();
  check_payloads(witness.withheld);
  for (const Tip& anchor : witness.anchors) check_anchor(anchor);
  std::stable_sort(problems_.begin(), problems_.end(), earlier);
  problems_.erase(std::unique(problems_.begin(), problems_.end()), problems_.end());
  Verification out;
  out.ok = std::none_of(problems_.begin(), problems_.end(), breaks);
  if (!entries_.empty()) {
    const Seen& last = entries_.back();
    out.tip = {last.seq, std::string(last.hash.begin(), last.hash.end())};
  }
  out.problems = std::move(problems_);
  return out;
}

Verification verify(std::span<const ReadLine> lines, const Witness& witness) {
  Verifier verifier;
  for (const ReadLine& line : lines) {
    if (line.entry) {
      verifier.add(*line.entry);
    } else {
      verifier.add_unreadable(line.seq);
    }
  }
  return verifier.finish(witness);
}

Verification verify(std::span<const Entry> entries, const Witness& witness) {
  Verifier verifier;
  for (const Entry& entry : entries) verifier.add(entry);
  return verifier.finish(witness);
}

}  // namespace relais::journal
