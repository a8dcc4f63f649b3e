#include "core/agenda/relaxation.hpp"

#include "core/agenda/halves.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace relais::agenda {
namespace {

std::size_t at(int place) { return static_cast<std::size_t>(place); }

std::vector<double> costs_of(const Model& model) {
  std::vector<double> out;
  for (const std::int64_t cost : model.costs) out.push_back(static_cast<double>(cost));
  for (const Item& item : model.items) out.push_back(static_cast<double>(item.unscheduled));
  return out;
}

std::vector<Row> groups_of(const Model& model) {
  std::vector<Row> out;
  const int options = model.option_count();
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    const Item& item = model.items[i];
    const int leave_out = options + static_cast<int>(i);
    Row row;
    if (item.first < item.last) row.runs.push_back({item.first, item.last, 1});
    row.runs.push_back({leave_out, leave_out + 1, 1});
    out.push_back(std::move(row));
  }
  return out;
}

constexpr int few_rows = 5;
constexpr std::size_t halved_rows_of_a_round = 20;
// No row may grant more, scaled: far beyond any price that matters, and thousands of rows stay within 64 bits.
constexpr std::int64_t most_granted = std::int64_t{1} << 50;
// What an item costs that has no choice left: more than any arrangement.
constexpr std::int64_t impossible = std::int64_t{1} << 60;

std::int64_t ceil_divided(std::int64_t value, std::int64_t by) {
  return value >= 0 ? (value + by - 1) / by : -(-value / by);
}

}  // namespace

Relaxation::Relaxation(const Ground& ground, const MergedRooms& merged)
    : model_(merged.model),
      options_(model_.option_count()),
      cliques_(model_, ground.gaps()),
      room_counts_(ground, merged),
      simplex_(costs_of(model_), groups_of(model_)),
      load_added_(model_.loads.size(), false) {}

std::int64_t Relaxation::priced(int choice) const {
  const std::int64_t cost =
      choice >= options_ ? model_.items[at(choice - options_)].unscheduled : model_.costs[at(choice)];
  return cost * scale + penalty_[at(choice)];
}

std::int64_t Relaxation::prove_with(const std::vector<double>& prices) {
  penalty_.assign(at(choice_count()) + 1, 0);
  std::int64_t granted = 0;
  for (int row = simplex_.group_count(); row < simplex_.row_count(); ++row) {
    const std::int64_t highest = most_granted / std::max<std::int64_t>(1, simplex_.row(row).limit);
    const double wished = std::min(prices[at(row)] * scale, static_cast<double>(highest));
    const auto price = static_cast<std::int64_t>(std::floor(wished + 0.5));
    if (price <= 0) continue;
    granted += price * simplex_.row(row).limit;
    for (const Run& run : simplex_.row(row).runs) {
      penalty_[at(run.from)] += price * run.coefficient;
      penalty_[at(run.to)] -= price * run.coefficient;
    }
  }
  std::partial_sum(penalty_.begin(), penalty_.end(), penalty_.begin());
  cheapest_.clear();
  for (std::size_t i = 0; i < model_.items.size(); ++i) {
    std::int64_t least = impossible;
    const auto consider = [&](int choice) {
      if (!is_dead(choice)) least = std::min(least, priced(choice));
    };
    for (int option = model_.items[i].first; option < model_.items[i].last; ++option) consider(option);
    consider(leave_out(static_cast<int>(i)));
    cheapest_.push_back(least);
    if (least == impossible) return impossible;
  }
  effort_ += 1 + options_ / 512;
  scaled_bound_ = std::accumulate(cheapest_.begin(), cheapest_.end(), std::int64_t{0}) - granted;
  return ceil_divided(scaled_bound_, scale);
}

std::int64_t Relaxation::prove() { return prove_with(simplex_.prices()); }

std::int64_t Relaxation::prove_infeasible(std::int64_t enough) {
  std::vector<double> prices = simplex_.prices();
  std::int64_t best = prove_with(prices);
  double length = 1;
  for (int tries = 0; tries < 24 && best < enough; ++tries, length *= 2) {
    std::vector<double> raised = prices;
    for (std::size_t row = at(simplex_.group_count()); row < raised.size() && row < simplex_.ray().size(); ++row) {
      raised[row] = std::max(0.0, raised[row] + length * simplex_.ray()[row]);
    }
    best = std::max(best, prove_with(raised));
  }
  return best;
}

std::int64_t Relaxation::rise(int choice) const {
  const int item = choice >= options_ ? choice - options_ : model_.item_of(choice);
  return priced(choice) - cheapest_[at(item)];
}

std::vector<int> Relaxation::too_dear(std::int64_t cutoff) const {
  std::vector<int> out;
  const std::int64_t room = (cutoff - 1) * scale - scaled_bound_;
  for (std::size_t i = 0; i < model_.items.size(); ++i) {
    const auto consider = [&](int choice) {
      if (!is_dead(choice) && priced(choice) - cheapest_[i] > room) out.push_back(choice);
    };
    for (int option = model_.items[i].first; option < model_.items[i].last; ++option) consider(option);
    consider(leave_out(static_cast<int>(i)));
  }
  return out;
}

std::vector<Share> Relaxation::shares() const {
  std::vector<Share> out;
  for (const int column : simplex_.support(1e-6)) {
    if (column < options_) out.push_back({column, simplex_.value(column)});
  }
  return out;
}

Row Relaxation::load_row(int load) const {
  std::int64_t unit = 0;
  std::vector<std::pair<int, std::int64_t>> taken;
  for (int option = 0; option < options_; ++option) {
    for (const LoadShare& share : model_.shares(option)) {
      if (share.load != load) continue;
      taken.emplace_back(option, share.seconds);
      unit = std::gcd(unit, share.seconds);
    }
  }
  Row row;
  row.permanent = true;
  row.limit = model_.loads[at(load)].left / std::max<std::int64_t>(unit, 1);
  for (const auto& [option, seconds] : taken) {
    const int coefficient = static_cast<int>(seconds / unit);
    const bool continues =
        !row.runs.empty() && row.runs.back().to == option && row.runs.back().coefficient == coefficient;
    if (continues) row.runs.back().to = option + 1;
    if (!continues) row.runs.push_back({option, option + 1, coefficient});
  }
  return row;
}

int Relaxation::tighten_loads(const std::vector<Share>& shares) {
  std::vector<double> taken(model_.loads.size(), 0);
  for (const Share& share : shares) {
    for (const LoadShare& load : model_.shares(share.option)) {
      taken[at(load.load)] += share.value * static_cast<double>(load.seconds);
    }
  }
  int added = 0;
  for (std::size_t load = 0; load < taken.size(); ++load) {
    if (load_added_[load] || taken[load] <= static_cast<double>(model_.loads[load].left) + 1e-3) continue;
    load_added_[load] = true;
    simplex_.add_row(load_row(static_cast<int>(load)));
    ++added;
  }
  return added;
}

int Relaxation::tighten(std::size_t most, bool halve) {
  const std::vector<Share> present = shares();
  int added = tighten_loads(present);
  for (Row& row : room_counts_.broken(present)) {
    simplex_.add_row(std::move(row));
    ++added;
  }
  for (Row& row : cliques_.broken(present, most)) {
    simplex_.add_row(std::move(row));
    ++added;
  }
  if (added > few_rows || !halve) return added;
  for (Row& row : halved_rows(simplex_, halved_rows_of_a_round, effort_)) {
    simplex_.add_row(std::move(row));
    ++added;
  }
  return added;
}

void Relaxation::tidy() {
  std::vector<bool> keep;
  int idle = 0;
  for (int row = 0; row < simplex_.row_count(); ++row) {
    keep.push_back(row < simplex_.group_count() || simplex_.row(row).permanent || !simplex_.slack_is_basic(row));
    if (!keep.back()) ++idle;
  }
  if (idle > 20 && idle * 3 > simplex_.row_count()) simplex_.keep_rows(keep);
}

}  // namespace relais::agenda
