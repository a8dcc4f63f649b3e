#include "core/triage/date_piece.hpp"

#include <span>

// Parts of a day: ce soir, this morning, en fin de journée, EOD, first thing.
namespace relais::triage {
namespace {

struct DayPhrase {
  std::string_view words;
  DayPart hours;
  bool of_now = false;  // of the day that it is
};

// The longer before the shorter that it begins with.
constexpr DayPhrase french_parts[] = {
    {"ce soir", {18, 24}, true},
    {"cette nuit", {0, 4}, true},
    {"ce matin", {0, 12}, true},
    {"ce midi", {12, 14}, true},
    {"cet apres midi", {12, 19}, true},
    {"cette apres midi", {12, 19}, true},
    {"cet aprem", {12, 19}, true},
    {"cette aprem", {12, 19}, true},
    {"cet am", {12, 19}, true},
    {"dans la matinee", {0, 12}, true},
    {"dans la soiree", {18, 24}, true},
    {"dans l apres midi", {12, 19}, true},
    {"en debut de matinee", {7, 9}, false},
    {"en milieu de matinee", {9, 11}, false},
    {"en fin de matinee", {10, 12}, false},
    {"fin de matinee", {10, 12}, false},
    {"le matin tot", {7, 9}, false},
    {"tot le matin", {7, 9}, false},
    {"en debut d apres midi", {12, 14}, false},
    {"debut d apres midi", {12, 14}, false},
    {"en milieu d apres midi", {14, 17}, false},
    {"en fin d apres midi", {17, 19}, false},
    {"fin d apres midi", {17, 19}, false},
    {"en debut de journee", {6, 10}, false},
    {"au debut de la journee", {6, 10}, false},
    {"en milieu de journee", {11, 16}, false},
    {"au milieu de la journee", {11, 16}, false},
    {"en fin de journee", {17, 21}, false},
    {"a la fin de la journee", {17, 21}, false},
    {"la fin de la journee", {17, 21}, false},
    {"fin de journee", {17, 21}, false},
    {"en debut de soiree", {18, 21}, false},
    {"en fin de soiree", {21, 24}, false},
    {"au dejeuner", {12, 14}, false},
    {"a l heure du dejeuner", {12, 14}, false},
    {"en matinee", {0, 12}, false},
    {"en soiree", {18, 24}, false},
    {"au soir", {18, 24}, false},
    {"au matin", {0, 12}, false},
    {"le matin", {0, 12}, false},
    {"le soir", {18, 24}, false},
    {"l apres midi", {12, 19}, false},
    {"apres midi", {12, 19}, false},
    {"aprem", {12, 19}, false},
    {"aprm", {12, 19}, false},
    {"ap midi", {12, 19}, false},
    {"matin", {0, 12}, false},
    {"soir", {18, 24}, false},
};

constexpr DayPhrase english_parts[] = {
    {"this morning", {0, 12}, true},
    {"this afternoon", {12, 19}, true},
    {"this evening", {18, 24}, true},
    {"this lunchtime", {12, 14}, true},
    {"tonight", {18, 24}, true},
    {"tonite", {18, 24}, true},
    {"2nite", {18, 24}, true},
    {"last night", {18, 24}, false},
    {"first thing in the morning", {6, 9}, false},
    {"first thing", {6, 9}, false},
    {"early in the morning", {6, 9}, false},
    {"early morning", {6, 9}, false},
    {"close of business", {17, 21}, false},
    {"close of play", {17, 21}, false},
    {"end of the day", {17, 21}, false},
    {"end of day", {17, 21}, false},
    {"end of business", {17, 21}, false},
    {"eod", {17, 21}, false},
    {"cob", {17, 21}, false},
    {"at lunchtime", {12, 14}, false},
    {"in the morning", {0, 12}, false},
    {"in the afternoon", {12, 19}, false},
    {"in the evening", {18, 24}, false},
    {"at night", {18, 24}, false},
    {"morning", {0, 12}, false},
    {"am", {0, 12}, false},
    {"afternoon", {12, 19}, false},
    {"evening", {18, 24}, false},
    {"lunchtime", {12, 14}, false},
    {"night", {18, 24}, false},
};

}  // namespace

std::optional<Piece> PieceReader::day_part(std::size_t at) const {
  const std::span<const DayPhrase> phrases =
      french_ ? std::span<const DayPhrase>(french_parts) : std::span<const DayPhrase>(english_parts);
  for (const DayPhrase& phrase : phrases) {
    const std::size_t next = match(at, phrase.words);
    if (next == 0) continue;
    if (!stands_alone(at, next)) return std::nullopt;
    Piece piece;
    piece.kind = Piece::Kind::part;
    piece.first = at;
    piece.last = next;
    piece.part = phrase.hours;
    piece.part_of_now = phrase.of_now;
    piece.past = is(at, "last");
    piece.has_day = piece.past || phrase.of_now;
    if (piece.has_day) piece.day = today_ + (piece.past ? -1 : 0);
    return piece;
  }
  return std::nullopt;
}

// Whether the words are a part of the day: `ce soir-là` is another evening, `9 am` an hour, `ce midi et quart` too.
bool PieceReader::stands_alone(std::size_t first, std::size_t last) const {
  if (match(last, {"-", "la"}) || is(last, "la")) return false;
  const bool after_day = first > 0 && (weekday_word(tokens_[first - 1].text, reading_.language) ||
                                       is_any(first - 1, "tomorrow", "demain", "hier", "yesterday", ",") ||
                                       tokens_[first - 1].is_number());
  if (is(first, "am") && !after_day) return false;
  return !(is(last - 1, "midi") && is(first, "ce") && is(last, "et"));
}

}  // namespace relais::triage
