#pragma once

#include "core/triage/features.hpp"
#include "core/triage/task.hpp"

#include <array>
#include <cstdint>
#include <vector>

/// The weights that every desk begins with, trained by core/triage/training/train.cpp and kept in
/// core/triage/base_model.bin. Form of the file, little-endian: `RTB3`; for each task the number of labels (1 byte),
/// the scales of a text's and of a signal's weight (Q16, 4 bytes each) and the temperature (Q8, 2 bytes); then for each
/// task and each bucket of its text four signed bits a label, the first label in the low half of a byte; then for each
/// task and each bucket of the signals a signed byte a label. The text's buckets are those of the features, folded to
/// what the task has: the priority, which depends on the most, has them all.
namespace relais::triage {

inline constexpr std::array<std::uint32_t, task_count> base_text_buckets{32768, 21504, 8192};

/// The buckets of the base for a task, the signals' after the text's.
constexpr std::uint32_t base_bucket_count(Task task) {
  return base_text_buckets[static_cast<std::size_t>(task)] + signal_buckets;
}
/// The bucket of the base for a bucket of the features.
constexpr std::uint32_t base_bucket(Task task, std::uint16_t bucket) {
  const std::uint32_t text = base_text_buckets[static_cast<std::size_t>(task)];
  return bucket < text_buckets ? bucket % text : text + (bucket - text_buckets);
}

class BaseModel {
 public:
  /// The one that is shipped; empty if the file does not hold one.
  static const BaseModel& shipped();

  bool empty() const { return heads_[0].weights.empty(); }
  /// Scores of a task's labels, Q16, its temperature in them.
  std::vector<std::int64_t> scores(Task task, const Features& features) const;

  static BaseModel read(const unsigned char* bytes, std::size_t size);

 private:
  struct Head {
    std::size_t labels = 0;
    std::int64_t text_scale_q16 = 0, signal_scale_q16 = 0, temperature_q8 = 256;
    std::vector<signed char> weights = {};  ///< a row of one a label for each bucket
  };

  std::array<Head, task_count> heads_{};
};

}  // namespace relais::triage
