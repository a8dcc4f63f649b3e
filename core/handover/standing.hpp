#pragma once

#include "core/handover/view.hpp"

#include <vector>

namespace relais::handover {

struct Standing {
  std::vector<InstructionLine> lines;
  std::int64_t masked = 0;  ///< Above the reader's clearance, in force or not.
};

/// The standing instructions in force, of the policy and of the journal, for clients with open tasks and those given
/// after the journal had `before_size` entries. By client, then id. An instruction of the journal takes the place of
/// one of the policy with the same id.
Standing standing_instructions(const View& view, std::int64_t before_size);

}  // namespace relais::handover
