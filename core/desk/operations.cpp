#include "core/desk/operations.hpp"

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

    Operation{"calendar.expand", calendar_expand},
    Operation{"calendar.export", calendar_export},
    Operation{"calendar.import", calendar_import},
    Operation{"calendar.merge", calendar_merge},
    Operation{"calendar.recur", calendar_recur},

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
    Operation{"triage.rank", triage_rank, nullptr, true},
    Operation{"triage.learn", triage_learn},
    Operation{"policy.check", policy_check},

    Operation{"words.render", words_render},
};

}  // namespace

std::span<const Operation> operations() { return table; }

const Operation* find_operation(std::string_view name) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Operation& op) { return op.name == name; });
  return found == table.end() ? nullptr : &*found;
}

Result<Json> run(std::string_view name, const Json& params) {
  const Operation* operation = find_operation(name);
  if (!operation) return Error{ErrorCode::unknown_operation, {{"operation", std::string(name)}}, "", ""};
  return operation->run(params);
}

std::string run_text(std::string_view name, std::string_view params) {
  const auto answer = [&]() -> Result<Json> {
    RELAIS_TRY(const Json json, parse_json(params));
    return run(name, json);
  }();
  return dump(answer.ok() ? Json{{"result", answer.value()}} : Json{{"error", to_json(answer.error())}});
}

std::string_view version() { return RELAIS_VERSION; }

std::string_view zone_data_version() { return time::zone_data_version(); }

}  // namespace relais::desk
