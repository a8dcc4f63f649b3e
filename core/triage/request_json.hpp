#pragma once

#include "core/base/json_reader.hpp"
#include "core/triage/request.hpp"

namespace relais::triage {

/// Reads a request strictly; `fallback` where it names no zone. `recent`: a zone found before, to spare the search.
Request read_request(ObjectReader& object, const time::ZonePtr& fallback, const time::ZonePtr& recent = nullptr);
Json to_json(const Request& request);

}  // namespace relais::triage
