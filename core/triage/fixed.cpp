#include "core/triage/fixed.hpp"

#include <algorithm>
#include <numeric>

namespace relais::triage {

std::int64_t exp_negative_q16(std::int64_t x) {
  if (x < -11 * one_q16) return 0;
  // e^x = 2^(x / ln 2): the whole part shifts, the fraction goes through a polynomial in Q30.
  constexpr std::int64_t log2_e_q16 = 94548;
  const std::int64_t y = (x * log2_e_q16) >> 16;
  const std::int64_t whole = y >> 16;
  const std::int64_t f = (y & 0xFFFF) << 14;
  constexpr std::int64_t one_q30 = std::int64_t{1} << 30;
  constexpr std::array<std::int64_t, 4> coefficients{10327437, 59597125, 257941190, 744261118};  // 2^f, Q30
  std::int64_t power = 0;
  for (const std::int64_t c : coefficients) power = ((power * f) >> 30) + c;
  power = ((power * f) >> 30) + one_q30;
  return power >> (14 - whole);
}

std::int64_t logistic_q16(std::int64_t x) {
  const std::int64_t e = exp_negative_q16(x > 0 ? -x : x);
  const std::int64_t smaller = (e * one_q16) / (one_q16 + e);
  return x > 0 ? one_q16 - smaller : smaller;
}

std::int64_t square_root(std::int64_t value) {
  std::int64_t root = 0;
  std::int64_t bit = 1;
  while (bit * bit <= value) bit <<= 1;
  for (bit >>= 1; bit > 0; bit >>= 1) {
    if ((root + bit) * (root + bit) <= value) root += bit;
  }
  return root;
}

std::vector<std::int64_t> thousandths(const std::vector<std::int64_t>& weights) {
  const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  std::vector<std::int64_t> shares(weights.size()), rests(weights.size());
  std::int64_t given = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const std::int64_t scaled = sum == 0 ? 1000 : weights[i] * 1000;
    const std::int64_t divisor = sum == 0 ? static_cast<std::int64_t>(weights.size()) : sum;
    shares[i] = scaled / divisor;
    rests[i] = scaled % divisor;
    given += shares[i];
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rests[a] > rests[b]; });
  for (std::size_t i = 0; given < 1000; ++i, ++given) ++shares[order[i % order.size()]];
  return shares;
}

}  // namespace relais::triage
