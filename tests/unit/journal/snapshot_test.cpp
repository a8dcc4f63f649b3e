#include "core/journal/snapshot.hpp"

#include "core/desk/journal_operations.hpp"

#include "tests/unit/journal/journal_fixture.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::journal_fixture;

namespace {

std::vector<journal::Entry> three() {
  return journal_of({{"2026-03-10T09:00:00Z", "ana", "task.opened", "t1", "law", R"({"title": "a"})"},
                     {"2026-03-10T09:01:00Z", "ana", "task.changed", "t1", "law", R"({"title": "b"})"},
                     {"2026-03-10T09:02:00Z", "ben", "task.opened", "t2", "law", R"({"title": "c"})"}});
}

Json snapshot_at(const Json& entries, int size) {
  return desk::journal_state({{"entries", entries}, {"size", size}}).value()["snapshot"];
}

}  // namespace

TEST_CASE("a replay gives the state that a snapshot kept, until something in it is changed") {
  Json entries = journal::to_json(three());
  const Json snapshots = Json::array({snapshot_at(entries, 1), snapshot_at(entries, 2), snapshot_at(entries, 3)});
  CHECK(snapshots[2]["head"] == three()[2].hash);
  const auto problems = [&](const Json& of) {
    return dump(desk::journal_verify({{"entries", of}, {"snapshots", snapshots}}).value()["problems"]);
  };
  CHECK(problems(entries) == "[]");
  entries[1]["payload"]["title"] = "x";
  CHECK(problems(entries) == R"([{"kind":"payload","seq":2},{"kind":"snapshot","seq":2},{"kind":"snapshot","seq":3}])");
}

TEST_CASE("an erasure drops the snapshots that held it, and the others still hold") {
  const Json entries = journal::to_json(three());
  const Json snapshots = Json::array({snapshot_at(entries, 1), snapshot_at(entries, 2), snapshot_at(entries, 3)});
  const Json erased =
      desk::journal_erase({{"entries", entries}, {"seqs", {2}}, {"ground", "x"}, {"snapshots", snapshots}}).value();
  CHECK(dump(erased["snapshots"]) == dump(Json::array({snapshots[0]})));
  CHECK(desk::journal_verify({{"entries", erased["entries"]}, {"snapshots", erased["snapshots"]}}).value()["ok"] ==
        true);
  CHECK(desk::journal_verify({{"entries", erased["entries"]}, {"snapshots", snapshots}}).value()["ok"] == false);
}
