#include "core/report/staffing_json.hpp"

#include "core/base/limits.hpp"
#include "core/report/numbers_json.hpp"

#include <nlohmann/json.hpp>

namespace relais::report {
namespace {

constexpr double day = 86'400;

Json to_json(const ErlangC& result, std::int64_t agents) {
  Json out{{"agents", agents}, {"stable", result.stable}, {"waitProbability", rounded(result.wait_probability)}};
  if (!result.stable) return out;
  out["meanWaitSeconds"] = rounded(result.mean_wait_seconds);
  out["answeredInTarget"] = rounded(result.answered_in_target);
  out["occupancy"] = rounded(result.occupancy);
  return out;
}

Json to_json(const ErlangA& result, std::int64_t agents) {
  return {{"agents", agents},
          {"waitProbability", rounded(result.wait_probability)},
          {"meanWaitSeconds", rounded(result.mean_wait_seconds)},
          {"abandoned", rounded(result.abandoned)},
          {"servedInTarget", rounded(result.served_in_target)},
          {"occupancy", rounded(result.occupancy)}};
}

Error not_enough() {
  return {ErrorCode::too_many, {{"limit", limits::agents}, {"what", "agents needed"}}, "/callsPerHour", ""};
}

}  // namespace

StaffingQuestion read_staffing_question(ObjectReader& object) {
  StaffingQuestion question;
  question.reception.calls_per_hour = object.number("callsPerHour", {0.001, 100'000});
  question.reception.handle_seconds = object.number("handleSeconds", {1, day});
  question.reception.target_seconds = object.number("targetSeconds", {0, day});
  question.patience_seconds = object.optional_number("patienceSeconds", {1, day});
  question.agents = object.optional_integer("agents", {1, limits::agents});
  question.share = static_cast<double>(object.integer_or("targetShare", 800, {1, 999})) / 1000.0;
  object.finish();
  return question;
}

Result<Json> answer_staffing(const StaffingQuestion& question) {
  const Reception& reception = question.reception;
  Json out{{"offeredErlang", rounded(offered_erlang(reception))}};
  const auto for_c = question.agents ? question.agents : agents_for_erlang_c(reception, question.share);
  if (!for_c) return not_enough();
  out["erlangC"] = to_json(erlang_c(reception, *for_c), *for_c);
  if (!question.patience_seconds) return out;
  const double patience = *question.patience_seconds;
  const auto for_a = question.agents ? question.agents : agents_for_erlang_a(reception, patience, question.share);
  if (!for_a) return not_enough();
  out["erlangA"] = to_json(erlang_a(reception, *for_a, patience), *for_a);
  return out;
}

}  // namespace relais::report
