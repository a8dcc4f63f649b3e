#pragma once

#include "core/journal/entry.hpp"
#include "core/time/duration.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace relais::journal {

/// The retention class of a type's payload, the member `class` of a head: `request`, `task`, `contact`, `agenda`,
/// `work`, `desk`, `handover`, `trace`, and `other` for types that Relais does not know. A policy says how long each
/// class is kept.
std::string_view retention_class(std::string_view type);

/// Payloads whose time is over, by seq.
struct Expired {
  std::vector<std::int64_t> seqs;    ///< To be erased.
  std::vector<std::int64_t> in_use;  ///< Kept for now: what is open, promised or in force comes from them.
};

/// What `periods` (a class to how long its payloads are kept) would have erased at `at`. Classes without a period are
/// kept for ever; proofs of erasures always are.
Expired expired(std::span<const Entry> entries, const std::map<std::string, time::Duration>& periods, time::Instant at);

}  // namespace relais::journal
