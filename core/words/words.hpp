#pragma once

#include "core/base/reason.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>

/// The catalogue: every code that leaves the core, said in French and in English.
///
/// A phrase has places: `{id}` (an argument as it is, or the name that `names` gives it), `{at:time}` (a local time or
/// an instant), `{day:day}`, `{at:clock}`, `{n:number}`, `{minutes:minutes}` (90 → "1 h 30"), and plurals
/// `{n:plural|one conflict|# conflicts}`, where # is the number (French: 0 and 1 are singular; English: 1 alone).
namespace relais::words {

enum class Language : std::uint8_t { english, french };

struct Phrase {
  std::string_view code;
  std::string_view english, french;
};

/// What the ids of a reason are called for this reader: `{"ana": "Ana Petit"}`. An id without a name stays an id.
using Names = std::map<std::string, std::string, std::less<>>;

/// The sentence of a reason, or its code where the catalogue has none.
std::string render(const Reason& reason, Language language, const Names& names = {});

/// Every phrase of the catalogue, by code.
std::span<const Phrase* const> phrases();

// One table a room, each in its own file: core/words/agenda_phrases.cpp and so on.
std::span<const Phrase> error_phrases();
std::span<const Phrase> calendar_phrases();
std::span<const Phrase> agenda_phrases();
std::span<const Phrase> triage_phrases();
std::span<const Phrase> journal_phrases();
std::span<const Phrase> handover_phrases();
std::span<const Phrase> holiday_phrases();

}  // namespace relais::words
