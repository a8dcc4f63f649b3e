#include "core/handover/severity.hpp"

#include "core/handover/follow_ups.hpp"

#include <algorithm>

namespace relais::handover {
namespace {

class Assessor {
 public:
  Assessor(const Work& work, const View& view) : work_(work), task_(work.task), view_(view) {}

  Assessment assess() {
    weigh_service_levels();
    weigh_priority();
    weigh_deadline(task_.due);
    weigh_deadline(work_.request_due);
    weigh_owner();
    if (!view_.masked(task_.id)) {
      weigh_promises();
      weigh_wait();
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Found& a, const Found& b) { return a.severity < b.severity; });
    for (Found& found : found_) out_.reasons.push_back(std::move(found.reason));
    if (!found_.empty()) out_.severity = found_.front().severity;
    return std::move(out_);
  }

 private:
  struct Found {
    Severity severity;
    Reason reason;
  };

  void add(Severity severity, std::string code, Arguments args = {}) {
    found_.push_back({severity, {"handover." + std::move(code), std::move(args)}});
  }

  bool urgent() const { return task_.priority == "critical" || task_.priority == "high"; }

  void act_by(time::Instant at) { out_.act_by = out_.act_by ? std::min(*out_.act_by, at) : at; }

  void weigh_service_level(std::optional<time::Instant> due, const std::string& code) {
    if (!due) return;
    act_by(*due);
    const Arguments args{{"at", view_.local(*due)}};
    const Severity severity = task_.priority == "low" ? Severity::amber : Severity::red;
    if (*due < view_.at) {
      out_.overdue = true;
      add(severity, code + "-missed", args);
    } else if (*due <= view_.shift.end) {
      add(severity, code, args);
    } else if (*due <= view_.soon) {
      add(Severity::amber, code, args);
    }
  }

  // Nobody waits for an answer to what is to be filtered.
  void weigh_service_levels() {
    if (task_.action == "filter" && !view_.masked(task_.id)) return;
    if (!task_.answered) weigh_service_level(task_.first_response_due, "first-answer");
    weigh_service_level(task_.resolution_due, "resolution");
  }

  void weigh_priority() {
    if (task_.priority == "critical") return add(Severity::red, "critical");
    const bool unanswered = task_.is_request && !task_.answered && task_.priority == "high";
    if (unanswered) add(Severity::amber, "unanswered");
  }

  void weigh_deadline(const std::optional<journal::Moment>& deadline) {
    if (!deadline) return;
    const time::Instant due = journal::deadline(*deadline, view_.zone_of(task_.client));
    act_by(due);
    const std::string at = view_.local(*deadline, task_.client);
    const Severity severity = urgent() ? Severity::red : task_.priority == "low" ? Severity::green : Severity::amber;
    // A day is over at its midnight, the first instant that is not of it.
    const bool is_day = std::holds_alternative<time::Day>(*deadline);
    if (is_day ? due <= view_.at : due < view_.at) {
      out_.overdue = true;
      add(severity, "overdue", {{"at", at}});
    } else if (time::Instant last = is_day ? due + -time::seconds_per_day : due; last <= view_.shift.end) {
      add(severity, "due-in-shift", {{"at", at}});
    }
  }

  void weigh_owner() {
    if (task_.owner.empty() || task_.owner == view_.reader) return;
    if (view_.away_in_shift(task_.owner)) {
      add(Severity::amber, "owner-away", {{"owner", task_.owner}});
    }
  }

  void weigh_promises() {
    for (const journal::Callback* promise : view_.promises(task_.id)) {
      if (view_.level_of(*promise) > view_.clearance) continue;
      if (const auto next = next_attempt(*promise, view_)) {
        weigh_attempts(*promise, *next);
        continue;
      }
      if (!promise->by) continue;
      const time::Instant by = journal::deadline(*promise->by, view_.zone_of(promise->client));
      act_by(by);
      const Arguments args{{"at", view_.local(*promise->by, promise->client)}};
      if (by < view_.at) {
        out_.overdue = true;
        add(Severity::red, "promise-missed", args);
      } else if (by <= view_.promise_limit) {
        add(Severity::red, "promise", args);
      } else if (by <= view_.soon) {
        add(Severity::amber, "promise", args);
      }
    }
  }

  // Someone who was not reached is to be tried again.
  void weigh_attempts(const journal::Callback& promise, const NextAttempt& next) {
    if (next.given_up) return add(Severity::amber, "promise-given-up", {{"n", promise.attempts}});
    act_by(next.at);
    const Arguments args{{"n", promise.attempts}, {"at", view_.local(next.at)}};
    if (next.at <= view_.promise_limit) {
      add(Severity::red, "try-again", args);
    } else if (next.at <= view_.soon) {
      add(Severity::amber, "try-again", args);
    }
  }

  void weigh_wait() {
    if (!task_.waiting_on) return;
    if (const auto& chase = task_.waiting_on->chase) {
      const bool due = journal::beginning(*chase, view_.zone_of(task_.client)) <= view_.shift.end;
      if (due) add(Severity::amber, "chase-due", {{"at", view_.local(*chase, task_.client)}});
    }
    for (const policy::FollowUp& follow_up : view_.policy.follow_ups) {
      if (!applies(follow_up, task_.client, &task_) || waited(follow_up) < time::total_seconds(follow_up.after))
        continue;
      add(Severity::amber, "wait-long", {{"rule", follow_up.id}, {"minutes", waited(follow_up) / 60}});
      return;
    }
  }

  std::int64_t waited(const policy::FollowUp& follow_up) const {
    const time::Instant since = waiting_since(task_, view_);
    if (!follow_up.business_clock) return view_.at - since;
    const policy::Client* client = view_.policy.client(task_.client);
    if (!client || client->hours.empty()) return waiting_seconds(task_, view_);
    return working_seconds(client->hours, *client->zone, since, view_.at);
  }

  const Work& work_;
  const journal::Task& task_;
  const View& view_;
  std::vector<Found> found_;
  Assessment out_;
};

}  // namespace

Assessment assess(const Work& work, const View& view) { return Assessor(work, view).assess(); }

time::Instant waiting_since(const journal::Task& task, const View& view) {
  const auto& waiting = task.waiting_on;
  return waiting->since ? journal::beginning(*waiting->since, view.zone_of(task.client)) : waiting->noted;
}

std::int64_t waiting_seconds(const journal::Task& task, const View& view) {
  return working_seconds(view.hours, *view.zone, waiting_since(task, view), view.at);
}

}  // namespace relais::handover
