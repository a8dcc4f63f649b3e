#pragma once

#include "core/base/json.hpp"

namespace relais::desk {

/// `{tip?, add}` → `{entries, tip}`: new entries chained to the journal's tip.
Result<Json> journal_append(const Json& params);

/// `{entries, anchors?}` → `{ok, size, head, problems}`.
Result<Json> journal_verify(const Json& params);

/// `{entries, seqs, ground, at?, by?, salt?}` → `{entries, tip}`: the whole journal without those payloads.
Result<Json> journal_erase(const Json& params);

/// `{entries, at?}` → the desk's state.
Result<Json> journal_state(const Json& params);

}  // namespace relais::desk
