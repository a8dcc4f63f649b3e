#pragma once

#include "core/handover/document.hpp"
#include "core/journal/entry.hpp"
#include "core/policy/policy.hpp"

#include <optional>
#include <span>
#include <string>

namespace relais::handover {

struct Question {
  std::string reader;
  time::Instant at;
  std::optional<time::Instant> since;  ///< Else the last handover that this reader accepted.
  std::optional<std::string> from;     ///< Else who wrote last in the journal and is not the reader.
};

/// The document for one reader at one instant. Linear in the journal. A reader whom the policy does not know has the
/// clearance `internal`, UTC and no hours.
Document compose(std::span<const journal::Entry> entries, const policy::Policy& policy, const Question& question);

}  // namespace relais::handover
