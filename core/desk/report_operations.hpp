#pragma once

#include "core/base/json.hpp"

namespace relais::desk {

/// `{hours, timeZone, holidays?, region?, from, to}` → `{seconds}`: the working time between two instants.
Result<Json> report_business_time(const Json& params);

/// `{callsPerHour, handleSeconds, targetSeconds, patienceSeconds?, agents?, targetShare?}` →
/// `{offeredErlang, erlangC, erlangA?}`: how calls are answered, or how many agents that needs.
Result<Json> report_staffing(const Json& params);

/// `{entries, policy?, from, to, now?, timeZone?}` → the numbers of the desk over that window, for all and by client.
Result<Json> report_indicators(const Json& params);

}  // namespace relais::desk
