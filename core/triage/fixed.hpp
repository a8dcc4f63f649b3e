#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

/// Exponentials in integers: the same bits everywhere. Q16: a value times 65,536.
namespace relais::triage {

inline constexpr std::int64_t one_q16 = 65536;

/// e^x for x ≤ 0 in Q16, to about one part in ten thousand; 0 below −11.
std::int64_t exp_negative_q16(std::int64_t x);

/// 1 / (1 + e^−x) in Q16.
std::int64_t logistic_q16(std::int64_t x);

/// The greatest whole number whose square is not above `value`; below 2^61.
std::int64_t square_root(std::int64_t value);
/// The square root of a Q8 value, in Q8.
inline std::int64_t root_q8(std::int64_t value) { return square_root(value * 256); }

/// Shares of 1,000 in proportion to weights that are not negative, by the largest remainder; the first of equals gains.
/// All weights 0: equal shares.
std::vector<std::int64_t> thousandths(const std::vector<std::int64_t>& weights);

}  // namespace relais::triage
