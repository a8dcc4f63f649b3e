#pragma once

#include "core/agenda/solution.hpp"

#include <optional>
#include <string>

namespace relais::agenda {

/// One event's answer, as a solution or a person gives it.
struct Answer {
  std::string uid;
  std::optional<std::string> recurrence_id;
  State state = State::kept;
  time::LocalTime start;  ///< in the event's zone
  std::optional<std::string> room;
  bool proposal = false;   ///< the solver knows that the organizer is someone else
  bool explained = false;  ///< it carries reasons, so that a missing `proposal` says something
};

}  // namespace relais::agenda
