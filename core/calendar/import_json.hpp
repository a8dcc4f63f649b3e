#pragma once

#include "core/base/json_reader.hpp"
#include "core/calendar/export_ics.hpp"
#include "core/calendar/import_ics.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace relais::calendar {

/// The parameters of `calendar.import`: a calendar's bytes.
struct ImportRequest {
  bool jscalendar = false;
  std::string bytes;
};
Result<ImportRequest> read_import_request(const Json& params);

/// What `calendar.import` answers. A calendar may hold very many entries: they are text as soon as they are read.
struct ImportAnswer {
  Json free_busy;
  Json problems;                     ///< `[{line, code, args, path?}]`, each still wants its sentence
  std::string calendar;              ///< JSON text
  std::string events, tasks, notes;  ///< JSON texts, commas between
};
Result<ImportAnswer> import_calendar(ImportRequest request);
/// `{calendar, events, tasks, notes, freeBusy, problems}`.
std::string import_answer_text(const ImportAnswer& answer);

/// The parameters of `calendar.export`.
struct ExportParameters {
  bool jscalendar = false;
  ExportRequest request;
};
Result<ExportParameters> read_export_parameters(const Json& params);

/// A JSCalendar Group (RFC 8984 section 2.3) of all entries.
std::string export_jscalendar(const ExportRequest& request);

}  // namespace relais::calendar
