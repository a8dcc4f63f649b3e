#pragma once

#include "core/handover/agenda.hpp"
#include "core/handover/document.hpp"
#include "core/journal/entry.hpp"
#include "core/policy/policy.hpp"

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace relais::handover {

struct Question {
  std::string reader;
  time::Instant at;
  std::optional<time::Instant> since;  ///< Else the last handover that this reader accepted.
  std::optional<std::string> from;     ///< Else who wrote last in the journal and is not the reader.
  bool is_signed = true;               ///< Whether someone hands over; not if the reader takes the desk alone.
  std::vector<HeldCalendar> calendars;
  std::vector<std::int64_t> unreadable;  ///< Seqs of journal lines that could not be read.
  std::set<std::int64_t> withheld;       ///< Seqs whose payloads this copy of the journal was never given.
};

/// The document for one reader at one instant. Linear in the journal. A reader whom the policy does not know has the
/// clearance `internal`, UTC and no hours.
Document compose(std::span<const journal::Entry> entries, const policy::Policy& policy, const Question& question);

}  // namespace relais::handover
