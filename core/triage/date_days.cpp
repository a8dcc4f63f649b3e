#include "core/triage/date_piece.hpp"

// Days, of whichever kind; here those told from today: demain, après-demain, the day before yesterday.
namespace relais::triage {

using time::Day;

std::optional<Piece> PieceReader::read_day(std::size_t at) const {
  for (const auto read : {&PieceReader::mixed_date, &PieceReader::iso_date, &PieceReader::holiday,
                          &PieceReader::weekday_date, &PieceReader::day_and_month, &PieceReader::month_and_day,
                          &PieceReader::numeric_date, &PieceReader::relative_day, &PieceReader::day_of_month}) {
    if (auto piece = (this->*read)(at)) return with_weekday_behind(*piece);
  }
  return std::nullopt;
}

// `Jul 18, Fri`: the weekday at the end settles the year.
Piece PieceReader::with_weekday_behind(Piece piece) const {
  const std::size_t at = skip(piece.last, ",");
  if (piece.form != DayForm::yearless || at == piece.last) return piece;
  const auto named = weekday_named(at);
  const bool ends = at + 1 >= tokens_.size() || tokens_[at + 1].sentence != tokens_[at].sentence;
  if (!named || !ends) return piece;
  piece.last = at + 1;
  return agreeing(piece, *named);
}

Piece PieceReader::day_piece(std::size_t first, std::size_t last, Day day, DayForm form) const {
  Piece piece;
  piece.kind = Piece::Kind::day;
  piece.first = first;
  piece.last = last;
  piece.day = day;
  piece.has_day = true;
  piece.form = form;
  return piece;
}

std::optional<Piece> PieceReader::relative_day(std::size_t at) const {
  const auto found = [&](std::size_t next, int shift) {
    Piece piece = day_piece(at, next, today_ + shift, DayForm::exact);
    piece.past = shift < 0;
    piece.shifted = true;
    return piece;
  };
  if (french_) {
    if (is_any(at, "aujourdhui", "auj", "ajd")) return found(at + 1, 0);
    if (const auto next = match(at, {"aujourd", "hui"})) return found(next, 0);
    if (const auto next = match(at, {"ce", "jour"});
        next && !before_is(at, "a") && !match(next, {"-", "la"}) && !is(next, "la"))
      return found(next, 0);
    if (const auto next = match(at, {"apres", "demain"})) return found(next, 2);
    if (const auto next = match(at, {"avant", "hier"})) return found(next, -2);
    if (is(at, "demain")) return found(at + 1, 1);
    if (is(at, "hier")) return found(at + 1, -1);
    if (const auto next = match(at, {"la", "veille"}); next && !is_any(next, "de", "du", "d")) return found(next, -1);
    if (const auto next = match(at, {"le", "jour", "d", "avant"})) return found(next, -1);
    if (is(at, "lendemain") && (at == 0 || !is_any(at - 1, "le", "au", "du"))) return found(at + 1, 1);
    if (const auto next = match(at, {"le", "lendemain"}); next && is_any(next, "de", "du")) {
      if (const auto after = read_day(skip(next + 1, "le"))) {
        Piece piece = *after;
        piece.first = at;
        piece.day = piece.day + 1;
        return piece;
      }
    }
    return std::nullopt;
  }
  if (const auto next = match(at, {"the", "day", "after", "tomorrow"})) return found(next, 2);
  if (const auto next = match(at, {"day", "after", "tomorrow"})) return found(next, 2);
  if (const auto next = match(at, {"the", "day", "before", "yesterday"})) return found(next, -2);
  if (is_any(at, "today", "2day", "tdy")) return found(at + 1, 0);
  if (const auto next = match(at, {"this", "very", "day"})) return found(next, 0);
  if (is_any(at, "tomorrow", "tmrw", "tmw", "tomoz", "tomoro", "tomorow", "tommorow", "tommorrow", "tmr", "tmoro"))
    return found(at + 1, 1);
  if (const auto next = match(at, {"2", "moro"})) return found(next, 1);
  if (const auto next = match(at, {"2", "morrow"})) return found(next, 1);
  if (is_any(at, "yesterday", "yest")) return found(at + 1, -1);
  if (const auto next = match(at, {"this", "day", "week"})) return found(next, 7);
  if (const auto next = match(at, {"this", "day", "fortnight"})) return found(next, 14);
  return std::nullopt;
}

}  // namespace relais::triage
