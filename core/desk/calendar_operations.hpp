#pragma once

#include "core/base/json.hpp"

namespace relais::desk {

Result<Json> calendar_import(const Json& params);
Result<Json> calendar_merge(const Json& params);
Result<Json> calendar_export(const Json& params);
Result<Json> calendar_expand(const Json& params);
Result<Json> calendar_recur(const Json& params);

}  // namespace relais::desk
