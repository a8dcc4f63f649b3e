#include "core/journal/fold_tasks.hpp"

#include "core/journal/payload_json.hpp"

namespace relais::journal {
namespace {

template <class Read>
Task* change_task(const Step& step, Task* task, Read read) {
  if (!task) {
    step.odd(Oddity::Kind::reference);
    return nullptr;
  }
  // The long members stay out of the copy, so that a task with many entries costs no more for each.
  Sources sources = std::move(task->sources);
  std::vector<Contact> contacts = std::move(task->contacts);
  auto after = step.changed(*task, read);
  const bool is_changed = after.has_value();
  if (after) *task = *std::move(after);
  task->sources = std::move(sources);
  task->contacts = std::move(contacts);
  if (!is_changed) return nullptr;
  step.add_sources(task->sources);
  task->changed = step.head().at;
  task->erased = task->erased || !step.payload();
  if (task->waiting_on && task->waiting_on->noted == time::Instant{}) task->waiting_on->noted = step.head().at;
  return task;
}

void read_nothing(ObjectReader&, Task&) {}

}  // namespace

// A thing that is opened again under an id that is taken goes on as the same thing.
template <class Read>
void TaskFold::open_as(bool is_request, const Step& step, Read read) {
  const Head& head = step.head();
  Task* known = places_.find(step.state.tasks, head.ref);
  Task blank;
  blank.id = head.ref;
  blank.client = head.client;
  blank.is_request = is_request;
  blank.opened = head.at;
  blank.opened_by = head.by;
  Task* opened = change_task(step, known ? known : &blank, read);
  if (!opened && known) return;
  // Whatever its words are worth, something was asked: it stays open until someone closes it.
  if (!opened) {
    step.add_sources(blank.sources);
    opened = &blank;
  }
  opened->open = true;
  opened->closed.reset();
  if (!known) places_.find_or_add(step.state.tasks, head.ref) = std::move(*opened);
}

void TaskFold::receive(const Step& step) { open_as(true, step, read_received); }
void TaskFold::open(const Step& step) { open_as(false, step, read_task); }

void TaskFold::change(const Step& step) {
  change_task(step, places_.find(step.state.tasks, step.head().ref), read_task);
}

void TaskFold::triage(const Step& step) {
  change_task(step, places_.find(step.state.tasks, step.head().ref), read_triaged);
}

void TaskFold::correct(const Step& step) {
  change_task(step, places_.find(step.state.tasks, step.head().ref), read_corrected);
}

void TaskFold::answer(const Step& step) {
  Task* task = change_task(step, places_.find(step.state.tasks, step.head().ref), read_nothing);
  if (task && !task->answered) task->answered = step.head().occurred_at;
}

void TaskFold::close(const Step& step) {
  Task* task = change_task(
      step, places_.find(step.state.tasks, step.head().ref),
      [](ObjectReader& payload, Task& closing) { closing.closing_reason = payload.string_or("reason", ""); });
  if (!task) return;
  task->open = false;
  task->closed = step.head().occurred_at;
}

void TaskFold::reopen(const Step& step) {
  Task* task = change_task(step, places_.find(step.state.tasks, step.head().ref), read_nothing);
  if (!task) return;
  if (!task->open) ++task->reopenings;
  task->open = true;
  task->closed.reset();
}

void TaskFold::contact(const Step& step) {
  Contact contact{step.head().seq, step.head().occurred_at, "", "", ""};
  Task* task =
      change_task(step, places_.find(step.state.tasks, step.head().ref), [&](ObjectReader& payload, Task& tried) {
        read_contact(payload, contact);
        tried.follow_up.reset();
      });
  if (task) task->contacts.push_back(std::move(contact));
}

void TaskFold::follow_up(const Step& step) {
  change_task(step, places_.find(step.state.tasks, step.head().ref), read_follow_up);
}

// An answer without a score is told, and is a source all the same.
void TaskFold::rate(const Step& step) {
  const Task* rated =
      change_task(step, places_.find(step.state.tasks, step.head().ref), [](ObjectReader& payload, Task& request) {
        if (payload.has("score")) request.satisfaction = payload.integer("score", {1, 5});
      });
  if (rated && step.payload() && !step.payload()->contains("score")) step.odd(Oddity::Kind::payload);
}

}  // namespace relais::journal
