#include "core/triage/date_piece.hpp"
#include "core/triage/numerals.hpp"

// Days and months from one to another: September 22 to 29, du 12 au 16 mai, Nov 18 - Dec 19 2015, from May to Oct 2020.
namespace relais::triage {

using time::Day;

// `du 12`, `entre le 12`, `from the 12th`, `12`: where the first day of a range begins.
std::size_t PieceReader::range_start(std::size_t at, bool& between) const {
  std::size_t here = at;
  between = is_any(here, "entre", "between");
  if (between || is_any(here, "du", "from", "de")) ++here;
  here = french_ ? skip(here, "le") : skip(skip(here, "the"), "this");
  const bool weekday_first = here + 1 < tokens_.size() && tokens_[here + 1].is_number() && weekday_named(here);
  return weekday_first ? here + 1 : here;  // `du lundi 16 au vendredi 20`
}

// `au`, `- `, `jusqu'au`, `et le` after `entre`: where the last day begins; 0 if nothing joins the two.
std::size_t PieceReader::range_joint(std::size_t at, bool between) const {
  if (between) return is_any(at, "et", "and") ? skip(skip(at + 1, "le"), "the") : 0;
  if (french_) {
    if (is(at, "jusqu") && is_any(at + 1, "au", "a", "en")) return at + 2;
    return is_any(at, "au", "-") ? skip(at + 1, "le") : 0;
  }
  return is_any(at, "to", "-", "through", "thru", "until", "till", "til") ? skip(at + 1, "the") : 0;
}

std::optional<Piece> PieceReader::day_range(std::size_t at) const {
  bool between = false;
  const std::size_t start = range_start(at, between);
  if (auto range = range_of_dates(at, start, between)) return range;
  if (auto range = range_of_numbers(at, start, between)) return range;
  return range_of_months(at, start, between);
}

Piece PieceReader::range_piece(std::size_t first, std::size_t last, const Piece& from, Day to) const {
  Piece piece = span_piece(first, last, from.day, to + 1, Grain::day, from.day);
  piece.form = from.form;
  return piece;
}

// Two dates that name their months; a year at the end holds of both: `Nov 18 - Dec 19, 2015`, `10/1-11/2/2017`.
std::optional<Piece> PieceReader::range_of_dates(std::size_t at, std::size_t start, bool between) const {
  auto from = written_date(start);
  const std::size_t second = from ? range_joint(from->last, between) : 0;
  if (!second || second >= tokens_.size()) return std::nullopt;
  const time::Date first = to_date(from->day);
  if (const std::int64_t last = day_number(second); last > first.day && !written_date(second)) {
    const auto to = dated(start, number_end(second), first.month, static_cast<int>(last), first.year);
    if (!to || month_word_follows(to->last)) return std::nullopt;
    return range_piece(at, to->last, *from, to->day);
  }
  const auto to = written_date(second);
  if (!to) return std::nullopt;
  const time::Date last = to_date(to->day);
  if (from->form == DayForm::yearless && to->form == DayForm::exact) {
    const bool over_new_year = first.month > last.month;
    from = dated(start, from->last, first.month, first.day, last.year - (over_new_year ? 1 : 0));
    if (!from) return std::nullopt;
  }
  // `from 10/1 to 11/7`, said in between: it has begun.
  if (to->day <= from->day && from->form == DayForm::yearless && to->form == DayForm::yearless) {
    from = dated(start, from->last, first.month, first.day, first.year - 1);
    if (!from) return std::nullopt;
  }
  if (to->day <= from->day || to->day - from->day > 366) return std::nullopt;
  return range_piece(at, to->last, *from, to->day);
}

// A date with its month, as it may stand at either end of a range.
std::optional<Piece> PieceReader::written_date(std::size_t at) const {
  if (at >= tokens_.size()) return std::nullopt;
  if (auto date = weekday_and_date(at)) return date;
  if (auto date = day_and_month(at)) return date;
  if (auto date = month_and_day(at)) return date;
  if (auto date = iso_date(at)) return date;
  const bool slashed = tokens_[at].is_number() && is_any(at + 1, "/", ".");
  return slashed ? marked_date(at) : std::nullopt;
}

bool PieceReader::month_word_follows(std::size_t at) const {
  return at < tokens_.size() && tokens_[at].is_word() && month_word(tokens_[at].text, reading_.language).has_value();
}

// A number and a date: `du 12 au 16 mai`, `between the 3rd and the 5th of June`, `4-23 in next month`.
std::optional<Piece> PieceReader::range_of_numbers(std::size_t at, std::size_t start, bool between) const {
  std::int64_t first = day_number(start);
  std::size_t behind = first > 0 ? number_end(start) : start;
  if (first < 0 && start > at) {
    const auto words = read_numeral(tokens_, start, reading_.language);
    if (words && words->value >= 1 && words->value <= 31) first = words->value, behind = words->next;
  }
  const std::size_t second = first > 0 ? range_joint(behind, between) : 0;
  if (!second) return std::nullopt;
  auto to = day_and_month(second);
  if (!to) to = weekday_and_date(second);
  if (!to) to = day_of_named_month(second);
  if (!to) return range_of_bare_numbers(at, start, behind, second);
  const time::Date date = to_date(to->day);
  if (first >= date.day) return std::nullopt;
  const auto from = dated(start, to->last, date.month, static_cast<int>(first), date.year);
  return from ? std::optional(range_piece(at, to->last, *from, to->day)) : std::nullopt;
}

// `du 24 au 3`, `du 12 au 16`: the next days of these numbers, the last after the first.
std::optional<Piece> PieceReader::range_of_bare_numbers(std::size_t at, std::size_t start, std::size_t behind,
                                                        std::size_t second) const {
  if (!french_ || !is(at, "du") || start != at + 1 || !is(behind, "au")) return std::nullopt;
  const std::int64_t first = day_number(start), last = day_number(second);
  const std::size_t end = second + 1;
  const bool goes_on = end < tokens_.size() && (touches(end) || tokens_[end].is_number() || is(end, "rue")) &&
                       !is_any(end, ".", ",", ";", ")", "!", "?");
  if (first < 1 || last < 1 || goes_on || unit_follows(end)) return std::nullopt;
  const auto from = next_day_numbered(today_, static_cast<int>(first));
  const auto to =
      from ? next_day_numbered(from->days == today_.days ? today_ : *from, static_cast<int>(last)) : std::nullopt;
  if (!from || !to || *to <= *from) return std::nullopt;
  Piece piece = range_piece(at, end, day_piece(at, end, *from, DayForm::day_only), *to);
  return piece;
}

bool PieceReader::unit_follows(std::size_t at) const {
  return at < tokens_.size() && unit_word(tokens_[at].text, reading_.language).has_value();
}

// `23 in next month`, `16 du mois prochain`
std::optional<Piece> PieceReader::day_of_named_month(std::size_t at) const {
  const std::int64_t day = day_number(at);
  if (day < 1) return std::nullopt;
  std::size_t last = number_end(at);
  const auto month = named_month(last, last);
  if (!month || day > time::days_in_month(to_date(*month).year, to_date(*month).month)) return std::nullopt;
  return day_piece(at, last, *month + static_cast<int>(day - 1), DayForm::exact);
}

// `Jan-Feb 2017`, `from May to Oct 2020`, `de mars à juin`
std::optional<Piece> PieceReader::range_of_months(std::size_t at, std::size_t start, bool between) const {
  if (start >= tokens_.size() || !tokens_[start].is_word()) return std::nullopt;
  const auto from = month_word(tokens_[start].text, reading_.language);
  const bool to_month = french_ && is(start + 1, "a");  // `de mars à juin`
  const std::size_t second = !from ? 0 : to_month ? start + 2 : range_joint(start + 1, between);
  if (!second || second >= tokens_.size() || !tokens_[second].is_word()) return std::nullopt;
  const auto to = month_word(tokens_[second].text, reading_.language);
  if (!to || *from == *to) return std::nullopt;
  std::size_t last = second + 1;
  const auto given = year(skip(skip(last, ","), french_ ? "de" : "of"), last);
  const time::Date now = to_date(today_);
  const bool this_one = start > at && is(start - 1, "this");
  int first_year = now.year + (!this_one && *from < now.month && *to < now.month ? 1 : 0);
  if (given && !this_one) first_year = *from > *to ? *given - 1 : *given;
  const int last_year = given ? *given : first_year + (*from > *to ? 1 : 0);
  if (last_year < first_year) return std::nullopt;
  const Day begins = time::to_day({first_year, *from, 1}), ends = add_months(time::to_day({last_year, *to, 1}), 1);
  return span_piece(at, last, begins, ends, Grain::month, ends + -1);
}

// `mercredi 10 juillet`
std::optional<Piece> PieceReader::weekday_and_date(std::size_t at) const {
  if (at >= tokens_.size() || !weekday_word(tokens_[at].text, reading_.language)) return std::nullopt;
  return day_and_month(at + 1);
}

// A day's number, `22` or `22nd`.
std::int64_t PieceReader::day_number(std::size_t at) const {
  if (at >= tokens_.size() || !tokens_[at].is_number() || tokens_[at].text.size() > 2) return -1;
  return number(at, 1, 31);
}

std::size_t PieceReader::number_end(std::size_t at) const {
  const auto ordinal = read_ordinal(tokens_, at, reading_.language);
  return ordinal ? ordinal->next : at + 1;
}

}  // namespace relais::triage
