#pragma once

#include "core/agenda/answer.hpp"
#include "core/base/json_reader.hpp"

#include <vector>

namespace relais::agenda {

/// `events` of a solution, `{uid, recurrenceId?, state, start, room?, proposal?, missed?, reasons?}`, read strictly;
/// its other members are left to whoever wants them.
std::vector<Answer> read_answers(ObjectReader& solution);

}  // namespace relais::agenda
