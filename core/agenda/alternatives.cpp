#include "core/agenda/alternatives.hpp"

#include "core/agenda/plan.hpp"

#include <algorithm>

namespace relais::agenda {
namespace {

std::size_t at(int place) { return static_cast<std::size_t>(place); }

constexpr std::size_t most_trials = 16;
constexpr std::int64_t idle_steps_of_a_trial = 60;

std::int64_t cost_of(const Model& model, const std::vector<int>& chosen, int item) {
  return chosen[at(item)] < 0 ? model.items[at(item)].unscheduled : model.costs[at(chosen[at(item)])];
}

}  // namespace

std::vector<int> whole_choice(const Model& model, const std::vector<Part>& parts,
                              const std::vector<std::vector<int>>& choices) {
  std::vector<int> chosen(model.items.size(), -1);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (std::size_t item = 0; item < choices[i].size(); ++item) {
      if (choices[i][item] >= 0) chosen[at(parts[i].items[item])] = parts[i].options[at(choices[i][item])];
    }
  }
  return chosen;
}

Alternatives::Alternatives(const Ground& ground, const Model& model, const std::vector<Part>& parts,
                           std::vector<std::vector<int>> best, std::int64_t wished)
    : ground_(ground), model_(model), parts_(parts), best_(std::move(best)), wished_(wished) {
  if (wished_ == 0) return;
  main_ = make_plan(ground_, model_, whole_choice(model_, parts_, best_));
  list_trials();
}

/// The events that cost most, each in both ways.
void Alternatives::list_trials() {
  std::vector<std::pair<std::int64_t, Trial>> costly;
  for (std::size_t part = 0; part < parts_.size(); ++part) {
    for (std::size_t i = 0; i < parts_[part].items.size(); ++i) {
      const int item = static_cast<int>(i);
      const bool attendance = parts_[part].model.items[i].attendance_of >= 0;
      const std::int64_t cost = cost_of(parts_[part].model, best_[part], item);
      if (cost > 0 && !attendance) costly.push_back({cost, {part, item, false}});
    }
  }
  std::stable_sort(costly.begin(), costly.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (std::size_t i = 0; i < costly.size() && trials_.size() < most_trials; ++i) {
    Trial trial = costly[i].second;
    if (best_[trial.part][at(trial.item)] >= 0) trials_.push_back(trial);
    trial.stays = true;
    trials_.push_back(trial);
  }
}

std::vector<bool> Alternatives::ruled_out(const Trial& trial) const {
  const Model& model = parts_[trial.part].model;
  const Item& item = model.items[at(trial.item)];
  const Event& event = ground_.problem().events[at(item.event)];
  const auto day = [&](int option) {
    return time::day_of(event.zone->to_local(time::Instant{model.starts[at(option)]}));
  };
  std::vector<bool> dead(model.starts.size(), false);
  const int chosen = best_[trial.part][at(trial.item)];
  for (int option = item.first; option < item.last; ++option) {
    const bool in_place = model.starts[at(option)] == event.begins().seconds;
    dead[at(option)] = trial.stays ? !in_place : day(option) == day(chosen);
  }
  return dead;
}

void Alternatives::begin(const Trial& trial) {
  search_ = std::make_unique<NeighbourhoodSearch>(ground_, parts_[trial.part].model, next_ + 1);
  search_->forbid(ruled_out(trial));
  std::vector<int> start = best_[trial.part];
  start[at(trial.item)] = -1;
  effort_ += search_->begin_from(start);
}

void Alternatives::step() {
  if (!search_) begin(trials_[next_]);
  effort_ += search_->step();
  if (search_->idle_steps() < idle_steps_of_a_trial) return;
  finish();
  search_.reset();
  ++next_;
}

void Alternatives::finish() {
  const Trial& trial = trials_[next_];
  const std::vector<int>& chosen = search_->best();
  const bool still_out = chosen[at(trial.item)] < 0 && best_[trial.part][at(trial.item)] < 0;
  if (still_out) return;
  std::vector<std::vector<int>> choices = best_;
  choices[trial.part] = chosen;
  std::vector<Placement> plan = make_plan(ground_, model_, whole_choice(model_, parts_, choices));
  if (is_known(plan)) return;
  const std::int64_t cost = agenda::cost_of(ground_.problem(), plan);
  const auto dearer = [&](const Alternative& other) { return other.cost > cost; };
  found_.insert(std::find_if(found_.begin(), found_.end(), dearer), {cost, std::move(plan)});
  if (static_cast<std::int64_t>(found_.size()) > wished_) found_.pop_back();
}

bool Alternatives::differ(const std::vector<Placement>& a, const std::vector<Placement>& b) const {
  for (std::size_t i = 0; i < a.size(); ++i) {
    const Event& event = ground_.problem().events[i];
    if (a[i].state != b[i].state) return true;
    if (time::day_of(local_start(event, a[i])) != time::day_of(local_start(event, b[i]))) return true;
  }
  return false;
}

bool Alternatives::is_known(const std::vector<Placement>& plan) const {
  return !differ(plan, main_) || std::any_of(found_.begin(), found_.end(),
                                             [&](const Alternative& other) { return !differ(plan, other.events); });
}

std::vector<Alternative> Alternatives::found() const { return found_; }

}  // namespace relais::agenda
