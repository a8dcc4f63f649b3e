#pragma once

#include "core/triage/token.hpp"

#include <vector>

namespace relais::triage {

/// For each token whether a date, a time or an amount of it can begin there: every word from there up to one that
/// names a time must be one that the readers of dates know. Most tokens of a message fail that, and need no reading.
/// What the readers know is gathered from their sources by the build (cmake/words.cmake).
std::vector<bool> where_dates_can_begin(const Tokens& tokens);

}  // namespace relais::triage
