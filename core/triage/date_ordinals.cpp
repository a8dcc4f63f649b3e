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
  const auto month = named_month(here, last);
  if (!month) return std::nullopt;
  const int length = time::days_in_month(time::to_date(*month).year, time::to_date(*month).month);
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

// `the next three days`, `les deux prochaines semaines`: whole units after the one that runs.
std::optional<Piece> PieceReader::coming_units(std::size_t at) const {
  const bool bound = at > 0 && is_any(at - 1, "in", "within", "over", "the", "dans", "sous", "ici", "d");
  if (bound) return std::nullopt;
  std::size_t here = french_ ? skip(at, "les") : skip(at, "the");
  const auto coming = [&](std::size_t index) {
    return french_ ? is_any(index, "prochains", "prochaines") : is_any(index, "next", "coming", "following");
  };
  const bool first = coming(here);
  const auto count = read_numeral(tokens_, first ? here + 1 : here, reading_.language);
  if (!count || count->value < 1 || count->value > 60) return std::nullopt;
  here = count->next;
  if (!first && !coming(here++)) return std::nullopt;
  const int many = static_cast<int>(count->value);
  const auto span = [&](Day from, Day to, Grain grain) { return span_piece(at, here + 1, from, to, grain, to + -1); };
  if (is_any(here, "day", "days", "jour", "jours")) return span(today_ + 1, today_ + 1 + many, Grain::day);
  if (is_any(here, "week", "weeks", "semaine", "semaines"))
    return span(monday() + 7, monday() + 7 * (many + 1), Grain::week);
  if (is_any(here, "month", "months", "mois")) {
    const time::Date now = time::to_date(today_);
    const Day month = add_months(time::to_day({now.year, now.month, 1}), 1);
    return span(month, add_months(month, many), Grain::month);
  }
  return std::nullopt;
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
