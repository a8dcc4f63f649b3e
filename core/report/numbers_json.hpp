#pragma once

#include "core/base/json.hpp"

namespace relais::report {

/// A computed number as JSON, rounded to 12 significant digits, those beyond the 22nd decimal cut off.
/// The number is finite and below 1e12 in size.
Json rounded(double number);

}  // namespace relais::report
