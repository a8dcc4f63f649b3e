#pragma once

#include "core/policy/policy.hpp"

#include <optional>

namespace relais::triage {

struct Due {
  std::optional<time::Instant> first_response, resolution;
};

/// When a request of this priority must be answered and settled, by the client's own level or that for all. On the
/// business clock, hours and minutes run while the client works; a day is a working day: the same clock time on the
/// next one. A client without hours works around the clock.
Due due_times(const policy::Policy& policy, const policy::Client* client, policy::Priority priority,
              time::Instant received, const time::Zone& zone);

/// The level that applies, null if none.
const policy::ServiceLevel* service_level(const policy::Policy& policy, std::string_view client,
                                          policy::Priority priority);

}  // namespace relais::triage
