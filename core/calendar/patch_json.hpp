#pragma once

#include "core/base/json.hpp"

/// PatchObjects of RFC 8984 section 1.4.9: JSON Pointers without their first slash, each with the value that goes
/// there; null removes.
namespace relais::calendar {

/// False, and `target` half changed, if a pointer leads through something that is not an object.
bool apply_patch(Json& target, const Json& patch);

/// The patch that makes `to` of `from`, both objects.
Json make_patch(const Json& from, const Json& to);

}  // namespace relais::calendar
