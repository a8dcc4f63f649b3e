#pragma once

#include "core/triage/date_groups.hpp"

namespace relais::triage {

/// Fills in what a group means, now that `mention.role` is known: its value, its due moment and its sense. The role
/// itself changes where the date cannot be what the words around it say: nothing ahead is past.
void settle(const Group& group, const Tokens& tokens, const DateReading& reading, Mention& mention);

}  // namespace relais::triage
