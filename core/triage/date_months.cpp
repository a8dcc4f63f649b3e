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
  static const Lead french[] = {
      {{"la", "fin"}, end},       {{"fin"}, end},       {{"le", "debut"}, beginning}, {{"debut"}, beginning},
      {{"le", "milieu"}, middle}, {{"milieu"}, middle}, {{"la", "mi"}, middle},       {{"mi"}, middle}};
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
      return span_piece(first, last, month + (french_ ? 9 : 10), month + 20, Grain::day, month + 14);
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
    for (const std::string_view of : {"de", "d"}) {
      const std::size_t name = match(here, {"mois", of});  // `début du mois d'avril`
      if (name && month_word_follows(name)) here = name;
    }
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

// `31 février`, `June 31st`, `31-Feb-2026`: a day that no such month has is no month either.
bool PieceReader::of_impossible_day(std::size_t month) const {
  std::size_t before = month;
  if (before > 1 && is_any(before - 1, "of", "-", "/")) --before;
  if (before > 1 && is_any(before - 1, "st", "nd", "rd", "th", "er", "eme") && touches(before - 1)) --before;
  const bool day_before = before > 0 && tokens_[before - 1].is_number() && tokens_[before - 1].text.size() <= 2;
  const std::size_t behind = skip(month + 1, "the");
  return day_before || number(behind, 29, 99) > 0;
}

// The month of a name, with its year or the next one that comes.
std::optional<Piece> PieceReader::named_month_span(std::size_t at, std::size_t here, MonthPart which) const {
  if (here >= tokens_.size() || !tokens_[here].is_word()) return std::nullopt;
  const auto month = month_word(tokens_[here].text, reading_.language);
  if (!month || of_impossible_day(here)) return std::nullopt;
  const bool short_or_verb = tokens_[here].text.size() <= 3 || tokens_[here].is("march") || tokens_[here].is("sept");
  const bool introduced =
      here > at ||
      (here > 0 && is_any(here - 1, "in", "en", "by", "until", "till", "since", "depuis", "of", "de", "d", "for",
                          "pour", "before", "avant", "jusqu", "next", "last", "this", "from", "mois", "on", "and", "et",
                          "ou", "or", "ce", "cet", "cette")) ||
      tokens_.size() == 1;
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
  if (!determined && which == MonthPart::whole && here > 0 && is_any(here - 1, "this", "ce", "cet", "cette"))
    shift_year = now.year;
  if (!french_ && !determined && match(behind, {"after", "next"})) {
    behind = match(behind, {"after", "next"});
    shift_year = now.year + (*month < now.month ? 2 : 1);
  }
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

// 2014-10, 2015/3: a month by its number; not what is left of a date or of a reference.
std::optional<Piece> PieceReader::numbered_month_span(std::size_t at) const {
  const std::int64_t in_year = number(at, 1900, 2199), month = number(at + 2, 1, 12);
  if (in_year < 0 || month < 0 || tokens_[at].text.size() != 4 || tokens_[at + 2].text.size() > 2) return std::nullopt;
  const bool joined = is_any(at + 1, "-", "/") && touches(at + 1) && touches(at + 2);
  const bool goes_on = at + 3 < tokens_.size() && touches(at + 3) && !is_any(at + 3, ".", ",", ";", ")", "!", "?");
  const bool reference =
      at > 0 && (touches(at) || is_any(at - 1, "no", "n", "numero", "ref", "reference", "facture", "devis", "dossier",
                                       "commande", "invoice", "order", "quote", "ticket", "contrat", "case", "#", "°"));
  if (!joined || goes_on || reference) return std::nullopt;
  return part_of_month(at, at + 3, time::to_day({static_cast<int>(in_year), static_cast<int>(month), 1}),
                       MonthPart::whole);
}

// `the year`, `l'an prochain`, `cette année`, `2027`: which year is meant, and the index behind the words.
std::optional<int> PieceReader::named_year(std::size_t at, bool part, std::size_t& next) const {
  struct Words {
    std::initializer_list<std::string_view> words;
    int shift;
  };
  static const Words french[] = {{{"l", "an", "prochain"}, 1},     {{"l", "annee", "prochaine"}, 1},
                                 {{"l", "annee", "derniere"}, -1}, {{"l", "annee", "passee"}, -1},
                                 {{"l", "an", "dernier"}, -1},     {{"cette", "annee"}, 0}};
  static const Words english[] = {{{"next", "year"}, 1},    {{"last", "year"}, -1},
                                  {{"this", "year"}, 0},    {{"the", "coming", "year"}, 1},
                                  {{"current", "year"}, 0}, {{"the", "current", "year"}, 0}};
  static const Words french_bare[] = {{{"l", "annee"}, 0}, {{"annee"}, 0}};
  static const Words english_bare[] = {{{"the", "year"}, 0}, {{"year"}, 0}};
  const auto find = [&](std::span<const Words> table) -> std::optional<int> {
    for (const Words& row : table) {
      if (const std::size_t behind = match(at, row.words)) {
        next = behind;
        return to_date(today_).year + row.shift;
      }
    }
    return std::nullopt;
  };
  if (auto found = find(french_ ? std::span<const Words>(french) : std::span<const Words>(english))) return found;
  const bool dated = part || (at > 0 && is_any(at - 1, "in", "en", "since", "depuis"));
  if (dated && at < tokens_.size() && tokens_[at].text.size() == 4) {
    if (const auto given = year(at, next)) return given;
  }
  if (!part) return std::nullopt;
  return find(french_ ? std::span<const Words>(french_bare) : std::span<const Words>(english_bare));
}

// fin d'année, next year, en 2027, l'an prochain, the beginning of the year, fin 2026.
std::optional<Piece> PieceReader::year_span(std::size_t at) const {
  std::size_t here = at, next = 0;
  MonthPart part = month_part(at, here);
  std::optional<int> of;
  if (!french_ && (is(at, "eoy") || match(at, {"year", "end"}))) {
    part = MonthPart::end;
    of = to_date(today_).year;
    next = is(at, "eoy") ? at + 1 : match(at, {"year", "end"});
  } else {
    const bool led = here > at;
    if (led) here = french_ ? skip(skip(skip(here, "-"), "de"), "d") : skip(skip(here, "-"), "of");
    of = named_year(here, led, next);
  }
  if (!of) return std::nullopt;
  Piece piece = part_of_year(at, next, *of, part);
  piece.past = *of < to_date(today_).year;
  piece.shifted = true;
  return piece;
}

Piece PieceReader::part_of_year(std::size_t first, std::size_t last, int of, MonthPart part) const {
  const auto months = [&](int from, int to, Day due) {
    return span_piece(first, last, time::to_day({of, from, 1}), add_months(time::to_day({of, to, 1}), 1), Grain::month,
                      due);
  };
  switch (part) {
    case MonthPart::beginning:
      return months(1, 3, time::to_day({of, 3, 31}));
    case MonthPart::middle:
      return months(5, 8, time::to_day({of, 6, 30}));
    case MonthPart::end:
      return months(french_ ? 11 : 9, 12, time::to_day({of, 12, 31}));
    case MonthPart::whole:
      break;
  }
  Piece piece = months(1, 12, time::to_day({of, 12, 31}));
  piece.moment.grain = Grain::year;
  return piece;
}

}  // namespace relais::triage
