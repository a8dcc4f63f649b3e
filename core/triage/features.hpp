#pragma once

#include "core/triage/evidence.hpp"
#include "core/triage/judgement.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

/// What the learned layer sees of a request: numbers only. Words, word pairs, pairs with a gap, and the pieces
/// of words are hashed into buckets; the signals found, the time left and what the rules made of it have buckets of
/// their own. A text's features have one length together, so that long texts do not shout down short ones.
namespace relais::triage {

struct Feature {
  std::uint16_t bucket = 0;
  std::int16_t weight = 0;  ///< Q8

  friend bool operator==(const Feature& a, const Feature& b) { return a.bucket == b.bucket && a.weight == b.weight; }
};

/// Ascending by bucket, each bucket once.
using Features = std::vector<Feature>;

inline constexpr std::uint32_t text_buckets = 1u << 15, signal_buckets = 1u << 10;
inline constexpr std::uint32_t bucket_count = text_buckets + signal_buckets;
inline constexpr std::uint16_t bias_bucket = text_buckets;  ///< the first of the signals' buckets is always on

/// `rules`: what the rules alone make of it, without a policy.
Features features_of(const Request& request, const Evidence& evidence, const Judgement& rules);

/// The same, with the priority and category that were decided: what an action depends on.
Features with_decision(const Features& features, const Request& request, policy::Priority priority,
                       std::string_view category);

}  // namespace relais::triage
