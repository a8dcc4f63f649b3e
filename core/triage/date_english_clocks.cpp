#include "core/triage/date_piece.hpp"
#include "core/triage/numerals.hpp"

#include <algorithm>
#include <array>

// English hours: 9.30, 5 pm, five o'clock, nine thirty, a bare hour where one is expected.
namespace relais::triage {

std::optional<Piece> PieceReader::english_clock(std::size_t at, const Numeral& hour, bool expected) const {
  const std::size_t here = hour.next;
  const bool digits = !hour.in_words;
  if (digits && is(here, "h") && touches(here) && hour.value <= 23) return continental_clock(at, hour.value, expected);
  const bool after_money = at > 0 && is_any(at - 1, "$", "£", "€");
  if (digits && is(here, ".") && touches(here) && touches(here + 1) && two_digit_minutes(here + 1) &&
      hour.value <= 23 && !after_money)
    return dotted_clock(at, hour.value, expected);
  const std::size_t oclock = is(here, "oclock") ? here + 1 : match(here, {"o", "clock"});
  if (oclock != 0) {
    Piece piece = clock_piece(at, oclock, hour.value * 60, hour.value > 12, false);
    apply_half_day(piece);
    return piece;
  }
  Piece piece = clock_piece(at, here, hour.value * 60, hour.value > 12 || hour.value == 0, false);
  apply_half_day(piece);
  if (piece.last != here) return piece;
  if (digits && is(here, "ish") && hour.value >= 1) {
    piece.last = here + 1;
    return piece;
  }
  if (digits && expected && two_digit_minutes(here) && hour.value >= 1 && hour.value <= 23) return spaced_clock(piece);
  if (!digits && hour.value >= 1 && hour.value <= 12) {
    bool settled = false;
    auto spelled = spelled_minutes(piece, expected, settled);
    if (settled) return spelled;
  }
  return expected && bare_hour_ends(hour) ? std::optional(piece) : std::nullopt;
}

// 15h, 15h30
std::optional<Piece> PieceReader::continental_clock(std::size_t at, std::int64_t hour, bool expected) const {
  const std::size_t behind = at + 2;
  const bool exact = touches(behind) && two_digit_minutes(behind);
  const bool lasting = at > 0 && is_any(at - 1, "for", "of", "another") && !expected;
  if (lasting) return std::nullopt;
  return clock_piece(at, behind + exact, hour * 60 + (exact ? tokens_[behind].value() : 0), true, exact);
}

// 9.30, where it is no price, measure or number of a paragraph
std::optional<Piece> PieceReader::dotted_clock(std::size_t at, std::int64_t hour, bool expected) const {
  Piece piece = clock_piece(at, at + 3, hour * 60 + tokens_[at + 2].value(), hour > 12, true);
  const std::size_t before = piece.last;
  apply_half_day(piece);
  const bool half = piece.last != before;
  const std::size_t behind = piece.last;
  const bool measured = behind < tokens_.size() && is_any(behind, "%", "miles", "days", "gbp", "usd", "euros", "each",
                                                          "million", "m", "k", "kg", "per", "x");
  const bool day_near =
      expected || half ||
      (at > 0 &&
       (weekday_word(tokens_[at - 1].text, reading_.language) || month_word(tokens_[at - 1].text, reading_.language) ||
        is_any(at - 1, "today", "tomorrow", "tmrw", "tomoro", "tomorow", "tmr", "tmw", "tomoz", "the", ",", "is",
               "then", "for", "an", "th", "st", "nd", "rd"))) ||
      is_any(behind, "today", "tomorrow", "tonight", "viewing", "appointment", "slot", "start", "this", "sharp", "-");
  if (measured || !day_near) return std::nullopt;
  return piece;
}

// at 3 15
std::optional<Piece> PieceReader::spaced_clock(Piece piece) const {
  const std::size_t here = piece.last;
  const bool ends = here + 1 >= tokens_.size() || tokens_[here + 1].sentence != tokens_[piece.first].sentence;
  piece.minutes += static_cast<int>(tokens_[here].value());
  piece.minute_grain = true;
  piece.last = here + 1;
  apply_half_day(piece);
  return ends || piece.last != here + 1 ? std::optional(piece) : std::nullopt;
}

// nine thirty, twelve oh three. `settled`: whether minutes stand there at all.
std::optional<Piece> PieceReader::spelled_minutes(Piece piece, bool expected, bool& settled) const {
  const std::size_t here = skip(piece.last, "-"), at = piece.first;
  const bool zero = is_any(here, "oh", "o", "zero");
  const auto minutes = read_numeral(tokens_, zero ? skip(here + 1, "-") : here, reading_.language);
  const std::int64_t least = zero ? 1 : 10, most = zero ? 9 : 59;
  settled = minutes && minutes->in_words && minutes->value >= least && minutes->value <= most;
  if (!settled) return std::nullopt;
  piece.minutes += static_cast<int>(minutes->value);
  piece.minute_grain = true;
  piece.last = minutes->next;
  apply_half_day(piece);
  const bool sure = zero || expected || piece.last != minutes->next ||
                    is_any(piece.last, "this", "today", "tomorrow", "tonight", "sharp") ||
                    (at > 0 && is_any(at - 1, "for", "the")) || (at == 0 && piece.last >= tokens_.size());
  return sure ? std::optional(piece) : std::nullopt;
}

// Whether an hour without any mark is one: nothing that is counted or measured follows.
bool PieceReader::bare_hour_ends(const Numeral& hour) const {
  const std::size_t here = hour.next;
  if (hour.value < 1 || hour.value > 23) return false;
  if (here < tokens_.size() && tokens_[here].is_word() && !(is(here, "h") && touches(here))) {
    constexpr std::array<std::string_view, 41> followers{
        "today",  "tomorrow",    "tonight", "and",     "or",      "on",    "in",     "to",    "so",
        "for",    "please",      "pls",     "if",      "because", "but",   "latest", "sharp", "at",
        "by",     "when",        "then",    "this",    "till",    "until", "with",   "from",  "slot",
        "window", "appointment", "session", "viewing", "last",    "next",  "she",    "he",    "they",
        "we",     "i",           "which",   "is",      "before"};
    const bool weekday_follows = weekday_word(tokens_[here].text, reading_.language).has_value();
    if (!weekday_follows && std::find(followers.begin(), followers.end(), tokens_[here].text) == followers.end())
      return false;
  }
  if (is_any(here, "%", "/", ":", "£", "$", "°")) return false;
  return !(is(here, "-") && touches(here) && here + 1 < tokens_.size() && tokens_[here + 1].is_word() &&
           touches(here + 1));
}

}  // namespace relais::triage
