#pragma once

#include "core/triage/language.hpp"

#include <span>
#include <string_view>

namespace relais::triage {

/// Words that stand for one another in patterns: `$thing .. $trouble` is every broken thing. Alternatives are parted
/// by `/`, as in a pattern.
struct WordClass {
  std::string_view name;
  std::string_view words;
};
std::span<const WordClass> word_classes(Language language);

}  // namespace relais::triage
