#include "core/triage/base_model.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace relais::triage {

/// core/triage/base_model.bin, put into the program by the build.
extern const unsigned char base_model_bytes[];
extern const std::size_t base_model_size;

BaseModel BaseModel::read(const unsigned char* bytes, std::size_t size) {
  constexpr std::string_view magic = "RTB1";
  constexpr std::size_t head_size = 7;
  constexpr std::array<std::size_t, task_count> labels{4, category_count, action_count};
  const std::size_t begin = magic.size() + task_count * head_size;
  BaseModel model;
  if (size < begin || !std::equal(magic.begin(), magic.end(), bytes)) return {};
  const auto number = [&](std::size_t at, int count) {
    std::int64_t value = 0;
    for (int i = 0; i < count; ++i)
      value |= static_cast<std::int64_t>(bytes[at + static_cast<std::size_t>(i)]) << (8 * i);
    return value;
  };
  for (std::size_t task = 0; task < task_count; ++task) {
    const std::size_t at = magic.size() + task * head_size;
    if (bytes[at] != labels[task] || number(at + 5, 2) == 0) return {};
    model.heads_[task] = {labels[task], model.row_, number(at + 1, 4), number(at + 5, 2)};
    model.row_ += labels[task];
  }
  if (size != begin + base_bucket_count * model.row_) return {};
  model.weights_.resize(size - begin);
  std::transform(bytes + begin, bytes + size, model.weights_.begin(),
                 [](unsigned char byte) { return static_cast<signed char>(byte < 128 ? byte : byte - 256); });
  return model;
}

const BaseModel& BaseModel::shipped() {
  static const BaseModel model = read(base_model_bytes, base_model_size);
  return model;
}

std::vector<std::int64_t> BaseModel::scores(Task task, const Features& features) const {
  const Head& head = heads_[static_cast<std::size_t>(task)];
  std::vector<std::int64_t> sums(head.labels, 0);
  for (const Feature& feature : features) {
    const signed char* row = weights_.data() + base_bucket(feature.bucket) * row_ + head.first;
    for (std::size_t label = 0; label < head.labels; ++label) sums[label] += std::int64_t{feature.weight} * row[label];
  }
  // weight Q8 × byte × scale Q16 / temperature Q8 → Q16
  for (std::int64_t& sum : sums) sum = sum * head.scale_q16 / head.temperature_q8;
  return sums;
}

}  // namespace relais::triage
