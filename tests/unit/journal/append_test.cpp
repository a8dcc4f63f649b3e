#include "core/journal/append.hpp"

#include "tests/unit/journal/journal_fixture.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::journal;
using namespace relais::journal_fixture;

TEST_CASE("the hashes of an entry are those of the design, computed here by another program") {
  Draft first = draft({"2026-03-10T09:00:00Z", "ana", "task.opened", "t1", "law",
                       R"({"title": "Rappeler Mme Durand", "due": "2026-03-10T17:00:00", "n": -3, "ok": true,
                           "none": null, "list": [1, "é\n"]})"},
                      0);
  first.occurred_at = time::parse_instant("2026-03-10T08:55:00Z");
  first.salt = "000102030405060708090a0b0c0d0e0f";
  const auto appended = append({}, {first});
  REQUIRE(appended.ok());
  const Entry& entry = appended->entries[0];
  CHECK(entry.head.payload_hash == "9f7a884c03305bb608fe9b187d01959ee010fc04cf6bda7393d9464402c84e7d");
  CHECK(entry.hash == "effe12133d1d984f0088a966dc841709e83e953fde36c79703553283320cdd08");
  CHECK(appended->tip == Tip{1, entry.hash});
  CHECK(entry.head.prev == std::string(64, '0'));
  CHECK(entry.head_json["class"] == "task");
}

TEST_CASE("entries are chained, in one call or in two") {
  const Line lines[] = {{"2026-03-10T09:00:00Z", "ana", "time.worked", "law", "law", R"({"minutes": 30})"},
                        {"2026-03-10T09:10:00Z", "ana", "unheard.of", "x", "", R"({"any": {"thing": []}})"}};
  const auto both = append({}, {draft(lines[0], 0), draft(lines[1], 1)});
  REQUIRE(both.ok());
  CHECK(both->entries[1].head.seq == 2);
  CHECK(both->entries[1].head.prev == both->entries[0].hash);
  CHECK(both->entries[1].head.retention == "other");
  CHECK_FALSE(both->entries[1].head_json.contains("client"));
  const auto one = append({}, {draft(lines[0], 0)});
  const auto two = append(one->tip, {draft(lines[1], 1)});
  CHECK(two->tip == both->tip);
  CHECK(append(both->tip, {})->tip == both->tip);
}

TEST_CASE("a fraction in a payload is refused with its place") {
  const auto appended = append({}, {draft({"2026-03-10T09:00:00Z", "a", "x", "", "", "{}"}, 0),
                                    draft({"2026-03-10T09:00:00Z", "a", "x", "", "", R"({"a": [0.5]})"}, 1)});
  REQUIRE_FALSE(appended.ok());
  CHECK(appended.error().path == "/1/payload/a/0");
}
