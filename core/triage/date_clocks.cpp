#include "core/triage/date_piece.hpp"
#include "core/triage/numerals.hpp"

#include <algorithm>

// Clock times as far as both languages write them alike: 15:30, 1500, 0930.
namespace relais::triage {

Piece clock_piece(std::size_t first, std::size_t last, std::int64_t minutes, bool half_day_known, bool minute_grain) {
  Piece piece;
  piece.kind = Piece::Kind::clock;
  piece.first = first;
  piece.last = last;
  piece.minutes = static_cast<int>(minutes);
  piece.half_day_known = half_day_known;
  piece.minute_grain = minute_grain;
  return piece;
}

std::optional<Piece> PieceReader::read_clock(std::size_t at) const {
  if (auto range = clock_range(at)) return range;
  if (auto clock = clock_time(at, false)) return clock;
  return day_part(at);
}

// One clock time. `expected`: the words before it announce one, so that a bare number will do.
std::optional<Piece> PieceReader::clock_time(std::size_t at, bool expected) const {
  if (at >= tokens_.size()) return std::nullopt;
  if (auto spoken = spoken_clock(at)) return spoken;
  if (auto article = article_hour(at)) return article;
  const auto hour = read_numeral(tokens_, at, reading_.language);
  if (!hour || inside_figures(at, expected)) return std::nullopt;
  if (!hour->in_words && tokens_[at].text.size() >= 3) return unmarked_clock(at, hour->value, expected);
  if (hour->value > 24) return std::nullopt;
  if (auto colon = colon_clock(at, *hour)) return colon;
  return french_ ? french_clock(at, *hour, expected) : english_clock(at, *hour, expected);
}

// Whether the number goes on what stands before it: the end of an amount, a reference, a fraction.
bool PieceReader::inside_figures(std::size_t at, bool expected) const {
  if (at == 0 || !touches(at)) return false;
  if (is(at - 1, "-")) return !expected;  // the dash of a range
  return is_any(at - 1, ".", ",", "/", "$", "£", "€", "#", "+", ":");
}

bool PieceReader::two_digit_minutes(std::size_t at) const {
  return at < tokens_.size() && tokens_[at].is_number() && tokens_[at].text.size() == 2 && tokens_[at].value() < 60;
}

// 15:30, 15:30:00
std::optional<Piece> PieceReader::colon_clock(std::size_t at, const Numeral& hour) const {
  const std::size_t here = hour.next;
  if (hour.in_words || !is(here, ":") || !touches(here) || !touches(here + 1) || !two_digit_minutes(here + 1))
    return std::nullopt;
  std::size_t behind = here + 2;
  if (is(behind, ":") && touches(behind) && two_digit_minutes(behind + 1)) behind += 2;
  Piece piece = clock_piece(at, behind, hour.value * 60 + tokens_[here + 1].value(),
                            hour.value > 12 || tokens_[at].text[0] == '0' || french_, true);
  apply_half_day(piece);
  return piece;
}

// 1500, 0930, 815, 330 p.m.: hours and minutes in one number, where the words around it leave no doubt.
std::optional<Piece> PieceReader::unmarked_clock(std::size_t at, std::int64_t value, bool expected) const {
  const std::size_t here = at + 1, digits = tokens_[at].text.size();
  const std::int64_t hour = value / 100, minutes = value % 100;
  if (digits > 4 || hour > 23 || minutes > 59 || (digits == 3 && hour == 0)) return std::nullopt;
  Piece piece = clock_piece(at, here, hour * 60 + minutes, hour > 12 || tokens_[at].text[0] == '0', true);
  if (!french_ && is_any(here, "hrs", "hours", "h") && digits == 4) piece.last = here + 1, piece.half_day_known = true;
  apply_half_day(piece);
  const bool half = piece.last != here;
  const bool roughly = !french_ && is(here, "ish") && touches(here);
  if (roughly) piece.last = here + 1;
  const bool part_before = !french_ && at > 0 && is_any(at - 1, "tonight", "morning", "afternoon", "evening");
  if (half || roughly) return piece;
  const bool year_like = digits == 4 && hour >= 19 && hour <= 20;
  if (digits == 4) return expected && !year_like && !french_ ? std::optional(piece) : std::nullopt;
  return part_before ? std::optional(piece) : std::nullopt;
}

}  // namespace relais::triage
