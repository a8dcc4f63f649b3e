#include "core/triage/priority_scale.hpp"

#include "core/triage/fixed.hpp"

namespace relais::triage {
namespace {

using policy::Priority;

// Where one priority ends and the next begins, and how sharp the border is.
constexpr std::array<std::int64_t, 3> borders{1500, 500, -500};  // critical | high | normal | low
constexpr std::int64_t softness = 280;

}  // namespace

std::int64_t middle_score(Priority priority) {
  constexpr std::array<std::int64_t, 4> middles{2000, 1000, 0, -1000};
  return middles[static_cast<std::size_t>(priority)];
}

std::pair<std::int64_t, std::int64_t> scores_of(Priority priority) {
  constexpr std::int64_t inside = 60;
  const auto k = static_cast<std::size_t>(priority);
  return {k < 3 ? borders[k] + inside : -1500, k > 0 ? borders[k - 1] - inside : 2500};
}

Priority priority_of(std::int64_t score) {
  return score >= borders[0]   ? Priority::critical
         : score >= borders[1] ? Priority::high
         : score >= borders[2] ? Priority::normal
                               : Priority::low;
}

std::array<std::int64_t, 4> probabilities_of(std::int64_t score) {
  std::array<std::int64_t, 3> above{};  // that the priority is at least this high
  for (std::size_t i = 0; i < borders.size(); ++i) above[i] = logistic_q16((score - borders[i]) * one_q16 / softness);
  const std::vector<std::int64_t> shares =
      thousandths({above[0], above[1] - above[0], above[2] - above[1], one_q16 - above[2]});
  return {shares[0], shares[1], shares[2], shares[3]};
}

}  // namespace relais::triage
