#pragma once

#include "core/base/json_reader.hpp"
#include "core/report/staffing.hpp"

#include <optional>

namespace relais::report {

/// What one question about a reception asks.
struct StaffingQuestion {
  Reception reception;
  std::optional<double> patience_seconds;  ///< Without it, Erlang A is not asked for.
  std::optional<std::int64_t> agents;      ///< Without them, the fewest that reach `share` are.
  double share = 0.8;                      ///< Of all calls, answered in time.
};

StaffingQuestion read_staffing_question(ObjectReader& object);

/// `{offeredErlang, erlangC, erlangA?}`, or the error `out-of-range` where no number of agents is enough.
Result<Json> answer_staffing(const StaffingQuestion& question);

}  // namespace relais::report
