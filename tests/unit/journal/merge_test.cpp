#include "core/journal/merge.hpp"

#include "core/desk/journal_operations.hpp"
#include "core/journal/erase.hpp"
#include "core/journal/verify.hpp"

#include "tests/unit/journal/journal_fixture.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::journal;
using namespace relais::journal_fixture;

namespace {

std::vector<Entry> base() {
  return journal_of({{"2026-03-10T08:00:00Z", "ana", "task.opened", "t1", "law", R"({"title": "a"})"},
                     {"2026-03-10T08:01:00Z", "ana", "task.opened", "t2", "law", R"({"title": "b"})"}});
}

std::vector<Entry> going_on(std::vector<Entry> entries, const std::vector<Line>& lines, std::size_t salt_from) {
  std::vector<Draft> drafts;
  for (std::size_t i = 0; i < lines.size(); ++i) drafts.push_back(draft(lines[i], salt_from + i));
  const Tip tip{entries.back().head.seq, entries.back().hash};
  const Appended more = append(tip, drafts).value();
  entries.insert(entries.end(), more.entries.begin(), more.entries.end());
  return entries;
}

std::vector<Entry> ours() {
  return going_on(base(), {{"2026-03-10T12:00:00Z", "ben", "task.changed", "t1", "law", R"({"owner": "ben"})"}}, 10);
}

std::vector<Entry> late() {
  return going_on(
      base(),
      {{"2026-03-10T11:00:00Z", "ana", "task.opened", "t3", "law", R"({"title": "c"})"},
       {"2026-03-10T11:01:00Z", "ana", "entry.amended", "3", "law", R"({"seq": 3, "payload": {"title": "d"}})"},
       {"2026-03-10T11:02:00Z", "ana", "entry.reverted", "2", "", R"({"seq": 2})"},
       {"2026-03-10T11:03:00Z", "ana", "task.changed", "t1", "law", R"({"owner": "ana"})"}},
      20);
}

Json state_of(const std::vector<Entry>& entries) {
  return desk::journal_state({{"entries", to_json(entries)}}).value();
}

}  // namespace

TEST_CASE("late entries follow an entry that names both heads, never interleaved") {
  const Merged merged = merge(ours(), late(), {{}, "ben", {}}).value();
  REQUIRE(merged.entries.size() == 8);
  CHECK(merged.base == 2);
  CHECK(merged.added == 4);
  const Entry& note = merged.entries[3];
  CHECK(note.head.type == "journal.merged");
  CHECK((*note.payload)["ours"]["head"] == ours().back().hash);
  CHECK((*note.payload)["theirs"]["head"] == late().back().hash);
  CHECK((*note.payload)["base"]["size"] == 2);
  for (std::size_t i = 4; i < 8; ++i) {
    const Entry original = late()[i - 2];
    CHECK(merged.entries[i].head.by == "ana");
    CHECK(merged.entries[i].head.occurred_at == original.head.occurred_at);
    CHECK(merged.entries[i].head_json["origin"] == original.hash);
  }
  const Verification found = verify(merged.entries);
  CHECK(found.ok);
  CHECK(found.problems.empty());
  CHECK(found.tip == merged.tip);
}

TEST_CASE("what late entries say of their own seqs they say of their new places") {
  const Merged merged = merge(ours(), late(), {}).value();
  CHECK(merged.entries[5].head.ref == "5");
  CHECK((*merged.entries[5].payload)["seq"] == 5);
  CHECK(merged.entries[6].head.ref == "2");
  const Json state = state_of(merged.entries);
  CHECK(state["tasks"].size() == 2);
  CHECK(state["tasks"][1]["id"] == "t3");
  CHECK(state["tasks"][1]["title"] == "d");
  CHECK(state["tasks"][0]["owner"] == "ana");
  CHECK(state["problems"].empty());
}

TEST_CASE("what both wrote about is named") {
  const Json merged = desk::journal_merge({{"entries", to_json(ours())}, {"late", to_json(late())}}).value();
  CHECK(dump(merged["twice"]) == R"([{"ours":[3],"ref":"t1","theirs":[8]}])");
}

TEST_CASE("merging again adds nothing, merging more adds what is new") {
  const Merged once = merge(ours(), late(), {}).value();
  const Merged again = merge(once.entries, late(), {}).value();
  CHECK(again.added == 0);
  CHECK(again.tip == once.tip);
  const std::vector<Entry> more =
      going_on(late(), {{"2026-03-10T11:30:00Z", "ana", "task.closed", "t3", "law", "{}"}}, 30);
  const Merged third = merge(once.entries, more, {}).value();
  CHECK(third.added == 1);
  CHECK(verify(third.entries).ok);
  CHECK(state_of(third.entries)["tasks"][1]["open"] == false);
}

TEST_CASE("where nothing was written meanwhile the late entries are taken as they are, whole or by their end") {
  const std::vector<Entry> all = late();
  const std::vector<Entry> end(all.begin() + 2, all.end());
  for (const std::vector<Entry>& given : {all, end}) {
    const Merged merged = merge(base(), given, {}).value();
    CHECK(merged.added == 4);
    CHECK(merged.tip == Tip{6, all.back().hash});
  }
  CHECK(merge(base(), base(), {}).value().added == 0);
  CHECK(merge(base(), {}, {}).value().tip == Tip{2, base().back().hash});
}

TEST_CASE("two devices that merge each other say the same, each in its order") {
  const Merged at_ours = merge(ours(), late(), {}).value();
  const Merged at_theirs = merge(late(), ours(), {}).value();
  const Merged both = merge(at_ours.entries, at_theirs.entries, {}).value();
  CHECK(verify(both.entries).ok);
  int changes = 0;
  for (const Entry& entry : both.entries) changes += entry.head.type == "task.changed";
  CHECK(changes == 2);
}

TEST_CASE("what either device erased is erased, copies on the other one too") {
  const std::vector<Entry> amended = going_on(
      base(),
      {{"2026-03-10T12:00:00Z", "ben", "entry.amended", "1", "law", R"({"seq": 1, "payload": {"title": "secret"}})"}},
      10);
  Erasure erasure;
  erasure.seqs = {1, 3};
  erasure.ground = "gdpr-17";
  const std::vector<Entry> erased = erase(late(), erasure).value().entries;
  const Merged merged = merge(amended, erased, {}).value();
  CHECK(verify(merged.entries).ok);
  const std::string all = dump(to_json(merged.entries));
  CHECK(all.find("secret") == std::string::npos);
  CHECK(all.find("\"title\":\"a\"") == std::string::npos);
  CHECK(all.find("\"title\":\"c\"") == std::string::npos);
  CHECK(all.find("\"title\":\"b\"") != std::string::npos);
}

TEST_CASE("a late journal that does not follow from ours, or is broken, is refused at its line") {
  const std::vector<Entry> strange = journal_of(
      {{"2026-03-10T08:00:00Z", "x", "y", "z", "", "{}"}, {"2026-03-10T08:00:00Z", "x", "y", "z", "", "{}"}});
  std::vector<Entry> gap = late(), edited = late();
  gap.erase(gap.begin() + 3);
  (*edited[4].payload)["seq"] = 1;
  const std::pair<std::vector<Entry>, const char*> rows[] = {
      {{strange[1]}, "/late/0"}, {gap, "/late/3"}, {edited, "/late/4"}};
  for (const auto& [given, path] : rows) {
    const auto answer = merge(ours(), given, {});
    REQUIRE_FALSE(answer.ok());
    CHECK(answer.error().path == path);
  }
}
