#pragma once

#include "core/time/civil.hpp"
#include "core/words/words.hpp"

#include <cstdint>
#include <string>

/// Numbers, times and dates in words. Spaces inside a value never break: U+202F between thousands in French, U+00A0
/// elsewhere. The sign of a negative number is the hyphen-minus, as in JavaScript's Intl.
namespace relais::words {

/// `10,000`, `10 000`.
std::string number(std::int64_t value, Language language);

/// `45 min`, `1 h`, `1 h 30 min`; French `1 h 30`.
std::string minutes(std::int64_t value, Language language);

/// Minutes since midnight as a clock: `9:30`, `9 h 30`, `9 h`.
std::string clock(int minutes_of_day, Language language);

/// `Tuesday 10 March`, `mardi 10 mars`, `dimanche 1er mars`.
std::string day(time::Day value, Language language);

/// `Tuesday 10 March 2026`, `mardi 10 mars 2026`.
std::string date(time::Day value, Language language);

/// `Tuesday 10 March at 10:30`, `mardi 10 mars à 10 h 30`. Seconds are not said.
std::string moment(time::LocalTime value, Language language);

/// French 0 and 1 are singular, English 1 alone.
bool is_singular(std::int64_t value, Language language);

}  // namespace relais::words
