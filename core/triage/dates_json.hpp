#pragma once

#include "core/base/json_reader.hpp"
#include "core/time/zone.hpp"
#include "core/triage/triage_dates.hpp"

namespace relais::triage {

/// `now` as a local time, or as an instant on the clocks of `zone`; `fallback` if not given.
time::LocalTime read_now(ObjectReader& object, const time::Zone& zone, time::LocalTime fallback);

/// The parameter `lang`: `fr`, `en` or a region of theirs; nothing if not given, or for another language.
std::optional<Language> read_language(ObjectReader& object);

/// `{deadline, urgency, mentions}`, spans in UTF-16 units of `text`.
Json to_json(const DatesAnswer& answer, std::string_view text);

}  // namespace relais::triage
