#include "core/triage/date_piece.hpp"

// `du matin`, `pm`, `in the evening`: what stands behind an hour moves it to where it is meant.
namespace relais::triage {

void PieceReader::apply_half_day(Piece& piece) const {
  const HalfDay half = french_ ? french_half_day(piece.last) : english_half_day(piece);
  if (half.next == 0) return;
  piece.last = half.next;
  piece.half_day_known = true;
  if (half.evening && piece.minutes < noon) piece.minutes += noon;
  if (!half.evening && piece.minutes >= noon && piece.minutes < 13 * 60) piece.minutes -= noon;
}

PieceReader::HalfDay PieceReader::french_half_day(std::size_t at) const {
  const auto dotted = [&](std::string_view letter) {
    return is(at, letter) && is(at + 1, ".") && touches(at + 1) && is(at + 2, "m") && touches(at + 2);
  };
  if (const auto next = match(at, {"du", "matin"})) return {next, false};
  if (const auto next = match(at, {"du", "mat"})) return {next, false};
  if (is(at, "am") && touches(at)) return {at + 1, false};
  if (dotted("a")) return {skip(at + 3, "."), false};
  if (dotted("p")) return {skip(at + 3, "."), true};
  if (const auto next = match(at, {"du", "soir"})) return {next, true};
  if (const auto next = match(at, {"de", "l", "apres", "midi"})) return {next, true};
  if (const auto next = match(at, {"l", "apres", "midi"})) return {next, true};
  if (is(at, "pm") && touches(at)) return {at + 1, true};
  return {};
}

PieceReader::HalfDay PieceReader::english_half_day(const Piece& clock) const {
  const std::size_t at = clock.last;
  const auto dotted = [&](std::string_view letter) { return is(at, letter) && is(at + 1, ".") && is(at + 2, "m"); };
  if (is(at, "am")) return {at + 1, false};
  if (dotted("a")) return {skip(at + 3, "."), false};
  if (short_am(clock)) return {at + 1, false};
  if (is(at, "pm")) return {at + 1, true};
  if (dotted("p")) return {skip(at + 3, "."), true};
  if (is(at, "p") && touches(at) && !(is(at + 1, ".") && is(at + 2, "m"))) return {at + 1, true};
  if (const auto next = match(at, {"in", "the", "morning"})) return {next, false};
  for (const auto words : {"afternoon", "evening"}) {
    if (const auto next = match(at, {"in", "the", words})) return {next, true};
  }
  if (const auto next = match(at, {"at", "night"})) return {next, true};
  return {};
}

// `9a to 11a`, `9.30a`, `7a` alone; not `flat 7a`
bool PieceReader::short_am(const Piece& clock) const {
  const std::size_t at = clock.last;
  if (!is(at, "a") || !touches(at)) return false;
  if (clock.first + 1 == at && tokens_[clock.first].text.size() <= 2) {
    const bool alone = clock.first == 0 && at + 1 >= tokens_.size();
    const bool announced = clock.first > 0 && is_any(clock.first - 1, "from", "to", "at", "between", "and", "by",
                                                     "before", "until", "till", "after");
    if (alone || announced) return true;
  }
  return clock.minute_grain && !is(at + 1, ".");
}

}  // namespace relais::triage
