#include "core/triage/date_piece.hpp"
#include "core/triage/numerals.hpp"

// Counted within a month: the first Monday of October, the 20th of next month, le dernier jour du mois.
namespace relais::triage {

using time::Day;

namespace {

struct MonthOf {
  int year = 0, month = 0;
};

MonthOf shifted(Day day, int months) {
  const time::Date date =
      time::to_date(add_months(time::to_day({time::to_date(day).year, time::to_date(day).month, 1}), months));
  return {date.year, date.month};
}

}  // namespace

// `of 2019`, `de 2019`: a year in which weeks and days are counted.
std::optional<int> PieceReader::counted_year(std::size_t at, std::size_t& next) const {
  if (!is_any(at, "of", "in", "de", "en") || at + 1 >= tokens_.size() || tokens_[at + 1].text.size() != 4)
    return std::nullopt;
  return year(at + 1, next);
}

// `of October 2014`, `in the month`, `of next month`, `du mois prochain`: the first day of that month.
std::optional<Day> PieceReader::named_month(std::size_t at, std::size_t& next) const {
  std::size_t here = at;
  const auto month_of = [](MonthOf month) { return time::to_day({month.year, month.month, 1}); };
  if (french_) {
    if (!is_any(here, "de", "d", "du", "en")) return std::nullopt;
    ++here;
    if (is(here, "mois")) {
      const bool later = is_any(here + 1, "prochain", "suivant"), earlier = is_any(here + 1, "dernier", "passe");
      next = here + (later || earlier ? 2 : 1);
      return month_of(shifted(today_, later ? 1 : earlier ? -1 : 0));
    }
  } else {
    if (!is_any(here, "of", "in")) return std::nullopt;
    here = skip(here + 1, "the");
    const bool later = is_any(here, "next", "following", "coming"), earlier = is_any(here, "last", "past", "previous");
    if (later || earlier || is_any(here, "this", "current")) ++here;
    if (is(here, "month")) {
      next = here + 1;
      return month_of(shifted(today_, later ? 1 : earlier ? -1 : 0));
    }
  }
  if (here >= tokens_.size()) return std::nullopt;
  const auto month = month_word(tokens_[here].text, reading_.language);
  if (!month) return std::nullopt;
  next = here + 1;
  const auto given = year(skip(next, ","), next);
  const time::Date now = time::to_date(today_);
  return time::to_day({given.value_or(now.year + (*month < now.month ? 1 : 0)), *month, 1});
}

// first, third, last, premier, dernière: counted from the front, or −1 for the last; 0 if none.
int PieceReader::rank_word(std::size_t at, std::size_t& next) const {
  if (is_any(at, "last", "final", "dernier", "derniere")) {
    next = at + 1;
    return -1;
  }
  const auto ordinal = read_ordinal(tokens_, at, reading_.language);
  if (!ordinal || ordinal->value < 1 || ordinal->value > 31) return 0;
  next = ordinal->next;
  return static_cast<int>(ordinal->value);
}

std::optional<Piece> PieceReader::counted_in_month(std::size_t at) const {
  std::size_t here = french_ ? skip(at, "le") : skip(at, "the");
  if (french_) here = skip(here, "la");
  const int rank = rank_word(here, here);
  if (rank == 0 || here >= tokens_.size()) return std::nullopt;
  const auto weekday_named = weekday_word(tokens_[here].text, reading_.language);
  const bool week = is_any(here, "week", "semaine"), day = is_any(here, "day", "jour");
  if (weekday_named || week || day)
    ++here;
  else if (rank < 0 || french_)
    return std::nullopt;
  std::size_t last = here;
  auto month = named_month(here, last);
  const auto in_year = month ? std::nullopt : counted_year(here, last);
  if (in_year) month = time::to_day({*in_year, 1, 1});
  if (!month) return std::nullopt;
  const int length = in_year ? static_cast<int>(time::to_day({*in_year + 1, 1, 1}) - *month)
                             : time::days_in_month(time::to_date(*month).year, time::to_date(*month).month);
  const auto within = [&](int offset) { return offset >= 0 && offset < length; };
  if (weekday_named || week) {
    const time::Weekday wanted = week ? time::Weekday::monday : *weekday_named;
    const int first = (static_cast<int>(wanted) - static_cast<int>(weekday(*month)) + 7) % 7;
    const int span = week ? 6 : 0;
    int offset = first + (rank - 1) * 7;
    if (rank < 0) offset = first + (length - 1 - span - first) / 7 * 7;
    if (!within(offset)) return std::nullopt;
    const Day found = *month + offset;
    if (week) return span_piece(at, last, found, found + 7, Grain::week, found + 4);
    return day_piece(at, last, found, DayForm::exact);
  }
  const int offset = rank < 0 ? length - 1 : rank - 1;
  if (!within(offset)) return std::nullopt;
  return day_piece(at, last, *month + offset, DayForm::exact);
}

// `two Fridays from now`, `3 Sundays back`
std::optional<Piece> PieceReader::counted_weekdays(std::size_t at) const {
  if (french_) return std::nullopt;
  const auto count = read_numeral(tokens_, at, reading_.language);
  if (!count || count->value < 1 || count->value > 20 || count->next >= tokens_.size()) return std::nullopt;
  const std::string& word = tokens_[count->next].text;
  const auto named = word.size() > 1 && word.back() == 's'
                         ? weekday_word(std::string_view(word).substr(0, word.size() - 1), reading_.language)
                         : std::nullopt;
  if (!named) return std::nullopt;
  const std::size_t behind = match(count->next + 1, {"from", "now"});
  const bool back = is_any(count->next + 1, "back", "ago");
  if (!behind && !back) return std::nullopt;
  const int weeks = static_cast<int>(count->value) - 1;
  const Day next = next_weekday(*named, today_);
  const Day found = back ? next + -7 * (weeks + 1) : next + 7 * weeks;
  Piece piece = day_piece(at, behind ? behind : count->next + 2, found, DayForm::exact);
  piece.past = back;
  return piece;
}

}  // namespace relais::triage
