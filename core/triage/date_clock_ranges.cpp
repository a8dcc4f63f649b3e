#include "core/triage/date_piece.hpp"
#include "core/triage/numerals.hpp"

// Ranges of hours: entre 10h et 12h, de 9h à 11h, 10h-12h, between 10 and 12, from 2 to 4 pm, 8-10.
namespace relais::triage {

std::optional<Piece> PieceReader::clock_range(std::size_t at) const {
  std::size_t here = at;
  bool announced = true;
  std::string_view joint;
  if (french_ && is(at, "entre"))
    joint = "et", ++here;
  else if (french_ && is_any(at, "de", "d"))
    joint = "a", ++here;
  else if (!french_ && is_any(at, "between", "btw", "bet"))
    joint = "and", ++here;
  else if (!french_ && is(at, "from"))
    joint = "to", ++here;
  else
    announced = false;
  auto from = clock_time(here, announced);
  const bool dated = at > 0 && is_any(at - 1, "le", "du", "au");  // `le 16 à 18 h`
  const bool joint_follows = is_any(here + 1, "-", french_ ? "a" : "to") && !(french_ && dated);
  if (!from && !announced && (tokens_[here].is_number() || is_any(here + 2, "noon", "midday")))
    from = clock_time(here, joint_follows);
  if (!from) return std::nullopt;
  std::size_t next = from->last;
  std::size_t second = next + 1;
  const bool until = french_ && is(next, "jusqu") && is(next + 1, "a");
  if (until) second = next + 2;
  const bool to_joint = !french_ && is_any(next, "to", "till", "until", "untill", "til");
  const bool joined = until || (announced ? is(next, joint) || is_any(next, "-") || to_joint
                                          : is(next, "-") || (french_ && is(next, "a")) || to_joint);
  if (!joined) return std::nullopt;
  auto to = clock_time(second, true);
  if (!to && french_ && announced && from->minutes == noon && is_any(second, "deux", "2"))
    to = clock_piece(second, second + 1, 14 * 60, true, false);  // `entre midi et deux`
  if (!to) return std::nullopt;
  const bool certain = announced || from->half_day_known || to->half_day_known || to->minute_grain ||
                       from->minute_grain || (is(next, "-") && day_just_named(at));
  // `8 to 10 slot`
  const bool named = !french_ && is_any(to->last, "slot", "window", "appointment", "shift");
  if (!certain && !named) return std::nullopt;
  if (!from->half_day_known && to->half_day_known && from->minutes + noon < to->minutes && from->minutes < noon &&
      to->minutes > noon)
    from->minutes += noon;
  if (!to->half_day_known && to->minutes <= from->minutes && to->minutes < noon) to->minutes += noon;
  if (to->minutes <= from->minutes) return std::nullopt;
  Piece piece = *from;
  piece.first = at;
  piece.last = to->last;
  piece.end_minutes = to->minutes;
  piece.minute_grain = from->minute_grain || to->minute_grain;
  piece.half_day_known = from->half_day_known || to->half_day_known || to->minutes >= noon;
  return piece;
}

// `Monday 3-8`, `demain matin 6-8`: what stands right before two bare numbers makes them hours.
bool PieceReader::day_just_named(std::size_t at) const {
  if (at == 0) return false;
  const std::string_view before = tokens_[at - 1].text;
  return weekday_word(before, reading_.language) || day_part_word(before, reading_.language) ||
         is_any(at - 1, "today", "tomorrow", "tonight", "demain");
}

}  // namespace relais::triage
