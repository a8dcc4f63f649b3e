#include "core/triage/base_model.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace relais::triage {

/// core/triage/base_model.bin, put into the program by the build.
extern const unsigned char base_model_bytes[];
extern const std::size_t base_model_size;

namespace {

constexpr std::string_view magic = "RTB2";
constexpr std::size_t head_size = 11;
constexpr std::array<std::size_t, task_count> label_counts{4, category_count, action_count};

std::int64_t number(const unsigned char* bytes, int count) {
  std::int64_t value = 0;
  for (int i = 0; i < count; ++i) value |= static_cast<std::int64_t>(bytes[i]) << (8 * i);
  return value;
}

signed char half_byte(unsigned value) { return static_cast<signed char>(value < 8 ? value : value - 16); }
signed char whole_byte(unsigned value) { return static_cast<signed char>(value < 128 ? value : value - 256); }

}  // namespace

BaseModel BaseModel::read(const unsigned char* bytes, std::size_t size) {
  const std::size_t begin = magic.size() + task_count * head_size;
  BaseModel model;
  if (size < begin || !std::equal(magic.begin(), magic.end(), bytes)) return {};
  for (std::size_t task = 0; task < task_count; ++task) {
    const unsigned char* head = bytes + magic.size() + task * head_size;
    if (head[0] != label_counts[task] || number(head + 9, 2) == 0) return {};
    model.heads_[task] = {label_counts[task], model.row_, number(head + 1, 4), number(head + 5, 4),
                          number(head + 9, 2)};
    model.row_ += label_counts[task];
  }
  const std::size_t text = base_text_buckets * model.row_, signals = signal_buckets * model.row_;
  if (size != begin + text / 2 + signals) return {};
  model.weights_.reserve(text + signals);
  for (std::size_t i = 0; i < text / 2; ++i) {
    const unsigned two = bytes[begin + i];
    model.weights_.push_back(half_byte(two & 15));
    model.weights_.push_back(half_byte(two >> 4));
  }
  for (std::size_t i = begin + text / 2; i < size; ++i) model.weights_.push_back(whole_byte(bytes[i]));
  return model;
}

const BaseModel& BaseModel::shipped() {
  static const BaseModel model = read(base_model_bytes, base_model_size);
  return model;
}

std::vector<std::int64_t> BaseModel::scores(Task task, const Features& features) const {
  const Head& head = heads_[static_cast<std::size_t>(task)];
  std::vector<std::int64_t> text(head.labels, 0), signals(head.labels, 0);
  for (const Feature& feature : features) {
    const signed char* row = weights_.data() + base_bucket(feature.bucket) * row_ + head.first;
    std::vector<std::int64_t>& sums = feature.bucket < text_buckets ? text : signals;
    for (std::size_t label = 0; label < head.labels; ++label) sums[label] += std::int64_t{feature.weight} * row[label];
  }
  // weight Q8 × byte × scale Q16 / temperature Q8 → Q16
  for (std::size_t label = 0; label < head.labels; ++label)
    text[label] = (text[label] * head.text_scale_q16 + signals[label] * head.signal_scale_q16) / head.temperature_q8;
  return text;
}

}  // namespace relais::triage
