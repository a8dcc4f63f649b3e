#pragma once

#include "core/journal/append.hpp"
#include "core/policy/policy_json.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace relais::report {

/// A journal from short rows, for tests.
struct Row {
  const char* at;
  const char* type;
  const char* ref;
  const char* client;
  const char* payload = "{}";
  const char* occurred_at = nullptr;
};

inline std::vector<journal::Entry> journal_of(const std::vector<Row>& rows) {
  std::vector<journal::Draft> drafts;
  for (const Row& row : rows) {
    journal::Draft draft;
    draft.at = *time::parse_instant(row.at);
    if (row.occurred_at) draft.occurred_at = time::parse_instant(row.occurred_at);
    draft.by = "ana";
    draft.type = row.type;
    draft.ref = row.ref;
    if (*row.client) draft.client = row.client;
    draft.payload = parse_json(row.payload).value();
    draft.salt = std::string(32, 'a');
    drafts.push_back(draft);
  }
  auto appended = journal::append({}, drafts);
  REQUIRE(appended.ok());
  return appended.value().entries;
}

/// The policy of a text; the test fails if it cannot be read.
inline policy::Policy policy_of(const std::string& text) {
  const Json json = parse_json("{\"policy\":" + text + "}").value();
  Reading reading;
  ObjectReader object(json, "", reading);
  policy::Policy policy = policy::read_policy(object, "policy");
  REQUIRE_FALSE(reading.failed());
  return policy;
}

}  // namespace relais::report
