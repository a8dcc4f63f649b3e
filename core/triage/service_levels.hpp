#pragma once

#include "core/policy/service_level.hpp"

#include <optional>

namespace relais::triage {

struct Due {
  std::optional<time::Instant> first_response, resolution;
};

/// When a request of this priority must be answered and settled (core/policy/service_level.hpp); nothing where the
/// policy sets no time. `clock`: of the client's hours, where many are asked for.
Due due_times(const policy::Policy& policy, const policy::Client* client, policy::Priority priority,
              time::Instant received, const time::WorkClock* clock = nullptr);

}  // namespace relais::triage
