#include "core/triage/base_model.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace relais::triage {

/// core/triage/base_model.bin, put into the program by the build.
extern const unsigned char base_model_bytes[];
extern const std::size_t base_model_size;

namespace {

constexpr std::string_view magic = "RTB3";
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
  if (size < begin || !std::equal(magic.begin(), magic.end(), bytes)) return {};
  BaseModel model;
  std::size_t halves = 0, signals = 0;
  for (std::size_t task = 0; task < task_count; ++task) {
    const unsigned char* head = bytes + magic.size() + task * head_size;
    if (head[0] != label_counts[task] || number(head + 9, 2) == 0) return {};
    model.heads_[task] = {label_counts[task], number(head + 1, 4), number(head + 5, 4), number(head + 9, 2)};
    halves += base_text_buckets[task] * label_counts[task];
    signals += signal_buckets * label_counts[task];
  }
  if (size != begin + halves / 2 + signals) return {};
  std::size_t half = 0;
  const unsigned char* whole = bytes + begin + halves / 2;
  for (std::size_t task = 0; task < task_count; ++task) {
    Head& head = model.heads_[task];
    head.weights.reserve(base_bucket_count(static_cast<Task>(task)) * head.labels);
    for (std::size_t i = 0; i < base_text_buckets[task] * head.labels; ++i, ++half)
      head.weights.push_back(half_byte(bytes[begin + half / 2] >> half % 2 * 4 & 15));
    for (std::size_t i = 0; i < signal_buckets * head.labels; ++i) head.weights.push_back(whole_byte(*whole++));
  }
  return model;
}

const BaseModel& BaseModel::shipped() {
  static const BaseModel model = read(base_model_bytes, base_model_size);
  return model;
}

namespace {

/// The rows of a task, and its buckets, known when the loops over them are compiled. In 32 bits: a text's features have
/// the length 6 (Q8) together, a signal's weight is at most 3.
template <Task task>
std::vector<std::int64_t> sum_rows(const Feature* begin, const Feature* end, const std::vector<signed char>& weights) {
  constexpr std::size_t labels = label_counts[static_cast<std::size_t>(task)];
  std::array<std::int32_t, labels> sums{};
  for (const Feature* feature = begin; feature != end; ++feature) {
    const signed char* row = weights.data() + base_bucket(task, feature->bucket) * labels;
    for (std::size_t label = 0; label < labels; ++label) sums[label] += std::int32_t{feature->weight} * row[label];
  }
  return {sums.begin(), sums.end()};
}

}  // namespace

std::vector<std::int64_t> BaseModel::scores(Task task, const Features& features) const {
  const Head& head = heads_[static_cast<std::size_t>(task)];
  const Feature* const begin = features.data();
  const Feature* const end = begin + features.size();
  const Feature* const signals_begin =
      std::find_if(begin, end, [](const Feature& f) { return f.bucket >= text_buckets; });
  const auto sum = task == Task::priority   ? sum_rows<Task::priority>
                   : task == Task::category ? sum_rows<Task::category>
                                            : sum_rows<Task::action>;
  std::vector<std::int64_t> text = sum(begin, signals_begin, head.weights);
  const std::vector<std::int64_t> signals = sum(signals_begin, end, head.weights);
  // weight Q8 × byte × scale Q16 / temperature Q8 → Q16
  for (std::size_t label = 0; label < head.labels; ++label)
    text[label] = (text[label] * head.text_scale_q16 + signals[label] * head.signal_scale_q16) / head.temperature_q8;
  return text;
}

}  // namespace relais::triage
