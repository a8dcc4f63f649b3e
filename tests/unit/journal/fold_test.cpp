#include "core/journal/fold.hpp"

#include "core/journal/state_json.hpp"

#include "tests/unit/journal/journal_fixture.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::journal;
using namespace relais::journal_fixture;

namespace {

Json state(const std::vector<Line>& lines, const Until& until = {}) { return to_json(fold(journal_of(lines), until)); }

// A line whose time is its place, one minute each from 9 o'clock.
std::vector<Line> timed(std::vector<Line> lines) {
  static const char* const minutes[] = {"2026-03-10T09:00:00Z", "2026-03-10T09:01:00Z", "2026-03-10T09:02:00Z",
                                        "2026-03-10T09:03:00Z", "2026-03-10T09:04:00Z", "2026-03-10T09:05:00Z",
                                        "2026-03-10T09:06:00Z", "2026-03-10T09:07:00Z"};
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i].at = minutes[i];
  return lines;
}

constexpr Line opened{"",
                      "ana",
                      "task.opened",
                      "t1",
                      "law",
                      R"({"title": "Rappeler", "owner": "ana", "due": "2026-03-10", "priority": "high",
                          "ifThen": {"if": "no answer", "then": "write", "who": "ben"},
                          "waitingOn": {"who": "the court", "what": "the date", "since": "2026-03-09"}})"};

}  // namespace

TEST_CASE("a task is what was said of it last; null takes away") {
  const Json found =
      state(timed({opened,
                   {"", "ana", "task.changed", "t1", "law", R"({"owner": "ben", "due": null, "waitingOn": null})"},
                   {"", "ben", "task.changed", "t1", "law", R"({"next": "call", "unknown": 1})"}}));
  const Json& task = found["tasks"][0];
  CHECK(task["title"] == "Rappeler");
  CHECK(task["owner"] == "ben");
  CHECK(task["next"] == "call");
  CHECK_FALSE(task.contains("due"));
  CHECK_FALSE(task.contains("waitingOn"));
  CHECK(dump(task["ifThen"]) == R"({"if":"no answer","then":"write","who":"ben"})");
  CHECK(dump(task["sources"]) == "[1,2,3]");
  CHECK(task["opened"] == "2026-03-10T09:00:00Z");
  CHECK(task["changed"] == "2026-03-10T09:02:00Z");
  CHECK(found["problems"].empty());
}

TEST_CASE("a task is closed, reopened, and opened again under its own id") {
  const Line closed{"", "ana", "task.closed", "t1", "law", R"({"reason": "done"})"};
  const Line reopened{"", "ana", "task.reopened", "t1", "law", "{}"};
  CHECK(state(timed({opened, closed}))["tasks"][0]["open"] == false);
  CHECK(state(timed({opened, closed}))["tasks"][0]["closingReason"] == "done");
  const Json again = state(timed({opened, closed, reopened}));
  CHECK(again["tasks"][0]["open"] == true);
  CHECK(again["tasks"][0]["reopenings"] == 1);
  CHECK_FALSE(again["tasks"][0].contains("closed"));
  const Json twice = state(timed({opened, closed, opened}));
  REQUIRE(twice["tasks"].size() == 1);
  CHECK(twice["tasks"][0]["open"] == true);
}

TEST_CASE("a request is a task of the desk; what a person says of it wins over triage, before and after") {
  const Json found = state(timed({
      {"", "desk", "request.received", "r1", "law",
       R"({"request": {"id": "r1", "channel": "phone", "receivedAt": "2026-03-10T10:00:00", "timeZone": "Europe/Paris",
           "from": {"name": "Mme Roux", "phone": "+33611223344"}, "body": "Bonjour,\nrappelez-moi."}})"},
      {"", "desk", "request.triaged", "r1", "law",
       R"({"priority": "normal", "category": "callback", "action": "message", "deadline": "2026-03-12",
           "resolutionDue": "2026-03-10T16:00:00Z", "route": {"to": "ana", "because": []}})"},
      {"", "ana", "request.corrected", "r1", "law", R"({"priority": "critical", "owner": "ben"})"},
      {"", "desk", "request.triaged", "r1", "law", R"({"priority": "low", "category": "billing"})"},
      {"", "ana", "request.answered", "r1", "law", R"({"channel": "phone"})"},
      {"", "ana", "request.answered", "r1", "law", R"({"channel": "email"})"},
      {"", "ana", "satisfaction.answered", "r1", "law", R"({"score": 4})"},
  }));
  const Json& request = found["tasks"][0];
  CHECK(request["kind"] == "request");
  CHECK(request["title"] == "Bonjour,");
  CHECK(request["from"]["name"] == "Mme Roux");
  CHECK(request["priority"] == "critical");
  CHECK(request["category"] == "billing");
  CHECK(request["owner"] == "ben");
  CHECK(request["route"] == "ana");
  CHECK(request["due"] == "2026-03-12");
  CHECK(request["resolutionDue"] == "2026-03-10T16:00:00Z");
  CHECK(request["answered"] == "2026-03-10T09:04:00Z");
  CHECK(request["satisfaction"] == 4);
}

TEST_CASE("an entry undone does not count, an undoing undone counts again") {
  const Line changed{"", "ana", "task.changed", "t1", "law", R"({"title": "B"})"};
  const Line undo{"", "ana", "entry.reverted", "2", "", R"({"seq": 2})"};
  const Line redo{"", "ana", "entry.reverted", "3", "", R"({"seq": 3})"};
  CHECK(state(timed({opened, changed}))["tasks"][0]["title"] == "B");
  CHECK(state(timed({opened, changed, undo}))["tasks"][0]["title"] == "Rappeler");
  CHECK(state(timed({opened, changed, undo, redo}))["tasks"][0]["title"] == "B");
  CHECK(state(timed({{"", "ana", "entry.reverted", "2", "", "{}"}, opened}))["tasks"].size() == 1);
}

TEST_CASE("an entry amended counts with its last amendment, and names it as a source") {
  const Line first{"", "ana", "entry.amended", "1", "law", R"({"seq": 1, "payload": {"title": "B"}})"};
  const Line second{"", "ana", "entry.amended", "1", "law", R"({"seq": 1, "payload": {"title": "C"}})"};
  const Line undo{"", "ana", "entry.reverted", "3", "", "{}"};
  CHECK(state(timed({opened, first}))["tasks"][0]["title"] == "B");
  CHECK_FALSE(state(timed({opened, first}))["tasks"][0].contains("owner"));
  CHECK(dump(state(timed({opened, first, second}))["tasks"][0]["sources"]) == "[1,3]");
  CHECK(state(timed({opened, first, second}))["tasks"][0]["title"] == "C");
  CHECK(state(timed({opened, first, second, undo}))["tasks"][0]["title"] == "B");
}

TEST_CASE("the state at an instant knows nothing written later, undoings included") {
  const std::vector<Line> lines = timed({opened,
                                         {"", "ana", "task.changed", "t1", "law", R"({"title": "B"})"},
                                         {"", "ana", "entry.reverted", "2", "", "{}"},
                                         {"", "ana", "task.closed", "t1", "law", "{}"}});
  Until until;
  until.at = time::parse_instant("2026-03-10T09:01:00Z").value();
  CHECK(state(lines, until)["tasks"][0]["title"] == "B");
  CHECK(state(lines, until)["size"] == 2);
  CHECK(state(lines, until)["asOf"] == "2026-03-10T09:01:00Z");
  Until third;
  third.seq = 3;
  CHECK(state(lines, third)["tasks"][0]["title"] == "Rappeler");
  CHECK(state(lines, third)["tasks"][0]["open"] == true);
}

TEST_CASE("promises, events, absences, instructions, handovers and minutes are kept") {
  const Json found = state(timed({
      {"", "ana", "callback.promised", "t1", "law",
       R"({"to": "Mme Roux", "by": "2026-03-10T11:00:00", "about": "date"})"},
      {"", "ana", "callback.promised", "t1", "law", R"({"to": "M. Noir", "by": "2026-03-10T11:00:00Z"})"},
      {"", "ana", "callback.done", "t1", "law", R"({"to": "M. Noir"})"},
      {"", "ana", "event.moved", "e1", "law",
       R"({"uid": "e1", "title": "Audience", "from": "2026-03-11T09:00:00", "to": "2026-03-11T10:00:00",
           "timeZone": "Europe/Paris", "people": ["m-roux"]})"},
      {"", "ana", "absence", "ben", "", R"({"from": "2026-03-12", "to": "2026-03-14"})"},
      {"", "ana", "instruction.given", "i1", "law", R"({"text": "No call before 10", "confidentiality": "internal"})"},
      {"", "ana", "time.worked", "law", "law", R"({"minutes": 25})"},
      {"", "ana", "handover.issued", "h1", "", R"({"reader": "ben", "size": 7, "head": "ab"})"},
  }));
  CHECK(found["callbacks"][0]["done"] == false);
  CHECK(found["callbacks"][0]["by"] == "2026-03-10T11:00:00");
  CHECK(found["callbacks"][1]["done"] == true);
  CHECK(dump(found["callbacks"][1]["sources"]) == "[2,3]");
  CHECK(found["events"][0]["start"] == "2026-03-11T10:00:00");
  CHECK(found["events"][0]["from"] == "2026-03-11T09:00:00");
  CHECK(found["absences"][0]["person"] == "ben");
  CHECK(found["instructions"][0]["text"] == "No call before 10");
  CHECK(dump(found["worked"]) ==
        R"([{"client":"law","minutes":25,"months":[{"minutes":25,"month":"2026-03"}],"sources":[7]}])");
  CHECK(found["handovers"][0]["status"] == "issued");
  CHECK(found["handovers"][0]["size"] == 7);
}

TEST_CASE("an entry that cannot be taken in is named and passed over, the rest stands") {
  const Json found = state(timed({opened,
                                  {"", "ana", "task.changed", "t1", "law", R"({"title": "B", "due": "soon"})"},
                                  {"", "ana", "task.changed", "t9", "law", R"({"title": "B"})"},
                                  {"", "ana", "time.worked", "law", "law", R"({"minutes": "many"})"},
                                  {"", "ana", "of.tomorrow", "t1", "law", R"({"title": "B"})"},
                                  {"", "ana", "task.changed", "t1", "law", R"({"next": "call"})"}}));
  CHECK(found["tasks"][0]["title"] == "Rappeler");
  CHECK(found["tasks"][0]["next"] == "call");
  CHECK(dump(found["problems"]) ==
        R"([{"kind":"payload","seq":2},{"kind":"reference","seq":3},{"kind":"payload","seq":4}])");
}

TEST_CASE("what was erased leaves the thing, without its words") {
  std::vector<Entry> entries = journal_of(timed({opened}));
  entries[0].payload.reset();
  entries[0].salt.reset();
  const Json found = to_json(fold(entries));
  CHECK(found["tasks"][0]["id"] == "t1");
  CHECK(found["tasks"][0]["client"] == "law");
  CHECK(found["tasks"][0]["erased"] == true);
  CHECK_FALSE(found["tasks"][0].contains("title"));
}

TEST_CASE("one task with 20,000 entries is folded in one pass") {
  std::vector<Entry> entries;
  for (int i = 0; i < 20000; ++i) {
    Entry entry;
    entry.head.seq = i + 1;
    entry.head.type = i == 0 ? "task.opened" : i % 2 ? "task.changed" : "contact.attempted";
    entry.head.ref = "t1";
    entry.payload = Json{{"title", "x"}, {"who", "y"}};
    entries.push_back(std::move(entry));
  }
  const State state = fold(entries);
  CHECK(state.tasks[0].sources.size() == 20000);
  CHECK(state.tasks[0].contacts.size() == 9999);
}
