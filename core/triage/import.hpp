#pragma once

#include "core/base/reason.hpp"
#include "core/base/result.hpp"
#include "core/triage/request.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Requests from what a desk receives them in: an e-mail, a table, a list of JSON lines, a call note. Nothing is lost:
/// what a format does not name stands in the body, and what cannot be read is named with its line.
namespace relais::triage {

struct ImportProblem {
  std::size_t line = 1;
  Reason reason;
};

struct Imported {
  std::vector<Request> requests;
  std::vector<ImportProblem> problems;
};

/// What holds for all requests that do not say otherwise.
struct ImportDefaults {
  std::string client;
  std::string lang;
  time::ZonePtr zone;                    ///< never null
  std::optional<time::LocalTime> today;  ///< the day of notes that have only a clock time
};

/// A message of RFC 5322. Errors: those of mail::read_message.
Result<Imported> import_mail(std::string_view bytes, const ImportDefaults& defaults);

/// A table whose first row names its columns. `mapping` says which column holds a field: `{"body": "Message"}`; fields
/// without one are found by the usual names in French and English. Errors: those of mail::read_csv.
Result<Imported> import_table(std::string_view bytes, const std::map<std::string, std::string>& mapping,
                              const ImportDefaults& defaults);

/// One line of a call note a request: `10h05 Mme Roux, 06 12 34 56 78, fuite d'eau, rappeler`. The body keeps all of
/// it.
Imported import_notes(std::string_view text, const ImportDefaults& defaults);

/// Gives an id, from the content, to a request that has none; twice the same content gets a number behind it.
void give_ids(std::vector<Request>& requests);

}  // namespace relais::triage
