#include "core/agenda/simplex.hpp"

#include <algorithm>

namespace relais::agenda {
namespace {

std::size_t at(int place) { return static_cast<std::size_t>(place); }

constexpr double feasible_within = 1e-7;
constexpr double pivot_at_least = 1e-7;
constexpr double nothing = 1e-11;
constexpr double cost_slack = 1e-7;
constexpr int pivots_between_reinversions = 1500;

double size_of(double value) { return value < 0 ? -value : value; }

}  // namespace

Simplex::Simplex(std::vector<double> costs, std::vector<Row> groups)
    : columns_(static_cast<int>(costs.size())),
      groups_(static_cast<int>(groups.size())),
      costs_(std::move(costs)),
      rows_(std::move(groups)) {
  entries_.resize(at(columns_));
  dead_.assign(at(columns_), false);
  place_.assign(at(columns_), -1);
  for (int row = 0; row < groups_; ++row) index_row(row);
  place_.resize(at(columns_ + groups_), -1);
  reserve_rows(groups_);
  for (int row = 0; row < groups_; ++row) {
    int cheapest = -1;
    for (const Run& run : rows_[at(row)].runs) {
      for (int column = run.from; column < run.to; ++column) {
        if (cheapest < 0 || costs_[at(column)] < costs_[at(cheapest)]) cheapest = column;
      }
    }
    head_.push_back(cheapest);
    place_[at(cheapest)] = row;
    inverse_row(row)[row] = 1;
  }
  recompute();
}

void Simplex::index_row(int row) {
  for (const Run& run : rows_[at(row)].runs) {
    for (int column = run.from; column < run.to; ++column) entries_[at(column)].push_back({row, run.coefficient});
  }
}

void Simplex::reserve_rows(int rows) {
  if (at(rows) <= stride_) return;
  const std::size_t wider = std::max(at(rows), stride_ + stride_ / 2 + 16);
  std::vector<double> grown(wider * wider, 0);
  for (std::size_t row = 0; row < head_.size(); ++row) {
    std::copy_n(inverse_.data() + row * stride_, head_.size(), grown.data() + row * wider);
  }
  inverse_ = std::move(grown);
  stride_ = wider;
}

void Simplex::add_row(Row row) {
  const int index = row_count();
  rows_.push_back(std::move(row));
  index_row(index);
  reserve_rows(index + 1);
  double* fresh = inverse_row(index);
  std::fill_n(fresh, stride_, 0.0);
  for (int other = 0; other < index; ++other) inverse_row(other)[index] = 0;
  double value = static_cast<double>(rows_.back().limit);
  for (const Run& run : rows_.back().runs) {
    for (int column = run.from; column < run.to; ++column) {
      const int place = place_[at(column)];
      if (place < 0) continue;
      const double* basic = inverse_row(place);
      for (int k = 0; k < index; ++k) fresh[k] -= run.coefficient * basic[k];
      value -= run.coefficient * values_[at(place)];
    }
  }
  fresh[index] = 1;
  place_.push_back(index);
  head_.push_back(slack(index));
  values_.push_back(value);
  duals_.push_back(0);
  reduced_.push_back(0);
  effort_ += 1;
}

void Simplex::keep_rows(const std::vector<bool>& keep) {
  std::vector<int> renumbered(rows_.size(), -1);
  std::vector<Row> kept;
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    if (static_cast<int>(row) >= groups_ && !keep[row]) continue;
    renumbered[row] = static_cast<int>(kept.size());
    kept.push_back(std::move(rows_[row]));
  }
  std::vector<int> basis;
  for (const int variable : head_) {
    const int row = variable - columns_;
    if (row < 0) basis.push_back(variable);
    if (row >= 0 && renumbered[at(row)] >= 0) basis.push_back(slack(renumbered[at(row)]));
  }
  rows_ = std::move(kept);
  for (auto& entries : entries_) entries.clear();
  for (int row = 0; row < row_count(); ++row) index_row(row);
  restore(basis);
}

bool Simplex::restore(const std::vector<int>& basis) {
  head_ = basis;
  for (int row = static_cast<int>(basis.size()); row < row_count(); ++row) head_.push_back(slack(row));
  reserve_rows(row_count());
  place_.assign(at(columns_ + row_count()), -1);
  return reinvert();
}

double Simplex::objective() const {
  double sum = 0;
  for (std::size_t row = 0; row < rows_.size(); ++row) sum += duals_[row] * static_cast<double>(rows_[row].limit);
  return sum;
}

std::vector<double> Simplex::prices() const {
  std::vector<double> out(rows_.size(), 0);
  for (std::size_t row = at(groups_); row < rows_.size(); ++row) out[row] = std::max(0.0, -duals_[row]);
  return out;
}

double Simplex::value(int column) const {
  const int place = place_[at(column)];
  return place < 0 ? 0 : values_[at(place)];
}

std::vector<int> Simplex::support(double least) const {
  std::vector<int> out;
  for (std::size_t row = 0; row < head_.size(); ++row) {
    if (head_[row] < columns_ && values_[row] > least) out.push_back(head_[row]);
  }
  std::sort(out.begin(), out.end());
  return out;
}

bool Simplex::slack_is_basic(int row) const { return place_[at(slack(row))] >= 0; }

double Simplex::slack_value(int row) const {
  const int place = place_[at(slack(row))];
  return place < 0 ? 0 : values_[at(place)];
}

/// The basic variable that is furthest outside its bounds, measured along its edge.
int Simplex::pick_leaving() const {
  int leaving = -1;
  double most = 0;
  const int rows = row_count();
  for (int row = 0; row < rows; ++row) {
    const double value = values_[at(row)];
    const bool below = value < -feasible_within;
    const bool above = value > feasible_within && head_[at(row)] < columns_ && dead_[at(head_[at(row)])];
    if (!below && !above) continue;
    const double* edge = inverse_row(row);
    double norm = 0;
    for (int k = 0; k < rows; ++k) norm += edge[k] * edge[k];
    const double gain = value * value / norm;
    if (gain > most) {
      most = gain;
      leaving = row;
    }
  }
  return leaving;
}

void Simplex::price_row(int leaving) {
  alpha_.assign(at(columns_) + 1, 0);
  const double* edge = inverse_row(leaving);
  for (int row = 0; row < row_count(); ++row) {
    if (size_of(edge[row]) < nothing) continue;
    for (const Run& run : rows_[at(row)].runs) {
      const double part = edge[row] * run.coefficient;
      alpha_[at(run.from)] += part;
      alpha_[at(run.to)] -= part;
    }
  }
  double sum = 0;
  for (int column = 0; column < columns_; ++column) {
    sum += alpha_[at(column)];
    alpha_[at(column)] = sum;
  }
  alpha_.resize(at(columns_));
  alpha_.insert(alpha_.end(), edge, edge + row_count());
}

/// The dual ratio test in two passes (Harris 1973): of all that stay within a small slack, the largest pivot.
int Simplex::pick_entering(bool from_below) const {
  const double sign = from_below ? -1 : 1;
  const int variables = columns_ + row_count();
  double bound = 1e300;
  for (int variable = 0; variable < variables; ++variable) {
    const double alpha = sign * alpha_[at(variable)];
    if (alpha <= pivot_at_least || place_[at(variable)] >= 0) continue;
    if (variable < columns_ ? dead_[at(variable)] : variable < columns_ + groups_) continue;
    bound = std::min(bound, (std::max(reduced_[at(variable)], 0.0) + cost_slack) / alpha);
  }
  int entering = -1;
  double largest = 0;
  for (int variable = 0; variable < variables; ++variable) {
    const double alpha = sign * alpha_[at(variable)];
    if (alpha <= pivot_at_least || alpha <= largest || place_[at(variable)] >= 0) continue;
    if (variable < columns_ ? dead_[at(variable)] : variable < columns_ + groups_) continue;
    if (std::max(reduced_[at(variable)], 0.0) > bound * alpha) continue;
    largest = alpha;
    entering = variable;
  }
  return entering;
}

/// The column of a variable in terms of the basis.
std::vector<double> Simplex::transformed(int variable) const {
  std::vector<double> out(rows_.size(), 0);
  if (variable >= columns_) {
    for (int row = 0; row < row_count(); ++row) out[at(row)] = inverse_row(row)[variable - columns_];
    return out;
  }
  const auto& entries = entries_[at(variable)];
  for (int row = 0; row < row_count(); ++row) {
    const double* inverse = inverse_row(row);
    double sum = 0;
    for (const Entry& entry : entries) sum += entry.coefficient * inverse[entry.row];
    out[at(row)] = sum;
  }
  return out;
}

/// Brings the inverse from one basis to the next.
void Simplex::pivot(int leaving, const std::vector<double>& column) {
  double* edge = inverse_row(leaving);
  const double scale = column[at(leaving)];
  std::vector<int> filled;
  for (int k = 0; k < row_count(); ++k) {
    if (size_of(edge[k]) < nothing) {
      edge[k] = 0;
    } else {
      edge[k] /= scale;
      filled.push_back(k);
    }
  }
  for (int row = 0; row < row_count(); ++row) {
    const double factor = column[at(row)];
    if (row == leaving || size_of(factor) < nothing) continue;
    double* other = inverse_row(row);
    for (const int k : filled) other[k] -= factor * edge[k];
    effort_ += static_cast<std::int64_t>(filled.size() / 512);
  }
}

void Simplex::replace(int leaving, int entering, const std::vector<double>& column) {
  const double step = reduced_[at(entering)] / column[at(leaving)];
  const double amount = values_[at(leaving)] / column[at(leaving)];
  const double* edge = inverse_row(leaving);
  for (int row = 0; row < row_count(); ++row) duals_[at(row)] += step * edge[row];
  for (std::size_t variable = 0; variable < reduced_.size(); ++variable) reduced_[variable] -= step * alpha_[variable];
  for (std::size_t row = 0; row < values_.size(); ++row) values_[row] -= amount * column[row];
  values_[at(leaving)] = amount;
  const int left = head_[at(leaving)];
  reduced_[at(left)] = -step;
  reduced_[at(entering)] = 0;
  place_[at(left)] = -1;
  place_[at(entering)] = leaving;
  head_[at(leaving)] = entering;
  pivot(leaving, column);
}

Simplex::Outcome Simplex::run(int pivots) {
  for (int i = 0; i < pivots; ++i) {
    if (since_reinversion_ >= pivots_between_reinversions && !reinvert()) return Outcome::failed;
    const int leaving = pick_leaving();
    if (leaving < 0) return Outcome::optimal;
    const bool from_below = values_[at(leaving)] < 0;
    price_row(leaving);
    effort_ += 2 + columns_ / 256 + row_count() / 8;
    const int entering = pick_entering(from_below);
    if (entering < 0) {
      ray_.assign(inverse_row(leaving), inverse_row(leaving) + row_count());
      for (double& part : ray_) part = from_below ? part : -part;
      return Outcome::infeasible;
    }
    const std::vector<double> column = transformed(entering);
    const double drift = size_of(column[at(leaving)] - alpha_[at(entering)]);
    if (drift > 1e-6 * (1 + size_of(alpha_[at(entering)]))) {
      if (since_reinversion_ == 0 || !reinvert()) return Outcome::failed;
      continue;
    }
    replace(leaving, entering, column);
    ++pivots_;
    ++since_reinversion_;
  }
  return Outcome::running;
}

bool Simplex::enter_somewhere(int variable, std::vector<bool>& used) {
  const std::vector<double> column = transformed(variable);
  int row = -1;
  for (int i = 0; i < row_count(); ++i) {
    if (used[at(i)]) continue;
    if (row < 0 || size_of(column[at(i)]) > size_of(column[at(row)])) row = i;
  }
  if (row < 0 || size_of(column[at(row)]) < pivot_at_least) return false;
  pivot(row, column);
  used[at(row)] = true;
  head_[at(row)] = variable;
  place_[at(variable)] = row;
  return true;
}

/// Builds the inverse anew from the list of basic variables: slacks first, then one pivot a column.
bool Simplex::reinvert() {
  const std::vector<int> basis = head_;
  std::fill(place_.begin(), place_.end(), -1);
  std::fill(inverse_.begin(), inverse_.end(), 0.0);
  for (int row = 0; row < row_count(); ++row) inverse_row(row)[row] = 1;
  std::vector<bool> used(rows_.size(), false);
  for (const int variable : basis) {
    if (variable < columns_) continue;
    used[at(variable - columns_)] = true;
    head_[at(variable - columns_)] = variable;
    place_[at(variable)] = variable - columns_;
  }
  bool whole = true;
  for (const int variable : basis) {
    if (variable < columns_) whole = enter_somewhere(variable, used) && whole;
  }
  since_reinversion_ = 0;
  effort_ += row_count() / 4;
  if (whole) recompute();
  return whole;
}

/// Values, duals and reduced costs from the inverse.
void Simplex::recompute() {
  const int rows = row_count();
  values_.assign(at(rows), 0);
  duals_.assign(at(rows), 0);
  for (int row = 0; row < rows; ++row) {
    const double* inverse = inverse_row(row);
    const double cost = head_[at(row)] < columns_ ? costs_[at(head_[at(row)])] : 0;
    double value = 0;
    for (int k = 0; k < rows; ++k) value += inverse[k] * static_cast<double>(rows_[at(k)].limit);
    values_[at(row)] = value;
    for (int k = 0; cost != 0 && k < rows; ++k) duals_[at(k)] += cost * inverse[k];
  }
  reduced_.assign(at(columns_ + rows), 0);
  for (int column = 0; column < columns_; ++column) {
    double sum = costs_[at(column)];
    for (const Entry& entry : entries_[at(column)]) sum -= entry.coefficient * duals_[at(entry.row)];
    reduced_[at(column)] = place_[at(column)] >= 0 ? 0 : sum;
  }
  for (int row = 0; row < rows; ++row) {
    reduced_[at(slack(row))] = place_[at(slack(row))] >= 0 ? 0 : -duals_[at(row)];
  }
}

}  // namespace relais::agenda
