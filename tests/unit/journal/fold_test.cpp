#include "core/journal/fold.hpp"

#include "core/desk/journal_operations.hpp"
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

TEST_CASE("what cannot be taken in is named and set aside, the rest stands") {
  const Json found = state(timed({opened,
                                  {"", "ana", "task.changed", "t1", "law", R"({"title": "B", "due": "soon"})"},
                                  {"", "ana", "task.changed", "t9", "law", R"({"title": "B"})"},
                                  {"", "ana", "time.worked", "law", "law", R"({"minutes": "many"})"},
                                  {"", "ana", "of.tomorrow", "t1", "law", R"({"title": "B"})"},
                                  {"", "ana", "task.changed", "t1", "law", R"({"next": "call"})"},
                                  {"", "ana", "task.opened", "t2", "law", R"({"title": "C", "due": "2026-02-30",
                                    "waitingOn": 5, "confidentiality": "Secret"})"}}));
  CHECK(found["tasks"][0]["title"] == "B");
  CHECK(found["tasks"][0]["due"] == "2026-03-10");
  CHECK(found["tasks"][0]["next"] == "call");
  CHECK(found["tasks"][1]["title"] == "C");
  CHECK_FALSE(found["tasks"][1].contains("due"));
  CHECK(found["tasks"][1]["confidentiality"] == "secret");
  CHECK(
      dump(found["problems"]) ==
      R"([{"kind":"payload","seq":2},{"kind":"reference","seq":3},{"kind":"payload","seq":4},{"kind":"payload","seq":7}])");
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

TEST_CASE("a promise that found nobody counts its attempts until the call is made") {
  const Line promised{"", "ana", "callback.promised", "t1", "law", R"({"to": "Mme Roux"})"};
  const Line other{"", "ana", "callback.promised", "t1", "law", R"({"to": "M. Noir"})"};
  const Line tried{"", "ana", "contact.attempted", "t1", "law", R"({"who": "Mme Roux", "next": "2026-03-11"})"};
  const Line any{"", "ana", "contact.attempted", "t1", "law", R"({"channel": "phone"})"};
  const Line made{"", "ana", "callback.done", "t1", "law", R"({"to": "Mme Roux"})"};
  const Json found = state(timed({opened, promised, other, tried, any, made, any}))["callbacks"];
  CHECK(found[0]["attempts"] == 2);
  CHECK(found[0]["done"] == true);
  CHECK(found[1]["attempts"] == 2);
  CHECK(found[1]["lastAttempt"] == "2026-03-10T09:06:00Z");
  CHECK_FALSE(found[1].contains("next"));
  CHECK(state(timed({opened, promised, tried}))["callbacks"][0]["next"] == "2026-03-11");
  CHECK_FALSE(state(timed({opened, any, promised}))["callbacks"][0].contains("attempts"));
}

TEST_CASE("a follow-up waits until something is sent") {
  const Line due{"", "ana", "followup.due", "t1", "law", R"({"on": "2026-03-12", "what": "ask", "drafted": true})"};
  const Line sent{"", "ana", "message.sent", "t1", "law", R"({"to": "x", "channel": "email"})"};
  CHECK(dump(state(timed({opened, due}))["tasks"][0]["followUp"]) ==
        R"({"drafted":true,"on":"2026-03-12","what":"ask"})");
  CHECK_FALSE(state(timed({opened, due, sent}))["tasks"][0].contains("followUp"));
}

TEST_CASE("a handover goes from issued to its end, and each state says who answers for the tasks") {
  const Line issued{"", "ana", "handover.issued", "h1", "", R"({"reader": "ben", "size": 1, "head": "ab"})"};
  const auto by = [](const char* who, const char* type, const char* payload = "{}") {
    return Line{"", who, type, "h1", "", payload};
  };
  struct Row {
    std::vector<Line> lines;
    const char *status, *owner, *holder;
    std::size_t problems;
  };
  const Row rows[] = {
      {{issued}, "issued", "ana", "ana", 0},
      {{issued, by("ben", "handover.queried"), by("ben", "handover.queried")}, "queried", "ana", "ana", 0},
      {{issued, by("ben", "handover.queried"), by("ben", "handover.accepted")}, "accepted", "ben", "ben", 0},
      {{issued, by("ben", "handover.refused")}, "refused", "ana", "ana", 0},
      {{issued, by("desk", "handover.lapsed", R"({"lead": "zoe"})")}, "lapsed", "zoe", "zoe", 0},
      {{issued, by("ben", "handover.claimed")}, "claimed", "ben", "ben", 0},
      {{by("ben", "handover.claimed")}, "claimed", "ben", "ben", 0},
      {{issued, by("desk", "handover.lapsed"), by("ben", "handover.claimed")}, "claimed", "ben", "ben", 0},
      {{issued, by("ben", "handover.refused"), by("ben", "handover.accepted")}, "refused", "ana", "ana", 1},
      {{issued, by("ben", "handover.accepted"), by("zoe", "handover.claimed")}, "accepted", "ben", "ben", 1},
      {{issued, issued}, "issued", "ana", "ana", 1},
  };
  for (const Row& row : rows) {
    const Json found = state(timed(row.lines));
    const Json& handover = found["handovers"][0];
    CHECK(handover["status"] == row.status);
    CHECK(handover["owner"] == row.owner);
    CHECK(found["holder"] == row.holder);
    CHECK(found["problems"].size() == row.problems);
  }
}

TEST_CASE("one holder at a time: a claim that had not seen another one does not count") {
  const auto claim = [](const char* who, const char* ref, const char* payload) {
    return Line{"", who, "handover.claimed", ref, "", payload};
  };
  const Json unseen =
      state(timed({opened, claim("ben", "c1", R"({"size": 1})"), claim("zoe", "c2", R"({"size": 1})")}));
  CHECK(unseen["holder"] == "ben");
  CHECK(dump(unseen["problems"]) == R"([{"kind":"order","seq":3}])");
  const Json seen = state(timed({opened, claim("ben", "c1", R"({"size": 1})"), claim("zoe", "c2", R"({"size": 2})")}));
  CHECK(seen["holder"] == "zoe");
  CHECK(seen["problems"].empty());
}

TEST_CASE("of two entries with one seq the one counts that the next one names") {
  std::vector<Entry> entries = journal_of(timed({opened,
                                                 {"", "ana", "task.changed", "t1", "law", R"({"owner": "ben"})"},
                                                 {"", "ana", "time.worked", "law", "law", R"({"minutes": 5})"}}));
  Entry forged = entries[1];
  forged.payload = Json{{"owner", "eve"}};
  forged.hash = std::string(64, 'e');
  entries.insert(entries.begin() + 1, forged);
  entries.push_back(entries.back());
  const Json found = to_json(fold(entries));
  CHECK(found["tasks"][0]["owner"] == "ben");
  CHECK(found["worked"][0]["minutes"] == 5);
}

TEST_CASE("lines that cannot be read are named in the state, and the rest is used") {
  Json entries = to_json(journal_of(timed({opened, {"", "ana", "task.changed", "t1", "law", R"({"owner": "ben"})"}})));
  entries[0]["head"].erase("by");
  entries.push_back("torn");
  entries.push_back(to_json(journal_of(timed({opened})))[0]);
  const Json found = desk::journal_state({{"entries", entries}}).value();
  CHECK(dump(found["problems"]) == R"([{"kind":"malformed","seq":1},{"kind":"malformed","seq":3}])");
  CHECK(found["tasks"][0]["owner"] == "ben");
}

TEST_CASE("a slip anywhere in a request loses what it is in and no more; it is open whatever its words are worth") {
  struct Row {
    const char *payload, *title, *from;
  };
  const Row rows[] = {{R"({"request": {"subject": 7, "body": "A", "from": {"name": "Mme Roux"}}})", "A", "Mme Roux"},
                      {R"({"request": {"subject": "A", "from": {"name": 7, "phone": "01"}}})", "A", ""},
                      {R"({"request": {"subject": "A", "from": "Mme Roux"}})", "A", ""},
                      {R"({"request": "A"})", "", ""},
                      {"{}", "", ""}};
  for (const Row& row : rows) {
    CAPTURE(row.payload);
    const journal::State state =
        journal::fold(journal_of({{"2026-03-10T08:00:00Z", "ana", "request.received", "r1", "law", row.payload}}));
    REQUIRE(state.tasks.size() == 1);
    CHECK(state.tasks[0].open);
    CHECK(state.tasks[0].title == row.title);
    CHECK(state.tasks[0].from.name == row.from);
    CHECK(state.tasks[0].sources == journal::Sources{1});
    CHECK(state.oddities.size() == 1);
  }
}
