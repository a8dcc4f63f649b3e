#pragma once

#include "core/base/json_reader.hpp"
#include "core/report/indicators.hpp"

#include <vector>

namespace relais::report {

struct IndicatorsQuestion {
  std::vector<journal::Entry> entries;
  policy::Policy policy;
  Window window;
};

/// `{entries, policy?, from, to, now?, timeZone?}`: `from` and `to` are instants, or days and local times of
/// `timeZone`.
IndicatorsQuestion read_indicators_question(ObjectReader& object);

/// Times in whole minutes, shares in thousandths; what cannot be told is absent.
Json answer_indicators(const IndicatorsQuestion& question);

}  // namespace relais::report
