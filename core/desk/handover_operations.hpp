#pragma once

#include "core/base/json.hpp"

namespace relais::desk {

/// `{entries, policy?, reader, at?, since?, from?}` → `{document}`.
Result<Json> handover_compose(const Json& params);

/// `{document, format, lang}` → `{text, mediaType}`.
Result<Json> handover_render(const Json& params);

/// `{document, readBack}` → `{matches, differs, missing}`.
Result<Json> handover_compare(const Json& params);

}  // namespace relais::desk
