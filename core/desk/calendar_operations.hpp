#pragma once

#include "core/base/json.hpp"

#include <string>

namespace relais::desk {

struct Packed;

Result<Json> calendar_import(const Json& params);
Result<Json> calendar_merge(const Json& params);
Result<Json> calendar_export(const Json& params);
Result<Json> calendar_expand(const Json& params);
Result<Json> calendar_recur(const Json& params);

/// The same answers as JSON text, which is how they are made.
Result<std::string> calendar_import_text(const Json& params);
Result<std::string> calendar_export_text(const Json& params);
Result<std::string> calendar_expand_text(const Json& params);
Result<std::string> calendar_recur_text(const Json& params);

/// The same answers with their long member beside the JSON.
Result<Packed> calendar_export_packed(const Json& params);
Result<Packed> calendar_expand_packed(const Json& params);

}  // namespace relais::desk
