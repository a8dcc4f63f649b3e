#pragma once

#include "core/base/json_reader.hpp"
#include "core/triage/rank.hpp"

namespace relais::triage {

Result<RankParameters> read_rank_parameters(const Json& json);
Json to_json(const Ranking& ranking);

}  // namespace relais::triage
