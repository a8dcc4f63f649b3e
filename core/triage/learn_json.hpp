#pragma once

#include "core/base/json_reader.hpp"
#include "core/triage/learn.hpp"

namespace relais::triage {

/// `{version, tables: {priority, category, action: {labels, examples, weights}}}`; the weights of a table are base64 of
/// little-endian records: a bucket in two bytes, then four bytes a label.
Model read_model(ObjectReader& object);
Json to_json(const Model& model);

struct LearnParameters {
  Model model;
  std::vector<Correction> corrections;
};
Result<LearnParameters> read_learn_parameters(const Json& json);

}  // namespace relais::triage
