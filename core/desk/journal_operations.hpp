#pragma once

#include "core/base/json.hpp"

namespace relais::desk {

/// `{tip?, add}` → `{entries, tip}`: new entries chained to the journal's tip.
Result<Json> journal_append(const Json& params);

/// `{entries, anchors?, snapshots?, withheld?, now?}` → `{ok, size, head, problems}`.
Result<Json> journal_verify(const Json& params);

/// `{entries, seqs, ground, at?, by?, salt?, snapshots?}` → `{entries, tip, snapshots?}`: the whole journal without
/// those payloads.
Result<Json> journal_erase(const Json& params);

/// `{entries, policy, at?}` → `{seqs, inUse}`: what the policy's retention would have erased.
Result<Json> journal_expired(const Json& params);

/// `{entries, late, at?, by?, salt?}` → `{entries, tip, base, added, twice}`: a second device's entries brought home.
Result<Json> journal_merge(const Json& params);

/// `{entries, at?, size?}` → the desk's state, and the snapshot of it.
Result<Json> journal_state(const Json& params);

}  // namespace relais::desk
