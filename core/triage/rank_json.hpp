#pragma once

#include "core/base/json_reader.hpp"
#include "core/triage/rank.hpp"

namespace relais::triage {

Result<RankParameters> read_rank_parameters(const Json& json);
/// The answer as `dump` writes it. It is long, so it is written straight down.
std::string json_text(const Ranking& ranking);
Json to_json(const Ranking& ranking);

}  // namespace relais::triage
