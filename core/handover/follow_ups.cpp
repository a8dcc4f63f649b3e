#include "core/handover/follow_ups.hpp"

#include "core/policy/policy_json.hpp"

#include <algorithm>

namespace relais::handover {
namespace {

constexpr std::int64_t hour = 3600;
constexpr std::int64_t pauses[] = {hour, 3 * hour, 8 * hour};  // Before the second, third and fourth attempt.

time::Instant after_working_time(const View& view, std::string_view client, time::Instant from, std::int64_t seconds) {
  const policy::Client* known = view.policy.client(client);
  if (known && !known->hours.empty()) return after_working_seconds(known->hours, *known->zone, from, seconds);
  return after_working_seconds(view.hours, *view.zone, from, seconds);
}

}  // namespace

bool applies(const policy::FollowUp& rule, std::string_view client, const journal::Task* task) {
  if (!rule.client.empty() && rule.client != client) return false;
  if (!rule.category.empty() && (!task || rule.category != task->category)) return false;
  return !rule.priority || (task && policy::name(*rule.priority) == task->priority);
}

const policy::FollowUp* follow_up_for(const View& view, std::string_view action, std::string_view client,
                                      const journal::Task* task) {
  const auto& rules = view.policy.follow_ups;
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const policy::FollowUp& rule) {
    return rule.action == action && applies(rule, client, task);
  });
  return found == rules.end() ? nullptr : &*found;
}

std::optional<NextAttempt> next_attempt(const journal::Callback& callback, const View& view) {
  if (!callback.last_attempt) return std::nullopt;
  const time::Instant last = *callback.last_attempt;
  if (callback.next) return NextAttempt{journal::beginning(*callback.next, view.zone_of(callback.client)), false};
  const std::int64_t made = callback.attempts;
  if (const auto* rule = follow_up_for(view, "call", callback.client, view.task(callback.ref))) {
    if (made > rule->times) return NextAttempt{last, true};
    const std::int64_t seconds = time::total_seconds(rule->after);
    return NextAttempt{rule->business_clock ? after_working_time(view, callback.client, last, seconds) : last + seconds,
                       false};
  }
  if (made > static_cast<std::int64_t>(std::size(pauses))) return NextAttempt{last, true};
  return NextAttempt{after_working_time(view, callback.client, last, pauses[made - 1]), false};
}

}  // namespace relais::handover
