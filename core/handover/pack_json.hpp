#pragma once

#include "core/base/json.hpp"
#include "core/handover/pack.hpp"

namespace relais::handover {

/// `{v, reader, at, journal, document, entries, withheld, policy, calendars}`. `policy` and `calendars` are given as
/// they are, without the instructions above the reader's clearance and the words of private and secret events.
Json to_json(const Pack& pack, Json policy, Json calendars);

}  // namespace relais::handover
