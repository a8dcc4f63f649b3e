#include "core/handover/compare.hpp"

#include "tests/unit/handover/handover_fixture.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::handover_fixture;

namespace {

Json document() {
  return compose(
      {{"2026-03-09T08:00:00Z", "ana", "task.opened", "t1", "law",
        R"({"title": "A", "owner": "ben", "due": "2026-03-11T10:00:00", "priority": "high", "next": "Écrire à l'huissier"})"},
       {"2026-03-09T08:00:00Z", "ana", "task.opened", "t2", "law", R"({"title": "B", "priority": "critical"})"},
       {"2026-03-09T08:00:00Z", "ana", "task.opened", "t3", "law", R"({"title": "C", "next": "wait"})"},
       {"2026-03-09T08:00:00Z", "ana", "task.opened", "t4", "law", R"({"title": "D", "owner": "ben"})"}});
}

Result<Json> compare(const char* read_back) {
  return desk::handover_compare({{"document", document()}, {"readBack", parse_json(read_back).value()}});
}

// `=t1.owner !t1.due ?t1.next`
std::string signs(const char* read_back) {
  const Json found = compare(read_back).value();
  std::string out;
  for (const auto& [member, sign] : {std::pair{"matches", '='}, {"differs", '!'}, {"missing", '?'}}) {
    for (const Json& one : found[member]) {
      out += sign + one["id"].get<std::string>() + "." + one["field"].get<std::string>() + " ";
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a read-back that says what the document says matches, however it is typed") {
  for (const char* said :
       {R"({"id": "t1", "owner": "ben", "due": "2026-03-11T10:00:00", "next": "Écrire à l'huissier"})",
        R"({"id": "t1", "owner": "ben moreau", "due": "2026-03-11T09:00:00Z", "next": "ecrire a l’huissier !"})",
        R"({"id": "t1", "owner": " ben ", "due": " 2026-03-11T10:00:00 ", "next": "  ÉCRIRE   à L'HUISSIER."})"}) {
    CHECK(signs((std::string("[") + said + "]").c_str()) == "=t1.owner =t1.due =t1.next ");
  }
}

TEST_CASE("every seeded mistake is found, and nothing else") {
  CHECK(signs(R"([{"id": "t1", "owner": "ana", "due": "2026-03-11T10:00:00", "next": "Écrire à l'huissier"}])") ==
        "=t1.due =t1.next !t1.owner ");
  CHECK(signs(R"([{"id": "t1", "owner": "ben", "due": "2026-03-11T10:00:00Z", "next": "Écrire à l'huissier"}])") ==
        "=t1.owner =t1.next !t1.due ");
  CHECK(signs(R"([{"id": "t1", "owner": "ben", "due": "2026-03-11", "next": "Appeler l'huissier"}])") ==
        "=t1.owner !t1.due !t1.next ");
}

TEST_CASE("what was not said back is missing, of every line that is to be") {
  CHECK(dump(document()["readBack"]) == R"(["t1","t2"])");
  CHECK(signs("[]") == "?t1.owner ?t1.due ?t1.next ");
  CHECK(signs(R"([{"id": "t1", "owner": "ben", "due": "  ", "next": null}])") == "=t1.owner ?t1.due ?t1.next ");
}

TEST_CASE("what the document does not say differs, and other lines may be said back too") {
  const Json found = compare(R"([{"id": "t2", "owner": "ana"}, {"id": "t3", "next": "wait"}])").value();
  CHECK(dump(found["differs"]) == R"([{"field":"owner","id":"t2","readBack":"ana"}])");
  CHECK(dump(found["matches"]) == R"([{"field":"next","id":"t3"}])");
}

TEST_CASE("a line that the document does not print in full, or that is said twice, is an error") {
  struct Row {
    const char *read_back, *code, *path;
  };
  const Row rows[] = {{R"([{"id": "t9"}])", "unknown-reference", "/readBack/0/id"},
                      {R"([{"id": "t4"}])", "unknown-reference", "/readBack/0/id"},
                      {R"([{"id": "t1"}, {"id": "t1"}])", "duplicate-id", "/readBack/1/id"},
                      {R"([{"id": "t1", "who": "ben"}])", "unknown-member", "/readBack/0/who"},
                      {R"([5])", "wrong-type", "/readBack/0"},
                      {R"(null)", "wrong-type", "/readBack"}};
  for (const Row& row : rows) {
    const auto answer = compare(row.read_back);
    REQUIRE_FALSE(answer.ok());
    CHECK(name(answer.error().code) == row.code);
    CHECK(answer.error().path == row.path);
  }
}
