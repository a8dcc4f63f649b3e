#pragma once

#include "core/base/result.hpp"
#include "core/triage/judgement.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// What a desk teaches: a softmax over hashed words, in integers, learned from corrections only. Words, word pairs and
/// the channel are hashed into a fixed number of buckets; each bucket has a weight for each label.
///
///     model = learn(std::move(model), corrections);
///     Learned says = consult(model, request);
namespace relais::triage {

/// Which of the three decisions a table of weights is for.
enum class Task : std::uint8_t { priority, category, action };

/// Weights of one decision, Q16, by bucket; a bucket without weights is absent.
struct Table {
  std::vector<std::string> labels;                             ///< in the order of the weights
  std::map<std::uint16_t, std::vector<std::int32_t>> weights;  ///< one a label
  std::int64_t examples = 0;                                   ///< corrections seen
};

struct Model {
  std::array<Table, 3> tables;  ///< by Task
  bool empty() const { return tables[0].examples + tables[1].examples + tables[2].examples == 0; }
};

struct Correction {
  Request request;
  std::optional<policy::Priority> priority;
  std::optional<std::string> category;
  std::optional<Action> action;
};

/// Takes in corrections, in their order, several times over. Errors: more than limits::model_labels categories.
Result<Model> learn(Model model, const std::vector<Correction>& corrections);

/// What the model says of a request, where it has learned enough to say anything.
Learned consult(const Model& model, const Request& request);

/// The buckets of a request, ascending, each once.
std::vector<std::uint16_t> features(const Request& request);

}  // namespace relais::triage
