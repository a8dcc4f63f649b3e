#include "core/journal/erase.hpp"

#include "core/desk/journal_operations.hpp"
#include "core/journal/fold.hpp"
#include "core/journal/journal_json.hpp"
#include "core/journal/verify.hpp"

#include "tests/unit/journal/journal_fixture.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::journal;
using namespace relais::journal_fixture;

namespace {

Json lines() {
  return journal::to_json(
      journal_of({{"2026-03-10T09:00:00Z", "ana", "task.opened", "t1", "law", R"({"title": "secret"})"},
                  {"2026-03-10T09:01:00Z", "ana", "task.closed", "t1", "law", R"({})"},
                  {"2026-03-10T09:02:00Z", "ana", "entry.amended", "1", "law",
                   R"({"seq": 1, "payload": {"title": "secret, amended"}})"},
                  {"2026-03-10T09:03:00Z", "ana", "entry.amended", "3", "law",
                   R"({"seq": 3, "payload": {"seq": 1, "payload": {"title": "secret again"}}})"},
                  {"2026-03-10T09:04:00Z", "ana", "task.opened", "t2", "law", R"({"title": "kept"})"}}));
}

Json erase(const Json& entries, const char* seqs) {
  return desk::journal_erase({{"entries", entries}, {"seqs", parse_json(seqs).value()}, {"ground", "gdpr-17"}}).value();
}

}  // namespace

TEST_CASE("an erasure takes the payload, its salt and its amendments, and the chain still holds") {
  const Json before = lines();
  const Json after = erase(before, "[1]");
  const Json& entries = after["entries"];
  REQUIRE(entries.size() == 6);
  CHECK(dump(entries).find("secret") == std::string::npos);
  for (const std::size_t i : {0, 2, 3}) {
    CHECK(entries[i]["head"] == before[i]["head"]);
    CHECK_FALSE(entries[i].contains("payload"));
    CHECK_FALSE(entries[i].contains("salt"));
  }
  CHECK(entries[4] == before[4]);
  CHECK(entries[5]["head"]["type"] == "erased");
  CHECK(entries[5]["head"]["ref"] == "1,3-4");
  CHECK(entries[5]["head"]["at"] == "2026-03-10T09:04:00Z");
  CHECK(dump(entries[5]["payload"]) == R"({"ground":"gdpr-17","seqs":[1,3,4]})");
  const Json found = desk::journal_verify({{"entries", entries}}).value();
  CHECK(found["ok"] == true);
  CHECK(found["size"] == after["tip"]["size"]);
  CHECK(found["head"] == after["tip"]["head"]);
}

TEST_CASE("what is erased can be erased again, an erasure cannot") {
  const Json once = erase(lines(), "[5]")["entries"];
  CHECK(desk::journal_verify({{"entries", erase(once, "[5, 2]")["entries"]}}).value()["ok"] == true);
  const auto refused = desk::journal_erase({{"entries", once}, {"seqs", {6}}, {"ground", "gdpr-17"}});
  REQUIRE_FALSE(refused.ok());
  CHECK(name(refused.error().code) == "invalid-value");
}

TEST_CASE("the face says when, who and with which salt") {
  const Json after = desk::journal_erase({{"entries", lines()},
                                          {"seqs", {2}},
                                          {"ground", "retention"},
                                          {"at", "2027-01-01T00:00:00Z"},
                                          {"by", "zoe"},
                                          {"salt", std::string(32, 'c')}})
                         .value();
  const Json& last = after["entries"].back();
  CHECK(last["head"]["at"] == "2027-01-01T00:00:00Z");
  CHECK(last["head"]["by"] == "zoe");
  CHECK(last["salt"] == std::string(32, 'c'));
}

TEST_CASE("an erasure of nothing is refused") {
  struct Row {
    const char *seqs, *code, *path;
  };
  const Row rows[] = {{"[]", "wrong-type", "/seqs"},
                      {"[9]", "unknown-reference", "/seqs/0"},
                      {"[1, 0]", "unknown-reference", "/seqs/1"},
                      {"[1, \"2\"]", "wrong-type", "/seqs/1"},
                      {"3", "wrong-type", "/seqs"}};
  for (const Row& row : rows) {
    const auto refused =
        desk::journal_erase({{"entries", lines()}, {"seqs", parse_json(row.seqs).value()}, {"ground", "gdpr-17"}});
    REQUIRE_FALSE(refused.ok());
    CHECK(name(refused.error().code) == row.code);
    CHECK(refused.error().path == row.path);
  }
}

TEST_CASE("an issued handover that quotes an erased entry is erased with it, and what was said back of it") {
  const std::vector<Entry> entries = journal_of({
      {"2026-03-10T09:00:00Z", "ana", "task.opened", "t1", "law", R"({"title": "Mme Roux"})"},
      {"2026-03-10T09:00:00Z", "ana", "task.opened", "t2", "law", R"({"title": "other"})"},
      {"2026-03-10T09:01:00Z", "ana", "handover.issued", "h1", "",
       R"({"reader": "ben", "size": 2, "document": {"watch": [{"title": "Mme Roux", "sources": [1]}]}})"},
      {"2026-03-10T09:02:00Z", "ben", "handover.accepted", "h1", "",
       R"({"reader": "ben", "readBack": [{"id": "t1", "next": "call Mme Roux"}]})"},
      {"2026-03-10T09:03:00Z", "ana", "handover.issued", "h2", "",
       R"({"reader": "ben", "size": 4, "document": {"watch": [{"title": "other", "sources": [2]}]}})"},
  });
  Erasure erasure;
  erasure.seqs = {1};
  const Appended out = erase(entries, erasure).value();
  CHECK(out.entries.back().head.ref == "1,3-4");
  CHECK(dump(to_json(out.entries)).find("Roux") == std::string::npos);
  CHECK(out.entries[4].payload.has_value());
  CHECK(verify(out.entries).ok);
  const State state = fold(out.entries);
  CHECK(state.handovers[0].reader == "ben");
  CHECK(state.handovers[0].status == Handover::Status::accepted);
}
