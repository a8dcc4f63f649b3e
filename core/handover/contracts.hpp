#pragma once

#include "core/handover/view.hpp"

#include <cstdint>
#include <vector>

namespace relais::handover {

/// How much of a client's package is left.
struct Balance {
  std::string client;
  std::int64_t granted = 0, left = 0;  ///< Minutes; `left` is negative where more was worked than is paid for.
  Sources sources;
};

/// The packages of clients for whom something is open or was worked, by client. A package a month counts the present
/// month (days in UTC); with `carryOver` what was left of earlier months since the first one worked is added. Contracts
/// by the hour have no end.
std::vector<Balance> balances(const View& view);

}  // namespace relais::handover
