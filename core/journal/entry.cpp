#include "core/journal/entry.hpp"

namespace relais::journal {

std::optional<std::int64_t> target_seq(const Head& head) {
  if (head.ref.empty() || head.ref.size() > 15) return std::nullopt;
  std::int64_t seq = 0;
  for (const char c : head.ref) {
    if (c < '0' || c > '9') return std::nullopt;
    seq = seq * 10 + (c - '0');
  }
  return seq;
}

}  // namespace relais::journal
