#include "core/triage/date_piece.hpp"
#include "core/triage/numerals.hpp"

// Dates written out: 2026-03-10, 10/03, le 10 mars, March 10th, 31-Oct-74.
namespace relais::triage {

using time::Day;

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

// The two digits of a year behind a month's name: `31-Oct-74`, `31 octobre 74`; not `3 mars 14 h`.
std::optional<int> PieceReader::short_year(std::size_t at, bool glued) const {
  if (at >= tokens_.size() || !tokens_[at].is_number() || tokens_[at].text.size() != 2) return std::nullopt;
  const std::int64_t value = tokens_[at].value();
  const std::size_t behind = at + 1;
  const bool goes_on = behind < tokens_.size() && (!tokens_[behind].space_before || tokens_[behind].is_word()) &&
                       !is_any(behind, ".", ",", ";", ")", "!", "?");
  if (goes_on || (!glued && value < 32)) return std::nullopt;
  return static_cast<int>(value < 50 ? 2000 + value : 1900 + value);
}

// 31/Oct/1974, 2020-Sep-23, Sept-2020-23: a month's name, a day and a year between like marks, in any order.
std::optional<Piece> PieceReader::mixed_date(std::size_t at) const {
  const std::string_view mark = at + 4 < tokens_.size() ? std::string_view(tokens_[at + 1].text) : "";
  if ((mark != "-" && mark != "/" && mark != ".") || !is(at + 3, mark)) return std::nullopt;
  for (std::size_t here = at + 1; here < at + 5; ++here) {
    if (!touches(here)) return std::nullopt;
  }
  std::optional<int> month, given;
  int day = 0;
  for (std::size_t here = at; here < at + 5; here += 2) {
    const Token& token = tokens_[here];
    if (token.is_word()) month = month_word(token.text, reading_.language);
    if (!token.is_number()) continue;
    const std::int64_t value = token.value();
    if (token.text.size() == 4 && value >= 1900 && value <= 2199) given = static_cast<int>(value);
    if (token.text.size() <= 2 && day == 0 && value <= 31)
      day = static_cast<int>(value);
    else if (token.text.size() == 2)
      given = short_year(here, true);
  }
  if (!month || !given || day == 0) return std::nullopt;
  return dated(at, at + 5, *month, day, given);
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

// Whether a date stands alone in its text, or behind an article or a word that announces one.
bool PieceReader::announces_date(std::size_t at, std::size_t behind) const {
  if (at == 0) return behind >= tokens_.size();
  return is_any(at - 1, "le", "du", "au", "on", "by", "before", "until");
}

// 17 02, le 24 12 14: parted by spaces, where nothing else can be meant.
std::optional<Piece> PieceReader::spaced_date(std::size_t at) const {
  if (!french_ || at + 1 >= tokens_.size() || tokens_[at].text.size() > 2 || tokens_[at + 1].text.size() > 2)
    return std::nullopt;
  const std::int64_t day = number(at, 1, 31), month = number(at + 1, 1, 12);
  if (day < 0 || month < 0) return std::nullopt;
  std::size_t behind = at + 2;
  const auto given = short_year(behind, true);
  if (given) ++behind;
  const bool goes_on = behind < tokens_.size() && (tokens_[behind].is_number() || tokens_[behind].is_word()) &&
                       !is_any(behind, "a", "vers", "avant", "au", "pour", "svp", "merci");
  if (goes_on || is(behind, "/") || !announces_date(at, behind)) return std::nullopt;
  return dated(at, behind, static_cast<int>(month), static_cast<int>(day), given);
}

std::optional<Piece> PieceReader::numeric_date(std::size_t at) const {
  const bool glued = at > 0 && touches(at) && (is_any(at - 1, "/", "-", ".") || tokens_[at - 1].is_word());
  if (glued) return std::nullopt;
  if (auto spaced = spaced_date(at)) return spaced;
  return marked_date(at);
}

// 10/03, 10/03/2026, 10.03.2026, 10-03-2026, 10 03 2026; the month first where that is the custom or the only reading.
std::optional<Piece> PieceReader::marked_date(std::size_t at) const {
  if (at + 2 >= tokens_.size()) return std::nullopt;
  const std::int64_t a = number(at, 1, 31);
  if (a < 0 || tokens_[at].text.size() > 2) return std::nullopt;
  const std::string_view mark = tokens_[at + 1].text;
  std::int64_t b = -1;
  std::size_t behind = at + 3;
  std::optional<int> year_given;
  if (mark == "/" || mark == "." || mark == "-") {
    const bool spaced = mark == "/" && !touches(at + 1) && !touches(at + 2) && announces_date(at, at + 3);
    if (!spaced && (!touches(at + 1) || !touches(at + 2))) return std::nullopt;
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
  // `2 may be late`
  if (tokens_[here].is("may") && !tokens_[here].capital &&
      is_any(here + 1, "be", "have", "not", "also", "well", "need", "want", "come", "go", "take", "only", "still",
             "get", "i", "we", "you", "he", "she", "they", "it"))
    return std::nullopt;
  ++here;
  if (is(here, ".") && touches(here) && tokens_[here - 1].text.size() <= 5) ++here;
  std::size_t next = skip(skip(here, ","), french_ ? "de" : "of");
  next = skip(next, "-");
  std::size_t behind = here;
  auto year_given = year(next, behind);
  if (!year_given) {
    year_given = short_year(next, false);
    behind = year_given ? next + 1 : here;
  }
  return dated(at, behind, *month, static_cast<int>(day), year_given);
}

// mai vingt-neuf, oct/2: French by another custom, where nothing follows that could be counted.
std::optional<Piece> PieceReader::french_month_and_day(std::size_t at, int month) const {
  const bool slash = is(at + 1, "/") && touches(at + 1) && touches(at + 2);
  const auto numeral = read_numeral(tokens_, slash ? at + 2 : at + 1, reading_.language);
  if (!numeral || numeral->value < 1 || numeral->value > 31 || (!slash && !numeral->in_words)) return std::nullopt;
  const bool counts = numeral->next < tokens_.size() && (tokens_[numeral->next].is_word() || touches(numeral->next)) &&
                      !is_any(numeral->next, ".", ",", ";", "!", "?", ")");
  if (counts) return std::nullopt;
  return dated(at, numeral->next, month, static_cast<int>(numeral->value), std::nullopt);
}

// March 10, March 10th 2026, Oct. 3, Oct/3.
std::optional<Piece> PieceReader::month_and_day(std::size_t at) const {
  if (at >= tokens_.size() || !tokens_[at].is_word()) return std::nullopt;
  const auto month = month_word(tokens_[at].text, reading_.language);
  if (!month) return std::nullopt;
  if (french_) return french_month_and_day(at, *month);
  std::size_t here = at + 1;
  if (is(here, "/") && touches(here) && touches(here + 1)) ++here;
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

}  // namespace relais::triage
