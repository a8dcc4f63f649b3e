#include "core/agenda/halves.hpp"

#include <algorithm>
#include <set>

namespace relais::agenda {
namespace {

std::size_t at(int place) { return static_cast<std::size_t>(place); }

constexpr double slack_at_most = 0.2;
constexpr double broken_by = 0.05;
constexpr std::size_t rows_at_most = 1200;

using Bits = std::vector<std::uint64_t>;

bool has(const Bits& bits, std::size_t place) { return bits[place / 64] >> place % 64 & 1; }
void flip(Bits& bits, std::size_t place) { bits[place / 64] ^= std::uint64_t{1} << place % 64; }
bool any(const Bits& bits) {
  return std::any_of(bits.begin(), bits.end(), [](std::uint64_t word) { return word != 0; });
}
int count(const Bits& bits) {
  int sum = 0;
  for (const std::uint64_t word : bits) sum += __builtin_popcountll(word);
  return sum;
}

/// A sum of rows, modulo 2.
struct Sum {
  Bits odd;  ///< columns of the support with an odd coefficient
  Bits of;   ///< the rows summed
  bool rhs = false;
  double slack = 0;
};

void add(Sum& to, const Sum& other) {
  for (std::size_t i = 0; i < to.odd.size(); ++i) to.odd[i] ^= other.odd[i];
  for (std::size_t i = 0; i < to.of.size(); ++i) to.of[i] ^= other.of[i];
  to.rhs = to.rhs != other.rhs;
  to.slack += other.slack;
}

class Halver {
 public:
  explicit Halver(const Simplex& simplex) : simplex_(simplex), support_(simplex.support(1e-6)) {
    for (int row = 0; row < simplex.row_count() && rows_.size() < rows_at_most; ++row) {
      if (simplex.slack_value(row) <= slack_at_most) rows_.push_back(row);
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) sums_.push_back(single(i));
  }

  std::vector<Row> rows(std::size_t most) {
    eliminate();
    std::vector<const Sum*> found;
    for (const Sum& sum : sums_) {
      if (sum.rhs && !any(sum.odd) && sum.slack < 1 - 2 * broken_by) found.push_back(&sum);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Sum* a, const Sum* b) { return count(a->of) < count(b->of); });
    std::vector<Row> out;
    std::set<Bits> known;
    for (const Sum* sum : found) {
      if (out.size() == most) break;
      if (known.insert(sum->of).second) out.push_back(halved(sum->of));
    }
    return out;
  }

  std::int64_t effort() const { return effort_; }

 private:
  Sum single(std::size_t place) const {
    const Row& row = simplex_.row(rows_[place]);
    Sum out{Bits((support_.size() + 63) / 64, 0), Bits((rows_.size() + 63) / 64, 0), (row.limit & 1) != 0,
            std::max(0.0, simplex_.slack_value(rows_[place]))};
    flip(out.of, place);
    for (const Run& run : row.runs) {
      if ((run.coefficient & 1) == 0) continue;
      auto one = std::lower_bound(support_.begin(), support_.end(), run.from);
      for (; one != support_.end() && *one < run.to; ++one) flip(out.odd, at(static_cast<int>(one - support_.begin())));
    }
    return out;
  }

  /// Gauss, modulo 2: the tightest row with a column is added to all others with it, and set aside.
  void eliminate() {
    std::vector<std::size_t> columns(support_.size());
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i] = i;
    const auto value = [&](std::size_t column) { return simplex_.value(support_[column]); };
    std::stable_sort(columns.begin(), columns.end(), [&](std::size_t a, std::size_t b) { return value(a) > value(b); });
    for (const std::size_t column : columns) {
      const Sum* pivot = nullptr;
      for (const Sum& sum : sums_) {
        if (!has(sum.odd, column)) continue;
        if (!pivot || sum.slack < pivot->slack - 1e-9 ||
            (sum.slack < pivot->slack + 1e-9 && count(sum.odd) < count(pivot->odd))) {
          pivot = &sum;
        }
      }
      if (!pivot) continue;
      const Sum chosen = *pivot;
      for (Sum& sum : sums_) {
        if (has(sum.odd, column)) add(sum, chosen);
      }
      std::erase_if(sums_, [](const Sum& sum) { return !any(sum.of) || sum.slack > 1; });
    }
    effort_ += static_cast<std::int64_t>(support_.size() * rows_.size() * (rows_.size() / 64 + 1) / 4096);
  }

  Row halved(const Bits& of) const {
    std::vector<int> steps(at(simplex_.column_count()) + 1, 0);
    Row out;
    out.limit = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (!has(of, i)) continue;
      const Row& row = simplex_.row(rows_[i]);
      out.limit += row.limit;
      for (const Run& run : row.runs) {
        steps[at(run.from)] += run.coefficient;
        steps[at(run.to)] -= run.coefficient;
      }
    }
    out.limit /= 2;
    int sum = 0;
    for (int column = 0; column < simplex_.column_count(); ++column) {
      sum += steps[at(column)];
      const int half = sum / 2;
      if (half == 0) continue;
      const bool goes_on = !out.runs.empty() && out.runs.back().to == column && out.runs.back().coefficient == half;
      if (goes_on) out.runs.back().to = column + 1;
      if (!goes_on) out.runs.push_back({column, column + 1, half});
    }
    return out;
  }

  const Simplex& simplex_;
  std::vector<int> support_;
  std::vector<int> rows_;
  std::vector<Sum> sums_;
  std::int64_t effort_ = 0;
};

}  // namespace

std::vector<Row> halved_rows(const Simplex& simplex, std::size_t most, std::int64_t& effort) {
  Halver halver(simplex);
  std::vector<Row> rows = halver.rows(most);
  effort += halver.effort();
  return rows;
}

}  // namespace relais::agenda
