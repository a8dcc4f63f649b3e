#include "core/desk/calendar_operations.hpp"

#include "core/calendar/expand_json.hpp"
#include "core/calendar/recur_json.hpp"

#include <nlohmann/json.hpp>

namespace relais::desk {

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
