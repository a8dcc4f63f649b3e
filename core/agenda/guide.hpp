#pragma once

#include <cstdint>
#include <vector>

namespace relais::agenda {

/// What a relaxation says about the choices: by how much the cost rises at least if one is taken.
struct Guide {
  std::vector<std::int64_t> options;   ///< reduced costs
  std::vector<std::int64_t> left_out;  ///< of leaving out each item
  std::vector<bool> dead;              ///< options that no better arrangement can take
};

}  // namespace relais::agenda
