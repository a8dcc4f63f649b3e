#pragma once

#include "core/base/json_reader.hpp"
#include "core/policy/policy.hpp"

namespace relais::policy {

/// The policy of a member, `{}` if it is not given. Unknown members are errors, with their path.
Policy read_policy(ObjectReader& object, std::string_view member);

std::string_view name(Priority priority);
std::string_view name(Clearance clearance);  ///< `public`, `internal`, `confidential`, `secret`

}  // namespace relais::policy
