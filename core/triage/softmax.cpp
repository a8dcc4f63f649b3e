#include "core/triage/softmax.hpp"

#include "core/triage/fixed.hpp"

#include <algorithm>

namespace relais::triage {

std::vector<std::int64_t> softmax_q16(const std::vector<std::int64_t>& scores) {
  const std::int64_t most = *std::max_element(scores.begin(), scores.end());
  std::vector<std::int64_t> shares(scores.size());
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    shares[i] = exp_negative_q16(scores[i] - most);
    sum += shares[i];
  }
  for (std::int64_t& share : shares) share = share * one_q16 / sum;
  return shares;
}

std::size_t index_of_greatest(const std::vector<std::int64_t>& values) {
  return static_cast<std::size_t>(std::max_element(values.begin(), values.end()) - values.begin());
}

}  // namespace relais::triage
