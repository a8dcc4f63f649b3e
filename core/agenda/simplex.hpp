#pragma once

#include <cstdint>
#include <span>
#include <vector>

/// A bounded dual simplex for rows made of runs of columns: min c·x, x ≥ 0, every row Σ a·x + slack = b. The basis is
/// kept as an explicit inverse whose zeros are skipped, the leaving row chosen by steepest edge. Only + − × ÷ in fixed
/// order, so that native and wasm take the same steps; nothing here is trusted: bounds are proved again in integers.
namespace relais::agenda {

/// Columns [from, to) with one coefficient.
struct Run {
  int from = 0, to = 0;
  int coefficient = 1;
};

struct Row {
  std::vector<Run> runs;  ///< disjoint, ascending
  std::int64_t limit = 1;
  bool permanent = false;  ///< never dropped
};

class Simplex {
 public:
  /// `groups` are the first rows: equalities with right side 1, which share no column and cover all. The first basis
  /// takes the cheapest column of each.
  Simplex(std::vector<double> costs, std::vector<Row> groups);

  /// Adds a ≤ row; its slack joins the basis.
  void add_row(Row row);
  /// Drops the ≤ rows whose place in `keep` is false; only rows whose slack is in the basis may go.
  void keep_rows(const std::vector<bool>& keep);

  void set_dead(int column, bool dead) { dead_[static_cast<std::size_t>(column)] = dead; }
  bool is_dead(int column) const { return dead_[static_cast<std::size_t>(column)]; }

  enum class Outcome : std::uint8_t { running, optimal, infeasible, failed };
  /// At most `pivots` steps of the dual method. `infeasible`: the dead columns leave no solution. `failed`: the numbers
  /// are too far off to go on.
  Outcome run(int pivots);

  double objective() const;
  /// The prices −y of the ≤ rows, negative ones as 0.
  std::vector<double> prices() const;
  double value(int column) const;
  double reduced_cost(int column) const { return reduced_[static_cast<std::size_t>(column)]; }
  /// Columns with a value above `least`, ascending.
  std::vector<int> support(double least) const;
  bool slack_is_basic(int row) const;
  double slack_value(int row) const;
  /// After `infeasible`: prices to add for a bound as high as one likes.
  const std::vector<double>& ray() const { return ray_; }

  int row_count() const { return static_cast<int>(rows_.size()); }
  int group_count() const { return groups_; }
  int column_count() const { return columns_; }
  const Row& row(int index) const { return rows_[static_cast<std::size_t>(index)]; }
  std::int64_t pivots() const { return pivots_; }
  std::int64_t effort() const { return effort_; }

  /// The basis, to come back to. Rows added since then come with their slack.
  const std::vector<int>& basis() const { return head_; }
  /// False if the numbers do not allow it.
  bool restore(const std::vector<int>& basis);

 private:
  struct Entry {
    int row = 0;
    int coefficient = 1;
  };

  double* inverse_row(int row) { return inverse_.data() + static_cast<std::size_t>(row) * stride_; }
  const double* inverse_row(int row) const { return inverse_.data() + static_cast<std::size_t>(row) * stride_; }
  int slack(int row) const { return columns_ + row; }
  void reserve_rows(int rows);
  void index_row(int row);
  int pick_leaving() const;
  void price_row(int leaving);
  int pick_entering(bool from_below) const;
  std::vector<double> transformed(int variable) const;
  void pivot(int leaving, const std::vector<double>& column);
  void replace(int leaving, int entering, const std::vector<double>& column);
  bool reinvert();
  bool enter_somewhere(int variable, std::vector<bool>& used);
  void recompute();

  int columns_ = 0;
  int groups_ = 0;
  std::vector<double> costs_;
  std::vector<Row> rows_;
  std::vector<std::vector<Entry>> entries_;  ///< of each column
  std::vector<bool> dead_;
  std::vector<int> head_;   ///< the variable of each basis place
  std::vector<int> place_;  ///< of each variable, −1 outside the basis
  std::vector<double> inverse_;
  std::size_t stride_ = 0;
  std::vector<double> values_;  ///< of the basis
  std::vector<double> duals_;
  std::vector<double> reduced_;  ///< of each variable, columns then slacks
  std::vector<double> alpha_;    ///< the leaving row over all variables
  std::vector<double> ray_;
  std::int64_t pivots_ = 0;
  std::int64_t since_reinversion_ = 0;
  std::int64_t effort_ = 0;
};

}  // namespace relais::agenda
