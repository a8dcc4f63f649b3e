#include "core/triage/service_levels.hpp"

namespace relais::triage {

Due due_times(const policy::Policy& policy, const policy::Client* client, policy::Priority priority,
              time::Instant received, const time::WorkClock* clock) {
  const policy::ServiceLevel* level =
      policy::find_service_level(policy, client ? std::string_view(client->id) : std::string_view(), priority);
  if (!level) return {};
  Due due;
  if (level->first_response)
    due.first_response = policy::due(*level->first_response, level->business_clock, client, received, clock);
  if (level->resolution)
    due.resolution = policy::due(*level->resolution, level->business_clock, client, received, clock);
  return due;
}

}  // namespace relais::triage
