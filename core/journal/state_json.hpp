#pragma once

#include "core/base/json.hpp"
#include "core/journal/state.hpp"

namespace relais::journal {

/// The state as `journal.state` gives it; what is not known is absent.
Json to_json(const State& state);

}  // namespace relais::journal
