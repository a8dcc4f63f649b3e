#include "core/report/numbers_json.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace relais::report {

// Multiplications and a division of exact powers of ten: the same bits everywhere, which printf does not promise.
Json rounded(double number) {
  constexpr double twelve_digits = 1e11;
  constexpr int most_decimals = 22;  // 1e22 is the last power of ten that a double holds exactly
  if (number == 0.0) return 0.0;
  double power = 1.0;
  int decimals = 0;
  while (std::fabs(number) * power < twelve_digits && decimals < most_decimals) {
    power *= 10.0;
    ++decimals;
  }
  return std::floor(number * power + 0.5) / power;
}

}  // namespace relais::report
