#pragma once

#include "core/journal/entry.hpp"

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
  clock,      ///< Its `at` is before that of an earlier entry. The chain holds none the less.
};
std::string_view name(ProblemKind kind);

struct Problem {
  std::int64_t seq = 0;
  ProblemKind kind = ProblemKind::malformed;
  bool operator==(const Problem&) const = default;
};

struct Verification {
  bool ok = true;                 ///< No problem but `clock`.
  Tip tip;                        ///< The greatest seq and the hash of its entry.
  std::vector<Problem> problems;  ///< By seq, then in the order of ProblemKind.
};

/// A line of a journal that is to be verified: an entry, or what stands where one should.
struct ReadLine {
  std::optional<Entry> entry;
  std::optional<std::int64_t> seq;  ///< Of a line that cannot be read, if it tells one.
};

/// Checks a whole journal, in linear time but for lines that stand out of order. `anchors` are positions that others
/// hold, as issued and accepted handovers carry them.
Verification verify(std::span<const ReadLine> lines, std::span<const Tip> anchors);
Verification verify(std::span<const Entry> entries, std::span<const Tip> anchors);

}  // namespace relais::journal
