#include "core/agenda/search.hpp"

#include "core/agenda/standing.hpp"

#include <algorithm>

namespace relais::agenda {
namespace {

std::size_t at(int place) { return static_cast<std::size_t>(place); }

constexpr std::int64_t units_of_a_turn = 20000;
// One step of work that cannot be divided; what a caller asks for is rounded up to steps.
constexpr std::int64_t units_of_a_step = 200;
// What the reasons of one event take, about.
constexpr std::int64_t units_of_a_reason = 500;
constexpr std::uint64_t seed = 20260310;

}  // namespace

Search::Search(Problem problem) : problem_(std::move(problem)), ground_(problem_) {}

Result<std::unique_ptr<Search>> Search::start(Problem problem, const std::vector<Answer>& last) {
  std::unique_ptr<Search> search(new Search(std::move(problem)));
  const Status ready = search->prepare(last);
  if (!ready.ok()) return ready.error();
  return search;
}

Status Search::prepare(const std::vector<Answer>& last) {
  RELAIS_TRY(Immovable immovable, explain_immovable(problem_));
  immovable_ = std::move(immovable.unresolved);
  collides_ = immovable.collides;
  RELAIS_TRY(model_, make_model(ground_));
  parts_ = split_model(ground_, model_);
  std::stable_sort(parts_.begin(), parts_.end(),
                   [](const Part& a, const Part& b) { return a.items.size() < b.items.size(); });
  const auto places = places_of(problem_, last);
  for (const Part& part : parts_) {
    const std::vector<int> standing = standing_options(part.model, places);
    searches_.push_back(std::make_unique<PartSearch>(ground_, part.model, standing, seed));
  }
  for (const auto& part : searches_) effort_ += part->effort();
  most_effort_ = problem_.effort.value_or(default_effort);
  return std::monostate{};
}

bool Search::advance(std::int64_t units) {
  const std::int64_t until = effort_ + std::max<std::int64_t>(units, 1);
  while (!finished_ && effort_ < until) {
    if (!work_left()) {
      finished_ = true;
    } else if (effort_ >= most_effort_) {
      stop(Stopped::effort);
    } else {
      work();
    }
  }
  return finished_ ? explain_some(units) : true;
}

/// The reasons of at least one event.
bool Search::explain_some(std::int64_t units) {
  if (!answer_) {
    answer_ = unexplained();
    explaining_ = std::make_unique<Explaining>(ground_, *answer_);
  }
  for (std::int64_t left = units; left > 0 && !explained_; left -= units_of_a_reason) explained_ = !explaining_->step();
  return !explained_;
}

void Search::stop(Stopped why) {
  if (finished_) return;
  finished_ = true;
  stopped_ = why;
}

bool Search::work_left() {
  if (!std::all_of(searches_.begin(), searches_.end(), [](const auto& part) { return part->proved(); })) return true;
  if (!alternatives_) begin_alternatives();
  return alternatives_->left();
}

void Search::work() {
  if (alternatives_) {
    const std::int64_t before = alternatives_->effort();
    alternatives_->step();
    effort_ += alternatives_->effort() - before;
  } else {
    search_a_part();
  }
}

/// A step on the part whose turn it is: small ones come first, and large ones take turns.
void Search::search_a_part() {
  while (searches_[turn_]->proved()) turn_ = (turn_ + 1) % searches_.size();
  PartSearch& part = *searches_[turn_];
  const std::int64_t before = part.effort();
  part.advance(units_of_a_step);
  effort_ += part.effort() - before;
  const bool turn_over = before / units_of_a_turn != part.effort() / units_of_a_turn;
  if (turn_over) turn_ = (turn_ + 1) % searches_.size();
}

void Search::begin_alternatives() {
  alternatives_ = std::make_unique<Alternatives>(ground_, model_, parts_, best_of_parts(), problem_.alternatives);
}

std::vector<std::vector<int>> Search::best_of_parts() const {
  std::vector<std::vector<int>> best;
  for (const auto& part : searches_) best.push_back(part->best());
  return best;
}

Search::Progress Search::progress() const {
  std::int64_t fixed_cost = 0;
  for (const Fixed& one : ground_.fixed()) {
    fixed_cost += problem_.events[at(one.event)].cost.optional_missed * static_cast<std::int64_t>(one.absent.size());
  }
  Progress out{fixed_cost, fixed_cost, effort_};
  for (const auto& part : searches_) {
    out.cost += part->cost();
    out.bound += part->bound();
  }
  return out;
}

Solution Search::solution() const {
  if (explained_) return *answer_;
  Solution out = unexplained();
  Explaining explaining(ground_, out);
  while (explaining.step()) {
  }
  return out;
}

Solution Search::unexplained() const {
  Solution out;
  out.events = make_plan(ground_, model_, whole_choice(model_, parts_, best_of_parts()));
  out.cost = cost_of(problem_, out.events);
  out.bound = progress().bound;
  out.status = collides_               ? SolutionStatus::infeasible
               : out.bound == out.cost ? SolutionStatus::optimal
                                       : SolutionStatus::feasible;
  out.unresolved = immovable_;
  if (alternatives_) out.alternatives = alternatives_->found();
  out.effort = effort_;
  out.stopped = finished_ ? stopped_ : Stopped::cancelled;
  return out;
}

}  // namespace relais::agenda
