// Trains the weights that the triage begins with, from core/triage/training, and writes core/triage/base_model.bin and
// base_model.json (what it was made of). Not part of the core: it reads files, computes in doubles and is run by hand
// whenever a training file or a feature changes. The bytes it writes are the same for the same compiler.
//
//     build/release/relais_train [FOLDER=core/triage]
#include "core/base/sha256.hpp"
#include "core/policy/policy_json.hpp"
#include "core/triage/base_model.hpp"
#include "core/triage/features.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace relais;
using namespace relais::triage;

constexpr int epochs = 16, folds = 5;
constexpr double rate = 0.2;
// A part of the features is left out at random at each step, and the weights of several such runs are averaged.
constexpr unsigned left_out_of_ten = 3, runs = 4;
// Weights of the text beyond this part of the greatest are cut to it: four bits are then spent on the many.
constexpr double kept_range = 0.7;

struct Row {
  Features features, with_decision;
  std::array<std::size_t, task_count> labels{};
};

template <typename Names>
std::size_t index_of(const Names& names, const std::string& name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) {
    std::fprintf(stderr, "unknown label %s\n", name.c_str());
    std::exit(2);
  }
  return static_cast<std::size_t>(found - names.begin());
}

std::vector<std::string> fields_of(const std::string& line, std::size_t most) {
  std::vector<std::string> fields;
  std::size_t at = 0;
  for (std::size_t i = 0; i + 1 < most; ++i) {
    const std::size_t end = line.find('|', at);
    if (end == std::string::npos) {
      std::fprintf(stderr, "not %zu fields: %s\n", most, line.c_str());
      std::exit(2);
    }
    fields.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  fields.push_back(line.substr(at));
  return fields;
}

/// priority|category|action|channel|client|text; `@ 2026-09-15T09:40` sets when the rows after it were received.
void read_rows(const std::string& path, const std::string& lang, std::vector<Row>& rows) {
  std::ifstream in(path);
  if (!in) {
    std::fprintf(stderr, "cannot read %s\n", path.c_str());
    std::exit(2);
  }
  std::string line, received = "2026-09-15T09:40";
  while (std::getline(in, line)) {
    if (line.rfind("@ ", 0) == 0) received = line.substr(2);
    if (line.size() < 2 || line[1] != '|') continue;
    const std::vector<std::string> fields = fields_of(line, 6);
    Request request;
    request.lang = lang;
    request.channel = fields[3];
    request.client = fields[4];
    request.body = fields[5];
    request.zone = time::find_zone("Europe/Paris");
    request.received_at = time::parse_local_time(received + ":00");
    const Evidence evidence = read_evidence(request, *request.received_at);
    const Judgement rules = judge_by_rules(request, evidence);
    const std::size_t priority = std::string("chnl").find(fields[0]);
    Row row;
    row.labels = {priority, index_of(category_names(), fields[1]), index_of(action_names(), fields[2])};
    row.features = features_of(request, evidence, rules);
    row.with_decision = with_decision(row.features, request, static_cast<policy::Priority>(priority), fields[1]);
    rows.push_back(std::move(row));
  }
}

const Features& features(const Row& row, Task task) { return task == Task::action ? row.with_decision : row.features; }

/// Softmax regression with AdaGrad, in doubles.
class Head {
 public:
  Head(Task task, std::size_t labels)
      : task_(task), labels_(labels), weights_(base_bucket_count(task) * labels), taught_(base_bucket_count(task)) {}

  std::vector<double> scores(const Row& row) const { return scores(features(row, task_)); }

  std::vector<double> scores(const Features& of) const {
    std::vector<double> out(labels_);
    for (const Feature& f : of) {
      const std::size_t at = base_bucket(task_, f.bucket) * labels_;
      for (std::size_t label = 0; label < labels_; ++label) out[label] += weights_[at + label] * f.weight / 256;
    }
    return out;
  }

  void train(const std::vector<const Row*>& rows) {
    std::vector<double> sum(weights_.size());
    for (unsigned run = 1; run <= runs; ++run) {
      std::fill(weights_.begin(), weights_.end(), 0);
      std::fill(taught_.begin(), taught_.end(), 0);
      train_once(rows, run);
      for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += weights_[i] / runs;
    }
    weights_ = std::move(sum);
  }

  const std::vector<double>& weights() const { return weights_; }

 private:
  void train_once(std::vector<const Row*> rows, unsigned seed) {
    std::mt19937 random(seed);
    for (int epoch = 0; epoch < epochs; ++epoch) {
      for (std::size_t i = rows.size(); i > 1; --i) std::swap(rows[i - 1], rows[random() % i]);
      for (const Row* row : rows) {
        Features kept;
        for (const Feature& f : features(*row, task_)) {
          if (f.bucket == bias_bucket || random() % 10 >= left_out_of_ten) kept.push_back(f);
        }
        step(kept, row->labels[static_cast<std::size_t>(task_)]);
      }
    }
  }

  void step(const Features& kept, std::size_t truth) {
    const std::vector<double> shares = softmax(scores(kept), 1);
    std::vector<double> errors(labels_);
    double squares = 0;
    for (std::size_t label = 0; label < labels_; ++label) {
      errors[label] = (label == truth) - shares[label];
      squares += errors[label] * errors[label];
    }
    for (const Feature& f : kept) {
      const double value = f.weight / 256.0;
      const std::size_t bucket = base_bucket(task_, f.bucket);
      taught_[bucket] += squares * value * value;
      const double pace = rate * value / std::sqrt(1 + taught_[bucket]);
      for (std::size_t label = 0; label < labels_; ++label) weights_[bucket * labels_ + label] += pace * errors[label];
    }
  }

 public:
  static std::vector<double> softmax(std::vector<double> scores, double temperature) {
    const double most = *std::max_element(scores.begin(), scores.end());
    double sum = 0;
    for (double& score : scores) sum += score = std::exp((score - most) / temperature);
    for (double& score : scores) score /= sum;
    return scores;
  }

 private:
  Task task_;
  std::size_t labels_;
  std::vector<double> weights_, taught_;
};

struct Judged {
  std::vector<double> scores;
  std::size_t truth;
};

std::vector<Judged> cross_validate(const std::vector<Row>& rows, Task task, std::size_t labels) {
  std::vector<Judged> judged;
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<const Row*> taught;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i % folds != fold) taught.push_back(&rows[i]);
    }
    Head head(task, labels);
    head.train(taught);
    for (std::size_t i = fold; i < rows.size(); i += folds)
      judged.push_back({head.scores(rows[i]), rows[i].labels[static_cast<std::size_t>(task)]});
  }
  return judged;
}

double log_loss(const std::vector<Judged>& judged, double temperature) {
  double loss = 0;
  for (const Judged& one : judged) loss -= std::log(Head::softmax(one.scores, temperature)[one.truth] + 1e-9);
  return loss / static_cast<double>(judged.size());
}

double accuracy(const std::vector<Judged>& judged) {
  std::size_t right = 0;
  for (const Judged& one : judged) {
    const auto best = std::max_element(one.scores.begin(), one.scores.end()) - one.scores.begin();
    right += static_cast<std::size_t>(best) == one.truth;
  }
  return static_cast<double>(right) / static_cast<double>(judged.size());
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void put(std::string& out, std::uint32_t value, int count) {
  for (int i = 0; i < count; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

/// The weights of a task in whole numbers: of the text from −7 to 7, of the signals from −127 to 127.
struct Quantised {
  std::size_t of_text = 0;  ///< so many of the weights, the first, are the text's
  std::vector<int> weights;
  double text_scale = 0, signal_scale = 0;
};

Quantised quantise(const std::vector<double>& weights, std::size_t of_text) {
  const auto greatest = [&](std::size_t from, std::size_t to) {
    double most = 1e-6;
    for (std::size_t i = from; i < to; ++i) most = std::max(most, std::abs(weights[i]));
    return most;
  };
  Quantised out;
  out.of_text = of_text;
  out.text_scale = greatest(0, of_text) * kept_range / 7;
  out.signal_scale = greatest(of_text, weights.size()) / 127;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double scaled = weights[i] / (i < of_text ? out.text_scale : out.signal_scale);
    const double most = i < of_text ? 7 : 127;
    out.weights.push_back(static_cast<int>(std::lround(std::clamp(scaled, -most, most))));
  }
  return out;
}

/// Of all tasks: the text's weights, two a byte, then the signals'.
std::string bytes_of(const std::vector<Quantised>& tasks) {
  std::string text, signals;
  bool low = true;
  for (const Quantised& task : tasks) {
    for (std::size_t i = 0; i < task.of_text; ++i, low = !low) {
      const int weight = task.weights[i] & 15;
      if (low)
        text += static_cast<char>(weight);
      else
        text.back() = static_cast<char>(text.back() | weight << 4);
    }
    for (std::size_t i = task.of_text; i < task.weights.size(); ++i) signals += static_cast<char>(task.weights[i]);
  }
  return text + signals;
}

}  // namespace

int main(int count, char** arguments) {
  const std::string folder = count > 1 ? arguments[1] : "core/triage";
  std::vector<std::pair<std::string, std::string>> inputs;
  for (const char* name : {"train", "more", "third", "stories", "voices", "offices"}) {
    for (const char* lang : {"fr", "en"}) inputs.emplace_back(std::string(name) + "." + lang + ".txt", lang);
  }
  std::vector<Row> rows;
  nlohmann::json made_of = nlohmann::json::object();
  for (const auto& [file, lang] : inputs) {
    std::string path = folder;
    path.append("/training/").append(file);
    read_rows(path, lang, rows);
    made_of[file] = sha256_hex(bytes_of(path));
  }
  std::printf("%zu examples\n", rows.size());

  const std::array<std::size_t, task_count> labels{4, category_count, action_count};
  const std::array<const char*, task_count> names{"priority", "category", "action"};
  std::string header = "RTB3";
  std::vector<Quantised> quantised;
  for (std::size_t t = 0; t < task_count; ++t) {
    const auto task = static_cast<Task>(t);
    const std::vector<Judged> judged = cross_validate(rows, task, labels[t]);
    double temperature = 1;
    for (double candidate = 0.5; candidate < 5; candidate *= 1.05) {
      if (log_loss(judged, candidate) < log_loss(judged, temperature)) temperature = candidate;
    }
    Head head(task, labels[t]);
    std::vector<const Row*> all;
    all.reserve(rows.size());
    for (const Row& row : rows) all.push_back(&row);
    head.train(all);
    quantised.push_back(quantise(head.weights(), base_text_buckets[t] * labels[t]));
    header += static_cast<char>(labels[t]);
    put(header, static_cast<std::uint32_t>(std::lround(quantised.back().text_scale * 65536)), 4);
    put(header, static_cast<std::uint32_t>(std::lround(quantised.back().signal_scale * 65536)), 4);
    put(header, static_cast<std::uint32_t>(std::lround(temperature * 256)), 2);
    std::printf("%-9s %d-fold accuracy %.3f, temperature %.2f, log loss %.3f\n", names[t], folds, accuracy(judged),
                temperature, log_loss(judged, temperature));
  }
  const std::string model = header + bytes_of(quantised);
  std::ofstream(folder + "/base_model.bin", std::ios::binary) << model;
  const nlohmann::json manifest{{"inputs", made_of}, {"examples", rows.size()}, {"sha256", sha256_hex(model)}};
  std::ofstream(folder + "/base_model.json") << manifest.dump(2) << "\n";
  std::printf("%zu bytes\n", model.size());
}
