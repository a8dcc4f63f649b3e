#include "core/journal/journal_json.hpp"

#include "core/desk/journal_operations.hpp"

#include "tests/unit/journal/journal_fixture.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::journal_fixture;

namespace {

const char* const draft_text =
    R"({"at": "2026-03-10T09:00:00Z", "by": "ana", "type": "task.opened", "ref": "t1", "payload": {"title": "x"},
        "salt": "000102030405060708090a0b0c0d0e0f"})";

}  // namespace

TEST_CASE("journal.append gives lines that journal.verify takes") {
  const Json add = Json::array({parse_json(draft_text).value()});
  const Json first = desk::journal_append({{"add", add}}).value();
  const Json second = desk::journal_append({{"tip", first["tip"]}, {"add", add}}).value();
  Json entries = first["entries"];
  entries.push_back(second["entries"][0]);
  CHECK(desk::journal_verify({{"entries", entries}, {"anchors", {first["tip"], second["tip"]}}}).value()["ok"] == true);
  CHECK(entries[0]["head"]["occurredAt"] == "2026-03-10T09:00:00Z");
  CHECK(entries[0]["payload"] == add[0]["payload"]);
}

TEST_CASE("journal.append refuses what it could not write, with its place") {
  struct Row {
    const char *member, *value, *code, *path;
  };
  const Row rows[] = {
      {"at", "\"2026-03-10T09:00:00\"", "invalid-value", "/add/0/at"},
      {"at", "\"2026-03-10T09:00:00.5Z\"", "invalid-value", "/add/0/at"},
      {"at", "5", "wrong-type", "/add/0/at"},
      {"by", "null", "wrong-type", "/add/0/by"},
      {"type", "\"\"", "invalid-value", "/add/0/type"},
      {"ref", "7", "wrong-type", "/add/0/ref"},
      {"salt", "\"000102030405060708090A0B0C0D0E0F\"", "invalid-value", "/add/0/salt"},
      {"salt", "\"00\"", "invalid-value", "/add/0/salt"},
      {"payload", "[]", "wrong-type", "/add/0/payload"},
      {"payload", "null", "wrong-type", "/add/0/payload"},
      {"payload", "{\"a\": 1.5}", "wrong-type", "/add/0/payload/a"},
      {"occurredAt", "\"soon\"", "invalid-value", "/add/0/occurredAt"},
      {"more", "1", "unknown-member", "/add/0/more"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.member);
    CAPTURE(row.value);
    Json draft = parse_json(draft_text).value();
    draft[row.member] = parse_json(row.value).value();
    const auto answer = desk::journal_append({{"add", {draft}}});
    REQUIRE_FALSE(answer.ok());
    CHECK(name(answer.error().code) == row.code);
    CHECK(answer.error().path == row.path);
  }
  for (const char* member : {"at", "by", "type", "ref", "payload", "salt"}) {
    Json draft = parse_json(draft_text).value();
    draft.erase(member);
    const auto answer = desk::journal_append({{"add", {draft}}});
    REQUIRE_FALSE(answer.ok());
    CHECK(name(answer.error().code) == "missing-member");
  }
}

TEST_CASE("a tip is a size and a hash that fit") {
  const std::string zeros(64, '0'), ones(64, '1');
  struct Row {
    Json tip;
    bool ok;
  };
  const Row rows[] = {{{{"size", 0}, {"head", zeros}}, true},
                      {{{"size", 3}, {"head", ones}}, true},
                      {{{"size", 0}, {"head", ones}}, false},
                      {{{"size", -1}, {"head", zeros}}, false},
                      {{{"size", 3}, {"head", "1"}}, false},
                      {{{"size", 3}}, false},
                      {{{"size", 3}, {"head", ones}, {"at", 1}}, false}};
  for (const Row& row : rows) {
    CHECK(desk::journal_append({{"tip", row.tip}, {"add", Json::array()}}).ok() == row.ok);
  }
}

TEST_CASE("a line is read and written back byte by byte, members of tomorrow included") {
  Json line = journal::to_json(journal_of({{"2026-03-10T09:00:00Z", "a", "x", "", "", R"({"n": 1})"}})[0]);
  line["head"]["client"] = nullptr;
  line["head"]["tomorrow"] = {{"a", 1}};
  Reading reading;
  ObjectReader object(line, "", reading);
  const journal::Entry entry = journal::read_entry(object);
  REQUIRE_FALSE(reading.failed());
  CHECK(dump(journal::to_json(entry)) == dump(line));
}

TEST_CASE("a list beyond the limit is refused, one at the limit is not") {
  Json params{{"entries", Json::array()}, {"seqs", {7}}, {"ground", "x"}};
  params["entries"].get_ref<Json::array_t&>().resize(1'000'000, Json());
  // At the limit the list is read, and its first line refused.
  CHECK(name(desk::journal_erase(params).error().code) == "wrong-type");
  params["entries"].push_back(nullptr);
  for (const auto operation : {desk::journal_verify, desk::journal_erase, desk::journal_state}) {
    CHECK(name(operation(params).error().code) == "too-many");
  }
}
