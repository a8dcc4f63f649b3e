#include "core/time/holidays.hpp"
#include "core/triage/date_piece.hpp"

#include <algorithm>
#include <span>

// Days with a name of their own: Noël, Easter Monday, Thanksgiving.
namespace relais::triage {

using time::Day;
using time::Weekday;

namespace {

struct NamedDay {
  std::initializer_list<std::string_view> words;
  int month = 0, day = 0;  // fixed; month 0: days after Easter
};

const NamedDay french_named[] = {{{"noel"}, 12, 25},
                                 {{"veille", "de", "noel"}, 12, 24},
                                 {{"jour", "de", "l", "an"}, 1, 1},
                                 {{"nouvel", "an"}, 1, 1},
                                 {{"saint", "sylvestre"}, 12, 31},
                                 {{"st", "sylvestre"}, 12, 31},
                                 {{"saint", "valentin"}, 2, 14},
                                 {{"fete", "du", "travail"}, 5, 1},
                                 {{"fete", "nationale"}, 7, 14},
                                 {{"assomption"}, 8, 15},
                                 {{"toussaint"}, 11, 1},
                                 {{"armistice"}, 11, 11},
                                 {{"lundi", "de", "paques"}, 0, 1},
                                 {{"paques"}, 0, 0},
                                 {{"ascension"}, 0, 39},
                                 {{"lundi", "de", "pentecote"}, 0, 50},
                                 {{"pentecote"}, 0, 49}};
const NamedDay english_named[] = {{{"christmas", "eve"}, 12, 24},  {{"christmas", "day"}, 12, 25},
                                  {{"christmas"}, 12, 25},         {{"xmas"}, 12, 25},
                                  {{"boxing", "day"}, 12, 26},     {{"new", "years", "eve"}, 12, 31},
                                  {{"new", "years", "day"}, 1, 1}, {{"new", "years"}, 1, 1},
                                  {{"valentines", "day"}, 2, 14},  {{"st", "patricks", "day"}, 3, 17},
                                  {{"good", "friday"}, 0, -2},     {{"easter", "monday"}, 0, 1},
                                  {{"easter", "sunday"}, 0, 0},    {{"easter"}, 0, 0},
                                  {{"halloween"}, 10, 31},         {{"independence", "day"}, 7, 4},
                                  {{"veterans", "day"}, 11, 11},   {{"all", "saints", "day"}, 11, 1}};

Day named_day(const NamedDay& named, int year) {
  return named.month == 0 ? time::easter(year) + named.day : time::to_day({year, named.month, named.day});
}

// The n-th weekday of a month; the last if n is 5.
Day nth_weekday(int year, int month, Weekday wanted, int n) {
  if (n == 5) {
    const Day last = time::to_day({year, month, time::days_in_month(year, month)});
    return last + -((static_cast<int>(weekday(last)) - static_cast<int>(wanted) + 7) % 7);
  }
  const Day first = time::to_day({year, month, 1});
  return first + ((static_cast<int>(wanted) - static_cast<int>(weekday(first)) + 7) % 7) + 7 * (n - 1);
}

struct FloatingDay {
  std::initializer_list<std::string_view> words;
  int month;
  Weekday weekday;
  int n;
};

const FloatingDay english_floating[] = {
    {{"thanksgiving"}, 11, Weekday::thursday, 4}, {{"labor", "day"}, 9, Weekday::monday, 1},
    {{"memorial", "day"}, 5, Weekday::monday, 5}, {{"mothers", "day"}, 5, Weekday::sunday, 2},
    {{"fathers", "day"}, 6, Weekday::sunday, 3},  {{"columbus", "day"}, 10, Weekday::monday, 2},
    {{"mlk", "day"}, 1, Weekday::monday, 3},      {{"presidents", "day"}, 2, Weekday::monday, 3}};

}  // namespace

std::optional<Piece> PieceReader::holiday(std::size_t at) const {
  if (!tokens_[at].is_word()) return std::nullopt;
  const auto may_stand_after = [&](std::initializer_list<std::string_view> words) {
    if (at == 0 || tokens_.size() <= 6) return true;
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return tokens_[at - 1].is(word); });
  };
  // `le père Noël`, `the Christmas lights`: no dates.
  const bool placed =
      french_
          ? may_stand_after({"a", "avant", "ici", "pour", "apres", "jusqu", "vers", "depuis", "des", "la", "l", "le"})
          : may_stand_after({"by", "before", "until", "till", "at", "on", "over", "for", "after", "since", "last",
                             "next", "this", "around", "than", "is"});
  const auto modifies = [&](std::size_t next) {
    return !french_ && is_any(next, "lunch", "party", "dinner", "lights", "tree", "lines", "orders", "do", "cards",
                              "card", "fair", "market", "present", "presents");
  };
  const auto in_year = [&](std::size_t next, auto day_in) -> Piece {
    std::size_t behind = next;
    std::size_t year_at = skip(next, french_ ? "de" : "in");
    if (const auto given = year(year_at, behind)) return day_piece(at, behind, day_in(*given), DayForm::exact);
    const int now = to_date(today_).year;
    const Day this_year = day_in(now);
    return day_piece(at, next, this_year >= today_ ? this_year : day_in(now + 1), DayForm::yearless);
  };
  const std::span<const NamedDay> names =
      french_ ? std::span<const NamedDay>(french_named) : std::span<const NamedDay>(english_named);
  for (const NamedDay& named : names) {
    const auto next = match(at, named.words);
    // Names of several words are always the day's.
    if (next && (placed || named.words.size() > 1)) {
      if (modifies(next)) return std::nullopt;
      return in_year(next, [&](int in) { return named_day(named, in); });
    }
  }
  if (french_ || !placed) return std::nullopt;
  for (const FloatingDay& floating : english_floating) {
    if (const auto next = match(at, floating.words)) {
      return in_year(next, [&](int in) { return nth_weekday(in, floating.month, floating.weekday, floating.n); });
    }
  }
  return std::nullopt;
}

}  // namespace relais::triage
