#pragma once

#include "core/triage/features.hpp"
#include "core/triage/task.hpp"

#include <array>
#include <cstdint>
#include <vector>

/// The weights that every desk begins with, trained by core/triage/training/train.cpp and kept in
/// core/triage/base_model.bin. Form of the file, little-endian: `RTB2`; for each task the number of labels (1 byte),
/// the scales of a text's and of a signal's weight (Q16, 4 bytes each) and the temperature (Q8, 2 bytes); then for each
/// bucket of the text four signed bits a label, the tasks one after the other, the first label in the low half of a
/// byte; then for each bucket of the signals a signed byte a label. The text's buckets are those of the features,
/// folded.
namespace relais::triage {

inline constexpr std::uint32_t base_text_buckets = 20480;
inline constexpr std::uint32_t base_bucket_count = base_text_buckets + signal_buckets;

/// The bucket of the base for a bucket of the features.
constexpr std::uint32_t base_bucket(std::uint16_t bucket) {
  return bucket < text_buckets ? bucket % base_text_buckets : base_text_buckets + (bucket - text_buckets);
}

class BaseModel {
 public:
  /// The one that is shipped; empty if the file does not hold one.
  static const BaseModel& shipped();

  bool empty() const { return weights_.empty(); }
  /// Scores of a task's labels, Q16, its temperature in them.
  std::vector<std::int64_t> scores(Task task, const Features& features) const;

  static BaseModel read(const unsigned char* bytes, std::size_t size);

 private:
  struct Head {
    std::size_t labels = 0, first = 0;  ///< `first`: where the task's labels begin in a row
    std::int64_t text_scale_q16 = 0, signal_scale_q16 = 0, temperature_q8 = 256;
  };

  std::array<Head, task_count> heads_{};
  std::size_t row_ = 0;
  std::vector<signed char> weights_;
};

}  // namespace relais::triage
