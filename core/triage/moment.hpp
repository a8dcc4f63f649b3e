#pragma once

#include "core/time/civil.hpp"
#include "core/triage/language.hpp"
#include "core/triage/token.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

/// Dates and times as people write them: what they mean, and in which sense they are meant.
///
///     "Merci de me rappeler avant vendredi 17h"   on Tuesday 10 March 2026, at 10:00
///                            └─ deadline, 2026-03-13T17:00, grain hour
namespace relais::triage {

enum class Grain : std::uint8_t { second, minute, hour, day, week, month, quarter, year };
std::string_view name(Grain grain);

/// What a mention is to the writer: by then it must be done; then it happens; not earlier; it is over.
enum class Sense : std::uint8_t { deadline, event, not_before, past };
std::string_view name(Sense sense);

struct Moment {
  time::LocalTime start;
  std::optional<time::LocalTime> end;  ///< half-open, where the words name a span
  Grain grain = Grain::day;
  bool operator==(const Moment&) const = default;
};

/// What the words around a mention make of it, finer than its sense.
enum class Role : std::uint8_t {
  plain,
  deadline,
  not_before,
  past,
  greeting,     ///< `bonne semaine`
  habit,        ///< `every Monday`
  unavailable,  ///< `not Tuesday`, `absent until then`
  available,    ///< `free on Monday or Thursday`, an offer
};

struct Mention {
  std::uint32_t start = 0, end = 0;  ///< bytes
  std::size_t first = 0, last = 0;   ///< tokens, half-open
  Moment value;
  Sense sense = Sense::event;
  /// The moment by which something must be done, were this a deadline: `end of the month` is its last day, `next week`
  /// its Friday, `midnight` 23:59 (LABELLING.md). `due_has_hour` is false where the date alone is meant.
  time::LocalTime due;
  bool due_has_hour = false;
  Role role = Role::plain;
  Role role_if_ahead = Role::plain;  ///< the role where a past tense cannot mean this mention
  bool weak = false;  ///< a deadline only if nothing speaks against it: `for Monday`, `il faut … lundi`
  /// Of what is told of as past: the hour to come that it may yet mean. `We had said Friday at 2`.
  std::optional<time::LocalTime> ahead;
  bool wondered = false;    ///< named in a question that asks for no action: `are there others before Christmas?`
  bool amount = false;      ///< a bare amount of time: `48 h`
  bool part_alone = false;  ///< a part of a day without the day: `morning`
  bool has_clock = false;   ///< a clock time was named
  bool has_day = false;     ///< a day was named; else it was taken from the text around, or today
};

/// How to read a text: its language, when it was written, and whether `3/12` is March 12.
struct DateReading {
  Language language = Language::french;
  time::LocalTime now;
  bool month_first = false;
  bool gated = true;  ///< pass over the places where no date can begin; the answer is the same without
};

/// American zones write the month first; others, in English or French, the day.
bool writes_month_first(Language language, std::string_view zone);

/// All mentions of dates and times, in order, with their sense.
std::vector<Mention> find_mentions(const Tokens& tokens, const DateReading& reading);

/// The tokens with each mention as one token `@date`, or `@amount` for a bare amount of time, for patterns; `origin`
/// gives the index of its first token, and `mention` that of the mention, or −1.
struct MentionedTokens {
  Tokens tokens;
  std::vector<std::size_t> origin;
  std::vector<std::int32_t> mention;
};
MentionedTokens with_mentions(const Tokens& tokens, const std::vector<Mention>& mentions);

}  // namespace relais::triage
