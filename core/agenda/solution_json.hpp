#pragma once

#include "core/agenda/conflicts.hpp"
#include "core/agenda/slots.hpp"
#include "core/agenda/solution.hpp"
#include "core/base/json.hpp"

#include <vector>

namespace relais::agenda {

/// `{uid, recurrenceId?, state, start, room?, missed?, proposal?, reasons}`, `start` local in the event's zone;
/// `proposal` where the organizer of a moved event must agree.
Json to_json(const Problem& problem, const Placement& placement);
Json to_json(const Problem& problem, const Solution& solution);
/// `{id, kind, severity, events, person?, room?, start, end, reasons}`: events by their references, times as instants.
Json to_json(const Problem& problem, const Conflict& conflict);
/// `{slots: [{start, room?, cost, displaces, missed, reasons}], because, relaxations: [{reasons, opens, first}]}`,
/// times local in the meeting's zone. The meeting is the problem's last event.
Json to_json(const Problem& problem, const Slots& slots);
/// An array of `{code, args}`.
Json to_json(const std::vector<Reason>& reasons);

}  // namespace relais::agenda
