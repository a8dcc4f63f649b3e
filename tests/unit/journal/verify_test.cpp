#include "core/journal/verify.hpp"

#include "core/desk/journal_operations.hpp"
#include "core/journal/erase.hpp"

#include "tests/unit/journal/journal_fixture.hpp"

#include <doctest/doctest.h>

#include <functional>

using namespace relais;
using namespace relais::journal;
using namespace relais::journal_fixture;

namespace {

std::vector<Entry> six() {
  return journal_of({{"2026-03-10T09:00:00Z", "ana", "task.opened", "t1", "law", R"({"title": "a"})"},
                     {"2026-03-10T09:01:00Z", "ana", "task.changed", "t1", "law", R"({"title": "b"})"},
                     {"2026-03-10T09:02:00Z", "ben", "task.closed", "t1", "law", R"({})"},
                     {"2026-03-10T09:03:00Z", "ben", "task.opened", "t2", "law", R"({"title": "c"})"},
                     {"2026-03-10T09:04:00Z", "ana", "time.worked", "law", "law", R"({"minutes": 5})"},
                     {"2026-03-10T09:05:00Z", "ana", "task.closed", "t2", "law", R"({})"}});
}

Json verified(const Json& entries, const Json& anchors = Json::array()) {
  return desk::journal_verify({{"entries", entries}, {"anchors", anchors}}).value();
}

// `ok` or `2 payload, 3 missing`.
std::string problems(const Json& verification) {
  std::string out = verification["ok"].get<bool>() ? "ok" : "";
  for (const Json& problem : verification["problems"]) {
    if (!out.empty()) out += ", ";
    out += std::to_string(problem["seq"].get<int>()) + " " + problem["kind"].get<std::string>();
  }
  return out;
}

// Writes other entries from place `from` on, chained to each other but to nothing before.
void rewrite_from(Json& entries, std::size_t from) {
  std::vector<Draft> drafts;
  for (std::size_t i = from; i < entries.size(); ++i) {
    drafts.push_back(draft({"2026-03-10T10:00:00Z", "x", "y", "z", "", "{}"}, i));
  }
  const auto again = append({static_cast<std::int64_t>(from), std::string(64, 'a')}, drafts).value();
  for (std::size_t i = from; i < entries.size(); ++i) entries[i] = to_json(again.entries[i - from]);
}

}  // namespace

TEST_CASE("a journal as it was written verifies, empty or not") {
  const std::vector<Entry> entries = six();
  const Json found = verified(to_json(entries));
  CHECK(problems(found) == "ok");
  CHECK(found["size"] == 6);
  CHECK(found["head"] == entries.back().hash);
  const Json nothing = verified(Json::array());
  CHECK(problems(nothing) == "ok");
  CHECK(nothing["size"] == 0);
  CHECK(nothing["head"] == std::string(64, '0'));
}

TEST_CASE("every way to alter a journal is seen, and named by its seq") {
  struct Row {
    const char* what;
    std::function<void(Json&)> alter;
    const char* expected;
  };
  const std::string other_hash(64, 'a');
  const Row rows[] = {
      {"a payload", [](Json& j) { j[1]["payload"]["title"] = "B"; }, "2 payload"},
      {"a member added to a payload", [](Json& j) { j[2]["payload"]["reason"] = "none"; }, "3 payload"},
      {"a salt", [](Json& j) { j[1]["salt"] = std::string(32, '0'); }, "2 payload"},
      {"a payload without its salt", [](Json& j) { j[1].erase("salt"); }, "2 payload"},
      {"the author, in a head", [](Json& j) { j[2]["head"]["by"] = "ana"; }, "3 edited"},
      {"a head and the payload with it",
       [](Json& j) {
         j[1]["head"]["payloadHash"] = j[0]["head"]["payloadHash"];
         j[1]["payload"] = j[0]["payload"];
         j[1]["salt"] = j[0]["salt"];
       },
       "2 edited"},
      {"an unknown member of a head", [](Json& j) { j[0]["head"]["more"] = 1; }, "1 edited"},
      {"a payload hash", [&](Json& j) { j[3]["head"]["payloadHash"] = other_hash; }, "4 edited, 4 payload"},
      {"a link", [&](Json& j) { j[3]["head"]["prev"] = other_hash; }, "4 edited, 4 prev"},
      {"the first link", [&](Json& j) { j[0]["head"]["prev"] = other_hash; }, "1 edited, 1 prev"},
      {"an entry taken out", [](Json& j) { j.erase(2); }, "3 missing"},
      {"two entries taken out", [](Json& j) { j.erase(1), j.erase(1); }, "2 missing"},
      {"the first entry taken out", [](Json& j) { j.erase(0); }, "1 missing"},
      {"an entry twice", [](Json& j) { j.push_back(j[3]); }, "4 order, 4 duplicate"},
      {"a false entry beside a true one",
       [](Json& j) {
         Json copy = j[3];
         copy["head"]["by"] = "eve";
         j.insert(j.begin() + 3, copy);
       },
       "4 duplicate"},
      {"two entries exchanged", [](Json& j) { std::swap(j[2], j[3]); }, "3 order"},
      {"a payload gone without an erasure", [](Json& j) { j[4].erase("payload"), j[4].erase("salt"); }, "5 unerased"},
      {"a head that is none", [](Json& j) { j[2]["head"] = 5; }, "3 malformed"},
      {"a head that is null", [](Json& j) { j[2]["head"] = nullptr; }, "3 malformed"},
      {"a line that is none", [](Json& j) { j[2] = nullptr; }, "3 malformed"},
      {"a time that is none", [](Json& j) { j[2]["head"]["at"] = "yesterday"; }, "3 malformed"},
      {"a version of tomorrow", [](Json& j) { j[2]["head"]["v"] = 2; }, "3 malformed"},
      {"a fraction in a head", [](Json& j) { j[2]["head"]["more"] = 0.5; }, "3 malformed"},
      {"a fraction in a payload", [](Json& j) { j[2]["payload"]["more"] = 0.5; }, "3 payload"},
      {"the tail rewritten from the fourth", [](Json& j) { rewrite_from(j, 3); }, "3 edited"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Json entries = to_json(six());
    row.alter(entries);
    CHECK(problems(verified(entries)) == row.expected);
  }
}

TEST_CASE("the rest of a broken journal is still counted and hashed") {
  Json entries = to_json(six());
  entries[2] = "torn";
  const Json found = verified(entries);
  CHECK(found["size"] == 6);
  CHECK(found["head"] == six().back().hash);
}

TEST_CASE("anchors in other hands show a cut tail and a rewritten one") {
  const std::vector<Entry> entries = six();
  const Json four{{"size", 4}, {"head", entries[3].hash}}, end{{"size", 6}, {"head", entries[5].hash}};
  const Json origin{{"size", 0}, {"head", std::string(64, '0')}};
  Json cut = to_json(entries);
  cut.erase(5);
  CHECK(problems(verified(cut)) == "ok");
  CHECK(problems(verified(cut, Json::array({four, origin}))) == "ok");
  CHECK(problems(verified(cut, Json::array({four, end}))) == "6 cut");
  CHECK(problems(verified(Json::array(), Json::array({four}))) == "4 cut");
  Json rewritten = to_json(entries);
  rewritten[5]["head"]["by"] = "eve";
  CHECK(problems(verified(rewritten)) == "ok");
  CHECK(problems(verified(rewritten, Json::array({end}))) == "6 anchor");
  const Json false_origin{{"size", 0}, {"head", std::string(64, 'b')}};
  CHECK(problems(verified(to_json(entries), Json::array({false_origin}))) == "0 anchor");
}

TEST_CASE("a clock that ran back is reported, and breaks nothing") {
  const auto entries = journal_of({{"2026-03-10T09:00:00Z", "a", "x", "", "", "{}"},
                                   {"2026-03-10T08:59:59Z", "a", "x", "", "", "{}"},
                                   {"2026-03-10T09:00:00Z", "a", "x", "", "", "{}"}});
  CHECK(problems(verified(to_json(entries))) == "ok, 2 clock");
}

TEST_CASE("a journal of thousands of entries is checked in one pass") {
  std::vector<Draft> drafts;
  for (std::size_t i = 0; i < 3000; ++i) {
    drafts.push_back(draft({"2026-03-10T09:00:00Z", "a", "x", "r", "", R"({"n": 1})"}, i));
  }
  const auto appended = append({}, drafts).value();
  std::vector<ReadLine> lines;
  for (const Entry& entry : appended.entries) lines.push_back({entry, std::nullopt});
  const Verification found = verify(lines, {{appended.tip, {500, appended.entries[499].hash}}, {}, {}});
  CHECK(found.ok);
  CHECK(found.problems.empty());
  CHECK(found.tip == appended.tip);
}

TEST_CASE("an anchor may be the sixteen characters that a handover prints") {
  const std::vector<Entry> entries = six();
  const auto with = [&](const std::string& head) {
    return desk::journal_verify({{"entries", to_json(entries)}, {"anchors", {{{"size", 3}, {"head", head}}}}});
  };
  CHECK(problems(with(entries[2].hash.substr(0, 16)).value()) == "ok");
  CHECK(problems(with(std::string(16, '0')).value()) == "3 anchor");
  CHECK_FALSE(with(entries[2].hash.substr(0, 15)).ok());
  CHECK_FALSE(with(entries[2].hash + "0").ok());
}

TEST_CASE("payloads that a copy was never given are not missed, and times that have not come are told") {
  Json entries = to_json(six());
  entries[3].erase("payload");
  entries[3].erase("salt");
  CHECK(problems(verified(entries)) == "4 unerased");
  CHECK(problems(desk::journal_verify({{"entries", entries}, {"withheld", {4}}}).value()) == "ok");
  const Json late = desk::journal_verify({{"entries", to_json(six())}, {"now", "2026-03-10T09:03:00Z"}}).value();
  CHECK(problems(late) == "ok, 5 future, 6 future");
}
