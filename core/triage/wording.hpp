#pragma once

#include "core/triage/language.hpp"
#include "core/triage/token.hpp"

#include <vector>

namespace relais::triage {

/// What the words themselves say of haste, which is not what is at stake.
struct Wording {
  int urgency = 0;  ///< 1 urgent words, −1 explicitly not urgent, 0 neither
  struct Place {
    std::size_t first = 0, last = 0;  ///< tokens
    int sign = 0;
  };
  std::vector<Place> places;
};

Wording read_wording(const Tokens& tokens, Language language);

}  // namespace relais::triage
