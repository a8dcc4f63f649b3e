#pragma once

#include "core/base/json.hpp"

namespace relais::desk {

/// `{reasons, lang, names?}` → `{texts}`: a sentence for each reason or error, in order.
Result<Json> words_render(const Json& params);

}  // namespace relais::desk
