#include "core/triage/date_piece.hpp"
#include "core/triage/numerals.hpp"

#include <algorithm>
#include <span>

// Spans and offsets: dans trois jours, within 48 hours, il y a deux mois, next week, end of the month, mi-mars, in
// 2027.
namespace relais::triage {

using time::Day;

time::Day add_months(Day day, int count) {
  const time::Date date = to_date(day);
  const int index = date.year * 12 + date.month - 1 + count;
  const int year = index / 12;
  const int month = index % 12 + 1;
  if (year < 1 || year > 9999) return day;
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
       {&PieceReader::day_range, &PieceReader::counted_in_month, &PieceReader::coming_units,
        &PieceReader::counted_weekdays, &PieceReader::offset, &PieceReader::offset_ago, &PieceReader::offset_after_now,
        &PieceReader::week_span, &PieceReader::month_span, &PieceReader::year_span, &PieceReader::duration}) {
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
      on_day(add_months(today_, steps), Grain::day);
      break;
    case Unit::year:
      on_day(add_months(today_, steps * 12), Grain::day);
      break;
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
    return offset_piece(first, here + 1, 1, false, *unit, sign, false);
  }
  here = quantity->next;
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
  return offset_piece(first, here, quantity->value, half, *unit, sign, business);
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
    const auto base = is_any(last, "on", "from", "after", "of", "today", "tomorrow")
                          ? read_day(is_any(last, "today", "tomorrow") ? last : last + 1)
                          : std::nullopt;
    if (base && piece->moment.grain == Grain::day) {
      Piece shifted = *base;
      shifted.first = at;
      shifted.day = shifted.day + (day_of(piece->moment.start) - today_);
      shifted.shifted = true;
      return shifted;
    }
  } else if (const auto next = match(last, {"apres"})) {
    if (next >= tokens_.size() || !tokens_[next].is_word() || tokens_[next].sentence != tokens_[last].sentence) {
      piece->last = next;
      return piece;
    }
  }
  return std::nullopt;
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

// la semaine prochaine, this week, fin de semaine, before the weekend, la semaine du 5 octobre.
std::optional<Piece> PieceReader::week_span(std::size_t at) const {
  const Day this_monday = monday();
  const auto week = [&](std::size_t next, int shift) {
    Piece piece = span_piece(at, next, this_monday + 7 * shift, this_monday + 7 * shift + 7, Grain::week,
                             this_monday + 7 * shift + 4);
    piece.past = shift < 0;
    piece.shifted = true;
    if (shift == 0 && piece.due < midnight(today_)) piece.due = midnight(today_);
    return piece;
  };
  const auto weekend = [&](std::size_t next, int shift) {
    const Day saturday = this_monday + 7 * shift + 5;
    Piece piece = span_piece(at, next, saturday, saturday + 2, Grain::day, saturday + -1);
    piece.past = saturday + 2 <= today_;
    if (piece.due < midnight(today_)) piece.due = midnight(today_);
    return piece;
  };
  const auto end_of_week = [&](std::size_t next, int shift) {
    const Day friday = this_monday + 7 * shift + 4;
    Piece piece = span_piece(at, next, friday, friday + 3, Grain::day, std::max(friday, today_));
    piece.shifted = true;
    return piece;
  };
  struct Phrase {
    std::initializer_list<std::string_view> words;
    int shift;
    char kind;  // w, e (end), k (weekend), m (middle), b (beginning)
  };
  static const Phrase french[] = {{{"fin", "de", "la", "semaine", "prochaine"}, 1, 'e'},
                                  {{"fin", "de", "semaine", "prochaine"}, 1, 'e'},
                                  {{"debut", "de", "la", "semaine", "prochaine"}, 1, 'b'},
                                  {{"debut", "de", "semaine", "prochaine"}, 1, 'b'},
                                  {{"debut", "semaine", "prochaine"}, 1, 'b'},
                                  {{"milieu", "de", "la", "semaine", "prochaine"}, 1, 'm'},
                                  {{"milieu", "de", "semaine", "prochaine"}, 1, 'm'},
                                  {{"la", "semaine", "prochaine"}, 1, 'w'},
                                  {{"semaine", "prochaine"}, 1, 'w'},
                                  {{"semaine", "pro"}, 1, 'w'},
                                  {{"sem", "prochaine"}, 1, 'w'},
                                  {{"sem", "pro"}, 1, 'w'},
                                  {{"la", "semaine", "suivante"}, 1, 'w'},
                                  {{"semaine", "d", "apres"}, 1, 'w'},
                                  {{"la", "semaine", "derniere"}, -1, 'w'},
                                  {{"semaine", "derniere"}, -1, 'w'},
                                  {{"la", "semaine", "passee"}, -1, 'w'},
                                  {{"cette", "semaine"}, 0, 'w'},
                                  {{"fin", "de", "cette", "semaine"}, 0, 'e'},
                                  {{"la", "fin", "de", "la", "semaine"}, 0, 'e'},
                                  {{"fin", "de", "la", "semaine"}, 0, 'e'},
                                  {{"fin", "de", "semaine"}, 0, 'e'},
                                  {{"fin", "semaine"}, 0, 'e'},
                                  {{"milieu", "de", "semaine"}, 0, 'm'},
                                  {{"week", "end", "prochain"}, 1, 'k'},
                                  {{"le", "week", "end", "dernier"}, -1, 'k'},
                                  {{"week", "end", "dernier"}, -1, 'k'},
                                  {{"ce", "week", "end"}, 0, 'k'},
                                  {{"le", "week", "end"}, 0, 'k'},
                                  {{"ce", "weekend"}, 0, 'k'},
                                  {{"le", "weekend"}, 0, 'k'},
                                  {{"week", "end"}, 0, 'k'},
                                  {{"weekend"}, 0, 'k'},
                                  {{"we"}, 0, 'k'}};
  static const Phrase english[] = {{{"end", "of", "next", "week"}, 1, 'e'},
                                   {{"the", "end", "of", "next", "week"}, 1, 'e'},
                                   {{"beginning", "of", "next", "week"}, 1, 'b'},
                                   {{"start", "of", "next", "week"}, 1, 'b'},
                                   {{"early", "next", "week"}, 1, 'b'},
                                   {{"middle", "of", "next", "week"}, 1, 'm'},
                                   {{"mid", "next", "week"}, 1, 'm'},
                                   {{"late", "next", "week"}, 1, 'e'},
                                   {{"the", "week", "after", "next"}, 2, 'w'},
                                   {{"week", "after", "next"}, 2, 'w'},
                                   {{"next", "week"}, 1, 'w'},
                                   {{"nxt", "week"}, 1, 'w'},
                                   {{"next", "wk"}, 1, 'w'},
                                   {{"nxt", "wk"}, 1, 'w'},
                                   {{"the", "following", "week"}, 1, 'w'},
                                   {{"the", "week", "after"}, 1, 'w'},
                                   {{"last", "week"}, -1, 'w'},
                                   {{"past", "week"}, -1, 'w'},
                                   {{"this", "coming", "week"}, 1, 'w'},
                                   {{"the", "coming", "week"}, 1, 'w'},
                                   {{"coming", "week"}, 1, 'w'},
                                   {{"this", "week"}, 0, 'w'},
                                   {{"this", "wk"}, 0, 'w'},
                                   {{"the", "end", "of", "the", "week"}, 0, 'e'},
                                   {{"end", "of", "the", "week"}, 0, 'e'},
                                   {{"end", "of", "this", "week"}, 0, 'e'},
                                   {{"end", "of", "week"}, 0, 'e'},
                                   {{"later", "this", "week"}, 0, 'e'},
                                   {{"eow"}, 0, 'e'},
                                   {{"rest", "of", "the", "week"}, 0, 'w'},
                                   {{"midweek"}, 0, 'm'},
                                   {{"next", "weekend"}, 1, 'k'},
                                   {{"last", "weekend"}, -1, 'k'},
                                   {{"this", "weekend"}, 0, 'k'},
                                   {{"the", "weekend"}, 0, 'k'},
                                   {{"weekend"}, 0, 'k'},
                                   {{"week", "end"}, 0, 'k'}};
  for (const Phrase& phrase : french_ ? std::span<const Phrase>(french) : std::span<const Phrase>(english)) {
    const std::size_t next = match(at, phrase.words);
    if (!next) continue;
    if (phrase.words.begin()[0] == "we" && !tokens_[at].all_capitals && !before_is(at, "le") && !before_is(at, "ce"))
      continue;
    const Day start = this_monday + 7 * phrase.shift;
    switch (phrase.kind) {
      case 'w':
        return week(next, phrase.shift);
      case 'k':
        return weekend(next, phrase.shift);
      case 'e':
        return end_of_week(next, phrase.shift);
      case 'm':
        return span_piece(at, next, start + 2, start + 3, Grain::day, start + 2);
      default:
        return span_piece(at, next, start, start + 3, Grain::day, start + 1);
    }
  }
  // The week of a date.
  std::size_t of = 0;
  for (const std::initializer_list<std::string_view> words : {std::initializer_list<std::string_view>{"semaine", "du"},
                                                              {"week", "of", "the"},
                                                              {"week", "of"},
                                                              {"week", "commencing"},
                                                              {"wc"},
                                                              {"w", "c"},
                                                              {"week", "beginning"}}) {
    of = match(at, words);
    if (of) break;
  }
  if (!of) return std::nullopt;
  auto day = read_day(of);
  if (!day) return std::nullopt;
  const Day start = day->day + -static_cast<int>(weekday(day->day));
  return span_piece(at, day->last, start, start + 7, Grain::week, start + 4);
}

}  // namespace relais::triage
