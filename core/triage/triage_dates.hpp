#pragma once

#include "core/triage/deadline.hpp"
#include "core/triage/wording.hpp"

#include <string>
#include <string_view>

namespace relais::triage {

/// What a phrase says about time, without the rest of a request around it.
struct DatesAnswer {
  Language language = Language::french;
  std::optional<Deadline> deadline;
  int urgency = 0;
  std::vector<Mention> mentions;
};

/// `language` is detected where it is not given.
DatesAnswer read_dates(std::string_view text, std::optional<Language> language, time::LocalTime now,
                       std::string_view zone);

/// Whether the message moves, cancels, confirms or misses an appointment, asks for one, or offers dates.
DeadlineContext read_deadline_context(const Tokens& tokens, Language language);

}  // namespace relais::triage
