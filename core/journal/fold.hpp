#pragma once

#include "core/journal/effective.hpp"
#include "core/journal/state.hpp"

#include <span>

namespace relais::journal {

/// The desk's state after the entries written up to then. Linear. Types that Relais does not know
/// change nothing.
State fold(std::span<const Entry> entries, const Until& until = {});

}  // namespace relais::journal
