#include "core/triage/date_piece.hpp"
#include "core/triage/numerals.hpp"

#include <algorithm>
#include <array>

// Weekdays: jeudi, Thursday week, mardi 12, next Friday, lundi de la semaine prochaine.
namespace relais::triage {

using time::Day;
using time::Weekday;

Day PieceReader::next_weekday(Weekday wanted, Day after) const {
  int distance = static_cast<int>(wanted) - static_cast<int>(weekday(after));
  if (distance <= 0) distance += 7;
  return after + distance;
}

namespace {

// The occurrence of a day of the month that falls on a weekday, nearest to today within about a year.
std::optional<Day> weekday_with_day(Weekday wanted, int day_number, int month, Day today) {
  std::optional<Day> best;
  const time::Date now = to_date(today);
  for (int shift = -2; shift <= 12; ++shift) {
    const int index = now.month - 1 + shift;
    const int year = now.year + (index < 0 ? -1 : index / 12);
    const int candidate_month = (index + 12) % 12 + 1;
    if ((month != 0 && candidate_month != month) || day_number > time::days_in_month(year, candidate_month)) continue;
    const Day found = time::to_day({year, candidate_month, day_number});
    if (weekday(found) != wanted) continue;
    if (found >= today) return found;
    best = found;
  }
  return best;
}

}  // namespace

// The weekday that a word names; not `I sat on it`, `we'd`, `Black Friday`, `Tuesday mornings`.
std::optional<Weekday> PieceReader::weekday_named(std::size_t at) const {
  if (at >= tokens_.size() || !tokens_[at].is_word()) return std::nullopt;
  const std::string& word = tokens_[at].text;
  const auto found = weekday_word(word, reading_.language);
  if (!found) return std::nullopt;
  if (tokens_[at].end - tokens_[at].start != word.size() && word.size() <= 4) return std::nullopt;
  if (word == "sat" && !tokens_[at].capital &&
      is_any(at + 1, "on", "in", "up", "down", "at", "there", "here", "with", "by"))
    return std::nullopt;
  if (before_is(at, "black") || is_any(at + 1, "mornings", "afternoons", "evenings", "nights")) return std::nullopt;
  const bool short_word = word.size() <= 3;
  const bool dot = is(at + 1, ".") && touches(at + 1);
  const bool number_follows = at + 1 < tokens_.size() && tokens_[at + 1].is_number();
  if (french_ && short_word && !dot && !number_follows) return std::nullopt;
  if (!french_ && (word == "sat" || word == "sun" || word == "wed" || word == "mon") && at > 0 &&
      !tokens_[at].capital) {
    constexpr std::array<std::string_view, 16> subjects{"i",   "he",   "she", "we",   "they", "it",  "ive", "just",
                                                        "was", "been", "the", "have", "im",   "has", "and", "then"};
    if (std::find(subjects.begin(), subjects.end(), tokens_[at - 1].text) != subjects.end()) return std::nullopt;
  }
  return found;
}

std::optional<Piece> PieceReader::weekday_date(std::size_t at) const {
  const auto found = weekday_named(at);
  if (!found) return std::nullopt;
  const std::string& word = tokens_[at].text;
  std::size_t here = at + 1;
  if (is(here, ".") && touches(here) && (word.size() <= 4 || word == "thurs")) ++here;
  const std::size_t date_at = skip(skip(here, ","), french_ ? "le" : "the");
  if (auto date = date_after_weekday(at, date_at, *found)) return date;
  Piece piece = day_piece(at, here, next_weekday(*found, today_), DayForm::weekday);
  return french_ ? french_weekday(piece, *found) : english_weekday(piece, *found);
}

// With a date behind it, the date decides; the weekday tells 3/12 from 12/3, and the year of a date without one.
std::optional<Piece> PieceReader::date_after_weekday(std::size_t at, std::size_t here, Weekday wanted) const {
  if (here >= tokens_.size() || !(tokens_[here].is_number() || tokens_[here].is_word())) return std::nullopt;
  auto date = iso_date(here);
  if (!date) date = day_and_month(here);
  if (!date) date = month_and_day(here);
  if (!date) date = numeric_date(here);
  if (!date) return day_number_after_weekday(at, here, wanted);
  if (weekday(date->day) != wanted && tokens_[here].is_number() && is(here + 1, "/")) {
    DateReading other = reading_;
    other.month_first = !reading_.month_first;
    const PieceReader swapped(tokens_, other);
    if (auto again = swapped.numeric_date(here); again && weekday(again->day) == wanted) date = again;
  }
  *date = agreeing(*date, wanted);
  date->first = at;
  return date;
}

// A date without its year, in the year that puts it on that weekday.
Piece PieceReader::agreeing(Piece date, Weekday wanted) const {
  if (date.form != DayForm::yearless || weekday(date.day) == wanted) return date;
  const time::Date civil = to_date(date.day);
  if (const auto fitting = weekday_with_day(wanted, civil.day, civil.month, today_)) date.day = *fitting;
  return date;
}

// mardi 12, Monday the 24th, Monday the twenty-fourth.
std::optional<Piece> PieceReader::day_number_after_weekday(std::size_t at, std::size_t here, Weekday wanted) const {
  std::int64_t day_number = -1;
  std::size_t behind = here;
  const auto ordinal = read_ordinal(tokens_, here, reading_.language);
  if (ordinal && (!ordinal->in_words || (!french_ && is(here - 1, "the")))) {
    day_number = ordinal->value;
    behind = ordinal->next;
  } else if (tokens_[here].is_number() && tokens_[here].text.size() <= 2) {
    day_number = tokens_[here].value();
    behind = here + 1;
    const bool clock =
        behind < tokens_.size() && ((tokens_[behind].is_word() && (unit_word(tokens_[behind].text, reading_.language) ||
                                                                   is_any(behind, "am", "pm", "a", "p", "ou", "or"))) ||
                                    is_any(behind, ":", ".", "-", "/"));
    const bool dot_at_end = is(behind, ".") && !touches(behind + 1);
    if (clock && !dot_at_end && !(french_ && is(behind, "a"))) return std::nullopt;
  }
  if (day_number < 1 || day_number > 31) return std::nullopt;
  const auto day = weekday_with_day(wanted, static_cast<int>(day_number), 0, today_);
  if (!day) return std::nullopt;
  Piece piece = day_piece(at, behind, *day, DayForm::exact);
  piece.past = *day < today_;
  return piece;
}

namespace {

Piece shifted_to(Piece piece, Day day, std::size_t last) {
  piece.day = day;
  piece.last = last;
  piece.shifted = true;
  return piece;
}

Piece past_day(Piece piece, Day day, std::size_t last) {
  piece.day = day;
  piece.last = last;
  piece.past = true;
  return piece;
}

}  // namespace

// The last such weekday before today.
Day PieceReader::last_weekday(Weekday wanted) const {
  const Day found = next_weekday(wanted, today_) + -7;
  return found >= today_ ? found + -7 : found;
}

// `en huit`, `de la semaine prochaine`, `prochain`, `dernier` behind a weekday.
Piece PieceReader::french_weekday(const Piece& piece, Weekday wanted) const {
  const std::size_t here = piece.last;
  const Day next_one = next_weekday(wanted, today_), this_week = monday() + static_cast<int>(wanted);
  for (const std::string_view eight : {"huit", "8"}) {
    if (const auto next = match(here, {"en", eight})) return shifted_to(piece, next_one + 7, next);
  }
  // From today the weekday itself, `mardi en quinze` said on a Tuesday, is two weeks away.
  for (const std::string_view fifteen : {"quinze", "15"}) {
    if (const auto next = match(here, {"en", fifteen}))
      return shifted_to(piece, next_weekday(wanted, today_ + -1) + 14, next);
  }
  for (const std::string_view of : {"de", "la", ","}) {
    const std::size_t next = skip(is(here, of) ? here + 1 : here, "la");
    if (!is_any(next, "semaine", "sem")) continue;
    if (is_any(next + 1, "prochaine", "pro", "suivante", "proch")) return shifted_to(piece, this_week + 7, next + 2);
    if (const auto behind = match(next + 1, {"d", "apres"})) return shifted_to(piece, this_week + 7, behind);
    if (is_any(next + 1, "derniere", "passee")) return past_day(piece, this_week + -7, next + 2);
  }
  if (const auto next = match(here, {"de", "cette", "semaine"})) return shifted_to(piece, this_week, next);
  if (const auto next = match(here, {"cette", "semaine"})) return shifted_to(piece, this_week, next);
  if (is_any(here, "prochain", "pro", "proch")) return shifted_to(piece, next_one, here + 1);
  if (is(here, "suivant")) return shifted_to(piece, next_weekday(wanted, today_ + 1), here + 1);
  if (const auto next = match(here, {"d", "avant"})) return past_day(piece, last_weekday(wanted), next);
  const bool limit = is_any(here + 1, "delai", "carat", "cri", "limite", "date");  // `vendredi dernier délai`
  if (is_any(here, "dernier", "passe") && !limit) return past_day(piece, last_weekday(wanted), here + 1);
  return piece;
}

// `next`, `last`, `this` before a weekday; `week`, `of next week`, `fortnight` behind it.
Piece PieceReader::english_weekday(Piece piece, Weekday wanted) const {
  const std::size_t at = piece.first, here = piece.last;
  const Day next_one = next_weekday(wanted, today_), this_week = monday() + static_cast<int>(wanted);
  if (before_is(at, "next") || before_is(at, "following")) {
    piece.first = at - 1;
    return shifted_to(piece, next_one <= monday() + 6 ? this_week + 7 : next_one, here);
  }
  if (before_is(at, "last") || before_is(at, "past") || before_is(at, "previous")) {
    piece.first = at - 1;
    return past_day(piece, last_weekday(wanted), here);
  }
  if (before_is(at, "this") || before_is(at, "coming")) {
    piece.first = at - 1;
    piece.shifted = true;
  }
  const std::size_t of = is_any(here, "of", "from", "in") ? here + 1 : here;
  if (const auto next = match(of, {"next", "week"})) return shifted_to(piece, this_week + 7, next);
  if (const auto next = match(of, {"this", "week"}); next && of > here) return shifted_to(piece, this_week, next);
  for (const std::string_view last : {"last", "past", "previous"}) {
    if (const auto next = match(of, {last, "week"}); next && of > here) return past_day(piece, this_week + -7, next);
  }
  if (const auto next = match(here, {"after", "next"})) return shifted_to(piece, next_one + 7, next);
  if (const auto next = match(here, {"week"}); next && !is(next, "of") && !is(next, "in") && !is(next, "long"))
    return shifted_to(piece, next_one + 7, next);
  if (const auto next = match(here, {"fortnight"})) return shifted_to(piece, next_one + 14, next);
  if (at >= 3 && match(at - 3, {"a", "week", "on"})) {
    piece.first = at - 3;
    return shifted_to(piece, next_one + 7, here);
  }
  return piece;
}

}  // namespace relais::triage
