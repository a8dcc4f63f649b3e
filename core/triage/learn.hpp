#pragma once

#include "core/base/result.hpp"
#include "core/triage/features.hpp"
#include "core/triage/judgement.hpp"
#include "core/triage/task.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The learned layer: for each task a softmax over the features, in integers. It begins with the base model's scores
/// (without it: with the rules' own choice) and adds what this desk's corrections have taught, so that a correction
/// moves only what was wrong. What is wrong is taught in steps that shrink where much was taught already (AdaGrad).
///
///     model = learn(std::move(model), corrections);
///     Learned says = consult(model, request, evidence, judge_by_rules(request, evidence));
namespace relais::triage {

/// What a desk taught for one task.
struct Table {
  std::vector<std::string> labels;    ///< the usual ones, in their order, then the desk's own
  std::vector<std::int32_t> weights;  ///< Q16, a row of one a label for each bucket; empty: nothing taught
  std::vector<std::int32_t> taught;   ///< Q8 for each bucket: how much it has been moved already
  std::int64_t examples = 0;          ///< corrections seen
  std::int64_t temperature_q8 = 256;  ///< divides the scores, so that a certainty of 800 ‰ is right four times in five
};

struct Model {
  std::array<Table, task_count> tables;  ///< by Task
  bool base = true;                      ///< whether it begins with the base model
  bool empty() const { return tables[0].examples + tables[1].examples + tables[2].examples == 0; }
};

struct Correction {
  Request request;
  std::optional<policy::Priority> priority;
  std::optional<std::string> category;
  std::optional<Action> action;
};

/// Takes in corrections, several times over, in an order drawn from a fixed seed. Errors: more than
/// limits::model_labels categories.
Result<Model> learn(Model model, const std::vector<Correction>& corrections);

/// What the layer says of a request; nothing for a task where neither the base nor the desk has taught anything.
Learned consult(const Model& model, const Request& request, const Evidence& evidence, const Judgement& rules);
/// The same of a request whose features are known: a desk asks again after each correction.
Learned consult(const Model& model, const Request& request, const Features& features, const Judgement& rules);

}  // namespace relais::triage
