#pragma once

#include "core/base/reason.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace relais::calendar {

/// Something in a calendar file that could not be taken as it stands, and what was done: the code says both.
struct Problem {
  std::size_t line = 0;  ///< from 1; 0 where a file has no lines
  Reason reason;
};
using Problems = std::vector<Problem>;

}  // namespace relais::calendar
