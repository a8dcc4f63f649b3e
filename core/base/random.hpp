#pragma once

#include <cstdint>

namespace relais {

/// splitmix64 (Steele, Lea, Flood 2014): the only randomness of the core, always from a seed that is given.
class SplitMix64 {
 public:
  explicit SplitMix64(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
  }

  /// A number from 0 to `bound` − 1; `bound` at least 1 and small beside 2^32, so that the bias is nil in practice.
  std::uint32_t below(std::uint32_t bound) {
    return static_cast<std::uint32_t>((next() >> 32) * std::uint64_t{bound} >> 32);
  }

 private:
  std::uint64_t state_;
};

}  // namespace relais
