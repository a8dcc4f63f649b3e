#include "core/triage/date_piece.hpp"
#include "core/triage/numerals.hpp"

#include <algorithm>
#include <array>
#include <span>

// Clock times: 17h30, 5 pm, half past nine, midi et quart, between 10 and 12; and parts of a day: ce soir, first thing.
namespace relais::triage {

namespace {

constexpr int noon = 12 * 60;
constexpr int midnight_minutes = 24 * 60;

Piece clock_piece(std::size_t first, std::size_t last, int minutes, bool half_day_known, bool minute_grain) {
  Piece piece;
  piece.kind = Piece::Kind::clock;
  piece.first = first;
  piece.last = last;
  piece.minutes = minutes;
  piece.half_day_known = half_day_known;
  piece.minute_grain = minute_grain;
  return piece;
}

}  // namespace

std::optional<Piece> PieceReader::read_clock(std::size_t at) const {
  if (auto range = clock_range(at)) return range;
  if (auto clock = clock_time(at, false)) return clock;
  return day_part(at);
}

// Moves an hour without am or pm to where it is meant: the words behind it say, or a working day does.
void PieceReader::apply_half_day(Piece& piece) const {
  const auto to_pm = [&] {
    if (piece.minutes < noon) piece.minutes += noon;
    piece.half_day_known = true;
  };
  const auto to_am = [&] {
    if (piece.minutes >= noon && piece.minutes < 13 * 60) piece.minutes -= noon;
    piece.half_day_known = true;
  };
  std::size_t here = piece.last;
  const auto take = [&](std::size_t next) { piece.last = next; };
  if (french_) {
    if (const auto next = match(here, {"du", "matin"})) return take(next), to_am();
    if (const auto next = match(here, {"du", "mat"})) return take(next), to_am();
    if (is(here, "am") && touches(here)) return take(here + 1), to_am();
    if (is_any(here, "a", "p") && is(here + 1, ".") && touches(here + 1) && is(here + 2, "m") && touches(here + 2)) {
      const bool evening = is(here, "p");
      take(skip(here + 3, "."));
      return evening ? to_pm() : to_am();
    }
    if (const auto next = match(here, {"du", "soir"})) return take(next), to_pm();
    if (const auto next = match(here, {"de", "l", "apres", "midi"})) return take(next), to_pm();
    if (const auto next = match(here, {"l", "apres", "midi"})) return take(next), to_pm();
    if (is(here, "pm") && touches(here)) return take(here + 1), to_pm();
    return;
  }
  std::size_t next = here;
  if (is_any(next, "am", "a") && !is(next, "an")) {
    if (is(next, "am")) return take(next + 1), to_am();
    if (is(next + 1, ".") && is(next + 2, "m")) return take(skip(next + 3, ".")), to_am();
  }
  // `9a to 11a`, `7a` alone; not `flat 7a`
  if (is(next, "a") && touches(next) && piece.first + 1 == next && tokens_[piece.first].text.size() <= 2) {
    const bool alone = piece.first == 0 && next + 1 >= tokens_.size();
    const bool announced = piece.first > 0 && is_any(piece.first - 1, "from", "to", "at", "between", "and", "by",
                                                     "before", "until", "till", "after");
    if (alone || announced) return take(next + 1), to_am();
  }
  if (is(next, "a") && touches(next) && piece.minute_grain && !is(next + 1, ".")) return take(next + 1), to_am();
  if (is(next, "pm") || is(next, "p")) {
    if (is(next, "pm")) return take(next + 1), to_pm();
    if (is(next + 1, ".") && is(next + 2, "m")) return take(skip(next + 3, ".")), to_pm();
    if (touches(next)) return take(next + 1), to_pm();
  }
  if (const auto behind = match(here, {"in", "the", "morning"})) return take(behind), to_am();
  if (const auto behind = match(here, {"in", "the", "afternoon"})) return take(behind), to_pm();
  if (const auto behind = match(here, {"in", "the", "evening"})) return take(behind), to_pm();
  if (const auto behind = match(here, {"at", "night"})) return take(behind), to_pm();
}

// 1500, 0930, 815, 330 p.m.: hours and minutes in one number, where the words around it leave no doubt.
std::optional<Piece> PieceReader::unmarked_clock(std::size_t at, std::int64_t value, bool expected) const {
  const std::size_t here = at + 1, digits = tokens_[at].text.size();
  const std::int64_t hour = value / 100, minutes = value % 100;
  if (digits > 4 || hour > 23 || minutes > 59 || (digits == 3 && hour == 0)) return std::nullopt;
  Piece piece =
      clock_piece(at, here, static_cast<int>(hour * 60 + minutes), hour > 12 || tokens_[at].text[0] == '0', true);
  if (!french_ && is_any(here, "hrs", "hours", "h") && digits == 4) piece.last = here + 1, piece.half_day_known = true;
  apply_half_day(piece);
  const bool half = piece.last != here;
  const bool roughly = !french_ && is(here, "ish") && touches(here);
  if (roughly) piece.last = here + 1;
  const bool part_before = !french_ && at > 0 && is_any(at - 1, "tonight", "morning", "afternoon", "evening");
  if (half || roughly) return piece;
  const bool year_like = digits == 4 && hour >= 19 && hour <= 20;
  if (digits == 4) return expected && !year_like && !french_ ? std::optional(piece) : std::nullopt;
  return part_before ? std::optional(piece) : std::nullopt;
}

// One clock time. `expected`: the words before it announce one, so that a bare number will do.
std::optional<Piece> PieceReader::clock_time(std::size_t at, bool expected) const {
  if (at >= tokens_.size()) return std::nullopt;
  if (auto spoken = spoken_clock(at)) return spoken;
  // `à une heure`: the article is the number
  if (french_ && is(at, "une") && is_any(at + 1, "heure", "heures") && at > 0 && is_any(at - 1, "a", "vers", "avant") &&
      !is_any(at + 2, "de", "du", "ou", "pres")) {
    const std::size_t half = match(at + 2, {"et", "demie"}), quarter = match(at + 2, {"et", "quart"});
    return clock_piece(at, std::max({at + 2, half, quarter}),
                       60 + (half      ? 30
                             : quarter ? 15
                                       : 0),
                       false, half > 0 || quarter > 0);
  }
  const auto numeral = read_numeral(tokens_, at, reading_.language);
  if (!numeral) return std::nullopt;
  if (at > 0 && touches(at) &&
      (is(at - 1, ".") || is(at - 1, ",") || is(at - 1, "/") || is(at - 1, "-") || is(at - 1, "$") || is(at - 1, "£") ||
       is(at - 1, "€") || is(at - 1, "#") || is(at - 1, "+") || is(at - 1, ":"))) {
    const bool range_dash = is(at - 1, "-") && expected;
    if (!range_dash) return std::nullopt;
  }
  std::int64_t hour = numeral->value;
  std::size_t here = numeral->next;
  const bool digits = !numeral->in_words;
  if (digits && tokens_[at].text.size() >= 3) return unmarked_clock(at, hour, expected);
  if (hour > 24) return std::nullopt;
  const auto two_digits = [&](std::size_t index) {
    return index < tokens_.size() && tokens_[index].is_number() && tokens_[index].text.size() == 2 &&
           tokens_[index].value() < 60;
  };
  // 15:30, 15:30:00
  if (digits && is(here, ":") && touches(here) && touches(here + 1) && two_digits(here + 1)) {
    std::size_t behind = here + 2;
    if (is(behind, ":") && touches(behind) && two_digits(behind + 1)) behind += 2;
    Piece piece = clock_piece(at, behind, static_cast<int>(hour * 60 + tokens_[here + 1].value()),
                              hour > 12 || tokens_[at].text[0] == '0' || french_, true);
    apply_half_day(piece);
    return piece;
  }
  // 15h, 15h30 in English
  if (!french_ && digits && is(here, "h") && touches(here) && hour <= 23) {
    const bool exact = touches(here + 1) && two_digits(here + 1);
    const auto minutes = exact ? static_cast<int>(tokens_[here + 1].value()) : 0;
    const bool lasting = at > 0 && is_any(at - 1, "for", "of", "another") && !expected;
    if (lasting) return std::nullopt;
    return clock_piece(at, here + (exact ? 2 : 1), static_cast<int>(hour * 60) + minutes, true, exact);
  }
  if (french_) {
    if (is_any(here, "h", "heures", "heure", "hrs", "hr")) {
      const bool around = at > 1 && is(at - 1, "de") && is_any(at - 2, "alentours", "autour", "partir");
      const bool lasting = at > 0 && is_any(at - 1, "en", "pendant", "durant", "les", "des", "plus", "moins", "de") &&
                           !is_any(here + 1, "du", "-") && hour < 7 && !around;
      if (lasting && !(is(at - 1, "de") && expected)) return std::nullopt;
      if (!digits && is(here, "h")) return std::nullopt;
      std::size_t behind = here + 1;
      std::int64_t minutes = 0;
      bool exact = false;
      if (two_digits(behind) && (touches(behind) || is(here, "h") || is(here, "heures"))) {
        minutes = tokens_[behind].value();
        exact = true;
        ++behind;
        if (touches(behind) && is_any(behind, "mn", "min")) ++behind;
      } else if (const auto next = match(behind, {"et", "demie"})) {
        minutes = 30, behind = next, exact = true;
      } else if (const auto quarter = match(behind, {"et", "quart"})) {
        minutes = 15, behind = quarter, exact = true;
      } else if (const auto less = match(behind, {"moins", "le", "quart"})) {
        minutes = -15, behind = less, exact = true;
      } else if (const auto three = match(behind, {"trois", "quarts"})) {
        minutes = 45, behind = three, exact = true;
      } else if (is(behind, "moins")) {
        const auto fewer = read_numeral(tokens_, behind + 1, reading_.language);
        if (fewer && fewer->value < 60) minutes = -fewer->value, behind = fewer->next, exact = true;
      } else {
        std::size_t words = skip(behind, "et");
        const auto more = read_numeral(tokens_, words, reading_.language);
        if (more && more->in_words && more->value < 60) {
          minutes = more->value, behind = more->next, exact = true;
          behind = skip(behind, "minutes");
        }
      }
      if (hour == 24 && minutes > 0) return std::nullopt;
      // `1h30` without a word that announces a time is how long something takes.
      const bool announced = at == 0 ||
                             is_any(at - 1, "a", "vers", "avant", "des", "jusqu", "entre", "et", "de", "pour", "est",
                                    "rdv", "-", "apres", "depuis", "h") ||
                             weekday_word(tokens_[at - 1].text, reading_.language) ||
                             is_any(at - 1, "demain", "matin", "midi", "soir", "aprem", "aujourdhui");
      const bool half_day_behind = is(behind, "du") && is_any(behind + 1, "matin", "mat", "soir");
      if (digits && hour < 6 && minutes > 0 && !announced && !expected && !half_day_behind) return std::nullopt;
      Piece piece = clock_piece(at, behind, static_cast<int>(hour * 60 + minutes),
                                hour > 12 || hour == 0 || (digits && tokens_[at].text[0] == '0'), exact);
      if (hour >= 7) piece.half_day_known = true;
      apply_half_day(piece);
      return piece;
    }
    Piece half = clock_piece(at, here, static_cast<int>(hour * 60), false, false);
    apply_half_day(half);
    const bool english_half =
        digits && hour >= 1 && hour <= 12 && half.last > here && !is(here, "l") && !is(here, "de");
    if (english_half && !(is(here, "du") && !expected)) return half;
    if (expected && digits && hour >= 1 && (is_any(here, "et", "a", "-") || here >= tokens_.size())) {
      return clock_piece(at, here, static_cast<int>(hour * 60), hour >= 7, false);
    }
    return std::nullopt;
  }
  // English: 9.30, 5 pm, five o'clock, nine thirty, a bare hour where one is expected.
  const bool after_money = at > 0 && is_any(at - 1, "$", "£", "€");
  if (digits && is(here, ".") && touches(here) && touches(here + 1) && two_digits(here + 1) && hour <= 23 &&
      !after_money) {
    Piece piece = clock_piece(at, here + 2, static_cast<int>(hour * 60 + tokens_[here + 1].value()), hour > 12, true);
    const std::size_t before = piece.last;
    apply_half_day(piece);
    const bool half = piece.last != before;
    const std::size_t behind = piece.last;
    const bool measured = behind < tokens_.size() && is_any(behind, "%", "miles", "days", "gbp", "usd", "euros", "each",
                                                            "million", "m", "k", "kg", "per", "x");
    const bool day_near =
        expected || half ||
        (at > 0 &&
         (weekday_word(tokens_[at - 1].text, reading_.language) ||
          month_word(tokens_[at - 1].text, reading_.language) ||
          is_any(at - 1, "today", "tomorrow", "the", ",", "is", "then", "for", "an", "th", "st", "nd", "rd"))) ||
        is_any(behind, "today", "tomorrow", "tonight", "viewing", "appointment", "slot", "start", "this", "sharp", "-");
    if (measured || !day_near) return std::nullopt;
    return piece;
  }
  if (is_any(here, "oclock") || match(here, {"o", "clock"})) {
    Piece piece = clock_piece(at, is(here, "oclock") ? here + 1 : match(here, {"o", "clock"}),
                              static_cast<int>(hour * 60), hour > 12, false);
    apply_half_day(piece);
    return piece;
  }
  Piece piece = clock_piece(at, here, static_cast<int>(hour * 60), hour > 12 || hour == 0, false);
  apply_half_day(piece);
  if (piece.last != here) return piece;
  if (digits && is(here, "ish") && hour >= 1) {
    piece.last = here + 1;
    return piece;
  }
  if (digits && expected && two_digits(here) && hour >= 1 && hour <= 23) {  // at 3 15
    const bool ends = here + 1 >= tokens_.size() || tokens_[here + 1].sentence != tokens_[at].sentence;
    piece.minutes += static_cast<int>(tokens_[here].value());
    piece.minute_grain = true;
    piece.last = here + 1;
    apply_half_day(piece);
    if (ends || piece.last != here + 1) return piece;
    return std::nullopt;
  }
  if (!digits) {  // nine thirty
    const auto minutes = read_numeral(tokens_, skip(here, "-"), reading_.language);
    const bool zero = is_any(skip(here, "-"), "oh", "o", "zero");  // twelve oh three
    const auto units = zero ? read_numeral(tokens_, skip(skip(here, "-") + 1, "-"), reading_.language) : std::nullopt;
    if (hour >= 1 && hour <= 12 && units && units->in_words && units->value > 0 && units->value < 10) {
      piece.minutes += static_cast<int>(units->value);
      piece.minute_grain = true;
      piece.last = units->next;
      apply_half_day(piece);
      return piece;
    }
    if (hour >= 1 && hour <= 12 && minutes && minutes->in_words && minutes->value >= 10 && minutes->value < 60) {
      piece.minutes += static_cast<int>(minutes->value);
      piece.minute_grain = true;
      piece.last = minutes->next;
      const std::size_t before = piece.last;
      apply_half_day(piece);
      if (expected || piece.last != before || is_any(piece.last, "this", "today", "tomorrow", "tonight", "sharp") ||
          (at > 0 && is_any(at - 1, "for", "the")) || (at == 0 && piece.last >= tokens_.size()))
        return piece;
      return std::nullopt;
    }
  }
  if (!expected || hour < 1 || hour > 23) return std::nullopt;
  if (here < tokens_.size() && tokens_[here].is_word() && !(is(here, "h") && touches(here))) {
    constexpr std::array<std::string_view, 41> followers{
        "today",  "tomorrow",    "tonight", "and",     "or",      "on",    "in",     "to",    "so",
        "for",    "please",      "pls",     "if",      "because", "but",   "latest", "sharp", "at",
        "by",     "when",        "then",    "this",    "till",    "until", "with",   "from",  "slot",
        "window", "appointment", "session", "viewing", "last",    "next",  "she",    "he",    "they",
        "we",     "i",           "which",   "is",      "before"};
    const bool weekday_follows = weekday_word(tokens_[here].text, reading_.language).has_value();
    if (!weekday_follows && std::find(followers.begin(), followers.end(), tokens_[here].text) == followers.end())
      return std::nullopt;
  }
  if (is_any(here, "%", "/", ":", "£", "$", "°")) return std::nullopt;
  if (is(here, "-") && touches(here) && here + 1 < tokens_.size() && tokens_[here + 1].is_word() && touches(here + 1))
    return std::nullopt;
  return piece;
}

// Noon and midnight, half past nine, quarter to three, midi et quart, minuit trois.
std::optional<Piece> PieceReader::spoken_clock(std::size_t at) const {
  if (french_) {
    const bool noon_word =
        is(at, "midi") && !before_is(at, "apres") && !(before_is(at, "-") && at >= 2 && is(at - 2, "apres"));
    if (!noon_word && !is(at, "minuit")) return std::nullopt;
    const int base = noon_word ? noon : midnight_minutes;
    std::size_t behind = at + 1;
    int minutes = 0;
    if (const auto half = match(behind, {"et", "demi"}))
      minutes = 30, behind = half;
    else if (const auto half_e = match(behind, {"et", "demie"}))
      minutes = 30, behind = half_e;
    else if (const auto quarter = match(behind, {"et", "quart"}))
      minutes = 15, behind = quarter;
    else if (const auto less = match(behind, {"moins", "le", "quart"}))
      minutes = -15, behind = less;
    else if (const auto words = read_numeral(tokens_, behind, reading_.language);
             words && words->value > 0 && words->value < 60 && (words->in_words || !touches(behind))) {
      if (words->in_words) minutes = static_cast<int>(words->value), behind = words->next;
    }
    const int total = base == midnight_minutes && minutes > 0 ? minutes : base + minutes;
    return clock_piece(at, behind, total, true, minutes != 0);
  }
  if (is_any(at, "noon", "midday")) return clock_piece(at, at + 1, noon, true, false);
  if (is(at, "midnight")) return clock_piece(at, at + 1, midnight_minutes, true, false);
  if (const auto next = match(at, {"mid", "night"})) return clock_piece(at, next, midnight_minutes, true, false);
  // half past nine, half nine; quarter past, quarter to; twenty past
  int offset = 0;
  bool of_minutes = false;
  std::size_t here = at;
  if (is(at, "half")) {
    offset = 30;
    here = at + 1;
    if (is(here, "past"))
      ++here;
    else if (here >= tokens_.size() ||
             read_numeral(tokens_, here, reading_.language).value_or(Numeral{99, 0, false}).value > 12)
      return std::nullopt;
  } else {
    std::size_t next = is(at, "a") ? at + 1 : at;
    int amount = 0;
    if (is(next, "quarter"))
      amount = 15, ++next;
    else if (const auto words = read_numeral(tokens_, next, reading_.language);
             words && words->value > 0 && words->value < 60) {
      amount = static_cast<int>(words->value);
      of_minutes = is_any(words->next, "minutes", "mins", "min");
      next = of_minutes ? words->next + 1 : words->next;
    } else
      return std::nullopt;
    const bool past = is_any(next, "past", "after");
    const bool to =
        is_any(next, "to", "of", "before", "til", "till") && (is_any(at, "a", "quarter") || amount % 5 == 0);
    if (!past && !to) return std::nullopt;
    offset = past ? amount : -amount;
    here = next + 1;
  }
  const auto inner =
      is(here, "noon") || is(here, "midnight") ? std::nullopt : read_numeral(tokens_, here, reading_.language);
  Piece piece;
  if (is(here, "noon"))
    piece = clock_piece(at, here + 1, noon + offset, true, true);
  else if (is(here, "midnight"))
    piece = clock_piece(at, here + 1, offset < 0 ? midnight_minutes + offset : offset, true, true);
  else if (inner && inner->value >= 1 && is(inner->next, "h") && inner->value <= 23)
    return clock_piece(at, inner->next + 1, static_cast<int>(inner->value) * 60 + offset, true, true);
  else if (inner && inner->value >= 1 && inner->value <= 12) {
    const bool in_words_or_past = inner->in_words || is(here - 1, "past") || is(at, "quarter") || is(at, "half") ||
                                  is(at, "a") || is(here - 1, "after") || of_minutes;
    const bool range = is(here - 1, "to") && !is(at, "quarter") && !is(at, "a") && !is(at, "half") && !inner->in_words;
    const bool pm_follows = is_any(inner->next, "pm", "am");
    if (!in_words_or_past || (range && !pm_follows)) return std::nullopt;
    piece = clock_piece(at, inner->next, static_cast<int>(inner->value) * 60 + offset, false, true);
    if (is(inner->next, "oclock")) ++piece.last;
    apply_half_day(piece);
  } else
    return std::nullopt;
  return piece;
}

// entre 10h et 12h, de 9h à 11h, 10h-12h, between 10 and 12, from 2 to 4 pm, 8-10.
std::optional<Piece> PieceReader::clock_range(std::size_t at) const {
  std::size_t here = at;
  bool announced = true;
  std::string_view joint;
  if (french_ && is(at, "entre"))
    joint = "et", ++here;
  else if (french_ && is_any(at, "de", "d"))
    joint = "a", ++here;
  else if (!french_ && is_any(at, "between", "btw", "bet"))
    joint = "and", ++here;
  else if (!french_ && is(at, "from"))
    joint = "to", ++here;
  else
    announced = false;
  auto from = clock_time(here, announced);
  const bool dated = at > 0 && is_any(at - 1, "le", "du", "au");  // `le 16 à 18 h`
  const bool joint_follows = is_any(here + 1, "-", french_ ? "a" : "to") && !(french_ && dated);
  if (!from && !announced && tokens_[here].is_number()) from = clock_time(here, joint_follows);
  if (!from) return std::nullopt;
  std::size_t next = from->last;
  std::size_t second = next + 1;
  const bool until = french_ && is(next, "jusqu") && is(next + 1, "a");
  if (until) second = next + 2;
  const bool to_joint = !french_ && is_any(next, "to", "till", "until", "untill", "til");
  const bool joined = until || (announced ? is(next, joint) || is_any(next, "-") || to_joint
                                          : is(next, "-") || (french_ && is(next, "a")) || to_joint);
  if (!joined) return std::nullopt;
  auto to = clock_time(second, true);
  if (!to) return std::nullopt;
  const bool certain = announced || from->half_day_known || to->half_day_known || to->minute_grain ||
                       from->minute_grain || (is(next, "-") && day_just_named(at));
  if (!certain) return std::nullopt;
  if (!from->half_day_known && to->half_day_known && from->minutes + noon < to->minutes && from->minutes < noon &&
      to->minutes > noon)
    from->minutes += noon;
  if (!to->half_day_known && to->minutes <= from->minutes && to->minutes < noon) to->minutes += noon;
  if (to->minutes <= from->minutes) return std::nullopt;
  Piece piece = *from;
  piece.first = at;
  piece.last = to->last;
  piece.end_minutes = to->minutes;
  piece.minute_grain = from->minute_grain || to->minute_grain;
  piece.half_day_known = from->half_day_known || to->half_day_known || to->minutes >= noon;
  return piece;
}

// `Monday 3-8`, `demain matin 6-8`: what stands right before two bare numbers makes them hours.
bool PieceReader::day_just_named(std::size_t at) const {
  if (at == 0) return false;
  const std::string_view before = tokens_[at - 1].text;
  return weekday_word(before, reading_.language) || day_part_word(before, reading_.language) ||
         is_any(at - 1, "today", "tomorrow", "tonight", "demain");
}

// ce soir, this morning, demain matin's second half, en fin de journée, EOD, first thing.
std::optional<Piece> PieceReader::day_part(std::size_t at) const {
  const auto part = [&](std::size_t next, DayPart hours, bool of_now) {
    Piece piece;
    piece.kind = Piece::Kind::part;
    piece.first = at;
    piece.last = next;
    piece.part = hours;
    piece.part_of_now = of_now;
    return piece;
  };
  struct Phrase {
    std::initializer_list<std::string_view> words;
    DayPart hours;
    bool of_now;
  };
  static const Phrase french[] = {{{"ce", "soir"}, {18, 24}, true},
                                  {{"cette", "nuit"}, {0, 4}, true},
                                  {{"ce", "matin"}, {0, 12}, true},
                                  {{"ce", "midi"}, {12, 14}, true},
                                  {{"cet", "apres", "midi"}, {12, 19}, true},
                                  {{"cette", "apres", "midi"}, {12, 19}, true},
                                  {{"cet", "aprem"}, {12, 19}, true},
                                  {{"cette", "aprem"}, {12, 19}, true},
                                  {{"cet", "am"}, {12, 19}, true},
                                  {{"dans", "la", "matinee"}, {0, 12}, true},
                                  {{"dans", "la", "soiree"}, {18, 24}, true},
                                  {{"dans", "l", "apres", "midi"}, {12, 19}, true},
                                  {{"en", "debut", "de", "matinee"}, {7, 9}, false},
                                  {{"en", "milieu", "de", "matinee"}, {9, 11}, false},
                                  {{"en", "fin", "de", "matinee"}, {10, 12}, false},
                                  {{"fin", "de", "matinee"}, {10, 12}, false},
                                  {{"le", "matin", "tot"}, {7, 9}, false},
                                  {{"tot", "le", "matin"}, {7, 9}, false},
                                  {{"en", "debut", "d", "apres", "midi"}, {12, 14}, false},
                                  {{"debut", "d", "apres", "midi"}, {12, 14}, false},
                                  {{"en", "milieu", "d", "apres", "midi"}, {14, 17}, false},
                                  {{"en", "fin", "d", "apres", "midi"}, {17, 19}, false},
                                  {{"fin", "d", "apres", "midi"}, {17, 19}, false},
                                  {{"en", "debut", "de", "journee"}, {6, 10}, false},
                                  {{"au", "debut", "de", "la", "journee"}, {6, 10}, false},
                                  {{"en", "milieu", "de", "journee"}, {11, 16}, false},
                                  {{"au", "milieu", "de", "la", "journee"}, {11, 16}, false},
                                  {{"en", "fin", "de", "journee"}, {17, 21}, false},
                                  {{"a", "la", "fin", "de", "la", "journee"}, {17, 21}, false},
                                  {{"la", "fin", "de", "la", "journee"}, {17, 21}, false},
                                  {{"fin", "de", "journee"}, {17, 21}, false},
                                  {{"en", "debut", "de", "soiree"}, {18, 21}, false},
                                  {{"en", "fin", "de", "soiree"}, {21, 24}, false},
                                  {{"au", "dejeuner"}, {12, 14}, false},
                                  {{"a", "l", "heure", "du", "dejeuner"}, {12, 14}, false},
                                  {{"en", "matinee"}, {0, 12}, false},
                                  {{"en", "soiree"}, {18, 24}, false},
                                  {{"au", "soir"}, {18, 24}, false},
                                  {{"au", "matin"}, {0, 12}, false},
                                  {{"le", "matin"}, {0, 12}, false},
                                  {{"le", "soir"}, {18, 24}, false},
                                  {{"l", "apres", "midi"}, {12, 19}, false},
                                  {{"apres", "midi"}, {12, 19}, false},
                                  {{"aprem"}, {12, 19}, false},
                                  {{"aprm"}, {12, 19}, false},
                                  {{"ap", "midi"}, {12, 19}, false},
                                  {{"matin"}, {0, 12}, false},
                                  {{"soir"}, {18, 24}, false}};
  static const Phrase english[] = {{{"this", "morning"}, {0, 12}, true},
                                   {{"this", "afternoon"}, {12, 19}, true},
                                   {{"this", "evening"}, {18, 24}, true},
                                   {{"this", "lunchtime"}, {12, 14}, true},
                                   {{"tonight"}, {18, 24}, true},
                                   {{"tonite"}, {18, 24}, true},
                                   {{"2nite"}, {18, 24}, true},
                                   {{"last", "night"}, {18, 24}, false},
                                   {{"first", "thing", "in", "the", "morning"}, {6, 9}, false},
                                   {{"first", "thing"}, {6, 9}, false},
                                   {{"early", "in", "the", "morning"}, {6, 9}, false},
                                   {{"early", "morning"}, {6, 9}, false},
                                   {{"close", "of", "business"}, {17, 21}, false},
                                   {{"close", "of", "play"}, {17, 21}, false},
                                   {{"end", "of", "the", "day"}, {17, 21}, false},
                                   {{"end", "of", "day"}, {17, 21}, false},
                                   {{"end", "of", "business"}, {17, 21}, false},
                                   {{"eod"}, {17, 21}, false},
                                   {{"cob"}, {17, 21}, false},
                                   {{"at", "lunchtime"}, {12, 14}, false},
                                   {{"in", "the", "morning"}, {0, 12}, false},
                                   {{"in", "the", "afternoon"}, {12, 19}, false},
                                   {{"in", "the", "evening"}, {18, 24}, false},
                                   {{"at", "night"}, {18, 24}, false},
                                   {{"morning"}, {0, 12}, false},
                                   {{"am"}, {0, 12}, false},
                                   {{"afternoon"}, {12, 19}, false},
                                   {{"evening"}, {18, 24}, false},
                                   {{"lunchtime"}, {12, 14}, false},
                                   {{"night"}, {18, 24}, false}};
  const std::span<const Phrase> phrases = french_ ? std::span<const Phrase>(french) : std::span<const Phrase>(english);
  for (const Phrase& phrase : phrases) {
    const std::size_t next = match(at, phrase.words);
    if (next == 0) continue;
    if (match(next, {"-", "la"}) || is_any(next, "la")) return std::nullopt;  // `ce soir-là` is another evening
    const bool after_day =
        at > 0 && (weekday_word(tokens_[at - 1].text, reading_.language) ||
                   is_any(at - 1, "tomorrow", "demain", "hier", "yesterday", ",") || tokens_[at - 1].is_number());
    if (is(at, "am") && !after_day) return std::nullopt;
    if (is(next - 1, "midi") && is(at, "ce") && is(next, "et")) return std::nullopt;  // `ce midi et quart`
    Piece piece = part(next, phrase.hours, phrase.of_now);
    if (is(at, "last")) {
      piece.day = today_ + -1;
      piece.has_day = true;
      piece.past = true;
    } else if (phrase.of_now) {
      piece.day = today_;
      piece.has_day = true;
    }
    return piece;
  }
  return std::nullopt;
}

}  // namespace relais::triage
