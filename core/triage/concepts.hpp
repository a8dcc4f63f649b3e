#pragma once

#include "core/triage/language.hpp"
#include "core/triage/token.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

/// What words are about, in either language: `bleach`, `tablets` and `javel` are all poison. The learned layer
/// sees these beside the words, so that what it learned of one word, or in one language, holds for the others.
///
///     concepts_of("javel", Language::french)   →   {poison}
namespace relais::triage {

using Concept = std::uint8_t;

struct ConceptWords {
  std::string_view name;
  std::string_view words;  ///< as tokens spell them, parted by spaces; `saign*` is every word that begins so
};
std::span<const ConceptWords> french_concepts();
std::span<const ConceptWords> english_concepts();

/// The names of all concepts; a Concept is a place in them. Both languages have the same, in the same order.
std::span<const ConceptWords> concepts_in(Language language);
/// The concepts of one word, ascending; most words have none.
std::vector<Concept> concepts_of(std::string_view word, Language language);

}  // namespace relais::triage
