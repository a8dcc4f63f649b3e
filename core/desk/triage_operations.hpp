#pragma once

#include "core/base/json.hpp"

namespace relais::desk {

/// `{text, lang?, now, timeZone}` → `{lang, deadline, urgency, mentions}`: what a text says about time.
Result<Json> triage_dates(const Json& params);

/// `{format, text | base64, mapping?, client?, lang?, timeZone?, now?}` → `{requests, problems}`.
Result<Json> triage_import(const Json& params);

/// `{requests, policy?, model?, state?, free?, now?}` → `{items, order}`.
Result<Json> triage_rank(const Json& params);
Result<std::string> triage_rank_text(const Json& params);

/// `{model?, corrections}` → `{model}`.
Result<Json> triage_learn(const Json& params);

/// `{}` → `{signals: [{code, group, weight}]}`: what a policy can weigh otherwise.
Result<Json> triage_signals(const Json& params);

/// `{policy}` → `{problems}`: everything that a policy cannot mean.
Result<Json> policy_check(const Json& params);

}  // namespace relais::desk
