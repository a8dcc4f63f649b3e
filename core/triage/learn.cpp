#include "core/triage/learn.hpp"

#include "core/base/limits.hpp"
#include "core/policy/policy_json.hpp"
#include "core/triage/base_model.hpp"
#include "core/triage/fixed.hpp"
#include "core/triage/softmax.hpp"

#include <algorithm>
#include <numeric>

namespace relais::triage {
namespace {

constexpr int epochs = 8;
constexpr std::int64_t rate_q16 = one_q16 / 8;
constexpr std::int64_t weight_limit = std::int64_t{30} << 16;
constexpr std::int64_t taught_limit = 250 << 8;
constexpr std::size_t enough_to_calibrate = 50, most_held_out = 1000;

const Table& table_of(const Model& model, Task task) { return model.tables[static_cast<std::size_t>(task)]; }

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
  table.weights.resize(bucket_count * table.labels.size(), 0);
  table.taught.resize(bucket_count, 0);
}

std::size_t position(const std::vector<std::string>& labels, std::string_view label) {
  return static_cast<std::size_t>(std::find(labels.begin(), labels.end(), label) - labels.begin());
}

// A label that is new gets a column of its own.
Result<std::size_t> label_index(Table& table, const std::string& label) {
  const std::size_t found = position(table.labels, label);
  if (found < table.labels.size()) return found;
  if (found >= limits::model_labels) {
    return Error{ErrorCode::too_many,
                 {{"limit", static_cast<std::int64_t>(limits::model_labels)}, {"what", "categories"}},
                 "",
                 ""};
  }
  std::vector<std::int32_t> wider(bucket_count * (found + 1), 0);
  for (std::size_t bucket = 0; bucket < bucket_count; ++bucket)
    std::copy_n(table.weights.begin() + static_cast<std::ptrdiff_t>(bucket * found), found,
                wider.begin() + static_cast<std::ptrdiff_t>(bucket * (found + 1)));
  table.weights = std::move(wider);
  table.labels.push_back(label);
  return found;
}

// What holds before this desk has taught anything: the base model, else the rules' choice.
std::vector<std::int64_t> prior(const Model& model, Task task, const Features& features, const Judgement& rules) {
  if (model.base && !BaseModel::shipped().empty()) return BaseModel::shipped().scores(task, features);
  constexpr std::int64_t lead = 2 * one_q16;
  const std::vector<std::string> labels = usual_labels(task);
  const std::string_view chosen = task == Task::priority   ? policy::name(rules.priority)
                                  : task == Task::category ? std::string_view(rules.category)
                                                           : name(rules.action);
  std::vector<std::int64_t> scores(labels.size(), 0);
  const std::size_t at = position(labels, chosen);
  if (at < scores.size()) scores[at] = lead;
  return scores;
}

void add_taught(std::vector<std::int64_t>& scores, const Table& table, const Features& features) {
  if (table.weights.empty()) return;
  const std::size_t count = table.labels.size();
  std::vector<std::int64_t> sums(count, 0);
  for (const Feature& feature : features) {
    const std::int32_t* row = table.weights.data() + feature.bucket * count;
    for (std::size_t label = 0; label < count; ++label) sums[label] += std::int64_t{row[label]} * feature.weight;
  }
  scores.resize(count, 0);
  for (std::size_t label = 0; label < count; ++label) scores[label] += sums[label] / 256;
}

struct Example {
  Features features;
  std::vector<std::int64_t> prior;
  std::size_t label = 0;
};

std::vector<std::int64_t> scores_of(const Table& table, const Example& example) {
  std::vector<std::int64_t> scores = example.prior;
  add_taught(scores, table, example.features);
  return scores;
}

void step(Table& table, const Example& example) {
  const std::vector<std::int64_t> shares = softmax_q16(scores_of(table, example));
  const std::size_t count = shares.size();
  std::vector<std::int64_t> errors(count);
  std::int64_t squares_q16 = 0;
  for (std::size_t label = 0; label < count; ++label) {
    errors[label] = (label == example.label ? one_q16 : 0) - shares[label];
    squares_q16 += errors[label] * errors[label] / one_q16;
  }
  for (const Feature& feature : example.features) {
    std::int32_t& taught = table.taught[feature.bucket];
    const std::int64_t more = squares_q16 * feature.weight / 256 * feature.weight / one_q16;
    taught = static_cast<std::int32_t>(std::min(taught_limit, taught + more));
    const std::int64_t pace = rate_q16 * feature.weight / root_q8(256 + taught);  // Q16
    std::int32_t* row = table.weights.data() + feature.bucket * count;
    for (std::size_t label = 0; label < count; ++label) {
      const std::int64_t moved = row[label] + errors[label] * pace / one_q16;
      row[label] = static_cast<std::int32_t>(std::clamp(moved, -weight_limit, weight_limit));
    }
  }
}

// splitmix64, to draw the order of the examples.
std::uint64_t next(std::uint64_t& state) {
  std::uint64_t z = state += 0x9e3779b97f4a7c15u;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

void teach(Table& table, const std::vector<const Example*>& examples) {
  std::vector<const Example*> order = examples;
  std::uint64_t seed = 1;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (std::size_t i = order.size(); i > 1; --i) {
      const auto other = static_cast<std::size_t>(next(seed) % i);
      std::swap(order[i - 1], order[other]);
    }
    for (const Example* example : order) step(table, *example);
  }
}

// The temperature whose shares are nearest to what was right (Brier score), among a few.
std::int64_t best_temperature(const Table& table, const std::vector<const Example*>& judged) {
  std::int64_t best = 256, least = -1;
  for (std::int64_t temperature = 128; temperature <= 1280; temperature += temperature / 8) {
    std::int64_t cost = 0;
    for (const Example* example : judged) {
      std::vector<std::int64_t> scores = scores_of(table, *example);
      for (std::int64_t& score : scores) score = score * 256 / temperature;
      const std::vector<std::int64_t> shares = softmax_q16(scores);
      for (std::size_t label = 0; label < shares.size(); ++label) {
        const std::int64_t off = (label == example->label ? one_q16 : 0) - shares[label];
        cost += off * off / one_q16;
      }
    }
    if (least < 0 || cost < least) {
      least = cost;
      best = temperature;
    }
  }
  return best;
}

// Taught without every fifth example, the table is judged on those.
void calibrate(Table& table, const Table& before, const std::vector<Example>& examples) {
  std::vector<const Example*> taught, judged;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    const bool held_out = i % 5 == 4 && judged.size() < most_held_out;
    (held_out ? judged : taught).push_back(&examples[i]);
  }
  Table trial = before;
  teach(trial, taught);
  table.temperature_q8 = best_temperature(trial, judged);
}

std::optional<std::size_t> wanted(Table& table, const Correction& correction, Task task, std::optional<Error>& error) {
  if (task == Task::priority) {
    if (correction.priority) return static_cast<std::size_t>(*correction.priority);
  } else if (task == Task::action) {
    if (correction.action) return static_cast<std::size_t>(*correction.action);
  } else if (correction.category) {
    auto index = label_index(table, *correction.category);
    if (index.ok()) return *index;
    error = index.error();
  }
  return std::nullopt;
}

policy::Priority most_likely(const std::array<std::int64_t, 4>& shares) {
  return static_cast<policy::Priority>(std::max_element(shares.begin(), shares.end()) - shares.begin());
}

/// The features of a request, and what the layer says of each task in turn: the action depends on the others.
struct Reading {
  const Model& model;
  const Judgement& rules;

  bool speaks(Task task) const {
    const bool base = model.base && !BaseModel::shipped().empty();
    return base || table_of(model, task).examples > 0;
  }
  std::vector<std::int64_t> thousandths_of(Task task, const Features& of) const {
    const Table& table = table_of(model, task);
    std::vector<std::int64_t> scores = prior(model, task, of, rules);
    add_taught(scores, table, of);
    for (std::int64_t& score : scores) score = score * 256 / table.temperature_q8;
    return thousandths(softmax_q16(scores));
  }
};

}  // namespace

Result<Model> learn(Model model, const std::vector<Correction>& corrections) {
  std::array<std::vector<Example>, task_count> examples;
  for (std::size_t i = 0; i < task_count; ++i) prepare(model.tables[i], static_cast<Task>(i));
  for (const Correction& correction : corrections) {
    const Request& request = correction.request;
    const Evidence evidence = read_evidence(request, request.received_at.value_or(time::LocalTime{}));
    const Judgement rules = judge_by_rules(request, evidence);
    const Features features = features_of(request, evidence, rules);
    for (std::size_t i = 0; i < task_count; ++i) {
      const auto task = static_cast<Task>(i);
      std::optional<Error> error;
      const auto label = wanted(model.tables[i], correction, task, error);
      if (error) return *error;
      if (!label) continue;
      Example example{features, {}, *label};
      if (task == Task::action) {
        const Learned says = consult(model, request, evidence, rules);
        example.features =
            with_decision(features, request,
                          correction.priority.value_or(says.priority ? most_likely(*says.priority) : rules.priority),
                          correction.category.value_or(says.category ? says.category->first : rules.category));
      }
      example.prior = prior(model, task, example.features, rules);
      examples[i].push_back(std::move(example));
    }
  }
  for (std::size_t i = 0; i < task_count; ++i) {
    Table& table = model.tables[i];
    if (examples[i].empty()) continue;
    if (examples[i].size() >= enough_to_calibrate) calibrate(table, table, examples[i]);
    std::vector<const Example*> all;
    for (const Example& example : examples[i]) all.push_back(&example);
    teach(table, all);
    constexpr std::int64_t most = 1'000'000'000;
    table.examples = std::min(most, table.examples + static_cast<std::int64_t>(all.size()));
  }
  return model;
}

Learned consult(const Model& model, const Request& request, const Evidence& evidence, const Judgement& rules) {
  return consult(model, request, features_of(request, evidence, rules), rules);
}

Learned consult(const Model& model, const Request& request, const Features& features, const Judgement& rules) {
  Learned learned;
  learned.from_desk = !model.empty();
  const Reading reading{model, rules};
  if (!reading.speaks(Task::priority) && model.empty()) return learned;
  if (reading.speaks(Task::priority)) {
    const auto shares = reading.thousandths_of(Task::priority, features);
    learned.priority = {shares[0], shares[1], shares[2], shares[3]};
  }
  if (reading.speaks(Task::category)) {
    const auto shares = reading.thousandths_of(Task::category, features);
    const std::size_t best = index_of_greatest(shares);
    const std::vector<std::string>& own = table_of(model, Task::category).labels;
    learned.category = {own.empty() ? std::string(category_names()[best]) : own[best], static_cast<int>(shares[best])};
  }
  if (reading.speaks(Task::action)) {
    const auto priority = learned.priority ? most_likely(*learned.priority) : rules.priority;
    const auto shares = reading.thousandths_of(
        Task::action,
        with_decision(features, request, priority, learned.category ? learned.category->first : rules.category));
    const std::size_t best = index_of_greatest(shares);
    learned.action = {static_cast<Action>(best), static_cast<int>(shares[best])};
  }
  return learned;
}

}  // namespace relais::triage
