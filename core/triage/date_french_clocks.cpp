#include "core/triage/date_piece.hpp"
#include "core/triage/numerals.hpp"

#include <algorithm>

// French hours: 17h, 17h30, neuf heures et demie, huit heures moins le quart, 3 du matin.
namespace relais::triage {

// `à une heure`: the article is the number
std::optional<Piece> PieceReader::article_hour(std::size_t at) const {
  if (!french_ || !is(at, "une") || !is_any(at + 1, "heure", "heures")) return std::nullopt;
  if (at == 0 || !is_any(at - 1, "a", "vers", "avant") || is_any(at + 2, "de", "du", "ou", "pres")) return std::nullopt;
  if (const auto half = match(at + 2, {"et", "demie"})) return clock_piece(at, half, 90, false, true);
  if (const auto quarter = match(at + 2, {"et", "quart"})) return clock_piece(at, quarter, 75, false, true);
  return clock_piece(at, at + 2, 60, false, false);
}

std::optional<Piece> PieceReader::french_clock(std::size_t at, const Numeral& hour, bool expected) const {
  if (is_any(hour.next, "h", "heures", "heure", "hrs", "hr")) return french_hours(at, hour, expected);
  const std::size_t here = hour.next;
  const bool digits = !hour.in_words;
  Piece half = clock_piece(at, here, hour.value * 60, false, false);
  apply_half_day(half);
  const bool english_half =
      digits && hour.value >= 1 && hour.value <= 12 && half.last > here && !is(here, "l") && !is(here, "de");
  if (english_half && !(is(here, "du") && !expected)) return half;
  if (expected && digits && hour.value >= 1 && (is_any(here, "et", "a", "-") || here >= tokens_.size()))
    return clock_piece(at, here, hour.value * 60, hour.value >= 7, false);
  return std::nullopt;
}

// What stands behind `17 h`: 30, `et demie`, `moins le quart`, `moins dix`, `vingt`.
PieceReader::Minutes PieceReader::french_minutes(std::size_t hour_word) const {
  const std::size_t behind = hour_word + 1;
  if (two_digit_minutes(behind) && (touches(behind) || is_any(hour_word, "h", "heures"))) {
    const std::size_t next = behind + 1;
    return {tokens_[behind].value(), touches(next) && is_any(next, "mn", "min") ? next + 1 : next, true};
  }
  if (const auto next = match(behind, {"et", "demie"})) return {30, next, true};
  if (const auto next = match(behind, {"et", "quart"})) return {15, next, true};
  if (const auto next = match(behind, {"moins", "le", "quart"})) return {-15, next, true};
  if (const auto next = match(behind, {"trois", "quarts"})) return {45, next, true};
  if (is(behind, "moins")) {
    const auto fewer = read_numeral(tokens_, behind + 1, reading_.language);
    if (fewer && fewer->value < 60) return {-fewer->value, fewer->next, true};
    return {0, behind, false};
  }
  const auto more = read_numeral(tokens_, skip(behind, "et"), reading_.language);
  if (more && more->in_words && more->value < 60) return {more->value, skip(more->next, "minutes"), true};
  return {0, behind, false};
}

std::optional<Piece> PieceReader::french_hours(std::size_t at, const Numeral& hour, bool expected) const {
  const std::size_t here = hour.next;
  const bool digits = !hour.in_words;
  const bool around = at > 1 && is(at - 1, "de") && is_any(at - 2, "alentours", "autour", "partir");
  // `vous avez 24 heures pour`
  if (at > 0 && is_any(at - 1, "avez", "ont", "avons", "laisse", "laissent", "laissez", "donne", "donnent", "donnez",
                       "accorde", "accordent", "reste", "restent", "encore", "seulement"))
    return std::nullopt;
  const bool lasting = at > 0 && is_any(at - 1, "en", "pendant", "durant", "les", "des", "plus", "moins", "de") &&
                       !is_any(here + 1, "du", "-") && hour.value < 7 && !around;
  if (lasting && !(is(at - 1, "de") && expected)) return std::nullopt;
  if (!digits && is(here, "h")) return std::nullopt;
  const Minutes minutes = french_minutes(here);
  if (hour.value == 24 && minutes.value > 0) return std::nullopt;
  // `1h30` without a word that announces a time is how long something takes.
  const bool half_day_behind = is(minutes.next, "du") && is_any(minutes.next + 1, "matin", "mat", "soir");
  const bool short_time = digits && hour.value < 6 && minutes.value > 0;
  if (short_time && !expected && !half_day_behind && !announces_hour(at)) return std::nullopt;
  Piece piece =
      clock_piece(at, minutes.next, hour.value * 60 + minutes.value,
                  hour.value > 12 || hour.value == 0 || (digits && tokens_[at].text[0] == '0'), minutes.exact);
  if (hour.value >= 7) piece.half_day_known = true;
  apply_half_day(piece);
  return piece;
}

bool PieceReader::announces_hour(std::size_t at) const {
  return at == 0 ||
         is_any(at - 1, "a", "vers", "avant", "des", "jusqu", "entre", "et", "de", "pour", "est", "rdv", "-", "apres",
                "depuis", "h") ||
         weekday_word(tokens_[at - 1].text, reading_.language) ||
         is_any(at - 1, "demain", "matin", "midi", "soir", "aprem", "aujourdhui");
}

}  // namespace relais::triage
