#include "core/desk/operations.hpp"

#include "core/base/limits.hpp"
#include "core/base/text.hpp"
#include "core/desk/agenda_operations.hpp"
#include "core/desk/calendar_operations.hpp"
#include "core/desk/handover_operations.hpp"
#include "core/desk/journal_operations.hpp"
#include "core/desk/report_operations.hpp"
#include "core/desk/triage_operations.hpp"
#include "core/desk/words_operations.hpp"
#include "core/time/zone.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace relais::desk {
namespace {

// One line an operation, a room a paragraph.
constexpr std::array table{
    Operation{"agenda.apply", agenda_apply},
    Operation{"agenda.problem", agenda_problem, nullptr, true},
    Operation{"agenda.conflicts", agenda_conflicts, nullptr, true},
    Operation{"agenda.slots", agenda_slots, nullptr, true},
    Operation{"agenda.solve", agenda_solve, agenda_solve_start, true},

    Operation{"calendar.expand", calendar_expand, nullptr, false, calendar_expand_text, calendar_expand_packed},
    Operation{"calendar.export", calendar_export, nullptr, false, calendar_export_text, calendar_export_packed},
    Operation{"calendar.import", calendar_import, nullptr, false, calendar_import_text},
    Operation{"calendar.merge", calendar_merge},
    Operation{"calendar.recur", calendar_recur, nullptr, false, calendar_recur_text},

    Operation{"desk.pack", desk_pack},

    Operation{"handover.compare", handover_compare},
    Operation{"handover.compose", handover_compose},
    Operation{"handover.render", handover_render},

    Operation{"journal.append", journal_append},
    Operation{"journal.erase", journal_erase},
    Operation{"journal.expired", journal_expired},
    Operation{"journal.merge", journal_merge},
    Operation{"journal.state", journal_state},
    Operation{"journal.verify", journal_verify},

    Operation{"report.businessTime", report_business_time},
    Operation{"report.indicators", report_indicators, nullptr, true},
    Operation{"report.staffing", report_staffing},

    Operation{"triage.import", triage_import, nullptr, true},
    Operation{"triage.dates", triage_dates, nullptr, true},
    Operation{"triage.rank", triage_rank, nullptr, true, triage_rank_text},
    Operation{"triage.learn", triage_learn},
    Operation{"triage.signals", triage_signals},
    Operation{"policy.check", policy_check},

    Operation{"words.render", words_render},
};

Result<const Operation*> known_operation(std::string_view name) {
  if (const Operation* operation = find_operation(name)) return operation;
  return Error{ErrorCode::unknown_operation, {{"operation", std::string(name)}}, "", ""};
}

/// `{"result": …}` or `{"error": …}`, with room for what follows.
std::string answer_text(const Result<std::string>& answer, std::size_t room = 0) {
  if (!answer.ok()) return dump(Json{{"error", to_json(answer.error())}});
  constexpr std::string_view head = "{\"result\":";
  std::string out;
  out.reserve(head.size() + answer->size() + 1 + room);
  return ((out += head) += *answer) += '}';
}

}  // namespace

std::span<const Operation> operations() { return table; }

const Operation* find_operation(std::string_view name) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Operation& op) { return op.name == name; });
  return found == table.end() ? nullptr : &*found;
}

Result<Json> run(std::string_view name, const Json& params) {
  RELAIS_TRY(const Operation* operation, known_operation(name));
  return operation->run(params);
}

Result<std::string> write(std::string_view name, const Json& params) {
  RELAIS_TRY(const Operation* operation, known_operation(name));
  if (operation->write) return operation->write(params);
  RELAIS_TRY(const Json answer, operation->run(params));
  return dump(answer);
}

Result<Json> read_params(std::string_view text) {
  if (text.size() > limits::input_bytes) return input_too_large(text.size());
  const std::size_t end = text.find('\0');
  RELAIS_TRY(Json params, parse_json(text.substr(0, end)));
  if (end == text.npos || !params.is_object()) return params;
  const std::string_view member = text.substr(end + 1);
  if (params.contains("text")) return Error{ErrorCode::duplicate_member, {{"member", "text"}}, "", ""};
  if (find_invalid_utf8(member)) return Error{ErrorCode::invalid_utf8, {}, "/text", "UTF-8"};
  params["text"] = std::string(member);
  return params;
}

std::string run_text(std::string_view name, std::string_view params) {
  return answer_text([&]() -> Result<std::string> {
    RELAIS_TRY(const Json json, read_params(params));
    return write(name, json);
  }());
}

std::string run_packed(std::string_view name, std::string_view params) {
  const Operation* operation = find_operation(name);
  if (!operation || !operation->pack) return run_text(name, params);
  const auto packed = [&]() -> Result<Packed> {
    RELAIS_TRY(const Json json, read_params(params));
    return operation->pack(json);
  }();
  if (!packed.ok()) return answer_text(packed.error());
  const auto& [json, member, rest] = *packed;
  std::string out = answer_text(json, member.size() + rest.size() + 2);
  return ((((out += '\0') += member) += '\n') += rest);
}

std::string_view version() { return RELAIS_VERSION; }

std::string_view zone_data_version() { return time::zone_data_version(); }

}  // namespace relais::desk
