#pragma once

#include "core/triage/language.hpp"
#include "core/triage/token.hpp"

#include <cstdint>
#include <optional>

namespace relais::triage {

/// A number in digits or in words, from 0 to 9,999, and the index of the token behind it.
struct Numeral {
  std::int64_t value = 0;
  std::size_t next = 0;
  bool in_words = false;
};

/// `3`, `trois`, `vingt et un`, `twenty-one`, `a hundred`. Not `un`, `une`, `a`, `an`: those are articles.
std::optional<Numeral> read_numeral(const Tokens& tokens, std::size_t at, Language language);

/// As `read_numeral`, and articles, `a couple of`, `a few`, `une dizaine`, `quelques`, `half a`: how many of a unit.
/// `half` adds half a unit: `une heure et demie` is read by the caller; `half an hour` is 0 and a half.
struct Quantity {
  std::int64_t value = 0;
  bool half = false;
  std::size_t next = 0;
};
std::optional<Quantity> read_quantity(const Tokens& tokens, std::size_t at, Language language);

/// `1er`, `3rd`, `the 21st`, `premier`, `second`, `twenty-first`: 1 to 31.
std::optional<Numeral> read_ordinal(const Tokens& tokens, std::size_t at, Language language);

}  // namespace relais::triage
