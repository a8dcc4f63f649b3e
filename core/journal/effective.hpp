#pragma once

#include "core/journal/entry.hpp"

#include <optional>
#include <span>
#include <vector>

namespace relais::journal {

/// An entry as it counts: not undone, and with its last amendment.
struct Effective {
  const Entry* entry = nullptr;
  const Json* payload = nullptr;     ///< Null if it is erased.
  const Entry* amendment = nullptr;  ///< The entry whose payload this is, if it was amended.
};

/// Up to where a journal is read, both included.
struct Until {
  time::Instant at{INT64_MAX};
  std::int64_t seq = INT64_MAX;
};

/// The entries that count, by seq: those written up to then, less what `entry.reverted` undoes, payloads
/// replaced as `entry.amended` says. An undoing can itself be undone. The records of undoing and amending are not in
/// it. `entries` must outlive the result.
std::vector<Effective> effective(std::span<const Entry> entries, const Until& until = {});

}  // namespace relais::journal
