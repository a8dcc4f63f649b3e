#include "core/triage/date_piece.hpp"
#include "core/triage/numerals.hpp"

// Hours in words: noon and midnight, half past nine, quarter to three, midi et quart, minuit trois.
namespace relais::triage {

std::optional<Piece> PieceReader::spoken_clock(std::size_t at) const {
  return french_ ? french_spoken_clock(at) : english_spoken_clock(at);
}

std::optional<Piece> PieceReader::french_spoken_clock(std::size_t at) const {
  const bool afternoon = before_is(at, "apres") || (before_is(at, "-") && at >= 2 && is(at - 2, "apres"));
  const bool noon_word = is(at, "midi") && !afternoon;
  if (!noon_word && !is(at, "minuit")) return std::nullopt;
  const Minutes minutes = past_noon(at + 1);
  const bool begins_the_day = !noon_word && minutes.value > 0;
  const int base = noon_word ? noon : begins_the_day ? 0 : midnight_minutes;
  return clock_piece(at, minutes.next, base + minutes.value, true, minutes.value != 0);
}

// What stands behind `midi`: `et demi`, `moins le quart`, `vingt`.
PieceReader::Minutes PieceReader::past_noon(std::size_t at) const {
  if (const auto half = match(at, {"et", "demi"})) return {30, half, true};
  if (const auto half = match(at, {"et", "demie"})) return {30, half, true};
  if (const auto quarter = match(at, {"et", "quart"})) return {15, quarter, true};
  if (const auto less = match(at, {"moins", "le", "quart"})) return {-15, less, true};
  const auto words = read_numeral(tokens_, at, reading_.language);
  if (words && words->in_words && words->value > 0 && words->value < 60) return {words->value, words->next, true};
  return {0, at, false};
}

std::optional<Piece> PieceReader::english_spoken_clock(std::size_t at) const {
  if (is_any(at, "noon", "midday")) return clock_piece(at, at + 1, noon, true, false);
  if (is(at, "midnight")) return clock_piece(at, at + 1, midnight_minutes, true, false);
  if (const auto next = match(at, {"mid", "night"})) return clock_piece(at, next, midnight_minutes, true, false);
  const auto offset = minutes_past_or_to(at);
  if (!offset) return std::nullopt;
  const std::size_t here = offset->next;
  const std::int64_t minutes = offset->value;
  // `ten to noon` is a range of hours.
  if (is(here, "noon") && minutes <= -8 && minutes >= -11 && !offset->exact && !is(at, "a")) return std::nullopt;
  if (is(here, "noon")) return clock_piece(at, here + 1, noon + minutes, true, true);
  if (is(here, "midnight"))
    return clock_piece(at, here + 1, minutes < 0 ? midnight_minutes + minutes : minutes, true, true);
  const auto hour = read_numeral(tokens_, here, reading_.language);
  if (!hour || hour->value < 1 || hour->value > 23) return std::nullopt;
  if (is(hour->next, "h")) return clock_piece(at, hour->next + 1, hour->value * 60 + minutes, true, true);
  if (hour->value > 12) return std::nullopt;
  // `10 to 12` is a range, `ten to twelve` and `a quarter to 12` are hours.
  const bool fraction = is_any(at, "quarter", "half", "a");
  const bool spoken = hour->in_words || fraction || offset->exact || is_any(here - 1, "past", "after");
  const bool range = is(here - 1, "to") && !fraction && !hour->in_words;
  if (!spoken || (range && !is_any(hour->next, "pm", "am"))) return std::nullopt;
  Piece piece = clock_piece(at, hour->next, hour->value * 60 + minutes, false, true);
  if (is(hour->next, "oclock")) ++piece.last;
  apply_half_day(piece);
  return piece;
}

// Half past, half, quarter to, twenty past, 5 minutes to: how far from the hour; `exact` if minutes are named.
std::optional<PieceReader::Minutes> PieceReader::minutes_past_or_to(std::size_t at) const {
  if (is(at, "half")) {
    if (is(at + 1, "past")) return Minutes{30, at + 2, false};
    const std::size_t here = skip(at + 1, "-");
    const auto hour = read_numeral(tokens_, here, reading_.language);
    return hour && hour->value <= 12 ? std::optional(Minutes{30, here, false}) : std::nullopt;
  }
  std::size_t next = skip(at, "a");
  std::int64_t amount = 15;
  bool of_minutes = false;
  if (is(next, "quarter")) {
    ++next;
  } else {
    const auto words = read_numeral(tokens_, next, reading_.language);
    if (!words || words->value < 1 || words->value > 59) return std::nullopt;
    amount = words->value;
    of_minutes = is_any(words->next, "minutes", "mins", "min");
    next = of_minutes ? words->next + 1 : words->next;
  }
  if (is_any(next, "past", "after")) return Minutes{amount, next + 1, of_minutes};
  const bool to = is_any(next, "to", "of", "before", "til", "till") && (is_any(at, "a", "quarter") || amount % 5 == 0);
  return to ? std::optional(Minutes{-amount, next + 1, of_minutes}) : std::nullopt;
}

}  // namespace relais::triage
