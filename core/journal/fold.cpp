#include "core/journal/fold.hpp"

#include "core/journal/payload_json.hpp"

#include <algorithm>

namespace relais::journal {
namespace {

template <class Thing>
Thing* find(std::map<std::string, std::size_t>& places, std::vector<Thing>& things, const std::string& id) {
  const auto found = places.find(id);
  return found == places.end() ? nullptr : &things[found->second];
}

template <class Thing>
Thing& find_or_add(std::map<std::string, std::size_t>& places, std::vector<Thing>& things, const std::string& id) {
  const auto [place, added] = places.try_emplace(id, things.size());
  if (added) things.emplace_back();
  return things[place->second];
}

class Folder {
 public:
  State fold(std::span<const Entry> entries, const Until& until) {
    for (const Effective& effective : journal::effective(entries, until)) take(effective);
    for (const Entry& entry : entries) count(entry, until);
    return std::move(state_);
  }

 private:
  using Handler = void (Folder::*)(const Effective&);

  // Takes away the member that the path leads into; false if there is none. Whoever wrote how secret a thing is meant
  // it to be: if that cannot be read, the thing is secret.
  static bool set_aside(Json& payload, std::string_view path) {
    if (path.empty()) return false;
    const std::string_view member = path.substr(1, path.find('/', 1) - 1);
    const auto found = payload.find(member);
    if (found == payload.end()) return false;
    if (member != "confidentiality") {
      payload.erase(found);
    } else {
      *found = "secret";
    }
    return true;
  }

  static Handler handler(std::string_view type);

  void take(const Effective& effective) {
    current_ = &effective;
    if (const Handler handle = handler(effective.entry->head.type)) (this->*handle)(effective);
  }

  void count(const Entry& entry, const Until& until) {
    if (entry.head.at > until.at || entry.head.seq > until.seq) return;
    state_.as_of = std::max(state_.as_of, entry.head.at);
    state_.size = std::max(state_.size, entry.head.seq);
  }

  const Head& head() const { return current_->entry->head; }
  void odd(Oddity::Kind kind) { state_.oddities.push_back({head().seq, kind}); }

  void add_sources(Sources& sources) const {
    sources.push_back(head().seq);
    if (!current_->amendment) return;
    const std::int64_t amendment = current_->amendment->head.seq;
    sources.insert(std::upper_bound(sources.begin(), sources.end(), amendment), amendment);
  }

  // A thing as `read` changes it by the payload. A member that cannot be read is told and set aside, and the others are
  // taken in: a slip in one loses no task. An erased payload leaves `thing` as it is.
  template <class Thing, class Read>
  std::optional<Thing> changed(const Thing& thing, Read read) {
    if (!current_->payload) return thing;
    std::optional<Json> mended;
    while (true) {
      Thing tried = thing;
      Reading reading;
      ObjectReader payload(mended ? *mended : *current_->payload, "", reading);
      read(payload, tried);
      if (!reading.failed()) return tried;
      if (!mended) odd(Oddity::Kind::payload);
      if (!mended) mended = *current_->payload;
      if (!set_aside(*mended, reading.error().path)) return std::nullopt;
    }
  }

  template <class Thing>
  void keep(Thing& place, Thing after) {
    add_sources(after.sources);
    place = std::move(after);
  }

  template <class Read>
  Task* change_task(Task* task, Read read) {
    if (!task) {
      odd(Oddity::Kind::reference);
      return nullptr;
    }
    // The long members stay out of the copy, so that a task with many entries costs no more for each.
    Sources sources = std::move(task->sources);
    std::vector<Contact> contacts = std::move(task->contacts);
    auto after = changed(*task, read);
    const bool is_changed = after.has_value();
    if (after) *task = *std::move(after);
    task->sources = std::move(sources);
    task->contacts = std::move(contacts);
    if (!is_changed) return nullptr;
    add_sources(task->sources);
    task->changed = head().at;
    task->erased = task->erased || !current_->payload;
    if (task->waiting_on && task->waiting_on->noted == time::Instant{}) task->waiting_on->noted = head().at;
    return task;
  }

  template <class Read>
  Task* change_known_task(Read read) {
    return change_task(find(task_places_, state_.tasks, head().ref), read);
  }

  // A thing that is opened again under an id that is taken goes on as the same thing.
  template <class Read>
  void open(bool is_request, Read read) {
    Task* known = find(task_places_, state_.tasks, head().ref);
    Task blank;
    blank.id = head().ref;
    blank.client = head().client;
    blank.is_request = is_request;
    blank.opened = head().at;
    blank.opened_by = head().by;
    Task* opened = change_task(known ? known : &blank, read);
    if (!opened) return;
    opened->open = true;
    opened->closed.reset();
    if (!known) find_or_add(task_places_, state_.tasks, head().ref) = std::move(*opened);
  }

  void on_request_received(const Effective&) { open(true, read_received); }
  void on_task_opened(const Effective&) { open(false, read_task); }
  void on_task_changed(const Effective&) { change_known_task(read_task); }
  void on_request_triaged(const Effective&) { change_known_task(read_triaged); }
  void on_request_corrected(const Effective&) { change_known_task(read_corrected); }

  void on_request_answered(const Effective&) {
    Task* task = change_known_task([](ObjectReader&, Task&) {});
    if (task && !task->answered) task->answered = head().occurred_at;
  }

  void on_closed(const Effective&) {
    Task* task = change_known_task(
        [](ObjectReader& payload, Task& closing) { closing.closing_reason = payload.string_or("reason", ""); });
    if (!task) return;
    task->open = false;
    task->closed = head().occurred_at;
  }

  void on_reopened(const Effective&) {
    Task* task = change_known_task([](ObjectReader&, Task&) {});
    if (!task) return;
    if (!task->open) ++task->reopenings;
    task->open = true;
    task->closed.reset();
  }

  void on_contact(const Effective&) {
    Contact contact{head().seq, head().occurred_at, "", "", ""};
    Task* task = change_known_task([&](ObjectReader& payload, Task& tried) {
      read_contact(payload, contact);
      tried.follow_up.reset();
    });
    if (task) task->contacts.push_back(std::move(contact));
  }

  // What was tried and kept no promise: `callback.done` would have said so. An attempt that names nobody, or somebody
  // to whom nothing was promised, counts for every promise of its ref.
  void on_attempt(const Effective& effective) {
    const auto open = open_callbacks_.find(head().ref);
    const bool promised = open != open_callbacks_.end() && !open->second.empty();
    if (find(task_places_, state_.tasks, head().ref) || !promised) on_contact(effective);
    Callback attempt;
    if (!promised || !changed(attempt, [&](ObjectReader& payload, Callback&) { read_attempt(payload, attempt); }))
      return;
    const auto is_to = [&](std::size_t place) { return state_.callbacks[place].to == attempt.to; };
    const bool named = std::any_of(open->second.begin(), open->second.end(), is_to);
    for (const std::size_t place : open->second) {
      if (named && !is_to(place)) continue;
      Callback& callback = state_.callbacks[place];
      ++callback.attempts;
      callback.last_attempt = head().occurred_at;
      callback.next = attempt.next;
      add_sources(callback.sources);
    }
  }

  void on_follow_up(const Effective&) { change_known_task(read_follow_up); }

  void on_satisfaction(const Effective&) {
    change_known_task([](ObjectReader& payload, Task& request) {
      request.satisfaction = payload.integer("score", {1, 5});
    });
  }

  void on_callback_promised(const Effective&) {
    Callback blank;
    blank.ref = head().ref;
    blank.client = head().client;
    blank.promised_by = head().by;
    auto callback = changed(blank, read_callback);
    if (!callback) return;
    open_callbacks_[head().ref].push_back(state_.callbacks.size());
    keep(state_.callbacks.emplace_back(), *std::move(callback));
  }

  // Keeps every open promise of its ref; with `to`, those to that person alone.
  void on_callback_done(const Effective&) {
    state_.calls_made[head().ref] = head().seq;
    Callback done;
    if (!changed(done, [&](ObjectReader& payload, Callback&) { read_callback(payload, done); })) return;
    std::vector<std::size_t>& open = open_callbacks_[head().ref];
    std::vector<std::size_t> left;
    for (const std::size_t place : open) {
      Callback& callback = state_.callbacks[place];
      if (!done.to.empty() && callback.to != done.to) {
        left.push_back(place);
        continue;
      }
      callback.done = true;
      add_sources(callback.sources);
    }
    open = std::move(left);
  }

  void change_event(EventChange::Kind kind) {
    std::string recurrence;
    if (current_->payload && current_->payload->contains("recurrenceId")) {
      const auto* text = (*current_->payload)["recurrenceId"].get_ptr<const std::string*>();
      if (text) recurrence = *text;
    }
    const std::string key = head().ref + "\n" + recurrence;
    EventChange* known = find(event_places_, state_.events, key);
    EventChange event = known ? *known : EventChange{};
    event.uid = head().ref;
    event.recurrence_id = recurrence;
    event.client = head().client;
    event.kind = kind;
    if (auto after = changed(event, read_event)) {
      keep(find_or_add(event_places_, state_.events, key), *std::move(after));
    }
  }
  void on_event_moved(const Effective&) { change_event(EventChange::Kind::moved); }
  void on_event_booked(const Effective&) { change_event(EventChange::Kind::booked); }
  void on_event_cancelled(const Effective&) { change_event(EventChange::Kind::cancelled); }

  void on_instruction(const Effective&) {
    Instruction blank;
    blank.id = head().ref;
    blank.client = head().client;
    blank.given = head().at;
    blank.erased = !current_->payload;
    auto instruction = changed(blank, read_instruction);
    if (instruction) keep(find_or_add(instruction_places_, state_.instructions, head().ref), *std::move(instruction));
  }

  void on_absence(const Effective&) {
    Absence blank;
    blank.person = head().ref;
    if (auto absence = changed(blank, read_absence)) keep(state_.absences.emplace_back(), *std::move(absence));
  }

  void on_worked(const Effective& effective) {
    if (!effective.payload) return;
    Reading reading;
    ObjectReader payload(*effective.payload, "", reading);
    const std::int64_t minutes = payload.integer("minutes", {-1'000'000, 1'000'000});
    if (reading.failed()) return odd(Oddity::Kind::payload);
    const auto day = time::day_of(time::LocalTime{head().occurred_at.seconds});
    Worked& worked = state_.worked[head().ref];
    worked.days[day.days] += minutes;
    add_sources(worked.sources);
  }

  static bool is_over(Handover::Status status) {
    return status != Handover::Status::issued && status != Handover::Status::queried;
  }

  // A handover that is over stays as it ended, and one that was issued is never issued anew; a desk may be claimed
  // whatever became of a handover that was not accepted.
  bool may_become(const Handover* known, Handover::Status status) const {
    if (!known) return true;
    if (status == Handover::Status::issued) return false;
    if (status != Handover::Status::claimed) return !is_over(known->status);
    return known->status != Handover::Status::accepted && known->status != Handover::Status::claimed;
  }

  void change_handover(Handover::Status status) {
    Handover* known = find(handover_places_, state_.handovers, head().ref);
    if (!may_become(known, status)) return odd(Oddity::Kind::order);
    Handover handover = known ? *known : Handover{};
    handover.id = head().ref;
    handover.status = status;
    handover.at = head().at;
    if (status == Handover::Status::issued) handover.issued_by = head().by;
    const bool takes = status == Handover::Status::accepted || status == Handover::Status::claimed;
    auto after = changed(handover, read_handover);
    if (!after) return;
    // One holder at a time: who claims the desk must have seen who has it.
    if (status == Handover::Status::claimed && after->size < claimed_at_) return odd(Oddity::Kind::order);
    if (takes && after->reader.empty()) after->reader = head().by;
    take_desk(*after);
    keep(find_or_add(handover_places_, state_.handovers, head().ref), *std::move(after));
  }

  void take_desk(Handover& handover) {
    switch (handover.status) {
      case Handover::Status::issued:
        handover.owner = handover.issued_by;
        if (state_.holder.empty()) state_.holder = handover.owner;
        return;
      case Handover::Status::accepted:
        handover.owner = handover.reader;
        break;
      case Handover::Status::claimed:
        handover.owner = head().by;
        claimed_at_ = head().seq;
        break;
      case Handover::Status::lapsed:
        handover.owner = lead().value_or(handover.issued_by);
        break;
      default:
        handover.owner = handover.issued_by;
        return;
    }
    if (!handover.owner.empty()) state_.holder = handover.owner;
  }

  // Who leads the queue, and so has the tasks of a handover that nobody took.
  std::optional<std::string> lead() const {
    if (!current_->payload) return std::nullopt;
    const auto found = current_->payload->find("lead");
    const auto* text = found == current_->payload->end() ? nullptr : found->get_ptr<const std::string*>();
    return text ? std::optional(*text) : std::nullopt;
  }
  void on_handover_issued(const Effective&) { change_handover(Handover::Status::issued); }
  void on_handover_queried(const Effective&) { change_handover(Handover::Status::queried); }
  void on_handover_accepted(const Effective&) { change_handover(Handover::Status::accepted); }
  void on_handover_refused(const Effective&) { change_handover(Handover::Status::refused); }
  void on_handover_lapsed(const Effective&) { change_handover(Handover::Status::lapsed); }
  void on_handover_claimed(const Effective&) { change_handover(Handover::Status::claimed); }

  State state_;
  const Effective* current_ = nullptr;
  std::map<std::string, std::size_t> task_places_, event_places_, instruction_places_, handover_places_;
  std::map<std::string, std::vector<std::size_t>> open_callbacks_;
  std::int64_t claimed_at_ = 0;  // The seq of the last claim.
};

Folder::Handler Folder::handler(std::string_view type) {
  static const std::map<std::string_view, Handler> handlers{
      {"request.received", &Folder::on_request_received},
      {"request.triaged", &Folder::on_request_triaged},
      {"request.corrected", &Folder::on_request_corrected},
      {"request.answered", &Folder::on_request_answered},
      {"request.closed", &Folder::on_closed},
      {"request.reopened", &Folder::on_reopened},
      {"task.opened", &Folder::on_task_opened},
      {"task.changed", &Folder::on_task_changed},
      {"task.closed", &Folder::on_closed},
      {"task.reopened", &Folder::on_reopened},
      {"callback.promised", &Folder::on_callback_promised},
      {"callback.done", &Folder::on_callback_done},
      {"contact.attempted", &Folder::on_attempt},
      {"followup.due", &Folder::on_follow_up},
      {"message.sent", &Folder::on_contact},
      {"event.moved", &Folder::on_event_moved},
      {"event.booked", &Folder::on_event_booked},
      {"event.cancelled", &Folder::on_event_cancelled},
      {"instruction.given", &Folder::on_instruction},
      {"absence", &Folder::on_absence},
      {"time.worked", &Folder::on_worked},
      {"satisfaction.answered", &Folder::on_satisfaction},
      {"handover.issued", &Folder::on_handover_issued},
      {"handover.queried", &Folder::on_handover_queried},
      {"handover.accepted", &Folder::on_handover_accepted},
      {"handover.refused", &Folder::on_handover_refused},
      {"handover.lapsed", &Folder::on_handover_lapsed},
      {"handover.claimed", &Folder::on_handover_claimed},
  };
  const auto found = handlers.find(type);
  return found == handlers.end() ? nullptr : found->second;
}

}  // namespace

State fold(std::span<const Entry> entries, const Until& until) { return Folder().fold(entries, until); }

}  // namespace relais::journal
