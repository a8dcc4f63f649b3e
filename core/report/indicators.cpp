#include "core/report/indicators.hpp"

#include "core/policy/service_level.hpp"

#include <algorithm>

namespace relais::report {
namespace {

// What the figures of one client, or of all, are computed from.
struct Part {
  std::vector<const Case*> cases;
  std::vector<const EventChange*> event_changes;
  std::vector<const Work*> work;
};

class Counter {
 public:
  Counter(const policy::Policy& policy, const Window& window) : policy_(policy), window_(window) {}

  Figures count(const Part& part) const {
    Figures out;
    std::vector<std::int64_t> answers, closings;
    for (const Case* item : part.cases) {
      count_flow(*item, item->is_request ? out.requests : out.tasks);
      if (!item->is_request) continue;
      count_first_response(*item, out, answers);
      count_resolution(*item, out, closings);
      count_backlog(*item, out.backlog);
      count_satisfaction(*item, out.satisfaction);
    }
    out.first_response.answered = summarize(std::move(answers));
    out.resolution.closed = summarize(std::move(closings));
    for (const EventChange* change : part.event_changes) count_event(*change, out.events);
    for (const Work* work : part.work) out.minutes += in_window(work->at) ? work->minutes : 0;
    return out;
  }

  HandoverFigures count(const std::map<std::string, Handover>& handovers) const {
    HandoverFigures out;
    std::vector<std::int64_t> times;
    for (const auto& [id, handover] : handovers) {
      if (!in_window(handover.issued)) continue;
      ++out.issued;
      out.queries += handover.queries;
      out.refusals += handover.refusals;
      if (!handover.accepted) continue;
      ++out.accepted;
      times.push_back(*handover.accepted - handover.issued);
    }
    out.to_accept = summarize(std::move(times));
    return out;
  }

 private:
  bool in_window(time::Instant at) const { return window_.from <= at && at < window_.to; }

  const policy::Client* client_of(const Case& item) const { return policy_.client(item.client); }

  void count_flow(const Case& item, Flow& flow) const {
    flow.opened += in_window(item.opened) ? 1 : 0;
    flow.open += item.open() ? 1 : 0;
    for (const Turn& turn : item.turns) {
      if (in_window(turn.at)) ++(turn.kind == Turn::Kind::closed ? flow.closed : flow.reopened);
    }
  }

  const policy::ServiceLevel* level_of(const Case& item) const {
    return item.priority ? policy::find_service_level(policy_, item.client, *item.priority) : nullptr;
  }

  // What triage promised, else what the policy allows.
  std::optional<time::Instant> due_of(const Case& item, const std::optional<time::Instant>& promised,
                                      std::optional<time::Duration> policy::ServiceLevel::*allowed) const {
    const policy::ServiceLevel* level = level_of(item);
    if (promised || !level || !(level->*allowed)) return promised;
    return policy::due(*(level->*allowed), level->business_clock, client_of(item), item.opened);
  }

  // The same, as much later as the clock stood still.
  std::optional<time::Instant> resolution_due_of(const Case& item, time::Instant until) const {
    const auto due = due_of(item, item.resolution_due, &policy::ServiceLevel::resolution);
    const policy::ServiceLevel* level = level_of(item);
    const bool business = !level || level->business_clock;
    const std::int64_t paused = paused_seconds(item, until, business);
    if (!due || paused == 0) return due;
    return policy::due({0, paused}, business, client_of(item), *due);
  }

  std::int64_t paused_seconds(const Case& item, time::Instant until, bool business) const {
    std::int64_t seconds = 0;
    for (const time::Interval& pause : item.paused) {
      const time::Instant from = std::max(pause.from, item.opened);
      seconds += policy::clock_seconds(business, client_of(item), from, std::min(pause.to, until));
    }
    return seconds;
  }

  static void judge(std::optional<time::Instant> due, std::optional<time::Instant> done, time::Instant as_of,
                    Attainment& kept) {
    if (!due) return;
    if (done) {
      ++(*done <= *due ? kept.met : kept.breached);
    } else {
      ++(*due < as_of ? kept.overdue : kept.pending);
    }
  }

  static void keep_longer(std::optional<Oldest>& oldest, const std::string& id, std::int64_t seconds) {
    if (!oldest || seconds > oldest->seconds) oldest = Oldest{id, seconds};
  }

  void count_first_response(const Case& item, Figures& out, std::vector<std::int64_t>& answers) const {
    if (!in_window(item.opened)) return;
    FirstResponse& response = out.first_response;
    if (item.answered && *item.answered < item.opened) {
      ++response.outbound_first;
      return;
    }
    const auto due = due_of(item, item.first_response_due, &policy::ServiceLevel::first_response);
    if (item.answered) {
      answers.push_back(policy::clock_seconds(true, client_of(item), item.opened, *item.answered));
    } else if (item.open()) {
      ++response.still_waiting;
      keep_longer(response.longest_waiting, item.id,
                  policy::clock_seconds(true, client_of(item), item.opened, window_.as_of()));
    } else {
      ++response.closed_unanswered;
      return;
    }
    judge(due, item.answered, window_.as_of(), out.first_response_kept);
  }

  void count_resolution(const Case& item, Figures& out, std::vector<std::int64_t>& closings) const {
    std::optional<time::Instant> closed;
    if (!item.open()) closed = item.turns.back().at;
    if (closed && !in_window(*closed)) return;
    const time::Instant until = closed.value_or(window_.as_of());
    judge(resolution_due_of(item, until), closed, window_.as_of(), out.resolution_kept);
    if (!closed) return;
    const std::int64_t seconds = policy::clock_seconds(true, client_of(item), item.opened, *closed);
    closings.push_back(seconds - paused_seconds(item, *closed, true));
  }

  // Days with work after the day of arrival, up to the last day of the report.
  std::int64_t age_in_days(const Case& item) const {
    const policy::Client* client = client_of(item);
    if (!client) return (window_.as_of() - item.opened) / time::seconds_per_day;
    const time::Day last = time::day_of(client->zone->to_local(window_.as_of()));
    std::int64_t days = 0;
    time::Day day = time::day_of(client->zone->to_local(item.opened)) + 1;
    for (; day <= last && days < band_starts.back(); day = day + 1) {
      days += client->hours.empty() || works_on(*client, day) ? 1 : 0;
    }
    return days;
  }

  static bool works_on(const policy::Client& client, time::Day day) {
    const time::WorkingHours& hours = client.hours;
    const bool has_hours = !hours.week[static_cast<std::size_t>(time::weekday(day))].empty();
    const bool closed = std::binary_search(hours.closed.begin(), hours.closed.end(), day);
    return has_hours && !closed && !(hours.region && time::holiday_on(*hours.region, day));
  }

  void count_backlog(const Case& item, Backlog& backlog) const {
    if (!item.open()) return;
    ++backlog.open;
    keep_longer(backlog.oldest, item.id, window_.as_of() - item.opened);
    const std::int64_t age = age_in_days(item);
    const auto next = std::upper_bound(band_starts.begin(), band_starts.end(), age);
    ++backlog.bands[static_cast<std::size_t>(next - band_starts.begin() - 1)];
  }

  void count_satisfaction(const Case& item, Satisfaction& satisfaction) const {
    const bool answered = item.satisfaction && in_window(item.satisfaction->at);
    const bool closed = std::any_of(item.turns.begin(), item.turns.end(), [&](const Turn& turn) {
      return turn.kind == Turn::Kind::closed && in_window(turn.at);
    });
    satisfaction.asked += answered || closed ? 1 : 0;
    satisfaction.answers += answered ? 1 : 0;
    satisfaction.satisfied += answered && item.satisfaction->score >= 4 ? 1 : 0;
  }

  void count_event(const EventChange& change, EventCounts& counts) const {
    if (!in_window(change.at)) return;
    switch (change.kind) {
      case EventChange::Kind::booked:
        ++counts.booked;
        break;
      case EventChange::Kind::moved:
        ++counts.moved;
        break;
      case EventChange::Kind::cancelled:
        ++counts.cancelled;
        break;
    }
  }

  const policy::Policy& policy_;
  const Window& window_;
};

}  // namespace

Indicators compute_indicators(const History& history, const policy::Policy& policy, const Window& window) {
  Part all;
  std::map<std::string, Part> parts;
  for (const Case& item : history.cases) {
    all.cases.push_back(&item);
    parts[item.client].cases.push_back(&item);
  }
  for (const EventChange& change : history.event_changes) {
    all.event_changes.push_back(&change);
    parts[change.client].event_changes.push_back(&change);
  }
  for (const Work& work : history.work) {
    all.work.push_back(&work);
    parts[work.client].work.push_back(&work);
  }
  const Counter counter(policy, window);
  Indicators out;
  out.all = counter.count(all);
  for (const auto& [client, part] : parts) out.clients[client] = counter.count(part);
  out.handovers = counter.count(history.handovers);
  return out;
}

}  // namespace relais::report
