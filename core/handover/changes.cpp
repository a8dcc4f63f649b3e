#include "core/handover/changes.hpp"

#include "core/handover/severity.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace relais::handover {
namespace {

std::string severity_name(Severity severity) {
  constexpr const char* names[] = {"red", "amber", "green"};
  return names[static_cast<std::size_t>(severity)];
}

class Differ {
 public:
  Differ(const View& before, const View& after) : before_(before), after_(after) {
    for (const journal::Task& task : before.state.tasks) known_[task.id] = &task;
    for (const journal::Callback& promise : before.state.callbacks) {
      if (before.is_open(promise)) promised_.insert(promise.sources.front());
    }
  }

  std::vector<Change> changes() {
    for (const journal::Task& task : after_.state.tasks) compare(task);
    for (const journal::Callback& promise : after_.state.callbacks) compare(promise);
    for (const journal::Instruction& instruction : after_.state.instructions) compare(instruction);
    return std::move(out_);
  }

 private:
  void add(const journal::Task& task, std::string code, Arguments args = {}) {
    out_.push_back({{"handover.changed-" + std::move(code), std::move(args)},
                    task.id,
                    task.client,
                    after_.masked(task.id) ? "" : task.title,
                    sources_of(task)});
  }

  // Where nobody wrote anything new, time alone has changed it.
  Sources sources_of(const journal::Task& task) const {
    Sources sources = new_sources(task.sources);
    return sources.empty() ? task.sources : sources;
  }

  // The entries that are newer than the view before.
  Sources new_sources(const Sources& sources) const {
    Sources out;
    for (const std::int64_t seq : sources) {
      if (seq > before_.state.size) out.push_back(seq);
    }
    return out;
  }

  void compare(const journal::Task& task) {
    const auto found = known_.find(task.id);
    const bool was_open = found != known_.end() && found->second->open;
    if (!was_open && !task.open) {
      if (found == known_.end()) add(task, "new-and-closed");
    } else if (!task.open) {
      add(task, "closed");
    } else {
      compare_open(found == known_.end() ? nullptr : found->second, task);
    }
  }

  // A request that a task carries has no home of its own.
  void compare_open(const journal::Task* old, const journal::Task& task) {
    const Work* before = before_.work.find(task.id);
    const Work* after = after_.work.find(task.id);
    const bool was_carried = old && old->open && !before;
    if (!after) {
      if (!was_carried) return add(task, old ? "carried" : "new-carried", {{"task", std::string(home_of(task))}});
      if (after_.work.find(home_of(task))->task.due != task.due) compare_due(*old, task);
    } else if (before) {
      compare_work(before->task, after->task);
      compare_severity(*before, *after);
    } else {
      add(task, !old ? "new" : was_carried ? "carried-no-more" : "reopened");
    }
  }

  std::string_view home_of(const journal::Task& task) const { return after_.work.home_of(task.id); }

  void compare_work(const journal::Task& old, const journal::Task& task) {
    if (old.owner != task.owner) add(task, change_code("owner", old.owner, task.owner), from_to(old.owner, task.owner));
    compare_due(old, task);
  }

  void compare_due(const journal::Task& old, const journal::Task& task) {
    const std::string old_due = old.due ? after_.local(*old.due, old.client) : "";
    const std::string due = task.due ? after_.local(*task.due, task.client) : "";
    if (old_due != due) add(task, change_code("due", old_due, due), from_to(old_due, due));
  }

  void compare_severity(const Work& old, const Work& work) {
    const Severity old_severity = assess(old, before_).severity, severity = assess(work, after_).severity;
    if (old_severity != severity) {
      add(work.task, "severity", from_to(severity_name(old_severity), severity_name(severity)));
    }
  }

  static std::string change_code(const std::string& what, const std::string& from, const std::string& to) {
    return what + (from.empty() ? "-set" : to.empty() ? "-removed" : "");
  }

  static Arguments from_to(const std::string& from, const std::string& to) {
    Arguments args;
    if (!from.empty()) args.push_back({"from", from});
    if (!to.empty()) args.push_back({"to", to});
    return args;
  }

  void compare(const journal::Callback& promise) {
    const std::int64_t first = promise.sources.front();
    const bool was_open = promised_.contains(first), is_open = after_.is_open(promise);
    if (was_open == is_open) return;
    const bool masked = after_.level_of(promise) > after_.clearance;
    const Sources sources = masked ? Sources{first} : new_sources(promise.sources);
    Change change{{"handover.changed-promise", {}}, promise.ref, promise.client, masked ? "" : promise.to, sources};
    if (was_open) change.reason.code = "handover.changed-promise-kept";
    if (!was_open && promise.by && !masked) {
      change.reason = {"handover.changed-promise-by", {{"at", after_.local(*promise.by, promise.client)}}};
    }
    out_.push_back(std::move(change));
  }

  void compare(const journal::Instruction& instruction) {
    const Sources sources = new_sources(instruction.sources);
    if (sources.empty() || clearance_of(instruction.confidentiality) > after_.clearance) return;
    out_.push_back({{"handover.changed-instruction", {}}, instruction.id, instruction.client, "", sources});
  }

  const View& before_;
  const View& after_;
  std::map<std::string, const journal::Task*> known_;
  std::set<std::int64_t> promised_;  // Promises that were open before, by their first entry.
  std::vector<Change> out_;
};

}  // namespace

std::vector<Change> changes_between(const View& before, const View& after) { return Differ(before, after).changes(); }

}  // namespace relais::handover
