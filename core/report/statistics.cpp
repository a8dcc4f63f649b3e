#include "core/report/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace relais::report {
namespace {

std::int64_t divide_rounding(std::int64_t a, std::int64_t b) {
  const std::int64_t doubled = 2 * a + b;
  const std::int64_t quotient = doubled / (2 * b);
  return doubled % (2 * b) < 0 ? quotient - 1 : quotient;
}

std::int64_t to_thousandths(double share) {
  return static_cast<std::int64_t>(std::floor(std::clamp(share, 0.0, 1.0) * 1000.0 + 0.5));
}

}  // namespace

Summary summarize(std::vector<std::int64_t> values) {
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  const auto n = static_cast<std::int64_t>(values.size());
  const std::int64_t sum = std::accumulate(values.begin(), values.end(), std::int64_t{0});
  return {n, nearest_rank(values, 50), nearest_rank(values, 90), divide_rounding(sum, n)};
}

std::int64_t nearest_rank(const std::vector<std::int64_t>& sorted, std::int64_t percentage) {
  const auto n = static_cast<std::int64_t>(sorted.size());
  return sorted[static_cast<std::size_t>((percentage * n + 99) / 100 - 1)];
}

// Additions, multiplications, divisions and one square root: exactly rounded, so the same bits everywhere.
Share wilson(std::int64_t successes, std::int64_t n) {
  constexpr double z = 1.959963984540054;
  const auto count = static_cast<double>(n);
  const double p = static_cast<double>(successes) / count;
  const double centre = p + z * z / (2.0 * count);
  const double spread = z * std::sqrt(p * (1.0 - p) / count + z * z / (4.0 * count * count));
  const double scale = 1.0 + z * z / count;
  return {thousandths(successes, n), to_thousandths((centre - spread) / scale),
          to_thousandths((centre + spread) / scale)};
}

std::int64_t thousandths(std::int64_t part, std::int64_t of) { return divide_rounding(part * 1000, of); }

}  // namespace relais::report
