#include "core/journal/retention.hpp"

#include "core/desk/journal_operations.hpp"

#include "tests/unit/journal/journal_fixture.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::journal_fixture;

TEST_CASE("every type of the vocabulary has a class") {
  const std::pair<const char*, const char*> rows[] = {
      {"request.received", "request"},
      {"satisfaction.answered", "request"},
      {"task.changed", "task"},
      {"followup.due", "task"},
      {"callback.promised", "contact"},
      {"contact.attempted", "contact"},
      {"message.sent", "contact"},
      {"event.moved", "agenda"},
      {"calendar.imported", "agenda"},
      {"time.worked", "work"},
      {"instruction.given", "desk"},
      {"absence", "desk"},
      {"handover.claimed", "handover"},
      {"entry.amended", "trace"},
      {"erased", "trace"},
      {"journal.merged", "trace"},
      {"printed", "trace"},
      {"of.tomorrow", "other"},
  };
  for (const auto& [type, retention] : rows) CHECK(journal::retention_class(type) == retention);
}

TEST_CASE("a payload is kept as long as its class says, and as long as something open comes from it") {
  const std::vector<journal::Entry> entries = journal_of({
      {"2026-01-01T09:00:00Z", "ana", "task.opened", "t1", "law", R"({"title": "closed"})"},
      {"2026-01-01T09:00:00Z", "ana", "task.closed", "t1", "law", "{}"},
      {"2026-01-01T09:00:00Z", "ana", "task.opened", "t2", "law", R"({"title": "open"})"},
      {"2026-03-01T09:00:00Z", "ana", "task.closed", "t1", "law", "{}"},
      {"2026-01-01T09:00:00Z", "ana", "callback.promised", "t1", "law", R"({"to": "x"})"},
      {"2026-01-01T09:00:00Z", "ana", "instruction.given", "i1", "law", R"({"text": "over", "to": "2026-01-05"})"},
      {"2026-01-01T09:00:00Z", "ana", "instruction.given", "i2", "law", R"({"text": "in force"})"},
      {"2026-01-01T09:00:00Z", "ana", "erased", "9", "", R"({"seqs": [9]})"},
      {"2026-01-01T09:00:00Z", "ana", "time.worked", "law", "law", R"({"minutes": 5})"},
  });
  const Json policy{{"retention", {{"task", "P30D"}, {"contact", "P30D"}, {"desk", "P30D"}, {"trace", "P1D"}}}};
  const Json found = desk::journal_expired(
                         {{"entries", journal::to_json(entries)}, {"policy", policy}, {"at", "2026-03-10T09:00:00Z"}})
                         .value();
  CHECK(dump(found) == R"({"inUse":[3,5,7],"seqs":[1,2,6]})");
  const Json day = desk::journal_expired(
                       {{"entries", journal::to_json(entries)}, {"policy", policy}, {"at", "2026-01-31T09:00:00Z"}})
                       .value();
  CHECK(day["seqs"].size() == 3);
  CHECK(desk::journal_expired(
            {{"entries", journal::to_json(entries)}, {"policy", policy}, {"at", "2026-01-31T08:59:59Z"}})
            .value()["seqs"]
            .empty());
}
