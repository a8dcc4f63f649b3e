#include "core/journal/fold.hpp"

#include "core/journal/fold_facts.hpp"
#include "core/journal/fold_handovers.hpp"
#include "core/journal/fold_promises.hpp"
#include "core/journal/fold_tasks.hpp"

namespace relais::journal {

class Fold::Folder {
 public:
  void take(const Effective& effective) {
    if (const Handler handle = handler(effective.entry->head.type)) handle(*this, Step{state, effective});
  }

  void count(const Entry& entry) {
    state.as_of = std::max(state.as_of, entry.head.at);
    is_twice = entry.head.seq == state.size || (is_twice && entry.head.seq < state.size);
    state.size = std::max(state.size, entry.head.seq);
  }

  State state;
  bool is_twice = false;  // Whether the greatest seq stands more than once: which one counts, the next entry says.

 private:
  using Handler = void (*)(Folder&, const Step&);
  static Handler handler(std::string_view type);

  // What was tried for a promise alone is about no task.
  void attempt(const Step& step) {
    if (tasks_.knows(step) || !promises_.has_open(step.head().ref)) tasks_.contact(step);
    promises_.attempt(step);
  }

  template <void (TaskFold::*change)(const Step&)>
  static void task(Folder& folder, const Step& step) {
    (folder.tasks_.*change)(step);
  }
  template <void (PromiseFold::*change)(const Step&)>
  static void promise(Folder& folder, const Step& step) {
    (folder.promises_.*change)(step);
  }
  template <EventChange::Kind kind>
  static void event(Folder& folder, const Step& step) {
    folder.facts_.change_event(kind, step);
  }
  template <Handover::Status status>
  static void handover(Folder& folder, const Step& step) {
    folder.handovers_.change(status, step);
  }

  TaskFold tasks_;
  PromiseFold promises_;
  FactFold facts_;
  HandoverFold handovers_;
};

Fold::Folder::Handler Fold::Folder::handler(std::string_view type) {
  using Kind = EventChange::Kind;
  using Status = Handover::Status;
  static const std::map<std::string_view, Handler> handlers{
      {"request.received", task<&TaskFold::receive>},
      {"request.triaged", task<&TaskFold::triage>},
      {"request.corrected", task<&TaskFold::correct>},
      {"request.answered", task<&TaskFold::answer>},
      {"request.closed", task<&TaskFold::close>},
      {"request.reopened", task<&TaskFold::reopen>},
      {"task.opened", task<&TaskFold::open>},
      {"task.changed", task<&TaskFold::change>},
      {"task.closed", task<&TaskFold::close>},
      {"task.reopened", task<&TaskFold::reopen>},
      {"followup.due", task<&TaskFold::follow_up>},
      {"message.sent", task<&TaskFold::contact>},
      {"satisfaction.answered", task<&TaskFold::rate>},
      {"contact.attempted", [](Folder& folder, const Step& step) { folder.attempt(step); }},
      {"callback.promised", promise<&PromiseFold::promise>},
      {"callback.done", promise<&PromiseFold::keep>},
      {"event.moved", event<Kind::moved>},
      {"event.booked", event<Kind::booked>},
      {"event.cancelled", event<Kind::cancelled>},
      {"instruction.given", [](Folder& folder, const Step& step) { folder.facts_.instruct(step); }},
      {"absence", [](Folder&, const Step& step) { add_absence(step); }},
      {"time.worked", [](Folder&, const Step& step) { add_work(step); }},
      {"handover.issued", handover<Status::issued>},
      {"handover.queried", handover<Status::queried>},
      {"handover.accepted", handover<Status::accepted>},
      {"handover.refused", handover<Status::refused>},
      {"handover.lapsed", handover<Status::lapsed>},
      {"handover.claimed", handover<Status::claimed>},
  };
  const auto found = handlers.find(type);
  return found == handlers.end() ? nullptr : found->second;
}

Fold::Fold(std::span<const Entry> entries, const Until& until) : folder_(std::make_unique<Folder>()) {
  for (const Effective& effective : journal::effective(entries, until)) folder_->take(effective);
  for (const Entry& entry : entries) {
    if (entry.head.at <= until.at && entry.head.seq <= until.seq) folder_->count(entry);
  }
}

Fold::Fold(Fold&&) noexcept = default;
Fold& Fold::operator=(Fold&&) noexcept = default;
Fold::~Fold() = default;

bool Fold::add(std::span<const Entry> entries) {
  std::int64_t last = folder_->state.size;
  if (folder_->is_twice) return false;
  for (const Entry& entry : entries) {
    const std::string& type = entry.head.type;
    if (type == "entry.amended" || type == "entry.reverted" || entry.head.seq <= last) return false;
    last = entry.head.seq;
  }
  for (const Entry& entry : entries) {
    folder_->take({&entry, entry.payload ? &*entry.payload : nullptr, nullptr});
    folder_->count(entry);
  }
  return true;
}

const State& Fold::state() const { return folder_->state; }

State Fold::release() && { return std::move(folder_->state); }

State fold(std::span<const Entry> entries, const Until& until) { return Fold(entries, until).release(); }

}  // namespace relais::journal
