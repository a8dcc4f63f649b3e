#pragma once

#include "core/journal/entry.hpp"

#include <vector>

namespace relais::journal {

/// An entry that is not in the chain yet.
struct Draft {
  time::Instant at;
  std::optional<time::Instant> occurred_at;  ///< `at` if not given.
  std::string by, type, ref;
  std::optional<std::string> client;
  std::optional<std::string> retention;  ///< The class of the type if not given.
  Json payload;                          ///< An object without fractions.
  std::string salt;                      ///< 32 hex characters, random, never used twice: a face supplies it.
};

struct Appended {
  std::vector<Entry> entries;
  Tip tip;
};

/// The entries of `drafts` chained to `tip`. A payload with a fraction or an integer beyond ±(2^53−1) is an error whose
/// path starts at its draft, `/0/payload/…`.
Result<Appended> append(const Tip& tip, const std::vector<Draft>& drafts);

}  // namespace relais::journal
