#pragma once

#include "core/journal/append.hpp"
#include "core/journal/entry.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace relais::journal {

/// Who brings a second device's entries home.
struct Merge {
  std::optional<time::Instant> at;  ///< The latest time of both journals if not given.
  std::string by;
  std::optional<std::string> salt;  ///< Derived from both heads if not given: this payload hides nothing.
};

/// Something that both devices wrote about. The later word in the journal counts, which is that of the late entries.
struct WrittenTwice {
  std::string ref;
  std::vector<std::int64_t> ours, theirs;  ///< Seqs in the merged journal.
};

struct Merged {
  std::vector<Entry> entries;
  Tip tip;
  std::int64_t base = 0;   ///< The last seq that both journals share.
  std::int64_t added = 0;  ///< How many late entries were taken in.
  std::vector<WrittenTwice> twice;
};

/// Our journal with the entries that another device wrote after the two parted. Nothing is interleaved: an entry
/// `journal.merged` names both heads, `{base, ours, theirs, added}`, and the late entries follow it, chained anew. Each
/// keeps who wrote it and when it happened (`occurredAt`), takes the merge's time as its `at`, and names in its head
/// the hash that it had (`origin`), so that merging the same entries again adds nothing. Seqs that late entries speak
/// of (amended, undone, erased) follow them to their new places; what they erased is erased here too.
///
/// Where we wrote nothing after the two parted, the late entries are taken as they are. `late` may be the other
/// journal's whole or its end.
///
/// Errors: a late journal that does not follow from any entry of ours, or that is broken, at its line.
Result<Merged> merge(std::vector<Entry> ours, const std::vector<Entry>& late, const Merge& merge);

}  // namespace relais::journal
