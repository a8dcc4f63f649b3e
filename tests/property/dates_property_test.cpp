#include "core/triage/triage_dates.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace relais;
using namespace relais::triage;

namespace {

constexpr std::array<std::string_view, 54> french_words{
    "avant", "le",   "lundi", "mardi", "15",     "31/02", "24:00", "24h",     "25h70",   "12/13/14",  "99999",
    "0",     "0000", "9999",  "10000", "1er",    "fin",   "du",    "mois",    "semaine", "prochaine", "en",
    "huit",  "dans", "48",    "h",     "jours",  "5000",  "midi",  "et",      "quart",   "moins",     "dernier",
    "d'ici", "là",   "sous",  "soir",  "demain", "hier",  "mars",  "29",      "février", "entre",     "à",
    "-",     "/",    ":",     ".",     ",",      "?",     "«",     "jusqu'à", "suivant", "cette date"};
constexpr std::array<std::string_view, 54> english_words{
    "before", "the",      "monday",  "tuesday", "15th",      "31/02",   "24:00",    "12/13/14", "99999",
    "0",      "0000",     "9999",    "10000",   "1st",       "end",     "of",       "month",    "next",
    "week",   "in",       "48",      "hours",   "5000",      "noon",    "half",     "past",     "quarter",
    "to",     "last",     "by",      "then",    "within",    "tonight", "tomorrow", "ago",      "march",
    "29",     "february", "between", "12",      "from",      "-",       "/",        ":",        ".",
    ",",      "?",        "(",       "until",   "following", "after",   "b4",       "this day", "is out"};

// Always the same words, on every machine.
struct Draw {
  std::uint32_t seed;
  std::uint32_t below(std::uint32_t limit) {
    seed = seed * 1103515245u + 12345u;
    return (seed >> 8) % limit;
  }
};

template <std::size_t N>
std::string mixed(Draw& draw, const std::array<std::string_view, N>& words) {
  std::string text;
  for (std::uint32_t left = 1 + draw.below(14); left > 0; --left) {
    text += words[draw.below(static_cast<std::uint32_t>(N))];
    if (draw.below(8) != 0) text += ' ';
  }
  return text;
}

bool is_dated(time::LocalTime at) {
  return midnight(time::to_day({1, 1, 1})) <= at && at < midnight(time::to_day({10000, 1, 1}));
}

bool is_sound(const Mention& mention, std::uint32_t from, std::size_t size) {
  const bool placed = from <= mention.start && mention.start < mention.end && mention.end <= size;
  const std::optional<time::LocalTime>& end = mention.value.end;
  return placed && is_dated(mention.value.start) && is_dated(mention.due) &&
         (!end || (mention.value.start < *end && is_dated(*end)));
}

bool all_sound(const DatesAnswer& answer, const std::string& text) {
  std::uint32_t last = 0;
  for (const Mention& mention : answer.mentions) {
    if (!is_sound(mention, last, text.size())) return false;
    last = mention.end;
  }
  return !answer.deadline || answer.deadline->mention < answer.mentions.size();
}

}  // namespace

TEST_CASE("whatever words and numbers meet, mentions stand in order in the text and in the years 1 to 9999") {
  constexpr std::array<const char*, 6> moments{"2026-03-10T10:00:00", "0001-01-01T00:00:00", "9999-12-31T23:59:59",
                                               "2026-03-29T02:30:00", "2024-02-29T12:00:00", "2026-10-25T02:30:00"};
  Draw draw{7};
  for (int round = 0; round < 4000; ++round) {
    const bool french = draw.below(2) == 0;
    const std::string text = french ? mixed(draw, french_words) : mixed(draw, english_words);
    const time::LocalTime now = *time::parse_local_time(moments[draw.below(6)]);
    CAPTURE(text);
    REQUIRE(all_sound(read_dates(text, french ? Language::french : Language::english, now, "Europe/Paris"), text));
  }
}

TEST_CASE("a long run of figures, of marks or of one word is read like any text") {
  for (const char* unit : {"1", "12 ", "12/", "31-", "17h ", "le 15, ", "the 3rd, ", "until ", "half past ", "? "}) {
    std::string text;
    while (text.size() < 100'000) text += unit;
    CAPTURE(unit);
    for (const Language language : {Language::french, Language::english})
      CHECK(
          all_sound(read_dates(text, language, *time::parse_local_time("2026-03-10T10:00:00"), "Europe/Paris"), text));
  }
}
