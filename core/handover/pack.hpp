#pragma once

#include "core/handover/compose.hpp"

#include <set>
#include <vector>

/// The desk for a deputy, should whoever holds it not come back: what the deputy may read and no more.
namespace relais::handover {

struct Pack {
  Document document;                    ///< Not signed.
  std::vector<journal::Entry> entries;  ///< Heads all; payloads and salts that the reader may not read taken out.
  std::set<std::int64_t> withheld;      ///< Which.
};

/// The chain holds as before, and an anchor in the document shows it. Sealing a pack is the work of a face.
Pack pack(std::vector<journal::Entry> entries, const policy::Policy& policy, Question question);

}  // namespace relais::handover
