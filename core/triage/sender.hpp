#pragma once

#include "core/policy/policy.hpp"
#include "core/triage/request.hpp"

#include <string_view>

/// Who a request comes from.
namespace relais::triage {

/// Whether two addresses are of the same telephone or mailbox: digits compared without their prefix, letters without
/// case.
bool same_address(std::string_view a, std::string_view b);

/// Whether the sender is one of those who go first with the client; `client` may be null.
bool is_vip(const Request& request, const policy::Client* client);

}  // namespace relais::triage
