#pragma once

#include <cstdint>
#include <vector>

namespace relais::report {

/// Of a set of values; all 0 if it is empty.
struct Summary {
  std::int64_t n = 0;
  std::int64_t median = 0, p90 = 0;  ///< nearest rank: values that occur
  std::int64_t mean = 0;             ///< rounded to the nearest, halves up
};
Summary summarize(std::vector<std::int64_t> values);

/// The value at nearest rank: the least one that at least this percentage (1–100) of all do not exceed. `sorted` is not
/// empty.
std::int64_t nearest_rank(const std::vector<std::int64_t>& sorted, std::int64_t percentage);

/// A share and its 95 % interval (Wilson 1927), in thousandths.
struct Share {
  std::int64_t value = 0, low = 0, high = 0;
};
Share wilson(std::int64_t successes, std::int64_t n);  ///< `n` at least 1

/// In thousandths, rounded to the nearest, halves up; `of` at least 1.
std::int64_t thousandths(std::int64_t part, std::int64_t of);

}  // namespace relais::report
