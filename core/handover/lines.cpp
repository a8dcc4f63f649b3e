#include "core/handover/lines.hpp"

#include "core/handover/follow_ups.hpp"

#include <algorithm>

namespace relais::handover {
namespace {

Waiting waiting_of(const journal::Task& task, const View& view) {
  const journal::WaitingOn& waiting = *task.waiting_on;
  const time::Instant since = waiting_since(task, view);
  Waiting out{waiting.who, waiting.what, "", "", waiting_seconds(task, view) / 60, 0, 0};
  out.since = waiting.since ? view.local(*waiting.since, task.client) : view.local(waiting.noted);
  if (waiting.chase) out.chase = view.local(*waiting.chase, task.client);
  out.chases = std::count_if(task.contacts.begin(), task.contacts.end(),
                             [&](const journal::Contact& contact) { return contact.at > since; });
  const auto& rules = view.policy.follow_ups;
  const auto rule = std::find_if(rules.begin(), rules.end(),
                                 [&](const policy::FollowUp& one) { return applies(one, task.client, &task); });
  if (rule != rules.end()) out.times = rule->times;
  return out;
}

std::string requester(const journal::Requester& from) {
  for (const std::string& text : {from.name, from.company, from.phone, from.email}) {
    if (!text.empty()) return text;
  }
  return "";
}

void put_words(Line& line, const journal::Task& task, const View& view) {
  line.title = task.title;
  line.next = task.next;
  line.channel = task.channel;
  line.from = requester(task.from);
  line.suggested = task.owner.empty() ? task.route : "";
  line.if_then = task.if_then;
  line.erased = task.erased;
  if (task.waiting_on) line.waiting = waiting_of(task, view);
}

// What a masked line lacks tells nothing: its reader could not read it anyway.
void put_gaps(Line& line) {
  if (!line.masked && line.title.empty()) line.gaps.emplace_back("title");
  if (!line.masked && line.next.empty() && !line.waiting) line.gaps.emplace_back("next");
  if (line.owner.empty()) line.gaps.emplace_back("owner");
  if (line.due.empty()) line.gaps.emplace_back("due");
  if (!line.masked && line.severity == Severity::red && !line.if_then) line.gaps.emplace_back("ifThen");
}

}  // namespace

Line line_of(const Work& work, const Assessment& assessment, const View& view) {
  const journal::Task& task = work.task;
  Line line;
  line.id = task.id;
  line.client = task.client;
  line.request = work.request;
  line.is_request = task.is_request && work.request.empty();
  line.severity = assessment.severity;
  line.overdue = assessment.overdue;
  line.reasons = assessment.reasons;
  line.owner = task.owner;
  if (task.due) {
    line.due = view.local(*task.due, task.client);
  } else if (task.resolution_due) {
    line.due = view.local(*task.resolution_due);
  }
  if (work.request_due) line.request_due = view.local(*work.request_due, task.client);
  line.sources = task.sources;
  if (view.masked(task.id)) {
    const Clearance level = view.level_of(task.id);
    line.masked = Masked{std::string(name_of(level)), whom_to_ask(&task, level, view.policy, view.reader)};
  } else {
    put_words(line, task, view);
  }
  put_gaps(line);
  return line;
}

}  // namespace relais::handover
