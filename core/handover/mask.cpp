#include "core/handover/mask.hpp"

#include <algorithm>
#include <array>

namespace relais::handover {
namespace {

constexpr std::array<std::string_view, 4> names{"public", "internal", "confidential", "secret"};

// Someone whom the policy does not know is trusted with what they own.
bool may_read(std::string_view person, Clearance level, const policy::Policy& policy) {
  const policy::Assistant* assistant = policy.assistant(person);
  return !assistant || assistant->clearance >= level;
}

}  // namespace

Clearance clearance_of(std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? Clearance::internal : static_cast<Clearance>(found - names.begin());
}

std::string_view name_of(Clearance clearance) { return names[static_cast<std::size_t>(clearance)]; }

std::map<std::string, Clearance> levels(const journal::State& state) {
  std::map<std::string, Clearance> out;
  for (const journal::Task& task : state.tasks) out[task.id] = clearance_of(task.confidentiality);
  for (const journal::Task& task : state.tasks) {
    const auto request = out.find(task.request);
    if (request != out.end()) request->second = std::max(request->second, out[task.id]);
  }
  for (const journal::Task& task : state.tasks) {
    const auto request = out.find(task.request);
    if (request != out.end()) out[task.id] = std::max(request->second, out[task.id]);
  }
  return out;
}

std::string whom_to_ask(const journal::Task* task, Clearance level, const policy::Policy& policy,
                        std::string_view reader) {
  for (const std::string& person : {task ? task->owner : "", task ? task->opened_by : ""}) {
    if (!person.empty() && person != reader && may_read(person, level, policy)) return person;
  }
  const auto found = std::find_if(policy.assistants.begin(), policy.assistants.end(),
                                  [&](const policy::Assistant& assistant) { return assistant.clearance >= level; });
  return found == policy.assistants.end() ? "" : found->id;
}

}  // namespace relais::handover
