#include "core/triage/learn.hpp"

#include "core/base/limits.hpp"
#include "core/policy/policy_json.hpp"
#include "core/triage/fixed.hpp"

#include <algorithm>

namespace relais::triage {
namespace {

constexpr std::uint32_t bucket_count = 8192;
constexpr int epochs = 6;
constexpr std::int64_t rate_q16 = one_q16 / 4;
constexpr std::int64_t weight_limit = std::int64_t{8} << 16;

// FNV-1a, 32 bits.
std::uint32_t hash(std::string_view text, std::uint32_t seed = 2166136261u) {
  for (const char c : text) seed = (seed ^ static_cast<unsigned char>(c)) * 16777619u;
  return seed;
}

std::vector<std::string> usual_labels(Task task) {
  std::vector<std::string> labels;
  if (task == Task::priority) {
    for (int i = 0; i < 4; ++i) labels.emplace_back(policy::name(static_cast<policy::Priority>(i)));
  } else {
    const auto names = task == Task::category ? category_names() : action_names();
    labels.assign(names.begin(), names.end());
  }
  return labels;
}

void prepare(Table& table, Task task) {
  if (table.labels.empty()) table.labels = usual_labels(task);
}

// The scores of all labels, Q16: the mean over the features, times their square root's worth of evidence.
std::vector<std::int64_t> scores(const Table& table, const std::vector<std::uint16_t>& buckets) {
  std::vector<std::int64_t> sums(table.labels.size(), 0);
  for (const std::uint16_t bucket : buckets) {
    const auto found = table.weights.find(bucket);
    if (found == table.weights.end()) continue;
    for (std::size_t label = 0; label < sums.size(); ++label) sums[label] += found->second[label];
  }
  return sums;
}

// Softmax in Q16 of scores in Q16.
std::vector<std::int64_t> shares(const std::vector<std::int64_t>& of) {
  const std::int64_t most = *std::max_element(of.begin(), of.end());
  std::vector<std::int64_t> out(of.size());
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < of.size(); ++i) sum += out[i] = exp_negative_q16(of[i] - most);
  for (std::int64_t& share : out) share = share * one_q16 / sum;
  return out;
}

std::int64_t square_root(std::int64_t value) {
  std::int64_t root = 0;
  while ((root + 1) * (root + 1) <= value) ++root;
  return root;
}

// One step of gradient descent; long texts do not shout down short ones.
void step(Table& table, const std::vector<std::uint16_t>& buckets, std::size_t wanted) {
  if (buckets.empty()) return;
  const std::vector<std::int64_t> is = shares(scores(table, buckets));
  const std::int64_t damping = std::max<std::int64_t>(square_root(static_cast<std::int64_t>(buckets.size())), 1);
  for (const std::uint16_t bucket : buckets) {
    auto& weights = table.weights[bucket];
    weights.resize(table.labels.size(), 0);
    for (std::size_t label = 0; label < weights.size(); ++label) {
      const std::int64_t error = (label == wanted ? one_q16 : 0) - is[label];
      const std::int64_t moved = weights[label] + error * rate_q16 / one_q16 / damping;
      weights[label] = static_cast<std::int32_t>(std::clamp(moved, -weight_limit, weight_limit));
    }
  }
}

Result<std::size_t> label_index(Table& table, const std::string& label) {
  const auto found = std::find(table.labels.begin(), table.labels.end(), label);
  if (found != table.labels.end()) return static_cast<std::size_t>(found - table.labels.begin());
  if (table.labels.size() >= limits::model_labels) {
    return Error{ErrorCode::too_many,
                 {{"limit", static_cast<std::int64_t>(limits::model_labels)}, {"what", "categories"}},
                 "",
                 ""};
  }
  table.labels.push_back(label);
  for (auto& [bucket, weights] : table.weights) weights.push_back(0);
  return table.labels.size() - 1;
}

struct Example {
  std::vector<std::uint16_t> buckets;
  std::size_t label = 0;
};

}  // namespace

std::vector<std::uint16_t> features(const Request& request) {
  const MessageParts parts = split_message(request.body, request.subject, request.from.name);
  std::vector<std::uint16_t> buckets;
  const auto add = [&](std::uint32_t code) { buckets.push_back(static_cast<std::uint16_t>(code % bucket_count)); };
  const auto add_tokens = [&](const Tokens& tokens, std::uint32_t seed) {
    std::string_view before;
    std::size_t words = 0;
    for (const Token& token : tokens) {
      if (!token.is_word() || ++words > 400) continue;
      add(hash(token.text, seed));
      if (!before.empty()) add(hash(token.text, hash(" ", hash(before, seed))));
      before = token.text;
    }
  };
  const Tokens subject = tokenize(request.subject), body = tokenize(parts.message);
  add_tokens(subject, hash("subject:"));
  add_tokens(subject, hash("text:"));
  add_tokens(body, hash("text:"));
  if (!request.channel.empty()) add(hash(request.channel, hash("channel:")));
  if (!request.client.empty()) add(hash(request.client, hash("client:")));
  if (!request.from.email.empty()) add(hash(fold(request.from.email), hash("from:")));
  std::sort(buckets.begin(), buckets.end());
  buckets.erase(std::unique(buckets.begin(), buckets.end()), buckets.end());
  return buckets;
}

Result<Model> learn(Model model, const std::vector<Correction>& corrections) {
  std::array<std::vector<Example>, 3> examples;
  for (std::size_t i = 0; i < 3; ++i) prepare(model.tables[i], static_cast<Task>(i));
  for (const Correction& correction : corrections) {
    const std::vector<std::uint16_t> buckets = features(correction.request);
    if (correction.priority) examples[0].push_back({buckets, static_cast<std::size_t>(*correction.priority)});
    if (correction.category) {
      RELAIS_TRY(const std::size_t label, label_index(model.tables[1], *correction.category));
      examples[1].push_back({buckets, label});
    }
    if (correction.action) examples[2].push_back({buckets, static_cast<std::size_t>(*correction.action)});
  }
  for (std::size_t i = 0; i < 3; ++i) {
    for (int epoch = 0; epoch < epochs; ++epoch) {
      for (const Example& example : examples[i]) step(model.tables[i], example.buckets, example.label);
    }
    constexpr std::int64_t most = 1'000'000'000;
    model.tables[i].examples = std::min(most, model.tables[i].examples + static_cast<std::int64_t>(examples[i].size()));
  }
  return model;
}

namespace {

// The best label and how sure the model may be of it: its share, less where few corrections or few known words speak.
std::optional<std::pair<std::size_t, int>> best(const Table& table, const std::vector<std::uint16_t>& buckets) {
  if (table.examples < 2 || buckets.empty()) return std::nullopt;
  std::int64_t known = 0;
  for (const std::uint16_t bucket : buckets) known += static_cast<std::int64_t>(table.weights.count(bucket));
  const std::vector<std::int64_t> share = shares(scores(table, buckets));
  const auto found = std::max_element(share.begin(), share.end());
  const std::int64_t above_chance = *found * 1000 / one_q16;
  const std::int64_t seen =
      std::min<std::int64_t>(known * 1000 * 5 / 2 / static_cast<std::int64_t>(buckets.size()), 1000);
  const std::int64_t tried = std::min<std::int64_t>(1000, 400 + 150 * table.examples);
  const std::int64_t certainty = above_chance * seen / 1000 * tried / 1000;
  if (certainty < 500) return std::nullopt;
  return std::pair{static_cast<std::size_t>(found - share.begin()), static_cast<int>(certainty)};
}

}  // namespace

Learned consult(const Model& model, const Request& request) {
  Learned learned;
  if (model.empty()) return learned;
  const std::vector<std::uint16_t> buckets = features(request);
  if (const auto found = best(model.tables[0], buckets))
    learned.priority = std::pair{static_cast<policy::Priority>(found->first), found->second};
  if (const auto found = best(model.tables[1], buckets))
    learned.category = std::pair{model.tables[1].labels[found->first], found->second};
  if (const auto found = best(model.tables[2], buckets))
    learned.action = std::pair{static_cast<Action>(found->first), found->second};
  return learned;
}

}  // namespace relais::triage
