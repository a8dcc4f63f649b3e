#pragma once

#include "core/desk/handover_operations.hpp"

#include "tests/unit/journal/journal_fixture.hpp"

#include <string>
#include <string_view>
#include <vector>

/// A desk of two: Ana, who may read all, hands over to Ben, who may not.
namespace relais::handover_fixture {

using journal_fixture::journal_of;
using journal_fixture::Line;

inline const char* const policy_text = R"({
  "assistants": [
    {"id": "ana", "name": "Ana Petit", "clearance": "secret", "timeZone": "Europe/Paris",
     "hours": {"mo": [["09:00", "18:00"]], "tu": [["09:00", "18:00"]], "we": [["09:00", "18:00"]]}},
    {"id": "ben", "name": "Ben Moreau", "clearance": "internal", "timeZone": "Europe/Paris",
     "hours": {"mo": [["09:00", "18:00"]], "tu": [["09:00", "18:00"]], "we": [["09:00", "18:00"]]}}],
  "clients": [
    {"id": "law", "name": "Cabinet Roux", "timeZone": "Europe/Paris",
     "instructions": [{"id": "i1", "text": "No dates on the phone."},
                      {"id": "i2", "text": "Noir: Me Roux alone.", "confidentiality": "secret"},
                      {"id": "i3", "text": "Over.", "to": "2026-03-10"},
                      {"id": "i4", "text": "Until Friday.", "to": "2026-03-14"}]},
    {"id": "clinic", "name": "Green Clinic", "timeZone": "Europe/London"}],
  "followUps": [{"id": "f1", "client": "law", "after": "PT4H", "clock": "business", "action": "call"}]})";

inline Json compose(const std::vector<journal::Entry>& entries, std::string_view reader, std::string_view at,
                    std::string_view since = "") {
  Json params{{"entries", journal::to_json(entries)},
              {"policy", parse_json(policy_text).value()},
              {"reader", reader},
              {"at", at}};
  if (!since.empty()) params["since"] = since;
  return desk::handover_compose(params).value()["document"];
}

inline Json compose(const std::vector<Line>& lines, std::string_view reader = "ben",
                    std::string_view at = "2026-03-10T17:00:00Z", std::string_view since = "") {
  return compose(journal_of(lines), reader, at, since);
}

inline std::string rendered(const Json& document, const char* format, const char* lang) {
  return desk::handover_render({{"document", document}, {"format", format}, {"lang", lang}})
      .value()["text"]
      .get<std::string>();
}

}  // namespace relais::handover_fixture
