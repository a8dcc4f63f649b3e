#pragma once

#include "core/handover/document.hpp"
#include "core/policy/policy.hpp"

#include <map>
#include <string>

/// Who may read what. A reader below a task's level learns its id, client, owner, deadline and severity, and whom to
/// ask; nothing else of it reaches the document, not even whether it is there.
namespace relais::handover {

using policy::Clearance;

/// `public`, `internal`, `confidential`, `secret`; `internal` for anything else.
Clearance clearance_of(std::string_view name);
std::string_view name_of(Clearance clearance);

/// The level of each task, by id: what was said of it, and of the request that it serves or the tasks that serve it,
/// the highest of these.
std::map<std::string, Clearance> levels(const journal::State& state);

/// Whom a reader asks who may not read a task: its owner, else who opened it, else the first assistant who may. Null
/// for what is no task.
std::string whom_to_ask(const journal::Task* task, Clearance level, const policy::Policy& policy,
                        std::string_view reader);

}  // namespace relais::handover
