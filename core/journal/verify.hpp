#pragma once

#include "core/journal/entry.hpp"

#include <array>
#include <set>
#include <span>
#include <string_view>
#include <vector>

namespace relais::journal {

enum class ProblemKind : std::uint8_t {
  malformed,  ///< The line cannot be read; `seq` is its place in the list, from 1, where it tells none itself.
  order,      ///< It stands after an entry with a greater seq.
  duplicate,  ///< Its seq stands more than once.
  missing,    ///< No entry has this seq; only the first of a gap is named.
  edited,     ///< Its head is not the one that the next entry was chained to.
  prev,       ///< Its `prev` is not the hash of the entry before it, and it is not confirmed by the next.
  payload,    ///< Its payload or salt is not the one that its head was written with.
  unerased,   ///< Its payload is gone, and no entry `erased` says so.
  cut,        ///< An anchor counts this many entries; the journal ends before.
  anchor,     ///< An anchor holds another hash for this entry.
  snapshot,   ///< A replay of the journal up to this entry does not give the state that a snapshot kept.
  clock,      ///< Its `at` is before that of an earlier entry. The chain holds none the less.
  future,     ///< Its `at` is after now. The chain holds none the less.
};
std::string_view name(ProblemKind kind);

struct Problem {
  std::int64_t seq = 0;
  ProblemKind kind = ProblemKind::malformed;
  bool operator==(const Problem&) const = default;
};

struct Verification {
  bool ok = true;                 ///< No problem but `clock` and `future`.
  Tip tip;                        ///< The greatest seq and the hash of its entry.
  std::vector<Problem> problems;  ///< By seq, then in the order of ProblemKind.
};

/// Adds a problem that was found elsewhere, in its place.
void add_problem(Verification& verification, const Problem& problem);

/// A line of a journal that is to be verified: an entry, or what stands where one should.
struct ReadLine {
  std::optional<Entry> entry;
  std::optional<std::int64_t> seq;  ///< Of a line that cannot be read, if it tells one.
};

/// What others know of a journal.
struct Witness {
  /// Positions that others hold, as issued and accepted handovers carry them; of the head at least its start.
  std::vector<Tip> anchors;
  std::set<std::int64_t> withheld;   ///< Seqs whose payloads were kept back from this copy: they may be gone.
  std::optional<time::Instant> now;  ///< The verifier's clock, to find times that have not come.
};

/// Checks a journal entry by entry, in a few bytes for each, so that one of any length can be verified.
///
///     Verifier verifier;
///     for (const Entry& entry : entries) verifier.add(entry);
///     Verification found = verifier.finish({anchors, {}});
class Verifier {
 public:
  void add(const Entry& entry);
  void add_unreadable(std::optional<std::int64_t> seq);

  /// Linear, but for lines that stand out of order.
  Verification finish(const Witness& witness);

 private:
  using Hash = std::array<char, 64>;
  enum class Payload : std::uint8_t { whole, damaged, gone };
  struct Seen {
    std::int64_t seq;
    time::Instant at;
    Hash hash, prev;
    Payload payload;
  };

  static Hash hash_of(const std::string& text);
  void report(std::int64_t seq, ProblemKind kind) { problems_.push_back({seq, kind}); }
  void note_erasures(const Entry& entry);
  void sort();
  void check_duplicates();
  void check_sequence(std::optional<time::Instant> now);
  bool follows(std::size_t i) const;
  bool linked(std::size_t i) const;
  void check_links();
  void check_payloads(const std::set<std::int64_t>& withheld);
  void check_anchor(const Tip& anchor);

  std::int64_t lines_ = 0, greatest_ = 0;
  std::vector<Seen> entries_;
  std::vector<std::int64_t> malformed_;
  std::set<std::int64_t> erased_;  // As entries say that come later.
  std::vector<Problem> problems_;
};

Verification verify(std::span<const ReadLine> lines, const Witness& witness = {});
Verification verify(std::span<const Entry> entries, const Witness& witness = {});

}  // namespace relais::journal
