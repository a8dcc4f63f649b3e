#include "core/policy/service_level.hpp"

#include <algorithm>

namespace relais::policy {
namespace {

bool on_business_clock(bool wished, const Client* client) { return wished && client && !client->hours.empty(); }

std::optional<time::Instant> add_seconds(const Client& client, const time::WorkClock* clock, time::Instant from,
                                         std::int64_t seconds) {
  return clock ? clock->add(from, seconds) : time::add_business_seconds(client.hours, *client.zone, from, seconds);
}

std::vector<time::Interval> work_on(const Client& client, time::Day day) {
  return time::working_intervals(client.hours, *client.zone, client.zone->to_instant(time::midnight(day)),
                                 client.zone->to_instant(time::midnight(day + 1)));
}

std::optional<time::Instant> add_working_days(const Client& client, const time::WorkClock* clock, time::Instant from,
                                              std::int32_t days) {
  constexpr std::int32_t farthest = 3653;
  const auto first_second = add_seconds(client, clock, from, 1);
  if (!first_second) return std::nullopt;
  const time::LocalTime start = client.zone->to_local(*first_second + -1);
  const time::Day last = time::day_of(start) + farthest;
  for (time::Day day = time::day_of(start) + 1; day <= last; day = day + 1) {
    const std::vector<time::Interval> work = work_on(client, day);
    if (work.empty() || --days > 0) continue;
    const time::Instant same_clock = client.zone->to_instant(time::midnight(day) + time::second_of_day(start));
    return std::clamp(same_clock, work.front().from, work.back().to);
  }
  return std::nullopt;
}

}  // namespace

const ServiceLevel* find_service_level(const Policy& policy, std::string_view client, Priority priority) {
  const ServiceLevel* for_everyone = nullptr;
  for (const ServiceLevel& level : policy.service_levels) {
    if (level.priority != priority) continue;
    if (!level.client.empty() && level.client == client) return &level;
    if (level.client.empty() && !for_everyone) for_everyone = &level;
  }
  return for_everyone;
}

std::optional<time::Instant> due(const time::Duration& allowed, bool business_clock, const Client* client,
                                 time::Instant from, const time::WorkClock* clock) {
  if (on_business_clock(business_clock, client)) {
    const auto start = allowed.days > 0 ? add_working_days(*client, clock, from, allowed.days) : std::optional(from);
    if (!start) return std::nullopt;
    return add_seconds(*client, clock, *start, allowed.seconds);
  }
  if (!client || allowed.days == 0) return from + time::total_seconds(allowed);
  const time::LocalTime local = client->zone->to_local(from) + allowed.days * time::seconds_per_day;
  return client->zone->to_instant(local) + allowed.seconds;
}

std::int64_t clock_seconds(bool business_clock, const Client* client, time::Instant from, time::Instant to) {
  if (to <= from) return 0;
  if (!on_business_clock(business_clock, client)) return to - from;
  return time::business_seconds(client->hours, *client->zone, from, to);
}

}  // namespace relais::policy
