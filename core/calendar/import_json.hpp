#pragma once

#include "core/base/json_reader.hpp"
#include "core/calendar/export_ics.hpp"
#include "core/calendar/import_ics.hpp"

#include <string>

namespace relais::calendar {

/// The parameters of `calendar.import`: a calendar's bytes.
struct ImportRequest {
  bool jscalendar = false;
  std::string bytes;
};
Result<ImportRequest> read_import_request(const Json& params);

/// `{calendar, events, tasks, notes, freeBusy, problems: [{line, code, args, path?}]}`; each problem still wants its
/// sentence.
Result<Json> import_calendar(ImportRequest request);

/// The parameters of `calendar.export`.
struct ExportParameters {
  bool jscalendar = false;
  ExportRequest request;
};
Result<ExportParameters> read_export_parameters(const Json& params);

/// A JSCalendar Group (RFC 8984 section 2.3) of all entries.
std::string export_jscalendar(const ExportRequest& request);

}  // namespace relais::calendar
