#include "core/handover/work.hpp"

#include <algorithm>
#include <array>

namespace relais::handover {
namespace {

std::size_t rank(std::string_view priority) {
  constexpr std::array<std::string_view, 4> names{"critical", "high", "normal", "low"};
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), priority) - names.begin());
}

template <class Value>
void fill(Value& mine, const Value& theirs) {
  if (mine == Value{}) mine = theirs;
}

template <class Value>
void fill(std::optional<Value>& mine, const std::optional<Value>& theirs) {
  if (!mine) mine = theirs;
}

void add_history(journal::Task& task, const journal::Task& request) {
  task.contacts.insert(task.contacts.end(), request.contacts.begin(), request.contacts.end());
  std::sort(task.contacts.begin(), task.contacts.end(),
            [](const journal::Contact& a, const journal::Contact& b) { return a.seq < b.seq; });
  task.sources.insert(task.sources.end(), request.sources.begin(), request.sources.end());
  std::sort(task.sources.begin(), task.sources.end());
  task.sources.erase(std::unique(task.sources.begin(), task.sources.end()), task.sources.end());
}

// Whoever opened a task for a request does not think that it is to be filtered: its action is left out.
Work joined(const journal::Task& own, const journal::Task& request) {
  Work work{own, request.id, own.due && own.due != request.due ? request.due : std::nullopt};
  journal::Task& task = work.task;
  if (rank(request.priority) < rank(task.priority)) task.priority = request.priority;
  for (std::string journal::Task::*text :
       {&journal::Task::client, &journal::Task::title, &journal::Task::owner, &journal::Task::next,
        &journal::Task::category, &journal::Task::channel, &journal::Task::route}) {
    fill(task.*text, request.*text);
  }
  fill(task.due, request.due);
  fill(task.first_response_due, request.first_response_due);
  fill(task.resolution_due, request.resolution_due);
  fill(task.if_then, request.if_then);
  fill(task.waiting_on, request.waiting_on);
  fill(task.follow_up, request.follow_up);
  fill(task.answered, request.answered);
  task.is_request = true;
  task.from = request.from;
  task.erased = task.erased || request.erased;
  add_history(task, request);
  return work;
}

}  // namespace

OpenWork::OpenWork(const journal::State& state) {
  std::map<std::string_view, const journal::Task*> requests;
  for (const journal::Task& task : state.tasks) {
    if (task.open && task.is_request) requests[task.id] = &task;
  }
  std::map<std::string_view, const journal::Task*> served;
  for (const journal::Task& task : state.tasks) {
    const auto request = task.open && !task.is_request ? requests.find(task.request) : requests.end();
    if (request == requests.end() || !homes_.emplace(request->first, task.id).second) continue;
    served[task.id] = request->second;
  }
  for (const journal::Task& task : state.tasks) {
    if (!task.open || homes_.contains(task.id)) continue;
    const auto request = served.find(task.id);
    places_[task.id] = pieces_.size();
    pieces_.push_back(request == served.end() ? Work{task, "", {}} : joined(task, *request->second));
  }
}

const Work* OpenWork::find(std::string_view id) const {
  const auto found = places_.find(id);
  return found == places_.end() ? nullptr : &pieces_[found->second];
}

std::string_view OpenWork::home_of(std::string_view id) const {
  const auto found = homes_.find(id);
  return found == homes_.end() ? id : std::string_view(found->second);
}

}  // namespace relais::handover
