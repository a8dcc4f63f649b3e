#pragma once

#include "core/triage/moment.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace relais::triage {

/// The moment by which a message wants its answer or action.
struct Deadline {
  time::LocalTime at;
  bool has_hour = false;
  std::size_t mention = 0;  ///< which mention said so
  bool marked = false;      ///< by a deadline's words, not by the event alone
  bool operator==(const Deadline&) const = default;
};

/// What the rest of the message says about its dates.
struct DeadlineContext {
  bool changes_appointment = false;  ///< an appointment is moved, cancelled, confirmed or missed: its start counts
  bool books_appointment = false;    ///< a new one is wanted: the dates named are wishes
  bool offers = false;               ///< the writer proposes dates: none is a deadline
};

/// The earliest of the deadlines that words mark; without any, the earliest event to come that is no wish, no habit
/// and no absence. Nothing if no date asks for action before it.
std::optional<Deadline> choose_deadline(const std::vector<Mention>& mentions, time::LocalTime now,
                                        const DeadlineContext& context);

/// What a message is about, as far as it decides whether its date binds.
struct Matter {
  std::string_view category;
  int urgency = 0;  ///< of the wording
  bool changes_appointment = false;
  time::LocalTime now;
};

/// Whether somebody has to act by the deadline that was chosen. A date that no word marks as a limit binds nobody where
/// the matter asks for nothing by then: `are you open on Friday?`, thanks, prospecting; a complaint or a wish for an
/// appointment needs an hour with it.
bool binds(const Deadline& deadline, const Mention& mention, const Matter& matter);

/// `2026-03-13T17:00:00` with an hour, `2026-03-13` without.
std::string format(const Deadline& deadline);

}  // namespace relais::triage
