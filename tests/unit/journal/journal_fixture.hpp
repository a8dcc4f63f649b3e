#pragma once

#include "core/journal/append.hpp"
#include "core/journal/journal_json.hpp"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

/// Journals for tests, written as one line an entry.
namespace relais::journal_fixture {

struct Line {
  const char *at, *by, *type, *ref, *client, *payload;
};

inline std::string salt(std::size_t i) {
  char text[33];
  std::snprintf(text, sizeof text, "%032x", static_cast<unsigned>(i + 1));
  return text;
}

inline journal::Draft draft(const Line& line, std::size_t i) {
  journal::Draft draft;
  draft.at = time::parse_instant(line.at).value();
  draft.by = line.by;
  draft.type = line.type;
  draft.ref = line.ref;
  if (*line.client != '\0') draft.client = line.client;
  draft.payload = parse_json(line.payload).value();
  draft.salt = salt(i);
  return draft;
}

inline std::vector<journal::Entry> journal_of(const std::vector<Line>& lines) {
  std::vector<journal::Draft> drafts;
  for (std::size_t i = 0; i < lines.size(); ++i) drafts.push_back(draft(lines[i], i));
  return journal::append({}, drafts).value().entries;
}

}  // namespace relais::journal_fixture
