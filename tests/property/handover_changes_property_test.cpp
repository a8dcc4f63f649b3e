#include "core/base/random.hpp"
#include "core/handover/changes.hpp"
#include "core/handover/severity.hpp"
#include "core/journal/fold.hpp"

#include "tests/unit/handover/handover_fixture.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <tuple>

using namespace relais;

namespace {

std::vector<journal::Entry> drawn_journal(SplitMix64& random) {
  std::vector<journal::Draft> drafts;
  for (int i = 0; i < 60; ++i) {
    journal::Draft draft;
    draft.at = {1773043200 + i * 1800};
    draft.by = "ana";
    draft.ref = (random.below(3) == 0 ? "r" : "t") + std::to_string(random.below(5));
    draft.client = "law";
    constexpr const char* types[] = {"task.opened",   "task.changed",      "task.changed", "task.closed",
                                     "task.reopened", "callback.promised", "callback.done"};
    draft.type = types[random.below(7)];
    if (draft.type == "task.opened" && draft.ref[0] == 'r') draft.type = "request.received";
    draft.payload = Json::object();
    if (draft.type == "request.received") draft.payload["request"] = Json::object();
    const bool serves = draft.ref[0] == 't' && draft.type.starts_with("task.") && random.below(3) == 0;
    if (serves) draft.payload["request"] = "r" + std::to_string(random.below(5));
    if (draft.type.starts_with("callback.") && random.below(2) == 0)
      draft.payload["to"] = random.below(2) == 0 ? "x" : "y";
    if (random.below(2) == 0)
      draft.payload["owner"] = random.below(3) == 0 ? Json(nullptr) : Json(random.below(2) == 0 ? "ana" : "ben");
    if (random.below(2) == 0) draft.payload["due"] = "2026-03-" + std::to_string(10 + random.below(4));
    if (random.below(3) == 0) draft.payload["priority"] = random.below(2) == 0 ? "high" : "low";
    draft.salt = journal_fixture::salt(static_cast<std::size_t>(i));
    drafts.push_back(std::move(draft));
  }
  return journal::append({}, drafts).value().entries;
}

// Open tasks with their owner, deadline and severity, as a document says them.
using Facts = std::map<std::string, std::tuple<std::string, std::string, std::string>>;

std::string severity(const handover::Work& work, const handover::View& view) {
  constexpr const char* names[] = {"red", "amber", "green"};
  return names[static_cast<std::size_t>(handover::assess(work, view).severity)];
}

Facts facts(const handover::View& view) {
  Facts out;
  for (const handover::Work& work : view.work.pieces()) {
    const journal::Task& task = work.task;
    out[task.id] = {task.owner, task.due ? view.local(*task.due, task.client) : "", severity(work, view)};
  }
  return out;
}

std::string to(const Reason& reason) {
  for (const Argument& arg : reason.args) {
    if (arg.name == "to") return std::get<std::string>(arg.value);
  }
  return "";
}

// Open promises, by their task and to whom.
using Promises = std::multiset<std::string>;

Promises promises(const handover::View& view) {
  Promises out;
  for (const journal::Callback& promise : view.state.callbacks) {
    if (!promise.done) out.insert(promise.ref + " " + promise.to);
  }
  return out;
}

void apply(Promises& known, const handover::Change& change) {
  const std::string promise = change.id + " " + change.title;
  if (change.reason.code == "handover.changed-promise-kept") known.erase(known.find(promise));
  if (change.reason.code == "handover.changed-promise") known.insert(promise);
}

// What opens anew is printed in full, so its facts come from there. Who reads that a request is part of a task looks
// for it there.
void apply(Facts& known, const handover::Change& change, const Facts& printed) {
  const std::string_view code = std::string_view(change.reason.code).substr(17);
  const bool opens = code == "new" || code == "reopened" || code == "carried-no-more";
  if (opens) known[change.id] = printed.at(change.id);
  if (code == "closed" || code == "carried") known.erase(change.id);
  if (code.starts_with("owner")) std::get<0>(known.at(change.id)) = to(change.reason);
  const bool of_home = code.starts_with("due") && known.contains(change.id);
  if (of_home) std::get<1>(known.at(change.id)) = to(change.reason);
  if (code == "severity") std::get<2>(known.at(change.id)) = to(change.reason);
}

}  // namespace

TEST_CASE("what was open before, and what is told to have changed, is what is open now") {
  int carried = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    SplitMix64 random(seed);
    const auto entries = drawn_journal(random);
    const policy::Policy policy;
    const auto since = static_cast<std::int64_t>(random.below(60));
    const journal::State old_state = journal::fold(entries, {time::Instant{INT64_MAX}, since});
    const journal::State state = journal::fold(entries);
    const handover::View before(old_state, policy, "ben", old_state.as_of), after(state, policy, "ben", state.as_of);
    Facts known = facts(before);
    const Facts now = facts(after);
    Promises promised = promises(before);
    for (const handover::Change& change : handover::changes_between(before, after)) {
      apply(promised, change);
      carried += change.reason.code.starts_with("handover.changed-carried") ? 1 : 0;
      if (!change.reason.code.starts_with("handover.changed-promise")) apply(known, change, now);
    }
    CHECK(known == now);
    CHECK(promised == promises(after));
  }
  CHECK(carried > 20);
}
