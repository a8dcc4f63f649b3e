#include "core/time/holidays.hpp"
#include "core/triage/date_piece.hpp"
#include "core/triage/numerals.hpp"

#include <algorithm>
#include <array>
#include <span>

// Days: 2026-03-10, 10/03, le 10 mars, March 10th, the 10th, Thursday week, après-demain, Christmas.
namespace relais::triage {

using time::Day;
using time::Weekday;

std::optional<Piece> PieceReader::read_day(std::size_t at) const {
  for (const auto read :
       {&PieceReader::iso_date, &PieceReader::weekday_date, &PieceReader::day_and_month, &PieceReader::month_and_day,
        &PieceReader::numeric_date, &PieceReader::relative_day, &PieceReader::holiday, &PieceReader::day_of_month}) {
    if (auto piece = (this->*read)(at)) return piece;
  }
  return std::nullopt;
}

Piece PieceReader::day_piece(std::size_t first, std::size_t last, Day day, DayForm form) const {
  Piece piece;
  piece.kind = Piece::Kind::day;
  piece.first = first;
  piece.last = last;
  piece.day = day;
  piece.has_day = true;
  piece.form = form;
  return piece;
}

// A date with or without its year; without, the next one.
std::optional<Piece> PieceReader::dated(std::size_t first, std::size_t last, int month, int day,
                                        std::optional<int> year) const {
  if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  if (year) {
    if (day > time::days_in_month(*year, month)) return std::nullopt;
    return day_piece(first, last, time::to_day({*year, month, day}), DayForm::exact);
  }
  int candidate = to_date(today_).year;
  for (int tries = 0; tries < 9; ++tries, ++candidate) {
    if (day > time::days_in_month(candidate, month)) continue;
    const Day found = time::to_day({candidate, month, day});
    if (found >= today_) return day_piece(first, last, found, DayForm::yearless);
  }
  return std::nullopt;
}

std::optional<int> PieceReader::year(std::size_t at, std::size_t& next) const {
  std::size_t here = at;
  if (is(here, "'") || is(here, "’")) ++here;
  if (here >= tokens_.size() || !tokens_[here].is_number()) return std::nullopt;
  const Token& token = tokens_[here];
  const bool unit_follows = touches(here + 1) && here + 1 < tokens_.size() &&
                            (tokens_[here + 1].is_word() || is(here + 1, ":") || is(here + 1, "%"));
  if (unit_follows) return std::nullopt;
  if (token.text.size() == 4 && token.value() >= 1900 && token.value() <= 2199) {
    next = here + 1;
    return static_cast<int>(token.value());
  }
  if (token.text.size() == 2 && here > at) {
    next = here + 1;
    return static_cast<int>(token.value() < 50 ? 2000 + token.value() : 1900 + token.value());
  }
  return std::nullopt;
}

std::optional<Piece> PieceReader::iso_date(std::size_t at) const {
  if (at + 4 >= tokens_.size() || tokens_[at].text.size() != 4) return std::nullopt;
  const std::int64_t year = number(at, 1900, 2199);
  const bool separated = (is(at + 1, "-") && is(at + 3, "-")) || (is(at + 1, "/") && is(at + 3, "/"));
  if (year < 0 || !separated || !touches(at + 1) || !touches(at + 2)) return std::nullopt;
  std::int64_t month = number(at + 2, 1, 12);
  if (month < 0 && tokens_[at + 2].is_word()) month = month_word(tokens_[at + 2].text, reading_.language).value_or(-1);
  const std::int64_t day = number(at + 4, 1, 31);
  if (month < 0 || day < 0) return std::nullopt;
  return dated(at, at + 5, static_cast<int>(month), static_cast<int>(day), static_cast<int>(year));
}

// 10/03, 10/03/2026, 10.03.2026, 10-03-2026, 10 03 2026; the month first where that is the custom or the only reading.
std::optional<Piece> PieceReader::numeric_date(std::size_t at) const {
  if (at + 2 >= tokens_.size()) return std::nullopt;
  const bool glued =
      at > 0 && touches(at) && (is(at - 1, "/") || is(at - 1, "-") || is(at - 1, ".") || tokens_[at - 1].is_word());
  const std::int64_t a = number(at, 1, 31);
  if (a < 0 || glued || tokens_[at].text.size() > 2) return std::nullopt;
  const std::string_view mark = tokens_[at + 1].text;
  std::int64_t b = -1;
  std::size_t behind = at + 3;
  std::optional<int> year_given;
  if (mark == "/" || mark == "." || mark == "-") {
    if (!touches(at + 1) || !touches(at + 2)) return std::nullopt;
    b = number(at + 2, 1, 31);
    if (is(at + 3, mark) && touches(at + 3) && touches(at + 4) && at + 4 < tokens_.size() &&
        tokens_[at + 4].is_number()) {
      const std::size_t digits = tokens_[at + 4].text.size();
      const std::int64_t value = tokens_[at + 4].value();
      if (digits == 4 && value >= 1900 && value <= 2199) year_given = static_cast<int>(value);
      if (digits == 2) year_given = static_cast<int>(value < 50 ? 2000 + value : 1900 + value);
      if (!year_given) return std::nullopt;
      behind = at + 5;
    } else if (mark != "/" || (is(at + 3, "/") && touches(at + 3)) || tokens_[at + 2].text.size() > 2) {
      return std::nullopt;  // 12.50 and 3-4 are no dates without a year
    }
  } else if (tokens_[at + 1].is_number() && tokens_[at + 1].text.size() <= 2 && tokens_[at + 2].is_number()) {
    b = number(at + 1, 1, 12);
    const bool four = tokens_[at + 2].text.size() == 4 && number(at + 2, 1900, 2199) > 0;
    if (!four || b < 0) return std::nullopt;
    year_given = static_cast<int>(tokens_[at + 2].value());
  }
  if (b < 0) return std::nullopt;
  const bool month_first = (reading_.month_first && a <= 12) || b > 12;
  auto piece = month_first ? dated(at, behind, static_cast<int>(a), static_cast<int>(b), year_given)
                           : dated(at, behind, static_cast<int>(b), static_cast<int>(a), year_given);
  return piece;
}

// le 10 mars 2026, 10th of March, 10 March, 1er avril.
std::optional<Piece> PieceReader::day_and_month(std::size_t at) const {
  std::size_t here = at;
  std::int64_t day = -1;
  if (const auto ordinal = read_ordinal(tokens_, here, reading_.language); ordinal && ordinal->value <= 31) {
    day = ordinal->value;
    here = ordinal->next;
  } else if (const auto numeral = read_numeral(tokens_, here, reading_.language); numeral && numeral->value <= 31) {
    day = numeral->value;
    here = numeral->next;
  }
  if (day < 1) return std::nullopt;
  here = skip(here, french_ ? "du" : "of");
  here = skip(here, "-");
  if (french_ && match(here, {"mois", "de"})) here = match(here, {"mois", "de"});
  if (here >= tokens_.size() || !tokens_[here].is_word()) return std::nullopt;
  const auto month = month_word(tokens_[here].text, reading_.language);
  if (!month) return std::nullopt;
  if (tokens_[here].is("may") && !tokens_[here].capital && here + 1 < tokens_.size() && tokens_[here + 1].is_word())
    return std::nullopt;
  ++here;
  if (is(here, ".") && touches(here) && tokens_[here - 1].text.size() <= 5) ++here;
  std::size_t next = skip(skip(here, ","), french_ ? "de" : "of");
  next = skip(next, "-");
  std::size_t behind = here;
  const auto year_given = year(next, behind);
  if (!year_given) behind = here;
  return dated(at, behind, *month, static_cast<int>(day), year_given);
}

// March 10, March 10th 2026, mars le 10 (rare), Oct. 3.
std::optional<Piece> PieceReader::month_and_day(std::size_t at) const {
  if (!tokens_[at].is_word()) return std::nullopt;
  const auto month = month_word(tokens_[at].text, reading_.language);
  if (!month || french_) return std::nullopt;
  std::size_t here = at + 1;
  if (is(here, ".") && touches(here)) ++here;
  here = skip(here, "-");
  here = skip(here, "the");
  std::int64_t day = -1;
  std::size_t behind = here;
  if (const auto ordinal = read_ordinal(tokens_, here, reading_.language)) {
    day = ordinal->value;
    behind = ordinal->next;
  } else if (const auto numeral = read_numeral(tokens_, here, reading_.language)) {
    day = numeral->value;
    behind = numeral->next;
  }
  if (day < 1 || day > 31) return std::nullopt;
  const bool unit_follows = touches(behind) && behind < tokens_.size() &&
                            (tokens_[behind].is_word() || is(behind, ":") || is(behind, "%") || is(behind, "/"));
  if (unit_follows) return std::nullopt;
  std::size_t next = skip(skip(skip(behind, ","), "of"), "-");
  std::size_t after_year = behind;
  const auto year_given = year(next, after_year);
  return dated(at, year_given ? after_year : behind, *month, static_cast<int>(day), year_given);
}

// le 15, du 15, the 15th, on the 3rd: the next day of that number.
std::optional<Piece> PieceReader::day_of_month(std::size_t at) const {
  const auto found = french_ ? french_day_number(at) : english_day_number(at);
  if (!found || found->value < 1 || found->value > 31) return std::nullopt;
  Piece piece = day_piece(at, found->next, today_, DayForm::day_only);
  const time::Date now = to_date(today_);
  for (int shift = 0; shift < 13; ++shift) {
    const int month = (now.month - 1 + shift) % 12 + 1;
    const int in_year = now.year + (now.month - 1 + shift) / 12;
    if (found->value > time::days_in_month(in_year, month)) continue;
    const Day day = time::to_day({in_year, month, static_cast<int>(found->value)});
    if (day < today_) continue;
    piece.day = day;
    return piece;
  }
  return std::nullopt;
}

// The number of `le 15`, `du 3`, `au 20`; not that of a house, a floor, a telephone or a count.
std::optional<Numeral> PieceReader::french_day_number(std::size_t at) const {
  if (at == 0 || !is_any(at - 1, "le", "du", "au")) return std::nullopt;
  std::optional<Numeral> number = read_ordinal(tokens_, at, reading_.language);
  if (number && (number->in_words || number->value != 1)) return std::nullopt;
  if (!number) number = read_numeral(tokens_, at, reading_.language);
  if (!number || (!number->in_words && tokens_[at].text.size() > 2)) return std::nullopt;
  const std::size_t behind = number->next;
  const bool clock_follows = is_any(behind, "a", "au", "vers") ||
                             (behind < tokens_.size() && tokens_[behind].is_number() && is_any(behind + 1, "h"));
  if (number->in_words && !clock_follows) return std::nullopt;
  const auto stands_before = [&](std::initializer_list<std::string_view> words) {
    return at >= 2 &&
           std::any_of(words.begin(), words.end(), [&](std::string_view word) { return tokens_[at - 2].is(word); });
  };
  if (is(at - 1, "au") &&
      !stands_before({"jusqu", "tard", "ici", "passer", "reporte", "reporter", "decale", "decaler", "avance",
                      "deplacer", "deplace", "repousse", "prevu", "fixe", "place", "remis"}) &&
      !clock_follows) {
    const bool range = at >= 3 && tokens_[at - 2].is_number();
    if (!range) return std::nullopt;
  }
  if (is(at - 1, "du") && stands_before({"voisins", "voisin", "voisine", "locataire", "locataires", "gens", "dame",
                                         "monsieur", "occupant", "occupants", "proprietaire", "residents", "habitants",
                                         "porte", "appartement", "immeuble", "copropriete"}))
    return std::nullopt;
  if (is(at - 1, "le") &&
      stands_before({"appele", "appeler", "appelle", "appel", "compose", "composer", "faire", "fait"}))
    return std::nullopt;
  if (behind >= tokens_.size()) return number;
  const Token& next = tokens_[behind];
  const bool glued = !next.space_before && (next.is_word() || next.is("/") || next.is("-") || next.is("%"));
  const bool counted = (next.is_number() && !clock_follows) || unit_word(next.text, reading_.language).has_value();
  const bool address = is_any(behind, "rue", "avenue", "impasse", "quai", "cours", "boulevard", "bis", "ter", "place",
                              "allee", "route", "chemin", "square", "pieces", "lots", "euros", "fois", "pourcent");
  if (glued || counted || address) return std::nullopt;
  return number;
}

// The number of `the 15th`, `by 3rd`, `before the first`; not that of a floor, a time or a reminder.
std::optional<Numeral> PieceReader::english_day_number(std::size_t at) const {
  const auto ordinal = read_ordinal(tokens_, at, reading_.language);
  const bool article = at > 0 && is(at - 1, "the");
  if (!ordinal || at == 0) return std::nullopt;
  if (!article && (ordinal->in_words || !is_any(at - 1, "on", "by", "before", "until", "and", "or", "to", "-", "from")))
    return std::nullopt;
  const std::size_t behind = ordinal->next;
  if (behind >= tokens_.size()) return ordinal;
  const bool of_month = is(behind, "of") && is_any(behind + 1, "this", "the", "next");
  if (is(behind, "day") || of_month) return ordinal;
  const bool counted = is_any(behind, "floor", "time", "reminder", "of", "street", "avenue", "ave", "st", "edition",
                              "century", "one", "attempt", "email", "message", "party", "quarter", "visit", "birthday",
                              "anniversary", "grade", "class", "notice", "call", "request", "letter", "fl");
  const bool noun_follows = ordinal->in_words && tokens_[behind].is_word() && !is_any(behind, "at", "and", "or", "to");
  return counted || noun_follows ? std::nullopt : ordinal;
}

Day PieceReader::next_weekday(Weekday wanted, Day after) const {
  int distance = static_cast<int>(wanted) - static_cast<int>(weekday(after));
  if (distance <= 0) distance += 7;
  return after + distance;
}

namespace {

// The occurrence of a day of the month that falls on a weekday, nearest to today within about a year.
std::optional<Day> weekday_with_day(Weekday wanted, int day_number, int month, Day today) {
  std::optional<Day> best;
  const time::Date now = to_date(today);
  for (int shift = -2; shift <= 12; ++shift) {
    const int index = now.month - 1 + shift;
    const int year = now.year + (index < 0 ? -1 : index / 12);
    const int candidate_month = (index + 12) % 12 + 1;
    if ((month != 0 && candidate_month != month) || day_number > time::days_in_month(year, candidate_month)) continue;
    const Day found = time::to_day({year, candidate_month, day_number});
    if (weekday(found) != wanted) continue;
    if (found >= today) return found;
    best = found;
  }
  return best;
}

}  // namespace

std::optional<Piece> PieceReader::weekday_date(std::size_t at) const {
  if (!tokens_[at].is_word()) return std::nullopt;
  const std::string& word = tokens_[at].text;
  const auto found = weekday_word(word, reading_.language);
  if (!found) return std::nullopt;
  if (tokens_[at].end - tokens_[at].start != word.size() && word.size() <= 4)
    return std::nullopt;  // `we'd` is no Wednesday
  if (word == "sat" && !tokens_[at].capital &&
      is_any(at + 1, "on", "in", "up", "down", "at", "there", "here", "with", "by"))
    return std::nullopt;
  if (before_is(at, "black") || is_any(at + 1, "mornings", "afternoons", "evenings", "nights")) return std::nullopt;
  std::size_t here = at + 1;
  const bool short_word = word.size() <= 3;
  const bool dot = is(here, ".") && touches(here);
  const bool number_follows = here < tokens_.size() && tokens_[here].is_number();
  if (french_ && short_word && !dot && !number_follows) return std::nullopt;
  if (!french_ && (word == "sat" || word == "sun" || word == "wed" || word == "mon") && at > 0 &&
      !tokens_[at].capital) {
    constexpr std::array<std::string_view, 16> subjects{"i",   "he",   "she", "we",   "they", "it",  "ive", "just",
                                                        "was", "been", "the", "have", "im",   "has", "and", "then"};
    if (std::find(subjects.begin(), subjects.end(), tokens_[at - 1].text) != subjects.end()) return std::nullopt;
  }
  if (dot && (short_word || word.size() == 4 || word == "thurs")) ++here;
  const std::size_t after_word = here;
  here = skip(here, ",");
  if (!french_) here = skip(here, "the");
  if (french_) here = skip(here, "le");
  // With a date behind it, the date decides; the weekday tells 3/12 from 12/3.
  if (here < tokens_.size() && (tokens_[here].is_number() || tokens_[here].is_word())) {
    auto date = iso_date(here);
    if (!date) date = day_and_month(here);
    if (!date) date = month_and_day(here);
    if (!date) date = numeric_date(here);
    if (date) {
      if (weekday(date->day) != *found && tokens_[here].is_number() && is(here + 1, "/")) {
        DateReading other = reading_;
        other.month_first = !reading_.month_first;
        const PieceReader swapped(tokens_, other);
        if (auto again = swapped.numeric_date(here); again && weekday(again->day) == *found) date = again;
      }
      if (date->form == DayForm::yearless && weekday(date->day) != *found) {
        const time::Date civil = to_date(date->day);
        if (const auto fitting = weekday_with_day(*found, civil.day, civil.month, today_)) date->day = *fitting;
      }
      date->first = at;
      return date;
    }
    std::int64_t day_number = -1;
    std::size_t behind = here;
    if (const auto ordinal = read_ordinal(tokens_, here, reading_.language); ordinal && !ordinal->in_words) {
      day_number = ordinal->value;
      behind = ordinal->next;
    } else if (tokens_[here].is_number() && tokens_[here].text.size() <= 2) {
      day_number = tokens_[here].value();
      behind = here + 1;
      const bool clock = behind < tokens_.size() &&
                         ((tokens_[behind].is_word() && (unit_word(tokens_[behind].text, reading_.language) ||
                                                         is_any(behind, "am", "pm", "a", "p", "ou", "or"))) ||
                          is_any(behind, ":", ".", "-", "/"));
      const bool dot_at_end = is(behind, ".") && !touches(behind + 1);
      if (clock && !dot_at_end && !(french_ && is(behind, "a"))) day_number = -1;
    }
    if (day_number >= 1 && day_number <= 31) {
      if (const auto day = weekday_with_day(*found, static_cast<int>(day_number), 0, today_)) {
        Piece piece = day_piece(at, behind, *day, DayForm::exact);
        piece.past = *day < today_;
        return piece;
      }
    }
  }
  Piece piece = day_piece(at, after_word, next_weekday(*found, today_), DayForm::weekday);
  const Day this_week = monday() + static_cast<int>(*found);
  here = after_word;
  const auto shift_to = [&](Day day, std::size_t last) {
    piece.day = day;
    piece.last = last;
    piece.shifted = true;
    return piece;
  };
  if (french_) {
    if (const auto next = match(here, {"en", "huit"})) return shift_to(next_weekday(*found, today_) + 7, next);
    if (const auto next = match(here, {"en", "8"})) return shift_to(next_weekday(*found, today_) + 7, next);
    if (const auto next = match(here, {"en", "quinze"})) return shift_to(next_weekday(*found, today_) + 14, next);
    if (const auto next = match(here, {"en", "15"})) return shift_to(next_weekday(*found, today_) + 14, next);
    for (const std::string_view of : {"de", "la", ","}) {
      std::size_t next = is(here, of) ? here + 1 : here;
      next = skip(next, "la");
      if (is_any(next, "semaine", "sem")) {
        if (is_any(next + 1, "prochaine", "pro", "suivante", "proch")) return shift_to(this_week + 7, next + 2);
        if (match(next + 1, {"d", "apres"})) return shift_to(this_week + 7, match(next + 1, {"d", "apres"}));
        if (is_any(next + 1, "derniere", "passee")) {
          piece.past = true;
          piece.day = this_week + -7;
          piece.last = next + 2;
          return piece;
        }
      }
    }
    if (match(here, {"cette", "semaine"})) return shift_to(this_week, match(here, {"cette", "semaine"}));
    if (is_any(here, "prochain", "pro", "proch")) return shift_to(next_weekday(*found, today_), here + 1);
    if (is(here, "suivant")) return shift_to(next_weekday(*found, today_ + 1), here + 1);
    if (is_any(here, "dernier", "passe")) {
      piece.past = true;
      piece.last = here + 1;
      piece.day = next_weekday(*found, today_ + -8);
      if (piece.day >= today_) piece.day = piece.day + -7;
      return piece;
    }
    return piece;
  }
  std::size_t first = at;
  if (before_is(at, "next") || (before_is(at, "following"))) {
    piece.first = at - 1;
    const Day upcoming = next_weekday(*found, today_);
    return shift_to(upcoming <= monday() + 6 ? this_week + 7 : upcoming, after_word);
  }
  if (before_is(at, "last") || before_is(at, "past")) {
    piece.first = at - 1;
    piece.past = true;
    piece.day = next_weekday(*found, today_) + -7;
    if (piece.day >= today_) piece.day = piece.day + -7;
    return piece;
  }
  if (before_is(at, "this") || before_is(at, "coming")) {
    piece.first = first - 1;
    piece.shifted = true;
  }
  if (const auto next = match(here, {"of", "next", "week"})) return shift_to(this_week + 7, next);
  if (const auto next = match(here, {"next", "week"})) return shift_to(this_week + 7, next);
  if (const auto next = match(here, {"of", "this", "week"})) return shift_to(this_week, next);
  if (const auto next = match(here, {"of", "last", "week"})) {
    piece.past = true;
    piece.day = this_week + -7;
    piece.last = next;
    return piece;
  }
  if (const auto next = match(here, {"after", "next"})) return shift_to(next_weekday(*found, today_) + 7, next);
  if (const auto next = match(here, {"week"}); next && !is(next, "of") && !is(next, "in") && !is(next, "long"))
    return shift_to(next_weekday(*found, today_) + 7, next);
  if (const auto next = match(here, {"fortnight"})) return shift_to(next_weekday(*found, today_) + 14, next);
  if (at >= 3 && match(at - 3, {"a", "week", "on"})) {
    piece.first = at - 3;
    return shift_to(next_weekday(*found, today_) + 7, here);
  }
  return piece;
}

std::optional<Piece> PieceReader::relative_day(std::size_t at) const {
  const auto found = [&](std::size_t next, int shift) {
    Piece piece = day_piece(at, next, today_ + shift, DayForm::exact);
    piece.past = shift < 0;
    piece.shifted = true;
    return piece;
  };
  if (french_) {
    if (is_any(at, "aujourdhui", "auj", "ajd")) return found(at + 1, 0);
    if (const auto next = match(at, {"aujourd", "hui"})) return found(next, 0);
    if (const auto next = match(at, {"ce", "jour"});
        next && !before_is(at, "a") && !match(next, {"-", "la"}) && !is(next, "la"))
      return found(next, 0);
    if (const auto next = match(at, {"apres", "demain"})) return found(next, 2);
    if (const auto next = match(at, {"avant", "hier"})) return found(next, -2);
    if (is(at, "demain")) return found(at + 1, 1);
    if (is(at, "hier")) return found(at + 1, -1);
    if (const auto next = match(at, {"la", "veille"}); next && !is_any(next, "de", "du", "d")) return found(next, -1);
    if (const auto next = match(at, {"le", "lendemain"}); next && is_any(next, "de", "du")) {
      if (const auto after = read_day(skip(next + 1, "le"))) {
        Piece piece = *after;
        piece.first = at;
        piece.day = piece.day + 1;
        return piece;
      }
    }
    return std::nullopt;
  }
  if (const auto next = match(at, {"the", "day", "after", "tomorrow"})) return found(next, 2);
  if (const auto next = match(at, {"day", "after", "tomorrow"})) return found(next, 2);
  if (const auto next = match(at, {"the", "day", "before", "yesterday"})) return found(next, -2);
  if (is_any(at, "today", "2day", "tdy")) return found(at + 1, 0);
  if (const auto next = match(at, {"this", "very", "day"})) return found(next, 0);
  if (is_any(at, "tomorrow", "tmrw", "tmw", "tomoz", "tomorow", "tommorow", "tommorrow", "tmr"))
    return found(at + 1, 1);
  if (is_any(at, "yesterday", "yest")) return found(at + 1, -1);
  return std::nullopt;
}

namespace {

struct NamedDay {
  std::initializer_list<std::string_view> words;
  int month = 0, day = 0;  // fixed; month 0: days after Easter
};

const NamedDay french_named[] = {{{"noel"}, 12, 25},
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
  if (!placed) return std::nullopt;
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
    if (const auto next = match(at, named.words)) {
      if (modifies(next)) return std::nullopt;
      return in_year(next, [&](int in) { return named_day(named, in); });
    }
  }
  if (french_) return std::nullopt;
  for (const FloatingDay& floating : english_floating) {
    if (const auto next = match(at, floating.words)) {
      return in_year(next, [&](int in) { return nth_weekday(in, floating.month, floating.weekday, floating.n); });
    }
  }
  return std::nullopt;
}

}  // namespace relais::triage
