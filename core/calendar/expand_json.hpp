#pragma once

#include "core/base/json_reader.hpp"
#include "core/calendar/expand.hpp"

#include <string>

namespace relais::calendar {

/// The parameters of `calendar.expand`.
struct ExpandRequest {
  std::vector<Event> events;
  time::Interval window;
  time::ZonePtr zone;
};
Result<ExpandRequest> read_expand_request(const Json& params);

/// `{occurrences, problems}`.
std::string expansion_text(const ExpandRequest& request, const Expansion& expansion);

/// The same in a quarter of the bytes: occurrences of one event differ in three moments.
struct ExpansionRows {
  /// `{occurrences, problems}` where `occurrences` are the different ones, each once, their moments empty.
  std::string json;
  /// For each occurrence 63 characters: the place of the one it is like, four digits of base 64 that begin at `0`; its
  /// `end`; its `recurrenceId`, spaces if it has none; its `start`. Spaces alone: it is that one, moments and all.
  std::string rows;
};
ExpansionRows expansion_rows(const ExpandRequest& request, const Expansion& expansion);

}  // namespace relais::calendar
