#pragma once

#include "core/desk/operations.hpp"

namespace relais::desk {

Result<Json> agenda_apply(const Json& params);
Result<Json> agenda_problem(const Json& params);
Result<Json> agenda_conflicts(const Json& params);
Result<Json> agenda_slots(const Json& params);
Result<Json> agenda_solve(const Json& params);
Result<std::unique_ptr<Work>> agenda_solve_start(const Json& params);

}  // namespace relais::desk
