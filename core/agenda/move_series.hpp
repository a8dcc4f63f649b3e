#pragma once

#include "core/base/result.hpp"
#include "core/calendar/event.hpp"

#include <cstdint>

namespace relais::agenda {

/// Moves every occurrence of a series by so many seconds of its own clock. A weekly rule that names its weekdays names
/// others then. What an override says of one occurrence stays with it; one that was placed by itself stays where it is.
/// Error `invalid-value`, without a path: a rule names the days, or the hours, on which alone it recurs.
Status move_series(calendar::Event& series, std::int64_t seconds);

}  // namespace relais::agenda
