#pragma once

#include "core/policy/policy.hpp"
#include "core/time/work_clock.hpp"

#include <optional>

namespace relais::policy {

/// The times allowed for a client's requests of a priority: the client's own before those for everyone, the first of
/// each. Null if the policy says nothing.
const ServiceLevel* find_service_level(const Policy& policy, std::string_view client, Priority priority);

/// When a time allowed ends. On the business clock exact parts count working seconds; a day is the same clock time on
/// the next day with work, or its end if it ends before, counted from the first working instant. Around the clock, or
/// where the client has no hours, a day is the same clock time on the next day. Nothing if more than ten years away.
/// `clock`: of that client's hours, where many are asked for.
std::optional<time::Instant> due(const time::Duration& allowed, bool business_clock, const Client* client,
                                 time::Instant from, const time::WorkClock* clock = nullptr);

/// Seconds between two instants on a client's business clock; around the clock where there is no client or no hours.
std::int64_t clock_seconds(bool business_clock, const Client* client, time::Instant from, time::Instant to);

}  // namespace relais::policy
