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

}  // namespace relais::calendar
