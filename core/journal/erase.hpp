#pragma once

#include "core/journal/append.hpp"
#include "core/journal/entry.hpp"

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace relais::journal {

/// Who erases what, and why (GDPR article 17, a retention period that has ended).
struct Erasure {
  std::vector<std::int64_t> seqs;
  std::string ground;
  std::optional<time::Instant> at;  ///< The latest time of the journal if not given.
  std::string by;
  std::optional<std::string> salt;  ///< Derived from the journal's head if not given: this payload hides nothing.
};

/// `3,5-7`: the ref of an entry `erased`.
std::string seq_ranges(const std::set<std::int64_t>& seqs);

/// These entries, and those that repeat their words: amendments of them, issued handovers whose document has lines that
/// come from them, and what their readers said back.
std::set<std::int64_t> with_copies(std::span<const Entry> entries, std::set<std::int64_t> seqs);

/// The same journal without the payloads and salts of `seqs` and of the entries that repeat them, and with an entry
/// `erased` at its end that names them all. The chain holds as before. Seqs that are erased already are let be.
/// Errors: a seq that no entry has; an entry `erased`, whose payload is the proof of an erasure.
Result<Appended> erase(std::vector<Entry> entries, const Erasure& erasure);

}  // namespace relais::journal
