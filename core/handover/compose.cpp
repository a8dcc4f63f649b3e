#include "core/handover/compose.hpp"

#include "core/handover/agenda.hpp"
#include "core/handover/changes.hpp"
#include "core/handover/lines.hpp"
#include "core/handover/standing.hpp"
#include "core/handover/withheld.hpp"
#include "core/journal/fold.hpp"
#include "core/journal/verify.hpp"

#include <algorithm>
#include <set>

namespace relais::handover {
namespace {

// A list of red tasks that is longer is no longer one that a person holds in mind.
constexpr std::size_t many_red = 7;

struct Open {
  Line line;
  std::optional<time::Instant> act_by;
  std::int64_t waited = 0;
};

bool earlier(const std::optional<time::Instant>& a, const std::optional<time::Instant>& b) {
  if (a && b) return *a < *b;
  return a && !b;
}

bool by_severity(const Open& a, const Open& b) {
  if (a.line.severity != b.line.severity) return a.line.severity < b.line.severity;
  if (a.act_by != b.act_by) return earlier(a.act_by, b.act_by);
  return a.line.id < b.line.id;
}

bool by_time(const Open& a, const Open& b) {
  return a.act_by != b.act_by ? earlier(a.act_by, b.act_by) : a.line.id < b.line.id;
}

bool by_wait(const Open& a, const Open& b) {
  return a.waited != b.waited ? a.waited > b.waited : a.line.id < b.line.id;
}

class Composer {
 public:
  Composer(std::span<const journal::Entry> entries, const policy::Policy& policy, const Question& question)
      : entries_(entries),
        policy_(policy),
        question_(question),
        state_(journal::fold(entries, {question.at, INT64_MAX})),
        view_(state_, policy, question.reader, question.at) {}

  Document compose() {
    put_head();
    put_anchor();
    put_open_tasks();
    out_.agenda = agenda_of(view_, question_.calendars);
    put_changes();
    const Standing standing = standing_instructions(view_, before_size_);
    out_.instructions = standing.lines;
    out_.limits.instructions_masked = standing.masked;
    out_.limits.entries_passed_over = passed_over();
    put_holder();
    put_notices();
    put_names();
    return std::move(out_);
  }

 private:
  // Whether words can be read that the reader may not read is none of the reader's business.
  std::int64_t passed_over() const {
    const auto is_payload = [](const journal::Oddity& odd) { return odd.kind == journal::Oddity::Kind::payload; };
    if (std::none_of(state_.oddities.begin(), state_.oddities.end(), is_payload)) {
      return static_cast<std::int64_t>(state_.oddities.size());
    }
    const std::set<std::int64_t> withheld = withheld_from(entries_, view_);
    return std::count_if(state_.oddities.begin(), state_.oddities.end(),
                         [&](const journal::Oddity& odd) { return !is_payload(odd) || !withheld.contains(odd.seq); });
  }

  void put_head() {
    out_.reader = question_.reader;
    out_.at = question_.at;
    out_.zone = view_.zone->name();
    out_.clearance = std::string(name_of(view_.clearance));
    out_.from = question_.from.value_or("");
    out_.id = "handover-" + question_.reader + "-" + time::format(question_.at);
    if (question_.from) return;
    std::int64_t latest = 0;
    for (const journal::Entry& entry : entries_) {
      const journal::Head& head = entry.head;
      if (head.at > question_.at || head.by == question_.reader || head.by.empty() || head.seq <= latest) continue;
      if (!policy_.assistants.empty() && !policy_.assistant(head.by)) continue;
      latest = head.seq;
      out_.from = head.by;
    }
  }

  // The anchor is the journal as far as this document has read it.
  void put_anchor() {
    journal::Verifier verifier;
    for (const journal::Entry& entry : entries_) verifier.add(entry);
    for (const std::int64_t seq : question_.unreadable) verifier.add_unreadable(seq);
    const journal::Verification found = verifier.finish({{}, question_.withheld, {}});
    for (const journal::Problem& problem : found.problems) {
      if (problem.kind != journal::ProblemKind::clock) ++out_.limits.journal_problems;
    }
    out_.head = journal::Tip{}.head;
    for (const journal::Entry& entry : entries_) {
      out_.limits.entries_later += entry.head.at > question_.at;
      if (entry.head.at > question_.at || entry.head.seq < out_.size) continue;
      out_.size = entry.head.seq;
      out_.head = entry.hash;
    }
  }

  void put_open_tasks() {
    std::vector<Open> watch, soon, waiting, steady;
    for (const Work& work : view_.work.pieces()) {
      const journal::Task& task = work.task;
      const Assessment assessment = assess(work, view_);
      Open open{line_of(work, assessment, view_), assessment.act_by, 0};
      if (open.line.waiting) open.waited = waiting_seconds(task, view_);
      count(task, open);
      const bool soon_due = open.act_by && *open.act_by <= view_.soon;
      if (open.line.severity != Severity::green || open.line.overdue) {
        watch.push_back(std::move(open));
      } else if (soon_due || open.line.owner.empty()) {
        soon.push_back(std::move(open));
      } else if (open.line.waiting) {
        waiting.push_back(std::move(open));
      } else {
        steady.push_back(std::move(open));
      }
    }
    std::sort(watch.begin(), watch.end(), by_severity);
    std::sort(soon.begin(), soon.end(), by_time);
    std::sort(waiting.begin(), waiting.end(), by_wait);
    put_read_back(watch, soon);
    put_lines(out_.watch, watch);
    put_lines(out_.soon, soon);
    put_lines(out_.waiting, waiting);
    put_steady(std::move(steady));
    // A day ends as the next one begins.
    if (first_due_) out_.first_due = view_.local(*first_due_);
    if (out_.first_due.ends_with("T00:00:00")) out_.first_due = view_.local({first_due_->seconds - 1}).substr(0, 10);
  }

  static void put_lines(std::vector<Line>& lines, std::vector<Open>& opens) {
    for (Open& open : opens) lines.push_back(std::move(open.line));
  }

  void count(const journal::Task& task, const Open& open) {
    const Line& line = open.line;
    Counts& counts = out_.counts;
    Limits& limits = out_.limits;
    ++counts.open;
    counts.red += line.severity == Severity::red;
    counts.amber += line.severity == Severity::amber;
    counts.overdue += line.overdue;
    counts.waiting += line.waiting.has_value();
    counts.masked += line.masked.has_value();
    limits.masked += line.masked.has_value();
    limits.erased += line.erased;
    limits.drafts_unsent += task.follow_up && task.follow_up->drafted && !line.masked;
    limits.unanswered += task.is_request && !task.answered;
    limits.not_triaged += task.is_request && task.priority.empty();
    for (const std::string& gap : line.gaps) {
      limits.no_owner += gap == "owner";
      limits.no_deadline += gap == "due";
      limits.no_next += gap == "next";
      limits.red_without_if_then += gap == "ifThen";
    }
    if (open.act_by && *open.act_by >= view_.at && (!first_due_ || *open.act_by < *first_due_))
      first_due_ = open.act_by;
  }

  // Each red task, and what is due before the reader's first hour is over.
  void put_read_back(const std::vector<Open>& watch, const std::vector<Open>& soon) {
    const time::Instant first_hour = view_.shift.begin + 3600;
    for (const std::vector<Open>* opens : {&watch, &soon}) {
      for (const Open& open : *opens) {
        const bool at_once = open.act_by && *open.act_by <= first_hour;
        if (open.line.severity == Severity::red || at_once) out_.read_back.push_back(open.line.id);
      }
    }
  }

  void put_steady(std::vector<Open> steady) {
    std::stable_sort(steady.begin(), steady.end(), [](const Open& a, const Open& b) {
      return a.line.client != b.line.client ? a.line.client < b.line.client : a.line.id < b.line.id;
    });
    for (Open& open : steady) {
      if (out_.steady.empty() || out_.steady.back().client != open.line.client) {
        out_.steady.push_back({open.line.client, {}});
      }
      out_.steady.back().tasks.push_back({open.line.id, open.line.title, open.line.request, open.line.sources});
    }
  }

  const journal::Handover* last_accepted() const {
    const journal::Handover* last = nullptr;
    for (const journal::Handover& handover : state_.handovers) {
      const bool accepted = handover.status == journal::Handover::Status::accepted;
      if (accepted && handover.reader == question_.reader && (!last || handover.at >= last->at)) last = &handover;
    }
    return last;
  }

  void put_changes() {
    journal::Until until;
    if (question_.since) {
      until.at = std::min(*question_.since, question_.at);
      out_.since = Since{until.at, ""};
    } else if (const journal::Handover* last = last_accepted()) {
      until = {question_.at, last->size > 0 ? last->size : last->sources.front()};
      out_.since = Since{last->at, last->id};
    } else {
      out_.notices.push_back({"handover.first", {}});
      before_size_ = state_.size;
      return;
    }
    const journal::State before = journal::fold(entries_, until);
    if (!question_.since) out_.since->at = before.as_of;
    before_size_ = before.size;
    out_.changes = changes_between(View(before, policy_, question_.reader, out_.since->at), view_);
  }

  void put_notices() {
    const auto red = static_cast<std::size_t>(out_.counts.red);
    if (red > many_red) out_.notices.push_back({"handover.many-red", {{"n", out_.counts.red}}});
    if (out_.limits.journal_problems > 0) {
      out_.notices.push_back({"handover.journal-broken", {{"n", out_.limits.journal_problems}}});
    }
    put_packages();
    put_merges();
    put_unsigned();
    put_last_handover();
  }

  // Work that is booked on a package that is used up harms the client who pays for it.
  void put_packages() {
    for (const AgendaItem& item : out_.agenda) {
      const bool is_open = std::any_of(state_.tasks.begin(), state_.tasks.end(), [&](const journal::Task& task) {
        return task.open && task.client == item.client;
      });
      if (item.reason.code != "handover.package-over" || !is_open) continue;
      Arguments args{{"client", item.client}};
      args.insert(args.end(), item.reason.args.begin(), item.reason.args.end());
      out_.notices.push_back({"handover.package-out", std::move(args)});
    }
  }

  // Late entries of another device are read by nobody if nobody says that they came.
  void put_merges() {
    for (const journal::Entry& entry : entries_) {
      const journal::Head& head = entry.head;
      const bool is_new = head.type == "journal.merged" && head.seq > before_size_ && head.at <= question_.at;
      if (!is_new || !entry.payload) continue;
      const auto added = entry.payload->find("added");
      const auto* n = added == entry.payload->end() ? nullptr : added->get_ptr<const std::int64_t*>();
      if (n) out_.notices.push_back({"handover.merged", {{"n", *n}, {"at", view_.local(head.at)}}});
    }
  }

  const journal::Handover* last_handover() const {
    const journal::Handover* last = nullptr;
    for (const journal::Handover& handover : state_.handovers) {
      if (!last || handover.sources.back() > last->sources.back()) last = &handover;
    }
    return last;
  }

  void put_holder() {
    const journal::Handover* last = last_handover();
    out_.holder = state_.holder.empty() ? out_.from : state_.holder;
    const bool is_claimed = last && last->status == journal::Handover::Status::claimed && last->owner == out_.reader;
    is_signed_ = question_.is_signed && !is_claimed;
  }

  // Whoever takes the desk alone learns until when somebody else wrote in its journal.
  void put_unsigned() {
    if (is_signed_) return;
    const journal::Head* last = nullptr;
    for (const journal::Entry& entry : entries_) {
      const bool counts = entry.head.at <= question_.at && entry.head.by == out_.from;
      if (counts && (!last || entry.head.seq > last->seq)) last = &entry.head;
    }
    if (!last) return out_.notices.push_back({"handover.not-signed-empty", {}});
    out_.notices.push_back({"handover.not-signed", {{"from", out_.from}, {"at", view_.local(last->occurred_at)}}});
  }

  void put_last_handover() {
    const journal::Handover* last = last_handover();
    if (!last || last->status == journal::Handover::Status::accepted) return;
    const Arguments args{{"reader", last->reader}, {"at", view_.local(last->at)}};
    switch (last->status) {
      case journal::Handover::Status::refused:
        return out_.notices.push_back({"handover.last-refused", args});
      case journal::Handover::Status::lapsed:
        return out_.notices.push_back({"handover.last-lapsed", args});
      case journal::Handover::Status::claimed:
        if (last->owner == out_.reader) return;
        return out_.notices.push_back(
            {"handover.last-claimed", {{"owner", last->owner}, {"at", view_.local(last->at)}}});
      default:
        return out_.notices.push_back({"handover.last-open", args});
    }
  }

  void put_names() {
    const auto put = [&](const std::string& id, const std::string& name) {
      if (name != id && !name.empty()) out_.names[id] = name;
    };
    for (const policy::Assistant& assistant : policy_.assistants) put(assistant.id, assistant.name);
    for (const policy::Client& client : policy_.clients) {
      put(client.id, client.name);
      for (const policy::Contact& contact : client.contacts) put(contact.id, contact.name);
    }
    keep_used_names();
  }

  // The names of others are none of this reader's business.
  void keep_used_names() {
    std::set<std::string, std::less<>> used{out_.reader, out_.from, out_.holder};
    for (const std::vector<Line>* lines : {&out_.watch, &out_.soon, &out_.waiting}) {
      for (const Line& line : *lines) {
        used.insert({line.client, line.owner, line.suggested, line.masked ? line.masked->ask : ""});
        used.insert({line.waiting ? line.waiting->who : "", line.if_then ? line.if_then->who : ""});
      }
    }
    for (const AgendaItem& item : out_.agenda) {
      used.insert({item.client, item.ref, item.who, item.masked ? item.masked->ask : ""});
      add_arguments(used, item.reason);
    }
    for (const Change& change : out_.changes) {
      used.insert(change.client);
      add_arguments(used, change.reason);
    }
    for (const Reason& notice : out_.notices) add_arguments(used, notice);
    for (const InstructionLine& line : out_.instructions) used.insert(line.client);
    for (const SteadyClient& steady : out_.steady) used.insert(steady.client);
    std::erase_if(out_.names, [&](const auto& name) { return !used.contains(name.first); });
  }

  static void add_arguments(std::set<std::string, std::less<>>& used, const Reason& reason) {
    for (const Argument& arg : reason.args) {
      if (const auto* text = std::get_if<std::string>(&arg.value)) used.insert(*text);
    }
  }

  std::span<const journal::Entry> entries_;
  const policy::Policy& policy_;
  const Question& question_;
  journal::State state_;
  View view_;
  Document out_;
  std::optional<time::Instant> first_due_;
  std::int64_t before_size_ = 0;
  bool is_signed_ = true;
};

}  // namespace

Document compose(std::span<const journal::Entry> entries, const policy::Policy& policy, const Question& question) {
  return Composer(entries, policy, question).compose();
}

}  // namespace relais::handover
