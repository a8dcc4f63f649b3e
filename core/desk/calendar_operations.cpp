#include "core/desk/calendar_operations.hpp"

#include "core/base/json_text.hpp"
#include "core/calendar/expand_json.hpp"
#include "core/calendar/import_json.hpp"
#include "core/calendar/merge_json.hpp"
#include "core/calendar/recur_json.hpp"
#include "core/desk/operations.hpp"
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

// An answer that was written as text, for callers who want its value.
Result<Json> as_value(const Result<std::string>& text) {
  if (!text.ok()) return text.error();
  return Json::parse(text.value(), nullptr, false);
}

Result<std::string> written_calendar(const Json& params) {
  RELAIS_TRY(const auto parameters, calendar::read_export_parameters(params));
  if (parameters.jscalendar) return calendar::export_jscalendar(parameters.request);
  return calendar::export_ics(parameters.request);
}

}  // namespace

Result<std::string> calendar_import_text(const Json& params) {
  RELAIS_TRY(auto request, calendar::read_import_request(params));
  RELAIS_TRY(auto answer, calendar::import_calendar(std::move(request)));
  word_problems(answer.problems);
  return calendar::import_answer_text(answer);
}

Result<Json> calendar_import(const Json& params) { return as_value(calendar_import_text(params)); }

Result<Json> calendar_merge(const Json& params) { return calendar::merge_calendars(params); }

Result<std::string> calendar_export_text(const Json& params) {
  RELAIS_TRY(const auto written, written_calendar(params));
  std::string out = "{\"text\":";
  out.reserve(written.size() + written.size() / 8);
  append_json_string(out, written);
  return out += '}';
}

Result<Packed> calendar_export_packed(const Json& params) {
  RELAIS_TRY(auto written, written_calendar(params));
  return Packed{"{}", "text", std::move(written)};
}

Result<Json> calendar_export(const Json& params) { return as_value(calendar_export_text(params)); }

Result<std::string> calendar_expand_text(const Json& params) {
  RELAIS_TRY(const auto request, calendar::read_expand_request(params));
  RELAIS_TRY(const auto expansion, calendar::expand(request.events, request.window, *request.zone));
  return calendar::expansion_text(request, expansion);
}

Result<Packed> calendar_expand_packed(const Json& params) {
  RELAIS_TRY(const auto request, calendar::read_expand_request(params));
  RELAIS_TRY(const auto expansion, calendar::expand(request.events, request.window, *request.zone));
  auto rows = calendar::expansion_rows(request, expansion);
  return Packed{std::move(rows.json), "occurrences", std::move(rows.rows)};
}

Result<Json> calendar_expand(const Json& params) { return as_value(calendar_expand_text(params)); }

Result<std::string> calendar_recur_text(const Json& params) {
  RELAIS_TRY(const auto set, calendar::read_recurrence_set(params));
  RELAIS_TRY(const auto answer, calendar::occurrences_of(set));
  return calendar::recurrence_answer_text(set, answer);
}

Result<Json> calendar_recur(const Json& params) { return as_value(calendar_recur_text(params)); }

}  // namespace relais::desk
