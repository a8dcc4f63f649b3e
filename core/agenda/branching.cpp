#include "core/agenda/branching.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace relais::agenda {
namespace {

std::size_t at(int place) { return static_cast<std::size_t>(place); }

constexpr int pivots_of_a_step = 10;
constexpr std::size_t rows_of_a_round = 100;
constexpr int rounds_below_root = 4;
constexpr std::size_t rows_below_root = 30;
constexpr double whole_within = 1e-5;

}  // namespace

Branching::Branching(const Ground& ground, const Model& model, MergedRooms merged, Board& board)
    : whole_(model),
      merged_(std::move(merged)),
      model_(merged_.model),
      board_(board),
      relaxation_(ground, merged_),
      cutoff_(std::numeric_limits<std::int64_t>::max() / (1 << 20)),
      struck_(at(relaxation_.choice_count()), false) {}

void Branching::cut_off(std::int64_t cost) { cutoff_ = std::min(cutoff_, cost); }

std::int64_t Branching::bound() const {
  if (state_ == State::done) return cutoff_;
  std::int64_t least = std::min(node_bound_, cutoff_);
  for (const Node& node : open_) least = std::min(least, node.bound);
  return least;
}

std::optional<std::vector<int>> Branching::take_found() {
  if (found_.empty()) return std::nullopt;
  std::vector<int> last = std::move(found_.back());
  found_.clear();
  return last;
}

std::optional<std::vector<int>> Branching::take_rounded() { return std::exchange(rounded_, std::nullopt); }

bool Branching::step() {
  effort_ += 1;
  switch (state_) {
    case State::solving:
      solve();
      break;
    case State::tightening:
      settle();
      break;
    case State::rounding:
      round();
      break;
    case State::backtracking:
      backtrack();
      break;
    case State::done:
    case State::failed:
      break;
  }
  return state_ != State::done && state_ != State::failed;
}

void Branching::solve() {
  const Simplex::Outcome outcome = relaxation_.run(pivots_of_a_step);
  if (outcome == Simplex::Outcome::failed) {
    state_ = State::failed;
    return;
  }
  if (outcome == Simplex::Outcome::infeasible) {
    if (relaxation_.prove_infeasible(cutoff_) >= cutoff_) {
      state_ = State::backtracking;
    } else {
      divide();
    }
    return;
  }
  if (outcome == Simplex::Outcome::running) {
    const bool high = relaxation_.objective() > static_cast<double>(cutoff_) - 1;
    if (high && relaxation_.prove() >= cutoff_) state_ = State::backtracking;
    return;
  }
  state_ = State::tightening;
}

void Branching::strike(int choice) {
  relaxation_.set_dead(choice, true);
  trail_.push_back(choice);
  if (depth_ == 0) struck_[at(choice)] = true;
}

void Branching::strike_too_dear() {
  for (const int choice : relaxation_.too_dear(cutoff_)) strike(choice);
}

/// The relaxation is solved: prune, strike out, tighten, accept, or branch.
void Branching::settle() {
  node_bound_ = std::max(node_bound_, relaxation_.prove());
  if (node_bound_ >= cutoff_) {
    state_ = State::backtracking;
    return;
  }
  strike_too_dear();
  const double objective = relaxation_.objective();
  weak_rounds_ =
      objective - objective_before_ < 0.01 * (static_cast<double>(cutoff_) - objective) ? weak_rounds_ + 1 : 0;
  objective_before_ = objective;
  if (depth_ == 0) relaxation_.tidy();
  const bool patient = depth_ == 0 ? weak_rounds_ < 20 : rounds_ < rounds_below_root && weak_rounds_ < 3;
  ++rounds_;
  const std::size_t most = depth_ == 0 ? rows_of_a_round : rows_below_root;
  if (patient && relaxation_.tighten(most, depth_ == 0) > 0) {
    state_ = State::solving;
    return;
  }
  const std::vector<Share> shares = relaxation_.shares();
  const bool whole =
      std::all_of(shares.begin(), shares.end(), [](const Share& s) { return s.value > 1 - whole_within; });
  if (whole && relaxation_.tighten(rows_of_a_round, false) > 0) {
    state_ = State::solving;
  } else if (whole) {
    check_whole();
  } else {
    branch();
  }
}

/// A whole solution obeys every row there is; what no row says (which room, travel between neighbours) is tried here.
void Branching::check_whole() {
  std::vector<int> chosen(model_.items.size(), -1);
  for (const Share& share : relaxation_.shares()) chosen[at(model_.item_of(share.option))] = share.option;
  check(chosen);
}

void Branching::check(const std::vector<int>& chosen) {
  const std::optional<std::vector<int>> placed = with_rooms(merged_, whole_, chosen);
  if (!placed) {
    wants_rooms_ = merged_.merges();
    if (wants_rooms_) {
      state_ = State::failed;
      return;
    }
  }
  const std::int64_t cost = total_cost(model_, chosen);
  const bool holds = placed && stands(*placed);
  if (holds && cost < cutoff_) {
    cutoff_ = cost;
    found_.push_back(*placed);
    state_ = State::backtracking;
    return;
  }
  const std::vector<int> part = holds ? std::vector<int>{} : undecided_choice(chosen);
  if (part.empty()) {
    state_ = State::backtracking;
    return;
  }
  push(part);
}

bool Branching::stands(const std::vector<int>& options) {
  std::vector<int> items;
  bool fits = true;
  for (std::size_t i = 0; i < options.size(); ++i) {
    items.push_back(static_cast<int>(i));
    if (options[i] < 0) continue;
    fits = fits && board_.fits(options[i]);
    if (fits) board_.place(options[i]);
  }
  const bool holds = fits && board_.neighbours_hold(items);
  for (const int option : std::vector<int>(board_.chosen())) {
    if (option >= 0) board_.remove(option);
  }
  return holds;
}

/// Splits off what is chosen for an item that still has another choice; empty if none has.
std::vector<int> Branching::undecided_choice(const std::vector<int>& chosen) const {
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const int item = static_cast<int>(i);
    if (choices_of(item).size() > 1) return {chosen[i] < 0 ? relaxation_.leave_out(item) : chosen[i]};
  }
  return {};
}

/// The relaxation says that nothing is left, but not well enough to prove it: halves the choices of the item that has
/// the most. Once each has one, the board decides.
void Branching::divide() {
  std::vector<int> most, chosen;
  for (std::size_t i = 0; i < model_.items.size(); ++i) {
    std::vector<int> choices = choices_of(static_cast<int>(i));
    if (choices.empty()) {
      state_ = State::backtracking;
      return;
    }
    chosen.push_back(choices.front() < model_.option_count() ? choices.front() : -1);
    if (choices.size() > most.size()) most = std::move(choices);
  }
  if (most.size() <= 1) return check(chosen);
  most.resize(most.size() / 2);
  push(std::move(most));
}

std::vector<int> Branching::choices_of(int item) const {
  std::vector<int> out;
  for (int option = model_.items[at(item)].first; option < model_.items[at(item)].last; ++option) {
    if (!relaxation_.is_dead(option)) out.push_back(option);
  }
  if (!relaxation_.is_dead(relaxation_.leave_out(item))) out.push_back(relaxation_.leave_out(item));
  return out;
}

std::optional<int> Branching::item_in_question(const std::vector<Share>& shares) const {
  std::vector<double> spread(model_.items.size(), 0);
  for (const Share& share : shares) spread[at(model_.item_of(share.option))] += share.value * (1 - share.value);
  double most = 0;
  std::optional<int> chosen;
  for (std::size_t i = 0; i < spread.size(); ++i) {
    const double out = relaxation_.left_out(static_cast<int>(i));
    const double doubt = std::min(out, 1 - out) * static_cast<double>(model_.items[i].unscheduled) + spread[i];
    if (doubt > most + 1e-9) {
      most = doubt;
      chosen = static_cast<int>(i);
    }
  }
  return chosen;
}

/// What one branch gives up of an item: leaving it out, if that is in doubt; else its later starts; else a kind.
std::vector<int> Branching::first_part(int item, const std::vector<Share>& shares) const {
  const double out = relaxation_.left_out(item);
  if (out > 0.02 && out < 0.98) return {relaxation_.leave_out(item)};
  std::vector<Share> own;
  for (const Share& share : shares) {
    if (model_.item_of(share.option) == item) own.push_back(share);
  }
  std::stable_sort(own.begin(), own.end(), [&](const Share& a, const Share& b) {
    return model_.starts[at(a.option)] < model_.starts[at(b.option)];
  });
  double sum = 0, best = 2;
  std::int64_t last_of_first = 0;
  for (std::size_t i = 0; i + 1 < own.size(); ++i) {
    sum += own[i].value;
    const double imbalance = sum > 0.5 ? sum - 0.5 : 0.5 - sum;
    if (model_.starts[at(own[i].option)] == model_.starts[at(own[i + 1].option)] || imbalance >= best) continue;
    best = imbalance;
    last_of_first = model_.starts[at(own[i].option)];
  }
  std::vector<int> part;
  for (const int choice : choices_of(item)) {
    const bool is_option = choice < model_.option_count();
    if (!is_option) continue;
    const bool given_up = best < 2 ? model_.starts[at(choice)] > last_of_first
                                   : model_.kind_of[at(choice)] == model_.kind_of[at(own.front().option)];
    if (given_up) part.push_back(choice);
  }
  return part;
}

void Branching::mark_root() {
  root_bound_ = node_bound_;
  root_cutoff_ = cutoff_;
  root_basis_ = relaxation_.basis();
}

/// What the relaxation of the whole says, for others to use.
void Branching::leave_root() {
  ++roots_;
  mark_root();
  guide_ = {std::vector<std::int64_t>(whole_.starts.size()), {}, std::vector<bool>(whole_.starts.size())};
  for (int merged = 0; merged < model_.option_count(); ++merged) {
    for (const int option : merged_.options_of(merged)) {
      guide_.options[at(option)] = relaxation_.rise(merged);
      guide_.dead[at(option)] = struck_[at(merged)];
    }
  }
  for (std::size_t item = 0; item < model_.items.size(); ++item) {
    guide_.left_out.push_back(relaxation_.rise(relaxation_.leave_out(static_cast<int>(item))));
  }
  fixed_.assign(model_.items.size(), -1);
  trail_before_rounding_ = trail_.size();
  state_ = State::rounding;
}

/// One dive: what the relaxation is sure of is fixed, and of the rest what it is surest of, again and again.
void Branching::round() {
  const Simplex::Outcome outcome = relaxation_.run(pivots_of_a_step);
  const bool high = relaxation_.objective() > static_cast<double>(cutoff_) - 1;
  if (outcome == Simplex::Outcome::running && !high) return;
  if (outcome != Simplex::Outcome::optimal || high) return end_rounding();
  const Share* surest = nullptr;
  const std::vector<Share> shares = relaxation_.shares();
  for (const Share& share : shares) {
    if (fixed_[at(model_.item_of(share.option))] >= 0) continue;
    if (!surest || share.value > surest->value) surest = &share;
  }
  if (!surest) return end_rounding();
  for (const Share& share : shares) {
    const bool open = fixed_[at(model_.item_of(share.option))] < 0 && !relaxation_.is_dead(share.option);
    if (open && (share.value > 1 - whole_within || &share == surest)) fix(share.option);
  }
}

void Branching::fix(int option) {
  const int item = model_.item_of(option);
  fixed_[at(item)] = option;
  const auto give_up = [&](int choice) {
    if (choice == option || relaxation_.is_dead(choice)) return;
    relaxation_.set_dead(choice, true);
    trail_.push_back(choice);
  };
  for (int other = model_.items[at(item)].first; other < model_.items[at(item)].last; ++other) give_up(other);
  give_up(relaxation_.leave_out(item));
  for (const int other : relaxation_.excluded_by(option)) give_up(other);
  effort_ += 1;
}

void Branching::undo_strikes(std::size_t length) {
  while (trail_.size() > length) {
    relaxation_.set_dead(trail_.back(), false);
    trail_.pop_back();
  }
}

void Branching::end_rounding() {
  rounded_ = with_rooms(merged_, whole_, fixed_);
  undo_strikes(trail_before_rounding_);
  if (!relaxation_.restore(root_basis_)) {
    state_ = State::failed;
    return;
  }
  split();
}

void Branching::branch() {
  if (depth_ == 0) return leave_root();
  split();
}

void Branching::split() {
  const std::vector<Share> shares = relaxation_.shares();
  const std::optional<int> item = item_in_question(shares);
  const std::vector<int> part = item ? first_part(*item, shares) : std::vector<int>{};
  if (part.empty()) {
    state_ = State::failed;
    return;
  }
  push(part);
}

/// Two branches: one gives up `part`, the other all other choices of its item.
void Branching::push(std::vector<int> part) {
  if (depth_ == 0) mark_root();
  const int first = part.front();
  const int item = first < model_.option_count() ? model_.item_of(first) : first - model_.option_count();
  std::vector<int> rest;
  for (const int choice : choices_of(item)) {
    if (std::find(part.begin(), part.end(), choice) == part.end()) rest.push_back(choice);
  }
  const std::vector<int> basis = relaxation_.basis();
  open_.push_back({basis, std::move(rest), trail_.size(), node_bound_, depth_ + 1});
  open_.push_back({basis, std::move(part), trail_.size(), node_bound_, depth_ + 1});
  state_ = State::backtracking;
}

/// Back to the root: a much better cutoff strikes out so much there that the branches so far are not worth keeping.
void Branching::begin_again() {
  open_.clear();
  std::vector<int> kept;
  for (const int choice : trail_) {
    if (struck_[at(choice)]) kept.push_back(choice);
    if (!struck_[at(choice)]) relaxation_.set_dead(choice, false);
  }
  trail_ = std::move(kept);
  depth_ = 0;
  node_bound_ = root_bound_;
  root_cutoff_ = cutoff_;
  rounds_ = weak_rounds_ = 0;
  state_ = relaxation_.restore(root_basis_) ? State::solving : State::failed;
}

/// Goes on with the newest branch.
void Branching::backtrack() {
  if (open_.empty()) {
    state_ = State::done;
    return;
  }
  if ((root_cutoff_ - cutoff_) * 5 > root_cutoff_ - root_bound_) return begin_again();
  Node node = std::move(open_.back());
  open_.pop_back();
  undo_strikes(node.trail);
  if (node.bound >= cutoff_) return;
  if (relaxation_.basis() != node.basis && !relaxation_.restore(node.basis)) {
    state_ = State::failed;
    return;
  }
  depth_ = node.depth;
  node_bound_ = node.bound;
  rounds_ = weak_rounds_ = 0;
  objective_before_ = relaxation_.objective();
  for (const int choice : node.strike) strike(choice);
  state_ = State::solving;
}

}  // namespace relais::agenda
