#include "core/triage/date_piece.hpp"
#include "core/triage/numerals.hpp"

#include <algorithm>

// Offsets from now: dans trois jours, within 48 hours, il y a deux mois, two weeks from Monday.
namespace relais::triage {

using time::Day;

time::Day add_months(Day day, int count) {
  const time::Date date = to_date(day);
  const int index = date.year * 12 + date.month - 1 + count;
  const int year = index >= 0 ? index / 12 : (index - 11) / 12;
  const int month = index - year * 12 + 1;
  return time::to_day({year, month, std::min(date.day, time::days_in_month(year, month))});
}

time::Day add_working_days(Day day, std::int64_t count) {
  while (count > 0) {
    day = day + 1;
    if (weekday(day) < time::Weekday::saturday) --count;
  }
  return day;
}

std::optional<Piece> PieceReader::read_span(std::size_t at) const {
  for (const auto read :
       {&PieceReader::day_range, &PieceReader::before_date, &PieceReader::counted_in_month, &PieceReader::rolling_units,
        &PieceReader::counted_weekdays, &PieceReader::offset, &PieceReader::offset_ago, &PieceReader::offset_after_now,
        &PieceReader::running_out, &PieceReader::week_span, &PieceReader::month_span, &PieceReader::numbered_month_span,
        &PieceReader::year_span, &PieceReader::duration}) {
    if (auto piece = (this->*read)(at)) return piece;
  }
  return std::nullopt;
}

Piece PieceReader::span_piece(std::size_t first, std::size_t last, Day from, Day to, Grain grain, Day due) const {
  Piece piece;
  piece.kind = Piece::Kind::span;
  piece.first = first;
  piece.last = last;
  piece.moment = {midnight(from), midnight(to), grain};
  piece.due = midnight(due);
  return piece;
}

// A number of units from now on, or back.
std::optional<Piece> PieceReader::offset_piece(std::size_t first, std::size_t last, std::int64_t count, bool half,
                                               UnitWord unit, int sign, bool business) const {
  if (count > 5000) return std::nullopt;
  Piece piece;
  piece.kind = Piece::Kind::span;
  piece.first = first;
  piece.last = last;
  piece.past = sign < 0;
  const std::int64_t total = count * unit.count;
  const int steps = static_cast<int>(total) * sign;
  const auto at_time = [&](std::int64_t seconds, Grain grain) {
    piece.moment = {reading_.now + sign * seconds, std::nullopt, grain};
    piece.due = piece.moment.start;
    piece.due_has_hour = true;
  };
  const auto on_day = [&](Day day, Grain grain) {
    piece.moment = {midnight(day), std::nullopt, grain};
    piece.due = midnight(day);
  };
  switch (unit.unit) {
    case Unit::second:
      at_time(total, Grain::second);
      break;
    case Unit::minute:
      at_time(total * 60 + (half ? 30 : 0), Grain::minute);
      break;
    case Unit::hour:
      at_time(total * 3600 + (half ? 1800 : 0), Grain::minute);
      break;
    case Unit::day:
      if (half && count == 0)
        at_time(4 * 3600, Grain::hour);
      else if (business)
        on_day(sign > 0 ? add_working_days(today_, total) : today_ + steps, Grain::day);
      else
        on_day(today_ + steps, Grain::day);
      break;
    case Unit::week:
      on_day(today_ + steps * 7, Grain::day);
      break;
    case Unit::month:
    case Unit::year: {
      const int months = unit.unit == Unit::year ? steps * 12 : steps;
      on_day(add_months(today_, months), Grain::day);
      break;
    }
  }
  return piece;
}

// `3 jours ouvrés`, `une heure et demie`, `the next two weeks`: a quantity and its unit, from token `at` on.
std::optional<Piece> PieceReader::counted(std::size_t first, std::size_t at, int sign) const {
  std::size_t here = at;
  bool next_word = false;
  while (is_any(here, "les", "the", "next", "prochains", "prochaines", "coming", "about", "environ", "moins", "less",
                "maximum", "max", "upcoming", "de", "than", "a", "peu", "pres") &&
         !(is(here, "a") && !french_)) {
    next_word = next_word || is_any(here, "next", "prochains", "prochaines", "coming", "upcoming");
    ++here;
  }
  auto quantity = read_quantity(tokens_, here, reading_.language);
  if (french_ && is(here, "huitaine")) return offset_piece(first, here + 1, 8, false, {Unit::day, 1}, sign, false);
  if (french_ && (is(here, "quinzaine"))) return offset_piece(first, here + 1, 15, false, {Unit::day, 1}, sign, false);
  if (french_ && quantity && is(quantity->next, "quinzaine"))
    return offset_piece(first, quantity->next + 1, 15 * quantity->value, false, {Unit::day, 1}, sign, false);
  if (french_ && quantity && is(quantity->next, "huitaine"))
    return offset_piece(first, quantity->next + 1, 8 * quantity->value, false, {Unit::day, 1}, sign, false);
  if (!quantity) {
    // `within the next hour`, `in the next week`: the article went with `next`.
    if (!next_word || here >= tokens_.size()) return std::nullopt;
    const auto unit = unit_word(tokens_[here].text, reading_.language);
    if (!unit) return std::nullopt;
    return from_now_on(offset_piece(first, here + 1, 1, false, *unit, sign, false));
  }
  here = quantity->next;
  // 2.5 hours, 1,5 h
  const bool one_half = is_any(here, ".", ",") && touches(here) && touches(here + 1) && is(here + 1, "5");
  if (one_half) quantity->half = true, here += 2;
  bool business = false;
  const auto adjective = [&] {
    while (is_any(here, "business", "working", "work", "clear", "more", "full", "petits", "petites", "bons", "bonnes",
                  "prochains", "prochaines", "next", "official", "autres", "short", "good", "further", "other",
                  "upcoming")) {
      business = business || is_any(here, "business", "working", "work");
      ++here;
    }
  };
  adjective();
  if (here >= tokens_.size()) return std::nullopt;
  if (french_ && is(here, "quart") && match(here, {"quart", "d", "heure"})) {
    const std::size_t behind = match(here, {"quart", "d", "heure"});
    return offset_piece(first, behind, 15, false, {Unit::minute, 1}, sign, false);
  }
  if (!french_ && is(here, "quarter") && match(here, {"quarter", "of", "an", "hour"})) {
    return offset_piece(first, match(here, {"quarter", "of", "an", "hour"}), 15, false, {Unit::minute, 1}, sign, false);
  }
  const auto unit = unit_word(tokens_[here].text, reading_.language);
  if (!unit) return std::nullopt;
  if (tokens_[here].is("h") && quantity->value > 200) return std::nullopt;
  ++here;
  bool half = quantity->half;
  if (is_any(here, "ouvres", "ouvrables", "ouvre", "ouvrable")) business = true, ++here;
  if (is_any(here, "franc", "francs", "calendaires")) ++here;
  if (match(here, {"et", "demie"}))
    half = true, here = match(here, {"et", "demie"});
  else if (match(here, {"and", "a", "half"}))
    half = true, here = match(here, {"and", "a", "half"});
  auto piece = offset_piece(first, here, quantity->value, half, *unit, sign, business);
  return next_word ? from_now_on(piece) : piece;
}

// `in the next two days` names both of them, and is due with the last.
std::optional<Piece> PieceReader::from_now_on(std::optional<Piece> piece) const {
  if (!piece || piece->due_has_hour || piece->due <= midnight(today_)) return piece;
  piece->moment.end = midnight(day_of(piece->due) + 1);
  piece->moment.start = midnight(today_ + 1);
  return piece;
}

// dans, d'ici, sous, in, within, over the next …
std::optional<Piece> PieceReader::offset(std::size_t at) const {
  const auto exact_hour = [&](std::size_t last, std::int64_t seconds) {
    Piece piece;
    piece.kind = Piece::Kind::span;
    piece.first = at;
    piece.last = last;
    piece.moment = {reading_.now + seconds, std::nullopt, Grain::minute};
    piece.due = piece.moment.start;
    piece.due_has_hour = true;
    piece.marked = true;
    return piece;
  };
  if (french_) {
    for (const std::string_view in : {"dans", "ds"}) {
      if (const auto next = match(at, {in, "l", "heure"}); next && !is_any(next, "qui")) return exact_hour(next, 3600);
      if (const auto next = match(at, {in, "la", "journee"})) {
        Piece piece = day_piece(at, next, today_, DayForm::exact);
        piece.marked = true;
        piece.shifted = true;
        return piece;
      }
      if (const auto next = match(at, {in, "la", "semaine"})) {
        Piece piece = span_piece(at, next, monday(), monday() + 7, Grain::week, std::max(monday() + 4, today_));
        piece.marked = true;
        return piece;
      }
      if (const auto next = match(at, {in, "la", "minute"})) return exact_hour(next, 60);
      if (const auto next = match(at, {in, "la", "demi", "heure"})) return exact_hour(next, 1800);
      if (const auto next = match(at, {in, "le", "mois"}); next && !is_any(next, "de", "d")) return month_span(at + 1);
    }
    if (is_any(at, "dans", "ds")) {
      // `dans les 48 h` sets a limit, `dans 3 jours` a day.
      auto piece = counted(at, at + 1, 1);
      if (piece) piece->marked = is(at + 1, "les") || piece->due_has_hour;
      return piece;
    }
    std::size_t limit = 0;
    for (const std::initializer_list<std::string_view> words :
         {std::initializer_list<std::string_view>{"d", "ici", "a"},
          {"d", "ici"},
          {"sous"},
          {"avant"},
          {"endeans"},
          {"au", "plus", "tard", "dans"},
          {"en", "moins", "de"},
          {"dici"}}) {
      limit = match(at, words);
      if (limit) break;
    }
    if (limit) {
      if (is(at, "avant") && !is_any(limit, "une", "huitaine", "quinzaine")) return std::nullopt;
      const auto numeral = read_numeral(tokens_, limit, reading_.language);
      const bool hour_of_clock = !is(at, "sous") && !is(at, "en") && numeral && numeral->value >= 7 &&
                                 numeral->value <= 23 && is_any(numeral->next, "h", "heures");
      if (hour_of_clock) return std::nullopt;
      auto piece = counted(at, limit, 1);
      if (piece) piece->marked = true;
      return piece;
    }
    return std::nullopt;
  }
  for (const std::initializer_list<std::string_view> words :
       {std::initializer_list<std::string_view>{"within", "the", "hour"},
        {"in", "the", "hour"},
        {"inside", "the", "hour"}}) {
    if (const auto next = match(at, words)) return exact_hour(next, 3600);
  }
  if (const auto next = match(at, {"within", "the", "day"})) {
    Piece piece = day_piece(at, next, today_, DayForm::exact);
    piece.marked = true;
    piece.shifted = true;
    return piece;
  }
  if (const auto next = match(at, {"within", "the", "week"})) {
    Piece piece = span_piece(at, next, monday(), monday() + 7, Grain::week, std::max(monday() + 4, today_));
    piece.marked = true;
    return piece;
  }
  if (const auto next = match(at, {"within", "the", "fortnight"})) {
    auto piece = offset_piece(at, next, 2, false, {Unit::week, 1}, 1, false);
    if (piece) piece->marked = true;
    return piece;
  }
  const bool within = is_any(at, "within", "inside", "w", "wthn");
  if (within || is_any(at, "in") || match(at, {"over", "the", "next"}) || match(at, {"for", "the", "next"})) {
    std::size_t start = at + 1;
    if (is(at, "w") && !is(at + 1, "/")) return std::nullopt;
    if (is(at + 1, "the") && !is_any(at + 2, "next", "coming", "upcoming") && !within) return std::nullopt;
    auto piece = counted(at, start, 1);
    if (!piece) return std::nullopt;
    if (is_any(piece->last, "of", "from") && within) return piece->marked = true, piece;
    if (is_any(piece->last, "ago", "old")) return std::nullopt;
    piece->marked = within || is(at + 1, "the");
    if (is(at, "for")) return std::nullopt;
    return piece;
  }
  return std::nullopt;
}

// il y a trois jours, depuis deux semaines, three weeks ago, for six weeks (now).
std::optional<Piece> PieceReader::offset_ago(std::size_t at) const {
  if (french_) {
    std::size_t next = 0;
    for (const std::initializer_list<std::string_view> words : {std::initializer_list<std::string_view>{"il", "y", "a"},
                                                                {"depuis"},
                                                                {"voila"},
                                                                {"y", "a"},
                                                                {"ca", "fait"},
                                                                {"cela", "fait"},
                                                                {"voici"}}) {
      next = match(at, words);
      if (next) break;
    }
    if (!next) return std::nullopt;
    while (is_any(next, "deja", "maintenant", "environ", "bientot", "plus", "de", "pres", "presque", "au", "moins",
                  "bien"))
      ++next;
    auto piece = counted(at, next, -1);
    return piece;
  }
  if (is_any(at, "since", "for") || is(at, "past") || is(at, "last")) {
    if (is(at, "for") || is(at, "since")) return std::nullopt;
    auto piece = counted(at, at + 1, -1);
    const auto numeral = read_numeral(tokens_, at + 1, reading_.language);
    if (!piece || !numeral) return std::nullopt;
    return piece;
  }
  if (!read_quantity(tokens_, at, reading_.language) || (is(at, "the"))) return std::nullopt;
  auto piece = counted(at, at, -1);
  if (!piece) return std::nullopt;
  const std::size_t last = piece->last;
  if (is_any(last, "ago", "since", "back", "overdue", "late", "earlier")) {
    piece->last = last + 1;
    return piece;
  }
  return std::nullopt;
}

// two weeks from now, 3 days later, deux jours après, une heure plus tard.
std::optional<Piece> PieceReader::offset_after_now(std::size_t at) const {
  if (!read_quantity(tokens_, at, reading_.language) || is(at, "the")) return std::nullopt;
  auto piece = counted(at, at, 1);
  if (!piece) return std::nullopt;
  const std::size_t last = piece->last;
  for (const std::initializer_list<std::string_view> words : {std::initializer_list<std::string_view>{"from", "now"},
                                                              {"from", "today"},
                                                              {"later"},
                                                              {"hence"},
                                                              {"plus", "tard"},
                                                              {"time"},
                                                              {"a", "compter", "d", "aujourdhui"},
                                                              {"a", "partir", "d", "aujourdhui"}}) {
    if (const auto next = match(last, words)) {
      if (is(last, "time") && !(at > 0 && is(at - 1, "in"))) return std::nullopt;
      piece->last = next;
      return piece;
    }
  }
  if (!french_) {
    // a week on Friday, two weeks from Monday, a week today, a week tomorrow
    const bool itself = is_any(last, "today", "tomorrow");
    if (itself || is_any(last, "on", "from", "after", "of", "before")) {
      if (auto shifted = counted_from(*piece, itself ? last : skip(last + 1, "the"), is(last, "before") ? -1 : 1))
        return shifted;
    }
  } else if (is_any(last, "avant", "apres")) {
    if (auto shifted = counted_from(*piece, skip(last + 1, "le"), is(last, "avant") ? -1 : 1)) return shifted;
  }
  if (const auto next = match(last, {"apres"})) {
    if (next >= tokens_.size() || !tokens_[next].is_word() || tokens_[next].sentence != tokens_[last].sentence) {
      piece->last = next;
      return piece;
    }
  }
  return std::nullopt;
}

// `two weeks before Easter`, `3 jours après le 12`: an amount of days counted from a day named behind it.
std::optional<Piece> PieceReader::counted_from(const Piece& amount, std::size_t at, int sign) const {
  if (amount.moment.grain != Grain::day || at >= tokens_.size()) return std::nullopt;
  auto base = read_day(at);
  if (!base) return std::nullopt;
  if (base->first < at) return base;  // `a week on Friday`, read whole
  base->first = amount.first;
  base->day = base->day + sign * static_cast<int>(day_of(amount.moment.start) - today_);
  base->shifted = true;
  return base;
}

// A bare amount of time: a limit only where the words around it say so.
std::optional<Piece> PieceReader::duration(std::size_t at) const {
  const auto numeral = read_numeral(tokens_, at, reading_.language);
  const bool named = french_ && is_any(at, "huitaine", "quinzaine");
  const bool article = french_ ? match(at, {"une", "semaine"}) || match(at, {"une", "heure"}) ||
                                     match(at, {"une", "quinzaine"}) || match(at, {"un", "mois"})
                               : match(at, {"a", "fortnight"}) || match(at, {"a", "week"}) || match(at, {"an", "hour"});
  if (!numeral && !named && !article) return std::nullopt;
  if (!french_ && match(at, {"one", "day"})) return std::nullopt;  // some day
  if (at > 0 && touches(at) && tokens_[at - 1].kind == TokenKind::mark && !is(at - 1, "(") && !is(at - 1, ":") &&
      !is(at - 1, "\""))
    return std::nullopt;
  auto piece = counted(at, at, 1);
  if (!piece) return std::nullopt;
  if (is_any(piece->last, "of", "from", "old", "ago", "de", "d")) return std::nullopt;
  piece->kind = Piece::Kind::duration;
  return piece;
}

}  // namespace relais::triage
