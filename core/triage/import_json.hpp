#pragma once

#include "core/base/json_reader.hpp"
#include "core/triage/import.hpp"

namespace relais::triage {

/// `{format, text | base64, mapping?, client?, lang?, timeZone?, now?, mask?}` read, imported and written as
/// `{requests, problems: [{line, code, args?, message}]}`.
Result<Json> import_requests(const Json& params);

}  // namespace relais::triage
