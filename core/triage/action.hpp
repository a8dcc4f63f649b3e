#pragma once

#include "core/triage/weighing.hpp"

/// What to do with a request.
namespace relais::triage {

/// What the rules would do, whatever the priority.
Action choose_action(const Understood& understood, const Weighed& weighed);

/// What is high or critical goes to the person in charge, except what the assistant can put right in the agenda.
Action reconcile(Action action, policy::Priority priority, const Understood& understood, const Weighed& weighed);

}  // namespace relais::triage
