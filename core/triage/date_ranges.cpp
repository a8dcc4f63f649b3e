#include "core/triage/date_piece.hpp"
#include "core/triage/numerals.hpp"

// Days from one to another: September 22 to 29, du 12 au 16 mai, between the 12th and the 16th of May.
namespace relais::triage {

// `du 12`, `entre le 12`, `from the 12th`, `12`: where the first day of a range begins; 0 if no range begins here.
std::size_t PieceReader::range_start(std::size_t at, bool& between) const {
  std::size_t here = at;
  between = is_any(here, "entre", "between");
  if (between || is_any(here, "du", "from")) ++here;
  return french_ ? skip(here, "le") : skip(here, "the");
}

// `au`, `- `, `jusqu'au`, `et le` after `entre`: where the last day begins; 0 if nothing joins the two.
std::size_t PieceReader::range_joint(std::size_t at, bool between) const {
  if (between) return is_any(at, "et", "and") ? skip(skip(at + 1, "le"), "the") : 0;
  if (french_) {
    if (is(at, "jusqu") && is_any(at + 1, "au", "a")) return at + 2;
    return is_any(at, "au", "-") ? skip(at + 1, "le") : 0;
  }
  return is_any(at, "to", "-", "through", "thru", "until", "till", "til") ? skip(at + 1, "the") : 0;
}

std::optional<Piece> PieceReader::day_range(std::size_t at) const {
  bool between = false;
  const std::size_t start = range_start(at, between);
  std::optional<Piece> from, to;
  if ((from = month_and_day(start))) {
    const std::size_t second = range_joint(from->last, between);
    const std::int64_t last = second ? day_number(second) : -1;
    const time::Date date = to_date(from->day);
    if (last > date.day) to = dated(start, number_end(second), date.month, static_cast<int>(last), date.year);
  } else if (const std::int64_t first = day_number(start); first > 0) {
    const std::size_t second = range_joint(number_end(start), between);
    if (second) to = day_and_month(second);
    if (second && !to) to = weekday_and_date(second);
    if (!to) return std::nullopt;
    const time::Date date = to_date(to->day);
    from = first < date.day ? dated(start, to->last, date.month, static_cast<int>(first), date.year) : std::nullopt;
  }
  if (!from || !to || to->day <= from->day) return std::nullopt;
  Piece piece = span_piece(at, to->last, from->day, to->day + 1, Grain::day, from->day);
  piece.form = from->form;
  return piece;
}

// `mercredi 10 juillet`
std::optional<Piece> PieceReader::weekday_and_date(std::size_t at) const {
  if (at >= tokens_.size() || !weekday_word(tokens_[at].text, reading_.language)) return std::nullopt;
  return day_and_month(at + 1);
}

// A day's number, `22` or `22nd`, and the index behind it.
std::int64_t PieceReader::day_number(std::size_t at) const {
  if (at >= tokens_.size() || !tokens_[at].is_number() || tokens_[at].text.size() > 2) return -1;
  return number(at, 1, 31);
}

std::size_t PieceReader::number_end(std::size_t at) const {
  const auto ordinal = read_ordinal(tokens_, at, reading_.language);
  return ordinal ? ordinal->next : at + 1;
}

}  // namespace relais::triage
