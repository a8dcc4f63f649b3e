#include "core/desk/calendar_operations.hpp"

#include "core/calendar/expand_json.hpp"
#include "core/calendar/import_json.hpp"
#include "core/calendar/merge_json.hpp"
#include "core/calendar/recur_json.hpp"
#include "core/words/words.hpp"
#include "core/words/words_json.hpp"

#include <nlohmann/json.hpp>

namespace relais::desk {
namespace {

// The calendar room says codes; their sentences are here.
void word_problems(Json& problems) {
  for (Json& problem : problems) {
    Reading reading;
    ObjectReader object(problem, "", reading);
    problem["message"] = words::render(words::read_reason(object), words::Language::english);
  }
}

}  // namespace

Result<Json> calendar_import(const Json& params) {
  RELAIS_TRY(auto request, calendar::read_import_request(params));
  RELAIS_TRY(Json answer, calendar::import_calendar(std::move(request)));
  word_problems(answer["problems"]);
  return answer;
}

Result<Json> calendar_merge(const Json& params) { return calendar::merge_calendars(params); }

Result<Json> calendar_export(const Json& params) {
  RELAIS_TRY(const auto parameters, calendar::read_export_parameters(params));
  if (parameters.jscalendar) return Json{{"text", calendar::export_jscalendar(parameters.request)}};
  RELAIS_TRY(auto text, calendar::export_ics(parameters.request));
  return Json{{"text", std::move(text)}};
}

Result<Json> calendar_expand(const Json& params) {
  RELAIS_TRY(const auto request, calendar::read_expand_request(params));
  RELAIS_TRY(const auto expansion, calendar::expand(request.events, request.window, *request.zone));
  return calendar::expansion_to_json(request, expansion);
}

Result<Json> calendar_recur(const Json& params) {
  RELAIS_TRY(const auto set, calendar::read_recurrence_set(params));
  RELAIS_TRY(const auto answer, calendar::occurrences_of(set));
  return calendar::recurrence_answer_to_json(set, answer);
}

}  // namespace relais::desk
