#include "core/triage/date_piece.hpp"

#include <initializer_list>
#include <span>

// Months and years: fin du mois, end of March, mi-avril, next month, l'an prochain.
namespace relais::triage {

using time::Day;

// `fin`, `début`, `mi`, `the end of`, `early`, `mid`: which part of a month is meant, and the index behind the words.
PieceReader::MonthPart PieceReader::month_part(std::size_t at, std::size_t& next) const {
  struct Lead {
    std::initializer_list<std::string_view> words;
    MonthPart part;
  };
  using enum MonthPart;
  static const Lead french[] = {{{"la", "fin"}, end}, {{"fin"}, end},       {{"debut"}, beginning},
                                {{"mi"}, middle},     {{"milieu"}, middle}, {{"la", "mi"}, middle}};
  static const Lead english[] = {{{"the", "very", "end", "of"}, end},
                                 {{"the", "end", "of"}, end},
                                 {{"end", "of"}, end},
                                 {{"the", "beginning", "of"}, beginning},
                                 {{"beginning", "of"}, beginning},
                                 {{"the", "start", "of"}, beginning},
                                 {{"start", "of"}, beginning},
                                 {{"early"}, beginning},
                                 {{"mid"}, middle},
                                 {{"the", "middle", "of"}, middle},
                                 {{"middle", "of"}, middle},
                                 {{"late"}, end},
                                 {{"end"}, end}};
  next = at;
  const std::span<const Lead> leads = french_ ? std::span<const Lead>(french) : std::span<const Lead>(english);
  for (const Lead& lead : leads) {
    const std::size_t behind = match(at, lead.words);
    if (!behind) continue;
    next = behind;
    return lead.part;
  }
  return whole;
}

Piece PieceReader::part_of_month(std::size_t first, std::size_t last, Day month, MonthPart part) const {
  const Day end = add_months(month, 1);
  switch (part) {
    case MonthPart::beginning:
      return span_piece(first, last, month, month + 10, Grain::day, month + 9);
    case MonthPart::middle:
      return span_piece(first, last, month + 10, month + 20, Grain::day, month + 14);
    case MonthPart::end:
      return span_piece(first, last, end + -8, end, Grain::day, end + -1);
    case MonthPart::whole:
      break;
  }
  return span_piece(first, last, month, end, Grain::month, end + -1);
}

// `du mois prochain`, `ce mois-ci`: how many months away, and the index behind; nothing where no month is meant.
std::optional<int> PieceReader::french_month_shift(std::size_t here, MonthPart part, std::size_t& next) const {
  if (!is_any(here, "mois", "moi") && !match(here, {"le", "mois"}) && !match(here, {"ce", "mois"})) return std::nullopt;
  next = is_any(here, "mois", "moi") ? here + 1 : here + 2;
  int shift = 0;
  if (is_any(next, "prochain", "suivant")) {
    shift = 1;
    ++next;
  } else if (is_any(next, "dernier", "passe", "precedent")) {
    shift = -1;
    ++next;
  } else if (const std::size_t behind = match(next, {"ci"})) {
    next = behind;
  }
  const bool determined = part != MonthPart::whole || shift != 0 || is(here, "ce");
  return determined ? std::optional(shift) : std::nullopt;
}

// `the month`, `next month`
std::optional<int> PieceReader::english_month_shift(std::size_t here, MonthPart part, std::size_t& next) const {
  const bool some = part != MonthPart::whole;
  const auto found = [&](std::size_t behind, int shift) {
    next = behind;
    return std::optional(shift);
  };
  if (some && match(here, {"the", "month"})) return found(here + 2, 0);
  if (some && is(here, "month")) return found(here + 1, 0);
  if (match(here, {"this", "month"})) return found(here + 2, 0);
  if (match(here, {"next", "month"})) return found(here + 2, 1);
  if (match(here, {"last", "month"})) return found(here + 2, -1);
  return std::nullopt;
}

std::optional<Piece> PieceReader::month_span(std::size_t at) const {
  std::size_t here = at;
  MonthPart which = month_part(at, here);
  if (french_) {
    if (is_any(at, "courant", "en", "pour")) here = at + 1;
    here = skip(skip(skip(skip(here, "-"), "du"), "de"), "d");
  } else {
    here = skip(skip(here, "-"), "in");
    if (is(at, "eom")) which = MonthPart::end;
  }
  std::size_t next = here;
  std::optional<int> shift = french_ ? french_month_shift(here, which, next) : english_month_shift(here, which, next);
  if (!french_ && is(at, "eom")) {
    shift = 0;
    next = at + 1;
  }
  if (!shift && french_ && next > here) return std::nullopt;
  if (shift) {
    const time::Date now = to_date(today_);
    Piece piece = part_of_month(at, next, add_months(time::to_day({now.year, now.month, 1}), *shift), which);
    piece.past = *shift < 0;
    piece.shifted = true;
    return piece;
  }
  return named_month_span(at, here, which);
}

// The month of a name, with its year or the next one that comes.
std::optional<Piece> PieceReader::named_month_span(std::size_t at, std::size_t here, MonthPart which) const {
  if (here >= tokens_.size() || !tokens_[here].is_word()) return std::nullopt;
  const auto month = month_word(tokens_[here].text, reading_.language);
  if (!month) return std::nullopt;
  const bool short_or_verb = tokens_[here].text.size() <= 3 || tokens_[here].is("march") || tokens_[here].is("sept");
  const bool introduced =
      here > at || (here > 0 && is_any(here - 1, "in", "en", "by", "until", "till", "since", "depuis", "of", "de", "d",
                                       "for", "pour", "before", "avant", "jusqu", "next", "last", "this", "from",
                                       "mois", "on", "and", "et", "ou", "or"));
  if (short_or_verb && !introduced && !(!french_ && tokens_[here].capital && tokens_[here].text.size() > 3))
    return std::nullopt;
  if (tokens_[here].is("may") && (!tokens_[here].capital || !introduced)) return std::nullopt;
  std::size_t behind = here + 1;
  if (is(behind, ".") && touches(behind) && tokens_[here].text.size() <= 5 && tokens_[here].text != "mars" &&
      tokens_[here].text != "march" && tokens_[here].text != "june" && tokens_[here].text != "july" &&
      tokens_[here].text != "may" && tokens_[here].text != "juin" && tokens_[here].text != "aout" &&
      tokens_[here].text != "mai" && tokens_[here].text != "avril" && tokens_[here].text != "april")
    ++behind;
  std::size_t next = skip(skip(behind, "de"), "of");
  int shift_year = 0;
  bool determined = false;
  std::size_t after = behind;
  if (const auto given = year(next, after)) {
    shift_year = *given;
    behind = after;
    determined = true;
  } else if (french_ && is(behind, "prochain")) {
    ++behind;
  } else if (french_ && is_any(behind, "dernier")) {
    ++behind;
    shift_year = to_date(today_).year - (to_date(today_).month > *month ? 0 : 1);
    determined = true;
  } else if (!french_ && before_is(at, "last")) {
    shift_year = to_date(today_).year - (to_date(today_).month > *month ? 0 : 1);
    determined = true;
  }
  const time::Date now = to_date(today_);
  const int in_year = shift_year ? shift_year : now.month <= *month ? now.year : now.year + 1;
  const Day first = time::to_day({in_year, *month, 1});
  const Day end = add_months(first, 1);
  Piece piece = which == MonthPart::end
                    ? span_piece(at, behind, time::to_day({in_year, *month, 21}), end, Grain::day, end + -1)
                    : part_of_month(at, behind, first, which);
  piece.form = determined ? DayForm::exact : DayForm::yearless;
  piece.past = end <= today_;
  return piece;
}

// fin d'année, next year, en 2027, l'an prochain.
std::optional<Piece> PieceReader::year_span(std::size_t at) const {
  const int now = to_date(today_).year;
  const auto all = [&](std::size_t next, int of) {
    Piece piece = span_piece(at, next, time::to_day({of, 1, 1}), time::to_day({of + 1, 1, 1}), Grain::year,
                             time::to_day({of, 12, 31}));
    piece.past = of < now;
    piece.shifted = true;
    return piece;
  };
  const auto end_of = [&](std::size_t next, int of) {
    return span_piece(at, next, time::to_day({of, 9, 1}), time::to_day({of + 1, 1, 1}), Grain::month,
                      time::to_day({of, 12, 31}));
  };
  if (french_) {
    for (const std::initializer_list<std::string_view> words :
         {std::initializer_list<std::string_view>{"la", "fin", "de", "l", "annee"},
          {"fin", "d", "annee"},
          {"fin", "de", "l", "annee"}}) {
      if (const auto next = match(at, words)) return end_of(next, now);
    }
    if (const auto next = match(at, {"l", "an", "prochain"})) return all(next, now + 1);
    if (const auto next = match(at, {"l", "annee", "prochaine"})) return all(next, now + 1);
    if (const auto next = match(at, {"l", "annee", "derniere"})) return all(next, now - 1);
    if (const auto next = match(at, {"l", "an", "dernier"})) return all(next, now - 1);
    if (const auto next = match(at, {"cette", "annee"})) return all(next, now);
  } else {
    for (const std::initializer_list<std::string_view> words :
         {std::initializer_list<std::string_view>{"the", "end", "of", "the", "year"},
          {"end", "of", "the", "year"},
          {"end", "of", "year"},
          {"year", "end"},
          {"eoy"}}) {
      if (const auto next = match(at, words)) return end_of(next, now);
    }
    if (const auto next = match(at, {"next", "year"})) return all(next, now + 1);
    if (const auto next = match(at, {"last", "year"})) return all(next, now - 1);
    if (const auto next = match(at, {"this", "year"})) return all(next, now);
  }
  if ((before_is(at, "in") || before_is(at, "en") || before_is(at, "since") || before_is(at, "depuis")) &&
      tokens_[at].text.size() == 4) {
    std::size_t next = 0;
    if (const auto given = year(at, next)) return all(next, *given);
  }
  return std::nullopt;
}

}  // namespace relais::triage
