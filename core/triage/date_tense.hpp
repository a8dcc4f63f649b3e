#pragma once

#include "core/triage/moment.hpp"

/// Whether the verb that governs a date tells of the past, by its form: `was delivered on the 9th`, `vous lui avez
/// enlevé … mercredi`.
namespace relais::triage {

/// Looks back from the mention, within its sentence, for the nearest verb that shows its tense.
bool told_in_past(const MentionedTokens& text, std::size_t mention_at, Language language);

/// `On 8 October I asked`, `Jeudi il gelait`: of a mention that opens its clause, whether the verb behind it tells.
bool told_in_past_behind(const MentionedTokens& text, std::size_t mention_at, Language language);

}  // namespace relais::triage
