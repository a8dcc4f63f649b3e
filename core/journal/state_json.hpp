#pragma once

#include "core/base/json.hpp"
#include "core/journal/state.hpp"

namespace relais::journal {

/// The state as `journal.state` gives it; what is not known is absent.
Json to_json(const State& state);

/// SHA-256("relais.state.v1\n" + canonical state): what a snapshot keeps, and a replay of the journal must give again.
std::string digest(const State& state);

}  // namespace relais::journal
