#include "core/triage/date_piece.hpp"
#include "core/triage/numerals.hpp"

// Counted from the unit that runs: the next three days, les deux dernières semaines, last 2 hours, upcoming week.
namespace relais::triage {

using time::Day;

namespace {

// Whole units after or before the one that runs; `from` and `to` half-open.
struct Span {
  time::LocalTime from, to;
};

Day first_of_month(Day day) { return time::to_day({to_date(day).year, to_date(day).month, 1}); }

Span whole_days(Day today, int count, bool past) {
  return past ? Span{midnight(today + -count), midnight(today)}
              : Span{midnight(today + 1), midnight(today + 1 + count)};
}

Span whole_weeks(Day monday, int count, bool past) {
  return past ? Span{midnight(monday + -7 * count), midnight(monday)}
              : Span{midnight(monday + 7), midnight(monday + 7 * (count + 1))};
}

Span whole_months(Day today, int count, bool past) {
  const Day running = first_of_month(today), next = add_months(running, 1);
  return past ? Span{midnight(add_months(running, -count)), midnight(running)}
              : Span{midnight(next), midnight(add_months(next, count))};
}

Span whole_seconds(time::LocalTime now, int count, std::int64_t unit, bool past) {
  const std::int64_t into = second_of_day(now) % unit;
  const time::LocalTime running = now + -into;
  return past ? Span{running + -count * unit, running} : Span{running + unit, running + (count + 1) * unit};
}

}  // namespace

// 1 for `next`, `prochaines`; −1 for `last`, `derniers`; 0 for other words.
int PieceReader::rolling_word(std::size_t at) const {
  if (french_) {
    if (is_any(at, "prochain", "prochains", "prochaine", "prochaines")) return 1;
    return is_any(at, "dernier", "derniers", "derniere", "dernieres") ? -1 : 0;
  }
  if (is_any(at, "next", "coming", "upcoming", "following")) return 1;
  return is_any(at, "last", "past", "previous") ? -1 : 0;
}

std::optional<Piece> PieceReader::rolling_units(std::size_t at) const {
  const bool bound = at > 0 && is_any(at - 1, "in", "within", "over", "the", "dans", "sous", "ici", "d", "for");
  if (bound) return std::nullopt;
  std::size_t here = french_ ? skip(at, "les") : skip(at, "the");
  int way = rolling_word(here);
  const bool before = way != 0;
  if (before) ++here;
  const bool few = is_any(here, "few", "couple");
  const auto numeral = read_numeral(tokens_, here, reading_.language);
  if (!few && (!numeral || numeral->value < 1 || numeral->value > 60)) return std::nullopt;
  const int count = few ? (is(here, "couple") ? 2 : 3) : static_cast<int>(numeral->value);
  here = few ? skip(here + 1, "of") : numeral->next;
  if (!before) {
    way = rolling_word(here);
    ++here;
  }
  const auto unit = here < tokens_.size() ? unit_word(tokens_[here].text, reading_.language) : std::nullopt;
  if (way == 0 || !unit || unit->count != 1) return std::nullopt;
  return rolling_span(at, here + 1, count, way < 0, unit->unit);
}

std::optional<Piece> PieceReader::rolling_span(std::size_t first, std::size_t last, int count, bool past,
                                               Unit unit) const {
  Span span;
  Grain grain = Grain::minute;
  switch (unit) {
    case Unit::minute:
      span = whole_seconds(reading_.now, count, 60, past);
      break;
    case Unit::hour:
      span = whole_seconds(reading_.now, count, 3600, past);
      grain = Grain::hour;
      break;
    case Unit::day:
      span = whole_days(today_, count, past);
      grain = Grain::day;
      break;
    case Unit::week:
      span = whole_weeks(monday(), count, past);
      grain = Grain::week;
      break;
    case Unit::month:
      span = whole_months(today_, count, past);
      grain = Grain::month;
      break;
    default:
      return std::nullopt;
  }
  const bool by_clock = unit == Unit::minute || unit == Unit::hour;
  Piece piece = span_piece(first, last, day_of(span.from), day_of(span.to), grain, day_of(span.to) + -1);
  piece.moment = {span.from, span.to, grain};
  if (by_clock) piece.due = span.to, piece.due_has_hour = true;
  piece.past = past;
  piece.shifted = true;
  return piece;
}

}  // namespace relais::triage
