#pragma once

#include "core/agenda/options.hpp"
#include "core/agenda/simplex.hpp"

#include <cstdint>
#include <vector>

/// Rows of the relaxation: sets of options of which at most one can be taken. Options of different items that exclude
/// each other pairwise all overlap, so a largest such set is, kind by kind, a run of starts; a set found among the
/// fractional options is widened to such runs before it becomes a row.
namespace relais::agenda {

/// An option with its share in a fractional solution.
struct Share {
  int option = 0;
  double value = 0;
};

class Cliques {
 public:
  /// Kinds beyond this are compared anew each time instead of from a table.
  static constexpr int most_tabled = 1200;

  Cliques(const Model& model, const Gaps& gaps);

  /// Rows that `shares` (ascending by option) break, worst first, at most `most`.
  std::vector<Row> broken(const std::vector<Share>& shares, std::size_t most);

  /// The options of other items that `option` excludes.
  std::vector<int> excluded_by(int option) const;

  std::int64_t effort() const { return effort_; }

 private:
  struct Found {
    std::vector<int> options;
    double sum = 0;
  };
  /// Starts [from, to] of one kind.
  struct Stretch {
    int kind = 0;
    std::int64_t from = 0, to = 0;
  };

  std::int64_t separation_of(int before, int after) const;
  bool exclude(int option, int other) const;
  void compare(const std::vector<Share>& shares);
  Found grow(const std::vector<Share>& shares, std::size_t seed) const;
  Stretch allowed(const std::vector<Stretch>& set, int kind) const;
  bool joins(const std::vector<Stretch>& set, int kind) const;
  Row widened(const std::vector<int>& options);
  Row to_row(const std::vector<Stretch>& set) const;

  const Model& model_;
  const Gaps& gaps_;
  std::vector<std::int32_t> table_;
  std::vector<std::vector<int>> neighbours_;          ///< of each kind: those of other items that it can exclude
  std::vector<std::vector<std::uint64_t>> excluded_;  ///< among the shares of one call
  std::int64_t effort_ = 0;
};

}  // namespace relais::agenda
