#include "core/triage/date_piece.hpp"
#include "core/triage/numerals.hpp"

#include <algorithm>

// A day of the month alone: le 15, the 15th, on the 3rd.
namespace relais::triage {

using time::Day;

// le 15, du 15, the 15th, on the 3rd: the next day of that number.
std::optional<Piece> PieceReader::day_of_month(std::size_t at) const {
  const auto found = french_ ? french_day_number(at) : english_day_number(at);
  if (!found || found->value < 1 || found->value > 31) return std::nullopt;
  // What comes before a month and is no date of it, `le 31 février`, is no date of another.
  if (month_word_follows(skip(skip(found->next, "of"), "de"))) return std::nullopt;
  const auto day = next_day_numbered(today_, static_cast<int>(found->value));
  return day ? std::optional(day_piece(at, found->next, *day, DayForm::day_only)) : std::nullopt;
}

// The first day of that number from a day on.
std::optional<Day> PieceReader::next_day_numbered(Day from, int number) const {
  const time::Date now = to_date(from);
  for (int shift = 0; shift < 13; ++shift) {
    const int month = (now.month - 1 + shift) % 12 + 1;
    const int in_year = now.year + (now.month - 1 + shift) / 12;
    if (number > time::days_in_month(in_year, month)) continue;
    const Day day = time::to_day({in_year, month, number});
    if (day >= from) return day;
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
  auto ordinal = read_ordinal(tokens_, at, reading_.language);
  const bool article = at > 0 && is(at - 1, "the");
  if (!ordinal && article && number(at, 1, 31) > 0 && tokens_[at].text.size() <= 2) {
    // `by the 24`: nothing behind it that could be counted
    const bool ends = at + 1 >= tokens_.size() || tokens_[at + 1].sentence != tokens_[at].sentence ||
                      is(at + 1, "at") || (is_any(at + 1, ".", ",", "!", "?") && !touches(at + 2));
    if (ends) ordinal = Numeral{tokens_[at].value(), at + 1, false};
  }
  if (!ordinal || at == 0) return std::nullopt;
  // `the 3rd, 4th and 5th`
  const bool listed = at > 1 && is(at - 1, ",") && is_any(at - 2, "st", "nd", "rd", "th");
  if (!article && !listed &&
      (ordinal->in_words || !is_any(at - 1, "on", "by", "before", "until", "and", "or", "to", "-", "from")))
    return std::nullopt;
  const std::size_t behind = ordinal->next;
  if (behind >= tokens_.size()) return ordinal;
  const bool of_month = is(behind, "of") && is_any(behind + 1, "this", "the", "next");
  if (is(behind, "day") || of_month) return ordinal;
  const bool counted = is_any(behind, "floor", "time", "reminder", "of", "street", "avenue", "ave", "st", "edition",
                              "century", "one", "attempt", "email", "message", "party", "quarter", "visit", "birthday",
                              "anniversary", "grade", "class", "notice", "call", "request", "letter", "fl");
  const bool numbers_a_noun = ordinal->in_words || before_is(at, "from");  // `from 1st registration`
  const bool noun_follows =
      numbers_a_noun && tokens_[behind].is_word() &&
      !is_any(behind, "at", "and", "or", "to", "if", "whether", "please", "pls", "so", "because", "as", "when", "but",
              "for", "in", "on", "that", "or", "we", "i", "you", "they", "he", "she", "it");
  return counted || noun_follows ? std::nullopt : ordinal;
}

}  // namespace relais::triage
