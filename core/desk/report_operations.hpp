#pragma once

#include "core/base/json.hpp"

namespace relais::desk {

/// `{hours, timeZone, holidays?, region?, from, to}` → `{seconds}`: the working time between two instants.
Result<Json> report_business_time(const Json& params);

}  // namespace relais::desk
