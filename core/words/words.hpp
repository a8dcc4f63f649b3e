#pragma once

#include "core/base/reason.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// The catalogue: every code that leaves the core, said in French and in English.
///
/// A phrase has places, each completed by the argument of its name:
///
/// | place | argument | English | French |
/// |---|---|---|---|
/// | `{id}` | as it is, or the name that `names` gives it | Ana Petit | Ana Petit |
/// | `{n:number}` | an integer | 10,000 | 10 000 |
/// | `{n:minutes}` | minutes | 1 h 30 min | 1 h 30 |
/// | `{at:time}` | a local time, a day, or an instant, shown in UTC | Tuesday 10 March at 10:30 | mardi 10 mars à 10 h
/// 30 | | `{at:day}` | a day or a local time | Tuesday 10 March | mardi 10 mars | | `{at:date}` | the same, with its
/// year | Tuesday 10 March 2026 | mardi 10 mars 2026 | | `{at:clock}` | a local time, an instant or `09:30` | 9:30 | 9
/// h 30 | | `{p:word}` | a code: the phrase `p.<code>` | high | haute | | `{p:word\|priority}` | a code: the phrase
/// `priority.<code>` | high | haute | | `{n:plural\|one conflict\|# conflicts}` | an integer, # in digits; French 0 and
/// 1 are singular, English 1 alone | | |
///
/// A place whose argument is missing stays as it is; an argument that its place cannot read is shown as it is. French
/// typography is set here, so that the tables may be typed on any keyboard: `'` becomes `’`, and the space before
/// `; : ! ? » % ‰` and after `«` does not break.
namespace relais::words {

enum class Language : std::uint8_t { english, french };

/// `en`, `fr`.
std::string_view name(Language language);
std::optional<Language> parse_language(std::string_view text);

struct Phrase {
  std::string_view code;
  std::string_view english, french;
};

/// What the ids of a reason are called for this reader: `{"ana": "Ana Petit"}`. An id without a name stays an id.
using Names = std::map<std::string, std::string, std::less<>>;

/// The sentence of a reason, or its code where the catalogue has none.
std::string render(const Reason& reason, Language language, const Names& names = {});

/// The phrase of a code; null where the catalogue has none.
const Phrase* find_phrase(std::string_view code);

/// The wording of a code of a family, `word("priority", "high", …)`; the code itself where the catalogue has none.
std::string word(std::string_view family, std::string_view code, Language language);

/// Every phrase of the catalogue, by code.
std::span<const Phrase* const> phrases();

// One table a room, each in its own file: core/words/agenda_phrases.cpp and so on.
std::span<const Phrase> error_phrases();
std::span<const Phrase> label_phrases();  ///< What several rooms name: priorities, actions, channels, weekdays.
std::span<const Phrase> calendar_phrases();
std::span<const Phrase> agenda_phrases();
std::span<const Phrase> triage_phrases();
std::span<const Phrase> journal_phrases();
std::span<const Phrase> handover_phrases();
std::span<const Phrase> holiday_phrases();

}  // namespace relais::words
