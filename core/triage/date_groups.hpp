#pragma once

#include "core/triage/date_piece.hpp"

#include <initializer_list>
#include <string_view>
#include <vector>

/// Pieces that name one moment together: `demain` + `à` + `17h`.
namespace relais::triage {

struct Group {
  std::size_t first = 0, last = 0;  ///< tokens, half-open
  const Piece* day = nullptr;
  const Piece* clock = nullptr;
  const Piece* part = nullptr;
  const Piece* span = nullptr;
  bool marked = false;                 ///< a deadline word stands inside: `today before 4 pm`
  std::optional<time::Day> lent;       ///< the day of a clock time alone, named by the text around it
  std::optional<std::size_t> lender;   ///< the group that named it, if it stands before
  const DayPart* lent_part = nullptr;  ///< and the part of that day

  bool has_day() const { return day || (part && part->has_day); }
  time::Day named_day() const { return day ? day->day : part->day; }
  /// Whether the words themselves say that it is over: `hier soir`, `last Monday`.
  bool named_past() const { return (day && day->past) || (part && part->past); }
};

/// The groups of a text's pieces, in order. They point into `pieces`, which must outlive them.
std::vector<Group> group_pieces(std::vector<Piece>& pieces, const Tokens& tokens, const DateReading& reading);

/// The day of that weekday in the week that the span belongs to.
time::Day in_week_of(const Piece& span, time::Day weekday_of);

inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  for (const std::string_view other : words) {
    if (word == other) return true;
  }
  return false;
}

}  // namespace relais::triage
