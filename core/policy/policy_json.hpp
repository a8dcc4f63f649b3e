#pragma once

#include "core/base/json_reader.hpp"
#include "core/policy/policy.hpp"

namespace relais::policy {

/// The policy of a member, `{}` if it is not given. Unknown members are errors, with their path.
Policy read_policy(ObjectReader& object, std::string_view member);

/// The sections of a policy, one entry of each; for the checker, which goes on after an error.
Assistant read_assistant(ObjectReader& object);
Client read_client(ObjectReader& object);
ServiceLevel read_service_level(ObjectReader& object);
Rule read_rule(ObjectReader& object);
FollowUp read_follow_up(ObjectReader& object);
Template read_template(ObjectReader& object);
/// `pauseIn`, `weights` and `retention`.
void read_settings(ObjectReader& object, Policy& policy);

std::string_view name(Priority priority);
std::string_view name(Clearance clearance);  ///< `public`, `internal`, `confidential`, `secret`

}  // namespace relais::policy
