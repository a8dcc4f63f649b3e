#pragma once

#include "core/triage/language.hpp"
#include "core/triage/pattern.hpp"

#include <vector>

/// Harm that the writer tells is over: `the gas smell in the hall has been fixed`, `la fuite est réparée`.
namespace relais::triage {

/// Where a text says that something was put right, in order.
std::vector<Hit> find_resolutions(const Tokens& tokens, Language language);

/// Whether one of them speaks of the harm at `hit`: behind it in its sentence, or in the next one that takes it up
/// again (`it has been fixed`), unless it came back (`but it smells again`) or began then (`since it was repaired`).
bool is_resolved(const Tokens& tokens, const Hit& hit, const std::vector<Hit>& resolutions, Language language);

}  // namespace relais::triage
