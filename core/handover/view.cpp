#include "core/handover/view.hpp"

#include <algorithm>

namespace relais::handover {
namespace {

constexpr std::int64_t two_days = 2 * time::seconds_per_day;
constexpr std::int64_t two_hours = 7200;

}  // namespace

View::View(const journal::State& the_state, const policy::Policy& the_policy, std::string_view the_reader,
           time::Instant now)
    : state(the_state), work(the_state), policy(the_policy), reader(the_reader), at(now), soon(now + two_days) {
  const policy::Assistant* assistant = policy.assistant(reader);
  zone = assistant ? assistant->zone : time::find_zone("UTC");
  if (assistant) {
    clearance = assistant->clearance;
    hours = assistant->hours;
  }
  shift = next_shift(hours, *zone, at);
  promise_limit = after_working_seconds(hours, *zone, at, two_hours);
  for (auto& [id, level] : levels(state)) levels_[id] = level;
  for (const journal::Callback& callback : state.callbacks) {
    if (!callback.done) promises_[std::string(work.home_of(callback.ref))].push_back(&callback);
  }
  for (const journal::Task& one : state.tasks) tasks_[one.id] = &one;
  for (const journal::Absence& absence : state.absences) {
    if (within(absence, at, shift.end)) away_.insert(absence.person);
  }
}

const time::Zone& View::zone_of(std::string_view client) const {
  const policy::Client* known = policy.client(client);
  return known ? *known->zone : *zone;
}

std::string View::local(time::Instant instant) const { return time::format(zone->to_local(instant)); }

std::string View::local(const journal::Moment& moment, std::string_view client) const {
  if (const auto* day = std::get_if<time::Day>(&moment)) return time::format(*day);
  return local(journal::deadline(moment, zone_of(client)));
}

Clearance View::level_of(std::string_view task) const {
  const auto found = levels_.find(task);
  return found == levels_.end() ? Clearance::internal : found->second;
}

Clearance View::level_of(const journal::Callback& promise) const {
  return std::max(level_of(promise.ref), clearance_of(promise.confidentiality));
}

bool View::is_open(const journal::Callback& promise) const {
  if (level_of(promise) <= clearance) return !promise.done;
  const auto made = state.calls_made.find(promise.ref);
  return made == state.calls_made.end() || made->second < promise.sources.front();
}

const std::vector<const journal::Callback*>& View::promises(const std::string& home) const {
  static const std::vector<const journal::Callback*> none;
  const auto found = promises_.find(home);
  return found == promises_.end() ? none : found->second;
}

const journal::Task* View::task(std::string_view id) const {
  const auto found = tasks_.find(id);
  return found == tasks_.end() ? nullptr : found->second;
}

bool View::within(const journal::Absence& absence, time::Instant from, time::Instant to) const {
  if (!absence.from) return false;
  const time::Instant begin = journal::beginning(*absence.from, *zone);
  const time::Instant end = absence.to ? journal::beginning(*absence.to, *zone) : begin + time::seconds_per_day;
  return begin < to && from < end;
}

}  // namespace relais::handover
