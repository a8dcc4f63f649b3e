#include "core/triage/service_levels.hpp"

#include "core/triage/business_days.hpp"

namespace relais::triage {
namespace {

using time::Instant;

// Where the business clock stands at an instant: itself inside working time, else the next opening.
std::optional<Instant> next_working(const time::WorkingHours& hours, const time::Zone& zone, Instant at) {
  const auto after = time::add_business_seconds(hours, zone, at, 1);
  if (!after) return std::nullopt;
  return *after + -1;
}

// `count` working days later at the same clock time, or the first working moment after it.
std::optional<Instant> add_working_days(const time::WorkingHours& hours, const time::Zone& zone, Instant from,
                                        int count) {
  auto at = next_working(hours, zone, from);
  if (!at || count == 0) return at;
  const time::LocalTime start = zone.to_local(*at);
  time::Day day = day_of(start);
  for (int tries = 0; count > 0; ++tries) {
    if (tries > 4000) return std::nullopt;
    day = day + 1;
    count -= is_working_day(hours, day);
  }
  return next_working(hours, zone, zone.to_instant(midnight(day) + second_of_day(start)));
}

std::optional<Instant> add(const time::Duration& allowed, bool business, const time::WorkingHours& hours,
                           const time::Zone& zone, Instant received) {
  if (!business || hours.empty()) return received + time::total_seconds(allowed);
  const auto day = add_working_days(hours, zone, received, allowed.days);
  if (!day || allowed.seconds == 0) return day;
  return time::add_business_seconds(hours, zone, *day, allowed.seconds);
}

}  // namespace

const policy::ServiceLevel* service_level(const policy::Policy& policy, std::string_view client,
                                          policy::Priority priority) {
  const policy::ServiceLevel* general = nullptr;
  for (const policy::ServiceLevel& level : policy.service_levels) {
    if (level.priority != priority) continue;
    if (level.client.empty()) {
      if (!general) general = &level;
    } else if (level.client == client) {
      return &level;
    }
  }
  return general;
}

Due due_times(const policy::Policy& policy, const policy::Client* client, policy::Priority priority,
              time::Instant received, const time::Zone& zone) {
  const policy::ServiceLevel* level = service_level(policy, client ? client->id : "", priority);
  if (!level) return {};
  static const time::WorkingHours none;
  const time::WorkingHours& hours = client ? client->hours : none;
  const time::Zone& clock = client ? *client->zone : zone;
  Due due;
  if (level->first_response)
    due.first_response = add(*level->first_response, level->business_clock, hours, clock, received);
  if (level->resolution) due.resolution = add(*level->resolution, level->business_clock, hours, clock, received);
  return due;
}

}  // namespace relais::triage
