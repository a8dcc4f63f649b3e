#include "core/agenda/part_search.hpp"

#include <algorithm>

namespace relais::agenda {
namespace {

// Effort on arranging before the first proof: for each item that was not arranged before, as many units as there are
// items, and no more than this.
// The few that are proved at once wait for nothing; the many are far from a proof without a good arrangement.
constexpr std::int64_t most_warm_up_of_an_item = 150;
// After so many times that effort without a better arrangement, arranging counts as idle.
constexpr std::int64_t patience = 40;
// Arranging gets this share of the effort while it still finds something, and the smaller one after that.
constexpr std::int64_t percent_while_finding = 50;
constexpr std::int64_t percent_while_idle = 15;
// As far from a proof as a fiftieth of the cost, a better arrangement is worth more than the next branch.
constexpr std::int64_t percent_while_far = 40;
constexpr std::int64_t far_above = 50;
// How often the proof begins anew, with what is known by then, after its numbers failed.
constexpr int most_failures = 3;

std::int64_t warm_up_for(const std::vector<int>& standing) {
  const auto items = static_cast<std::int64_t>(standing.size());
  return std::count(standing.begin(), standing.end(), -1) * std::min(items, most_warm_up_of_an_item);
}

}  // namespace

PartSearch::PartSearch(const Ground& ground, const Model& model, const std::vector<int>& standing, std::uint64_t seed)
    : ground_(ground), model_(model), warm_up_(warm_up_for(standing)), arranging_(ground, model, seed) {
  effort_ = arranging_.begin();
  const bool stands = std::any_of(standing.begin(), standing.end(), [](int option) { return option >= 0; });
  if (stands && arranging_.best_cost() > bound_) effort_ += arranging_.begin_beside(standing);
  proved_ = arranging_.best_cost() == bound_;
}

bool PartSearch::advance(std::int64_t units) {
  const std::int64_t until = effort_ + units;
  while (!proved_ && effort_ < until) step();
  return !proved_;
}

bool PartSearch::arranging_is_next() const {
  if (gave_up_) return true;
  if (arranged_ < warm_up_) return true;
  const bool finding = arranged_ - idle_since_ < patience * warm_up_;
  const bool far = roots_seen_ > 0 && (arranging_.best_cost() - bound_) * far_above > arranging_.best_cost();
  const std::int64_t percent = finding ? percent_while_finding : far ? percent_while_far : percent_while_idle;
  return arranged_ * 100 < effort_ * percent;
}

void PartSearch::step() {
  if (arranging_is_next()) {
    arrange();
  } else {
    prove();
  }
}

void PartSearch::arrange() {
  const std::int64_t before = arranging_.best_cost();
  const std::int64_t effort = arranging_.step();
  arranged_ += effort;
  effort_ += effort;
  if (arranging_.best_cost() == before) return;
  idle_since_ = arranged_;
  if (proving_) proving_->cut_off(arranging_.best_cost());
  if (bound_ >= arranging_.best_cost()) proved_ = true;
}

void PartSearch::prove() {
  if (!proving_) {
    MergedRooms rooms = rooms_apart_ ? keep_rooms(model_) : merge_rooms(ground_, model_);
    if (!board_) board_ = std::make_unique<Board>(ground_, model_);
    proving_ = std::make_unique<Branching>(ground_, model_, std::move(rooms), *board_);
    proving_->cut_off(arranging_.best_cost());
  }
  const std::int64_t before = proving_->effort();
  proving_->step();
  const std::int64_t effort = proving_->effort() - before;
  proved_for_ += effort;
  effort_ += effort;
  if (const auto found = proving_->take_found()) arranging_.adopt(*found);
  if (proving_->roots() != roots_seen_) {
    roots_seen_ = proving_->roots();
    arranging_.follow(proving_->guide());
  }
  if (const auto rounded = proving_->take_rounded()) arranging_.begin_anew(*rounded);
  proving_->cut_off(arranging_.best_cost());
  bound_ = std::max(bound_, std::min(proving_->bound(), arranging_.best_cost()));
  proved_ = proving_->done() || bound_ >= arranging_.best_cost();
  if (proving_->wants_rooms()) {
    rooms_apart_ = true;
    roots_seen_ = 0;
    proving_.reset();
    return;
  }
  if (!proved_ && proving_->failed()) {
    gave_up_ = ++failures_ > most_failures;
    proving_.reset();
    roots_seen_ = 0;
  }
}

}  // namespace relais::agenda
