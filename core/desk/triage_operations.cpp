#include "core/desk/triage_operations.hpp"

#include "core/policy/check.hpp"
#include "core/time/time_json.hpp"
#include "core/triage/dates_json.hpp"
#include "core/triage/import_json.hpp"
#include "core/triage/learn_json.hpp"
#include "core/triage/rank_json.hpp"
#include "core/triage/signals.hpp"
#include "core/words/words.hpp"

#include <nlohmann/json.hpp>

namespace relais::desk {

Result<Json> triage_import(const Json& params) { return triage::import_requests(params); }

Result<Json> triage_dates(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  const std::string text = object.string("text");
  const auto language = triage::read_language(object);
  const time::ZonePtr zone = time::read_zone(object, "timeZone");
  if (object.required("now").is_null()) {
    object.fail("now", {ErrorCode::wrong_type, {}, "", "a local time or an instant"});
  }
  const time::LocalTime now = triage::read_now(object, *zone, {});
  object.finish();
  if (reading.failed()) return reading.error();
  return triage::to_json(triage::read_dates(text, language, now, zone->name()), text);
}

Result<Json> triage_rank(const Json& params) {
  RELAIS_TRY(const triage::RankParameters parameters, triage::read_rank_parameters(params));
  return triage::to_json(triage::rank(parameters));
}

Result<std::string> triage_rank_text(const Json& params) {
  RELAIS_TRY(const triage::RankParameters parameters, triage::read_rank_parameters(params));
  return triage::json_text(triage::rank(parameters));
}

Result<Json> triage_learn(const Json& params) {
  RELAIS_TRY(triage::LearnParameters parameters, triage::read_learn_parameters(params));
  RELAIS_TRY(const triage::Model model, triage::learn(std::move(parameters.model), parameters.corrections));
  return Json{{"model", triage::to_json(model)}};
}

Result<Json> triage_signals(const Json& params) {
  Reading reading;
  ObjectReader(params, "", reading).finish();
  if (reading.failed()) return reading.error();
  Json signals = Json::array();
  for (const triage::Signal& signal : triage::signals()) {
    signals.push_back({{"code", signal.code}, {"group", triage::name(signal.group)}, {"weight", signal.weight}});
  }
  return Json{{"signals", std::move(signals)}};
}

namespace {

Json to_json(const policy::Problem& problem) {
  Json out = relais::to_json(problem.reason);
  out["path"] = problem.path;
  out["message"] = words::render(problem.reason, words::Language::english);
  if (!problem.expected.empty()) out["expected"] = problem.expected;
  return out;
}

}  // namespace

Result<Json> policy_check(const Json& params) {
  Reading reading;
  ObjectReader object(params, "", reading);
  const Json& json = object.required("policy");
  object.finish();
  if (reading.failed()) return reading.error();
  constexpr std::string_view channels[] = {"phone", "voicemail", "email", "chat", "form", "sms", "visit", "letter"};
  const policy::LenientPolicy read = policy::read_leniently(json);
  Json problems = Json::array();
  for (const policy::Problem& problem : read.problems) problems.push_back(to_json(problem));
  const policy::Vocabulary vocabulary{triage::signal_codes(), triage::category_names(), channels};
  for (const policy::Problem& problem : policy::check(read.policy, vocabulary)) problems.push_back(to_json(problem));
  return Json{{"problems", std::move(problems)}};
}

}  // namespace relais::desk
