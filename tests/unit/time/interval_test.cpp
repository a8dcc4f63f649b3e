#include "core/time/interval.hpp"

#include "core/base/random.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace relais::time;

namespace {

Interval span(std::int64_t from, std::int64_t to) { return {{from}, {to}}; }

using Intervals = std::vector<Interval>;

constexpr int width = 40;
using Bits = std::array<bool, width>;

Bits bits(const Intervals& intervals) {
  Bits out{};
  for (const Interval& interval : intervals) {
    for (auto at = interval.from.seconds; at < interval.to.seconds; ++at) out[static_cast<std::size_t>(at)] = true;
  }
  return out;
}

// The one normal form of a set of seconds.
Intervals from_bits(const Bits& in) {
  Intervals out;
  for (int at = 0; at < width; ++at) {
    if (!in[at]) continue;
    if (!out.empty() && out.back().to.seconds == at) {
      out.back().to.seconds = at + 1;
    } else {
      out.push_back(span(at, at + 1));
    }
  }
  return out;
}

Intervals random_intervals(relais::SplitMix64& random) {
  Intervals out(random.below(6));
  for (Interval& interval : out) {
    interval.from.seconds = random.below(width);
    interval.to.seconds = random.below(width + 1);
  }
  return out;
}

}  // namespace

TEST_CASE("the normal form is sorted, without touching or empty members") {
  CHECK(normalized({span(5, 8), span(1, 3), span(3, 4), span(6, 7), span(9, 9)}) == Intervals{span(1, 4), span(5, 8)});
  CHECK(normalized({}).empty());
}

TEST_CASE("intervals are half-open") {
  CHECK_FALSE(overlap(span(1, 2), span(2, 3)));
  CHECK(overlap(span(1, 3), span(2, 3)));
  CHECK(span(3, 2).seconds() == 0);
}

TEST_CASE("union, intersection and difference are those of the sets of seconds") {
  relais::SplitMix64 random(1);
  for (int round = 0; round < 3000; ++round) {
    const Intervals a = normalized(random_intervals(random));
    const Intervals b = normalized(random_intervals(random));
    const Bits in_a = bits(a), in_b = bits(b);
    Bits either{}, both{}, only_a{};
    for (int at = 0; at < width; ++at) {
      either[at] = in_a[at] || in_b[at];
      both[at] = in_a[at] && in_b[at];
      only_a[at] = in_a[at] && !in_b[at];
    }
    REQUIRE(united(a, b) == from_bits(either));
    REQUIRE(intersected(a, b) == from_bits(both));
    REQUIRE(subtracted(a, b) == from_bits(only_a));
  }
}
