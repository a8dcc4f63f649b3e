#pragma once

#include "core/handover/view.hpp"

#include <optional>

namespace relais::handover {

/// The policy's first rule about `action` for a task; null if it has none. A callback without a task has only a client.
const policy::FollowUp* follow_up_for(const View& view, std::string_view action, std::string_view client,
                                      const journal::Task* task);

/// Whether a rule is about a task.
bool applies(const policy::FollowUp& rule, std::string_view client, const journal::Task* task);

/// When to try again to call someone back who was not reached.
struct NextAttempt {
  time::Instant at;
  bool given_up = false;  ///< So many attempts were made that it is time to write instead; `at` is the last one's.
};

/// What the last attempt itself said; else the policy's rule for calls, `after` the last attempt, `times` times; else
/// one, three and then eight working hours of the client later, four attempts in all. Nothing if none was made.
std::optional<NextAttempt> next_attempt(const journal::Callback& callback, const View& view);

}  // namespace relais::handover
