#include "core/base/json_reader.hpp"
#include "core/base/text.hpp"
#include "core/journal/effective.hpp"
#include "core/policy/policy_json.hpp"
#include "core/report/history.hpp"
#include "core/time/time_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>

namespace relais::report {
namespace {

constexpr time::Instant never{INT64_MAX};

std::optional<policy::Priority> parse_priority(std::string_view text) {
  for (const auto priority :
       {policy::Priority::critical, policy::Priority::high, policy::Priority::normal, policy::Priority::low}) {
    if (text == policy::name(priority)) return priority;
  }
  return std::nullopt;
}

// A case while it is read: what decides who it waits for, and what came in which order.
struct Draft {
  Case of;
  bool known = false;      // opened or received, not only mentioned
  bool corrected = false;  // a person set its priority
  std::string requester;
};

class Historian {
 public:
  Historian(const policy::Policy& policy, time::Instant end) : policy_(policy), end_(end) {}

  History read(std::span<const journal::Entry> entries) {
    for (const journal::Effective& effective : journal::effective(entries)) {
      if (effective.entry->head.occurred_at < end_) take(effective);
    }
    for (auto& [id, draft] : drafts_) {
      if (draft.known && draft.of.opened < end_) history_.cases.push_back(finished(std::move(draft.of)));
    }
    return std::move(history_);
  }

 private:
  using Handler = void (Historian::*)();

  void take(const journal::Effective& effective) {
    head_ = &effective.entry->head;
    payload_ = effective.payload;
    static const std::map<std::string_view, Handler> handlers{{"request.received", &Historian::on_received},
                                                              {"request.triaged", &Historian::on_triaged},
                                                              {"request.corrected", &Historian::on_corrected},
                                                              {"request.answered", &Historian::on_answered},
                                                              {"request.closed", &Historian::on_closed},
                                                              {"request.reopened", &Historian::on_reopened},
                                                              {"task.opened", &Historian::on_opened},
                                                              {"task.changed", &Historian::on_changed},
                                                              {"task.closed", &Historian::on_closed},
                                                              {"task.reopened", &Historian::on_reopened},
                                                              {"event.booked", &Historian::on_booked},
                                                              {"event.moved", &Historian::on_moved},
                                                              {"event.cancelled", &Historian::on_cancelled},
                                                              {"time.worked", &Historian::on_worked},
                                                              {"satisfaction.answered", &Historian::on_satisfaction},
                                                              {"handover.issued", &Historian::on_issued},
                                                              {"handover.accepted", &Historian::on_accepted},
                                                              {"handover.queried", &Historian::on_queried},
                                                              {"handover.refused", &Historian::on_refused}};
    const auto found = handlers.find(head_->type);
    if (found != handlers.end()) (this->*found->second)();
  }

  time::Instant at() const { return head_->occurred_at; }

  // Reads the payload, if there still is one; false if it is not what it should be.
  bool reads(const std::function<void(ObjectReader&)>& read) {
    if (!payload_) return true;
    Reading reading;
    ObjectReader object(*payload_, "", reading);
    read(object);
    if (reading.failed()) ++history_.unreadable;
    return !reading.failed();
  }

  Draft& draft() {
    Draft& draft = drafts_[head_->ref];
    if (draft.of.id.empty()) draft.of.id = head_->ref;
    if (draft.of.client.empty()) draft.of.client = head_->client;
    return draft;
  }

  void turn(Draft& draft, Turn::Kind kind) {
    draft.of.turns.push_back({kind, at()});
    resume(draft);
  }

  void resume(Draft& draft) {
    if (!draft.of.paused.empty() && draft.of.paused.back().to == never) draft.of.paused.back().to = at();
  }

  // A message of the client under the same id: it ends a wait, and opens again what was closed.
  void on_received() {
    Draft& received = draft();
    if (received.known) return turn(received, Turn::Kind::reopened);
    received.of.is_request = true;
    received.of.opened = at();
    received.known = reads([&](ObjectReader& payload) {
      payload.required("request");
      payload.object("request", [&](ObjectReader& request) { read_request(request, received); });
    });
  }

  static void read_request(ObjectReader& request, Draft& received) {
    if (received.of.client.empty()) received.of.client = request.string_or("client", "");
    request.object("from", [&](ObjectReader& from) { received.requester = to_lower(from.string_or("name", "")); });
    const auto local = time::read_optional_local_time(request, "receivedAt");
    const time::ZonePtr zone = time::read_zone_or(request, "timeZone", time::find_zone("UTC"));
    if (local) received.of.opened = zone->to_instant(*local);
  }

  void on_opened() {
    Draft& opened = draft();
    if (opened.known) return turn(opened, Turn::Kind::reopened);
    opened.known = true;
    opened.of.opened = at();
    on_changed();
  }

  void on_triaged() {
    Draft& triaged = draft();
    reads([&](ObjectReader& payload) {
      const auto priority = payload.optional_parsed("priority", parse_priority, "a priority");
      const auto first_response = time::read_optional_instant(payload, "firstResponseDue");
      const auto resolution = time::read_optional_instant(payload, "resolutionDue");
      if (payload.reading().failed() || triaged.corrected) return;
      triaged.of.priority = priority;
      triaged.of.first_response_due = first_response;
      triaged.of.resolution_due = resolution;
    });
  }

  // What triage promised for another priority no longer counts.
  void on_corrected() {
    Draft& corrected = draft();
    reads([&](ObjectReader& payload) {
      const auto priority = payload.optional_parsed("priority", parse_priority, "a priority");
      if (!priority) return;
      corrected.corrected = true;
      if (corrected.of.priority == priority) return;
      corrected.of.priority = priority;
      corrected.of.first_response_due.reset();
      corrected.of.resolution_due.reset();
    });
  }

  void on_answered() {
    std::optional<time::Instant>& answered = draft().of.answered;
    if (!answered || at() < *answered) answered = at();
  }

  void on_closed() { turn(draft(), Turn::Kind::closed); }
  void on_reopened() { turn(draft(), Turn::Kind::reopened); }

  void on_changed() {
    Draft& changed = draft();
    reads([&](ObjectReader& payload) {
      if (!changed.of.is_request) {
        if (const auto priority = payload.optional_parsed("priority", parse_priority, "a priority")) {
          changed.of.priority = priority;
        }
      }
      if (payload.is_null("waitingOn")) return resume(changed);
      payload.object("waitingOn", [&](ObjectReader& waiting) {
        resume(changed);
        if (pauses(changed, waiting.string_or("who", ""))) changed.of.paused.push_back({at(), never});
      });
    });
  }

  // `pauseIn` names states: `waiting-on-client` while the case waits for someone of the client's or for who asked,
  // `waiting-on-third-party` while it waits for anyone else, `waiting` for both.
  bool pauses(const Draft& draft, std::string_view who) const {
    const std::string_view state = is_client(draft, to_lower(who)) ? "waiting-on-client" : "waiting-on-third-party";
    return std::any_of(policy_.pause_in.begin(), policy_.pause_in.end(),
                       [&](const std::string& named) { return named == state || named == "waiting"; });
  }

  bool is_client(const Draft& draft, const std::string& who) const {
    if (who == "client" || who == "requester" || (!who.empty() && who == draft.requester)) return true;
    const policy::Client* client = policy_.client(draft.of.client);
    if (!client) return who == to_lower(draft.of.client);
    const auto is_contact = [&](const policy::Contact& c) { return who == to_lower(c.id) || who == to_lower(c.name); };
    return who == to_lower(client->id) || who == to_lower(client->name) ||
           std::any_of(client->contacts.begin(), client->contacts.end(), is_contact);
  }

  void on_satisfaction() {
    Answer answer{at(), 0};
    if (!payload_ || !reads([&](ObjectReader& payload) { answer.score = payload.integer("score", {1, 5}); })) return;
    draft().of.satisfaction = answer;
  }

  void on_booked() { history_.event_changes.push_back({EventChange::Kind::booked, head_->client, at()}); }
  void on_moved() { history_.event_changes.push_back({EventChange::Kind::moved, head_->client, at()}); }
  void on_cancelled() { history_.event_changes.push_back({EventChange::Kind::cancelled, head_->client, at()}); }

  void on_worked() {
    Work work{head_->ref, at(), 0};
    const auto read = [&](ObjectReader& payload) {
      work.minutes = payload.integer("minutes", {-1'000'000, 1'000'000});
    };
    if (payload_ && reads(read)) history_.work.push_back(work);
  }

  Handover& handover() { return history_.handovers.try_emplace(head_->ref, Handover{at(), {}, 0, 0}).first->second; }
  void on_issued() { handover().issued = at(); }
  void on_queried() { ++handover().queries; }
  void on_refused() { ++handover().refusals; }
  void on_accepted() {
    Handover& accepted = handover();
    if (!accepted.accepted) accepted.accepted = at();
  }

  // Entries come in the order of writing; a turn may have been written down late.
  Case finished(Case done) const {
    std::stable_sort(done.turns.begin(), done.turns.end(), [](const Turn& a, const Turn& b) { return a.at < b.at; });
    std::vector<Turn> real;
    bool open = true;
    for (const Turn& turn : done.turns) {
      const bool opens = turn.kind == Turn::Kind::reopened;
      if (opens == open) continue;
      open = opens;
      real.push_back(turn);
    }
    done.turns = std::move(real);
    for (time::Interval& pause : done.paused) pause.to = std::min(pause.to, end_);
    done.paused = time::normalized(std::move(done.paused));
    return done;
  }

  const policy::Policy& policy_;
  time::Instant end_;
  History history_;
  std::map<std::string, Draft> drafts_;
  const journal::Head* head_ = nullptr;
  const Json* payload_ = nullptr;
};

}  // namespace

History read_history(std::span<const journal::Entry> entries, const policy::Policy& policy, time::Instant end) {
  return Historian(policy, end).read(entries);
}

}  // namespace relais::report
