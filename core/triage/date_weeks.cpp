#include "core/triage/date_piece.hpp"

#include <algorithm>
#include <initializer_list>
#include <span>

// Weeks: la semaine prochaine, early next week, fin de semaine, the rest of the week, le week-end, la semaine du 5 mai.
namespace relais::triage {

using time::Day;

namespace {

struct ShiftedWords {
  std::initializer_list<std::string_view> words;
  int shift;
};

const ShiftedWords french_weekends[] = {{{"week", "end", "prochain"}, 1},
                                        {{"weekend", "prochain"}, 1},
                                        {{"le", "week", "end", "dernier"}, -1},
                                        {{"week", "end", "dernier"}, -1},
                                        {{"weekend", "dernier"}, -1},
                                        {{"ce", "week", "end"}, 0},
                                        {{"le", "week", "end"}, 0},
                                        {{"ce", "weekend"}, 0},
                                        {{"le", "weekend"}, 0},
                                        {{"week", "end"}, 0},
                                        {{"weekend"}, 0},
                                        {{"we"}, 0}};
const ShiftedWords english_weekends[] = {
    {{"next", "weekend"}, 1}, {{"next", "week", "end"}, 1}, {{"last", "weekend"}, -1},    {{"last", "week", "end"}, -1},
    {{"this", "weekend"}, 0}, {{"the", "weekend"}, 0},      {{"this", "week", "end"}, 0}, {{"weekend"}, 0},
    {{"week", "end"}, 0}};

const ShiftedWords french_after_week[] = {{{"prochaine"}, 1},    {{"pro"}, 1},        {{"suivante"}, 1},
                                          {{"qui", "vient"}, 1}, {{"d", "apres"}, 1}, {{"derniere"}, -1},
                                          {{"passee"}, -1},      {{"d", "avant"}, -1}};
const ShiftedWords english_whole_weeks[] = {{{"the", "week", "after", "next"}, 2},
                                            {{"week", "after", "next"}, 2},
                                            {{"the", "week", "after"}, 1},
                                            {{"all", "week"}, 0}};
const ShiftedWords english_before_week[] = {
    {{"this", "coming"}, 1}, {{"this"}, 0},     {{"current"}, 0}, {{"next"}, 1},  {{"nxt"}, 1},      {{"following"}, 1},
    {{"coming"}, 1},         {{"upcoming"}, 1}, {{"last"}, -1},   {{"past"}, -1}, {{"previous"}, -1}};

}  // namespace

Piece PieceReader::whole_week(std::size_t first, std::size_t last, int shift) const {
  const Day start = monday() + 7 * shift;
  Piece piece = span_piece(first, last, start, start + 7, Grain::week, start + 4);
  piece.past = shift < 0;
  piece.shifted = true;
  if (shift == 0 && piece.due < midnight(today_)) piece.due = midnight(today_);
  return piece;
}

Piece PieceReader::part_of_week(std::size_t first, std::size_t last, int shift, MonthPart part) const {
  if (part == MonthPart::whole) return whole_week(first, last, shift);
  Piece piece = part_of_week_from(first, last, monday() + 7 * shift, part);
  piece.past = shift < 0;
  return piece;
}

Piece PieceReader::part_of_week_from(std::size_t first, std::size_t last, Day start, MonthPart part) const {
  Piece piece = span_piece(first, last, start, start + 7, Grain::week, start + 4);
  switch (part) {
    case MonthPart::beginning:
      piece = span_piece(first, last, start, start + 3, Grain::day, start + 1);
      break;
    case MonthPart::middle:
      piece = span_piece(first, last, start + 2, start + 3, Grain::day, start + 2);
      break;
    case MonthPart::end:  // in French Thursday is of it; it must be done by Friday in both languages
      piece = span_piece(first, last, start + (french_ ? 3 : 4), start + 7, Grain::day,
                         start + 7 <= today_ ? start + 4 : std::max(start + 4, today_));
      piece.shifted = true;
      break;
    case MonthPart::whole:
      break;
  }
  return piece;
}

// `before the week is out`, `the month is out`
std::optional<Piece> PieceReader::running_out(std::size_t at) const {
  if (french_) return std::nullopt;
  if (const auto next = match(at, {"the", "week", "is", "out"})) return part_of_week(at, next, 0, MonthPart::end);
  if (const auto next = match(at, {"the", "month", "is", "out"})) {
    const time::Date now = to_date(today_);
    return part_of_month(at, next, time::to_day({now.year, now.month, 1}), MonthPart::end);
  }
  return std::nullopt;
}

std::optional<Piece> PieceReader::week_span(std::size_t at) const {
  if (auto weekend = weekend_span(at)) return weekend;
  if (auto dated = week_of_date(at)) return dated;
  return french_ ? french_week(at) : english_week(at);
}

std::optional<Piece> PieceReader::weekend_span(std::size_t at) const {
  for (const ShiftedWords& phrase :
       french_ ? std::span<const ShiftedWords>(french_weekends) : std::span<const ShiftedWords>(english_weekends)) {
    const std::size_t next = match(at, phrase.words);
    if (!next) continue;
    // `we` is a weekend only where it is written so.
    if (phrase.words.begin()[0] == "we" && !tokens_[at].all_capitals && !before_is(at, "le") && !before_is(at, "ce"))
      continue;
    if (!french_ && is(next - 1, "end") && is(next, "of")) continue;  // `the week end of play`
    // `le week-end du 21`, `the weekend of March 21`
    const bool dated = phrase.shift == 0 && is(next, french_ ? "du" : "of") && next + 1 < tokens_.size();
    const auto date = dated ? read_day(skip(next + 1, "the")) : std::nullopt;
    if (date) {
      const Day of_week = date->day + (5 - static_cast<int>(weekday(date->day)));
      return span_piece(at, date->last, of_week, of_week + 2, Grain::day, of_week + -1);
    }
    const Day saturday = monday() + 7 * phrase.shift + 5;
    Piece piece = span_piece(at, next, saturday, saturday + 2, Grain::day, saturday + -1);
    piece.past = saturday + 2 <= today_;
    if (piece.due < midnight(today_)) piece.due = midnight(today_);
    return piece;
  }
  return std::nullopt;
}

// `début de semaine`, `la fin de la semaine prochaine`, `cette semaine`, `semaine pro`, `toute la semaine`.
std::optional<Piece> PieceReader::french_week(std::size_t at) const {
  if (const auto next = match(at, {"le", "reste", "de", "la", "semaine"})) {
    Piece piece = whole_week(at, next, 0);
    piece.moment.start = midnight(today_);
    return piece;
  }
  std::size_t here = at;
  const MonthPart part = month_part(at, here);
  const bool all = is(here, "toute");
  here = skip(skip(skip(here, "toute"), "-"), "de");
  const bool this_one = is(here, "cette");
  here = skip(skip(here, "cette"), "la");
  if (!is_any(here, "semaine", "sem") || (is(here, "sem") && is(at, "la"))) return std::nullopt;
  std::size_t behind = here + 1;
  std::optional<int> shift;
  for (const ShiftedWords& words : french_after_week) {
    const std::size_t next = match(behind, words.words);
    if (!next || shift) continue;
    shift = words.shift;
    behind = next;
  }
  if (const std::size_t next = match(behind, {"ci"}); next && !shift) behind = next, shift = 0;
  if (!shift && part == MonthPart::whole && !this_one && !all) return std::nullopt;
  return part_of_week(at, behind, shift.value_or(0), part);
}

// `early next week`, `the end of this week`, `later in the week`, `all week`, `the week after next`, `midweek`.
std::optional<Piece> PieceReader::english_week(std::size_t at) const {
  if (is(at, "eow")) return part_of_week(at, at + 1, 0, MonthPart::end);
  if (is(at, "midweek")) return part_of_week(at, at + 1, 0, MonthPart::middle);
  for (const ShiftedWords& phrase : english_whole_weeks) {
    if (const std::size_t next = match(at, phrase.words)) return whole_week(at, next, phrase.shift);
  }
  std::size_t here = at;
  MonthPart part = month_part(at, here);
  const bool rest = match(here, {"rest", "of"}) || match(here, {"the", "rest", "of"});
  if (rest) here = is(here, "the") ? here + 3 : here + 2;
  if (is_any(here, "earlier", "later")) {
    part = is(here, "later") ? MonthPart::end : MonthPart::beginning;
    ++here;
    here = skip(here, "in");
  }
  const bool led = here > at;
  here = skip(skip(skip(here, "-"), "of"), "around");
  here = skip(here, "the");
  int shift = 0;
  bool named = false;
  for (const ShiftedWords& words : english_before_week) {
    const std::size_t next = match(here, words.words);
    if (!next || named) continue;
    shift = words.shift;
    named = true;
    here = next;
  }
  if (!is_any(here, "week", "wk") || (!named && !led)) return std::nullopt;
  if (match(here, {"week", "end"}) || is_any(here + 1, "or")) return std::nullopt;
  Piece piece = part_of_week(at, here + 1, shift, part);
  if (rest) piece.moment.start = std::max(piece.moment.start, midnight(today_));
  return piece;
}

// The week of a date, or a part of it: `semaine du 5`, `end of the week commencing 6 July`, `w/c 3/8`.
std::optional<Piece> PieceReader::week_of_date(std::size_t at) const {
  std::size_t here = at;
  const MonthPart part = month_part(at, here);
  if (here > at) here = french_ ? skip(skip(here, "de"), "la") : skip(skip(here, "of"), "the");
  for (const std::initializer_list<std::string_view> words : {std::initializer_list<std::string_view>{"semaine", "du"},
                                                              {"week", "of", "the"},
                                                              {"week", "of"},
                                                              {"week", "commencing"},
                                                              {"wc"},
                                                              {"w", "c"},
                                                              {"week", "starting", "on"},
                                                              {"week", "starting"},
                                                              {"week", "beginning"}}) {
    const std::size_t of = match(here, words);
    if (!of || of >= tokens_.size()) continue;
    const auto day = read_day(of);
    if (!day) continue;
    return part_of_week_from(at, day->last, day->day + -static_cast<int>(weekday(day->day)), part);
  }
  return std::nullopt;
}

}  // namespace relais::triage
