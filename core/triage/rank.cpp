#include "core/triage/rank.hpp"

#include "core/triage/business_days.hpp"
#include "core/triage/duplicates.hpp"

#include <algorithm>
#include <map>

namespace relais::triage {
namespace {

using time::Instant;

/// The journal's earlier requests, by sender.
class Histories {
 public:
  Histories(const DeskState& state, Instant now) : state_(state), now_(now) {
    for (std::size_t i = 0; i < state.requests.size(); ++i) {
      const std::string key = sender_key(state.requests[i].from, state.requests[i].client);
      if (!key.empty()) by_sender_[key].push_back(i);
    }
  }

  History of(const Request& request) const {
    History history;
    const auto own = by_sender_.find(sender_key(request.from, request.client));
    if (own != by_sender_.end()) {
      for (const std::size_t i : own->second) count(state_.requests[i], request, history);
    }
    for (const Promise& promise : state_.callbacks) {
      const bool late = promise.by && *promise.by < now_;
      const bool same = !request.from.name.empty() && fold(promise.to) == fold(request.from.name) &&
                        (promise.client.empty() || promise.client == request.client);
      if (late && (same || promise.ref == request.id)) ++history.missed_callbacks;
    }
    return history;
  }

 private:
  void count(const Earlier& earlier, const Request& request, History& history) const {
    if (earlier.id == request.id || !earlier.open || earlier.answered) return;
    ++history.open_requests;
    if (earlier.opened)
      history.oldest_days = std::max(history.oldest_days, (now_ - *earlier.opened) / time::seconds_per_day);
  }

  const DeskState& state_;
  Instant now_;
  std::map<std::string, std::vector<std::size_t>> by_sender_;
};

/// When each request came; nothing where it does not say.
std::vector<std::optional<Instant>> arrivals(const std::vector<Request>& requests) {
  std::vector<std::optional<Instant>> out(requests.size());
  for (std::size_t i = 0; i < requests.size(); ++i) {
    if (requests[i].received_at) out[i] = requests[i].zone->to_instant(*requests[i].received_at);
  }
  return out;
}

Instant latest(const std::vector<std::optional<Instant>>& arrivals) {
  Instant now;
  for (const auto& at : arrivals) now = std::max(now, at.value_or(now));
  return now;
}

/// The business clock of each client, laid out when it is first asked for.
class Clocks {
 public:
  Clocks(const policy::Policy& policy, Instant now) : policy_(policy), now_(now) {}

  const time::WorkClock& of(const Request& request) {
    const policy::Client* client = policy_.client(request.client);
    const bool known_hours = client && !client->hours.empty();
    const auto key = std::pair(known_hours ? client->id : std::string(), known_hours ? client->zone : request.zone);
    const auto found = clocks_.find(key);
    if (found != clocks_.end()) return found->second;
    const time::WorkingHours& hours = known_hours ? client->hours : office_hours();
    return clocks_.emplace(key, time::WorkClock(hours, *key.second, now_)).first->second;
  }

 private:
  const policy::Policy& policy_;
  Instant now_;
  std::map<std::pair<std::string, time::ZonePtr>, time::WorkClock> clocks_;
};

// The levels that hold where a policy sets none.
Instant usual_due(policy::Priority priority, const time::WorkClock& clock, Instant received) {
  constexpr std::array<std::int64_t, 4> seconds{15 * 60, 2 * 3600, 8 * 3600, 24 * 3600};
  const std::int64_t allowed = seconds[static_cast<std::size_t>(priority)];
  if (priority == policy::Priority::critical) return received + allowed;
  return clock.add(received, allowed).value_or(received + allowed * 3);
}

std::int64_t business_minutes(const time::WorkClock& clock, Instant from, Instant to) {
  const bool forward = from <= to;
  const std::int64_t seconds = clock.seconds(forward ? from : to, forward ? to : from);
  return (forward ? seconds : -seconds) / 60;
}

Waiting waiting(const Item& item, const Request& request, const policy::Policy& policy, const time::WorkClock& clock,
                Instant received, Instant now) {
  const policy::Client* client = policy.client(request.client);
  Waiting out;
  out.id = item.id;
  out.probabilities = item.judgement.probabilities;
  out.priority = item.judgement.priority;
  out.minutes = minutes_of(item.judgement.action);
  out.unwanted = item.judgement.action == Action::filter;
  out.age = std::max<std::int64_t>(0, business_minutes(clock, received, now));
  std::optional<std::int64_t> until_deadline;
  if (item.judgement.deadline) {
    const Deadline& deadline = *item.judgement.deadline;
    const time::LocalTime end = deadline.has_hour ? deadline.at : deadline.at + 18 * 3600;
    until_deadline = business_minutes(clock, now, request.zone->to_instant(end));
  }
  for (std::size_t k = 0; k < 4; ++k) {
    const auto priority = static_cast<policy::Priority>(k);
    const Due due = due_times(policy, client, priority, received, &clock);
    const Instant by = due.first_response.value_or(usual_due(priority, clock, received));
    const policy::ServiceLevel* level = policy::find_service_level(policy, request.client, priority);
    const bool around_the_clock = level ? !level->business_clock : priority == policy::Priority::critical;
    out.slack[k] = around_the_clock ? (by - now) / 60 : business_minutes(clock, now, by);
    if (until_deadline && priority < policy::Priority::low) out.slack[k] = std::min(out.slack[k], *until_deadline);
  }
  return out;
}

void correct(Judgement& judgement, const Said& said) {
  if (said.priority) set_by_person(judgement, *said.priority);
  if (said.category) judgement.category = *said.category;
  if (said.action) judgement.action = *said.action;
}

}  // namespace

Ranking rank(const RankParameters& parameters, Readings* held) {
  const std::vector<Request>& requests = parameters.requests;
  const std::vector<std::optional<Instant>> came = arrivals(requests);
  const Instant now = parameters.now.value_or(latest(came));
  const Histories histories(parameters.state, now);
  const auto duplicates = find_duplicates(requests);
  Clocks clocks(parameters.policy, now);
  Ranking ranking;
  std::vector<Waiting> queue;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    const Request& request = requests[i];
    const Instant received = came[i].value_or(now);
    const time::LocalTime local = request.received_at ? *request.received_at : request.zone->to_local(now);
    std::optional<ReadRequest> fresh;
    const ReadRequest& read_request = held ? held->of(request, local) : fresh.emplace(read(request, local));
    const Evidence& evidence = read_request.evidence;
    Item item;
    item.id = request.id;
    item.as_of = now;
    item.zone = request.zone;
    item.language = evidence.language;
    item.urgency = evidence.wording.urgency;
    const Learned learned = consult(parameters.model, request, read_request.features, read_request.rules);
    item.judgement = judge(request, evidence, parameters.policy, histories.of(request), learned);
    const auto said = parameters.corrections.find(request.id);
    if (said != parameters.corrections.end()) correct(item.judgement, said->second);
    item.route = choose_route(request, evidence, item.judgement, parameters.policy);
    const time::WorkClock& clock = clocks.of(request);
    item.due = due_times(parameters.policy, parameters.policy.client(request.client), item.judgement.priority, received,
                         &clock);
    if (duplicates[i]) item.duplicate_of = requests[*duplicates[i]].id;
    item.extracted = read_request.extracted;
    item.subject = request.subject;
    item.body = request.body;
    queue.push_back(waiting(item, request, parameters.policy, clock, received, now));
    queue.back().set_by_person = said != parameters.corrections.end() && said->second.priority;
    ranking.items.push_back(std::move(item));
  }
  if (held) held->keep(requests);
  for (QueuePlace& place : order_of_work(queue, parameters.free)) {
    ranking.order.push_back({ranking.items[place.index].id, std::move(place.because)});
  }
  return ranking;
}

}  // namespace relais::triage
