#pragma once

#include "core/time/civil.hpp"
#include "core/triage/language.hpp"

#include <optional>
#include <string_view>

/// The words of the calendar in French and English, as tokens spell them.
namespace relais::triage {

enum class Unit : std::uint8_t { second, minute, hour, day, week, month, year };

struct UnitWord {
  Unit unit = Unit::day;
  int count = 1;  ///< `fortnight` is two weeks, `quarter` three months
};

std::optional<time::Weekday> weekday_word(std::string_view word, Language language);
std::optional<int> month_word(std::string_view word, Language language);  ///< 1 to 12
std::optional<UnitWord> unit_word(std::string_view word, Language language);

/// Whether a weekday's word is a plural: `mondays` is a habit, not a date.
bool is_weekday_plural(std::string_view word, Language language);

/// Parts of a day and their hours, half-open.
struct DayPart {
  int from = 0, to = 24;
};
std::optional<DayPart> day_part_word(std::string_view word, Language language);

}  // namespace relais::triage
