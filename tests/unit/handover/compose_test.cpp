#include "core/handover/compose.hpp"

#include "core/base/random.hpp"

#include "tests/unit/handover/handover_fixture.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

using namespace relais;
using namespace relais::handover_fixture;

namespace {

// A desk with something of everything, drawn from a seed; `secret_word` stands in every text above Ben's clearance.
std::vector<journal::Entry> drawn_journal(int tasks, const std::string& secret_word) {
  SplitMix64 random(7);
  std::vector<journal::Draft> drafts;
  const auto add = [&](std::string type, std::string ref, Json payload) {
    journal::Draft draft;
    draft.at = time::parse_instant("2026-03-09T08:00:00Z").value() + static_cast<std::int64_t>(drafts.size());
    draft.by = "ana";
    draft.type = std::move(type);
    draft.ref = std::move(ref);
    draft.client = random.below(2) == 0 ? "law" : "clinic";
    draft.payload = std::move(payload);
    draft.salt = journal_fixture::salt(drafts.size());
    drafts.push_back(std::move(draft));
  };
  for (int i = 0; i < tasks; ++i) {
    const std::string id = (random.below(3) == 0 ? "r" : "t") + std::to_string(i);
    const bool secret = random.below(4) == 0;
    const std::string word = secret ? secret_word : "plain";
    const std::string due = "2026-03-" + std::to_string(10 + random.below(10));
    const auto kind = random.below(5);
    if (id[0] == 'r') {
      Json payload{{"request", {{"subject", word}, {"body", word}, {"from", {{"name", word}}}, {"channel", "phone"}}}};
      if (secret) payload["confidentiality"] = "secret";
      add("request.received", id, payload);
      if (kind < 3) {
        add("request.triaged", id,
            {{"priority", kind == 0 ? "high" : "normal"},
             {"deadline", due},
             {"category", word},
             {"route", {{"to", word}}}});
      }
    } else {
      Json payload{{"title", word}, {"next", word}};
      if (secret) payload["confidentiality"] = "confidential";
      if (kind < 3) payload["due"] = due;
      if (kind != 3) payload["owner"] = kind == 1 ? "ana" : "ben";
      if (kind == 2) payload["priority"] = "critical";
      if (kind == 4) payload["waitingOn"] = {{"who", word}, {"what", word}};
      if (kind == 0) payload["ifThen"] = {{"if", word}, {"then", word}};
      add("task.opened", id, payload);
    }
    if (random.below(5) == 0)
      add("callback.promised", id, {{"to", word}, {"about", word}, {"by", "2026-03-11T10:00:00"}});
    if (random.below(6) == 0) add("task.closed", id, {{"reason", word}});
  }
  add("instruction.given", "i9", {{"text", secret_word}, {"confidentiality", "secret"}});
  return journal::append({}, drafts).value().entries;
}

std::multiset<std::string> homes(const Json& document) {
  std::multiset<std::string> ids;
  for (const char* section : {"watch", "soon", "waiting"}) {
    for (const Json& line : document[section]) ids.insert(line["id"].get<std::string>());
  }
  for (const Json& client : document["steady"]) {
    for (const Json& task : client["tasks"]) ids.insert(task["id"].get<std::string>());
  }
  return ids;
}

}  // namespace

TEST_CASE("every open task has exactly one home") {
  const auto entries = drawn_journal(200, "x");
  const Json document = compose(entries, "ben", "2026-03-10T17:00:00Z", "2026-03-09T08:05:00Z");
  std::set<std::string> open;
  for (const journal::Entry& entry : entries) {
    const std::string& type = entry.head.type;
    if (type == "task.opened" || type == "request.received") open.insert(entry.head.ref);
    if (type == "task.closed") open.erase(entry.head.ref);
  }
  const std::multiset<std::string> found = homes(document);
  CHECK(std::multiset<std::string>(open.begin(), open.end()) == found);
  CHECK(document["counts"]["open"] == open.size());
  for (const char* section : {"watch", "soon", "waiting"}) CHECK_FALSE(document[section].empty());
  CHECK_FALSE(document["steady"].empty());
}

TEST_CASE("what a reader may not read changes nothing in the document but the journal's anchor") {
  Json one = compose(drawn_journal(200, "alpha"), "ben", "2026-03-10T17:00:00Z", "2026-03-09T08:05:00Z");
  Json two = compose(drawn_journal(200, "omega, much longer"), "ben", "2026-03-10T17:00:00Z", "2026-03-09T08:05:00Z");
  CHECK(one["counts"]["masked"].get<int>() > 10);
  CHECK(one["journal"] != two["journal"]);
  one["journal"]["head"] = two["journal"]["head"];
  CHECK(dump(one) == dump(two));
  CHECK(dump(one).find("alpha") == std::string::npos);
  const Json ana = compose(drawn_journal(200, "alpha"), "ana", "2026-03-10T17:00:00Z");
  CHECK(ana["counts"]["masked"] == 0);
  CHECK(dump(ana).find("alpha") != std::string::npos);
}

TEST_CASE("whether a masked task has a next step, a wait or a plan is not told either") {
  const auto with = [](const char* more) {
    return compose(
        {{"2026-03-09T08:00:00Z", "ana", "task.opened", "t1", "law",
          (std::string(R"({"title": "x", "owner": "ana", "confidentiality": "secret", "priority": "critical")") + more +
           "}")
              .c_str()}});
  };
  Json bare = with("");
  Json full =
      with(R"(, "next": "y", "waitingOn": {"who": "z", "chase": "2026-03-10"}, "ifThen": {"if": "a", "then": "b"})");
  bare["journal"] = full["journal"];
  CHECK(dump(bare) == dump(full));
  const Json& line = full["watch"][0];
  CHECK(dump(line["masked"]) == R"({"ask":"ana","level":"secret"})");
  CHECK(line["owner"] == "ana");
  CHECK(line["severity"] == "red");
}

TEST_CASE("a request is as confidential as the tasks that serve it, and they as it is") {
  const Json document = compose({
      {"2026-03-09T08:00:00Z", "ana", "request.received", "r1", "law", R"({"request": {"subject": "hidden one"}})"},
      {"2026-03-09T08:01:00Z", "ana", "task.opened", "t1", "law", R"({"title": "hidden two", "request": "r1"})"},
      {"2026-03-09T08:02:00Z", "ana", "task.opened", "t2", "law",
       R"({"title": "hidden three", "request": "r1", "confidentiality": "secret"})"},
      {"2026-03-09T08:03:00Z", "ana", "callback.promised", "r1", "law", R"({"to": "hidden four", "by": "2026-03-11"})"},
  });
  CHECK(document["counts"]["masked"] == 2);  // The first task carries the request.
  CHECK(dump(document).find("hidden") == std::string::npos);
  CHECK(document["agenda"][0]["masked"]["ask"] == "ana");
}

TEST_CASE("the gravest stands first, then what is due sooner, then by id") {
  const Json document = compose({
      {"2026-03-09T08:00:00Z", "ana", "task.opened", "c", "law",
       R"({"owner": "ben", "due": "2026-03-10T12:00:00", "priority": "low"})"},
      {"2026-03-09T08:00:00Z", "ana", "task.opened", "b", "law", R"({"owner": "ben", "due": "2026-03-11T10:00:00"})"},
      {"2026-03-09T08:00:00Z", "ana", "task.opened", "a", "law", R"({"owner": "ben", "priority": "critical"})"},
      {"2026-03-09T08:00:00Z", "ana", "task.opened", "e", "law",
       R"({"owner": "ben", "due": "2026-03-11", "priority": "high"})"},
      {"2026-03-09T08:00:00Z", "ana", "task.opened", "d", "law",
       R"({"owner": "ben", "due": "2026-03-11", "priority": "high"})"},
      {"2026-03-09T08:00:00Z", "ana", "task.opened", "f", "law", R"({"waitingOn": {"who": "x"}})"},
      {"2026-03-09T08:00:00Z", "ana", "task.opened", "g", "clinic",
       R"({"owner": "ben", "waitingOn": {"who": "x", "since": "2026-03-09"}})"},
      {"2026-03-09T08:00:00Z", "ana", "task.opened", "h", "clinic",
       R"({"owner": "ben", "waitingOn": {"who": "x", "since": "2026-03-02"}})"},
      {"2026-03-09T08:00:00Z", "ana", "task.opened", "i", "clinic", R"({"owner": "ben", "title": "quiet"})"},
  });
  const auto ids = [&](const char* section) {
    std::string out;
    for (const Json& line : document[section]) out += line["id"].get<std::string>();
    return out;
  };
  CHECK(ids("watch") == "deabfc");
  CHECK(ids("soon") == "");
  CHECK(ids("waiting") == "hg");
  CHECK(document["steady"][0]["tasks"][0]["title"] == "quiet");
  CHECK(dump(document["readBack"]) == R"(["d","e","a","b","c"])");
  CHECK(document["firstDue"] == "2026-03-11T10:00:00");  // What is overdue is no time to come.
}

TEST_CASE("the agenda holds the next 48 hours, by time, and says nobody's reason for being away") {
  const Json document = compose({
      {"2026-03-09T08:00:00Z", "ana", "event.moved", "e1", "law",
       R"({"title": "A", "from": "2026-03-11T09:00:00", "to": "2026-03-11T14:00:00", "timeZone": "Europe/Paris"})"},
      {"2026-03-09T08:00:00Z", "ana", "event.booked", "e2", "clinic",
       R"({"title": "B", "start": "2026-03-12T16:59:00", "timeZone": "Europe/London"})"},
      {"2026-03-09T08:00:00Z", "ana", "event.booked", "e3", "clinic",
       R"({"title": "C", "start": "2026-03-12T17:01:00", "timeZone": "Europe/London"})"},
      {"2026-03-09T08:00:00Z", "ana", "event.cancelled", "e4", "clinic",
       R"({"title": "D", "start": "2026-03-11T08:00:00", "timeZone": "Europe/London"})"},
      {"2026-03-09T08:00:00Z", "ana", "absence", "ana", "",
       R"({"from": "2026-03-12", "to": "2026-03-13", "reason": "surgery"})"},
      {"2026-03-09T08:00:00Z", "ana", "callback.promised", "t1", "law", R"({"to": "Mme Roux"})"},
      {"2026-03-09T08:00:00Z", "ana", "callback.promised", "t1", "law",
       R"({"to": "M. Noir", "by": "2026-03-10T10:00:00"})"},
  });
  std::string order;
  for (const Json& item : document["agenda"]) {
    const std::string code = item["reason"]["code"].get<std::string>();
    order += code.substr(9) + (item.contains("when") ? "@" + item["when"].get<std::string>().substr(8, 8) : "") + " ";
  }
  CHECK(order ==
        "promise-late@10T10:00 promise-open event-cancelled@11T09:00 event-moved-from@11T14:00 away-until@12 "
        "event-booked@12T17:59 ");
  CHECK(dump(document).find("surgery") == std::string::npos);
}

TEST_CASE("standing instructions stand where their client has open tasks, in force and readable") {
  const Json document = compose({
      {"2026-03-09T08:00:00Z", "ana", "task.opened", "t1", "law", R"({"owner": "ben"})"},
      {"2026-03-09T08:00:00Z", "ana", "instruction.given", "i1", "law", R"({"text": "No dates at all."})"},
      {"2026-03-09T08:00:00Z", "ana", "instruction.given", "i8", "clinic", R"({"text": "Not touched."})"},
  });
  std::string texts;
  for (const Json& line : document["instructions"])
    texts += line["id"].get<std::string>() + ":" + line["text"].get<std::string>() + " ";
  CHECK(texts == "i1:No dates at all. i4:Until Friday. ");
  CHECK(document["instructions"][1]["to"] == "2026-03-13");
  CHECK(document["limits"]["instructionsMasked"] == 1);
}

TEST_CASE("entries written later than the document's instant do not count") {
  const std::vector<Line> lines{{"2026-03-09T08:00:00Z", "ana", "task.opened", "t1", "law", R"({"owner": "ben"})"},
                                {"2026-03-09T09:00:00Z", "ana", "task.closed", "t1", "law", "{}"}};
  const Json early = compose(lines, "ben", "2026-03-09T08:30:00Z");
  CHECK(early["counts"]["open"] == 1);
  CHECK(early["journal"]["size"] == 1);
  CHECK(early["journal"]["head"] == journal_of(lines)[0].hash);
  CHECK(compose(lines, "ben", "2026-03-09T09:00:00Z")["counts"]["open"] == 0);
}

TEST_CASE("entries dated later do not count, and are counted") {
  const Json document = compose({{"2026-03-09T08:00:00Z", "ana", "task.opened", "t1", "law", R"({"owner": "ben"})"},
                                 {"2031-01-01T00:00:00Z", "ana", "task.opened", "t2", "law", R"({"owner": "ben"})"},
                                 {"2026-03-09T08:01:00Z", "ana", "task.opened", "t3", "law", R"({"owner": "ben"})"}});
  CHECK(document["counts"]["open"] == 2);
  CHECK(document["limits"]["entriesLater"] == 1);
}

TEST_CASE("lines that cannot be read are counted, and the rest makes the document") {
  Json entries = journal::to_json(
      journal_of({{"2026-03-09T08:00:00Z", "ana", "task.opened", "t1", "law", R"({"owner": "ben"})"},
                  {"2026-03-09T08:00:00Z", "ana", "task.opened", "t2", "law", R"({"owner": "ben"})"}}));
  entries[1] = "torn";
  entries.push_back(nullptr);
  const Json document = desk::handover_compose({{"entries", entries}, {"reader", "ben"}}).value()["document"];
  CHECK(document["counts"]["open"] == 1);
  CHECK(document["limits"]["journalProblems"] == 2);
}

TEST_CASE("whoever claimed the desk, or let a handover lapse, is told to the next reader") {
  const Line opened{"2026-03-09T08:00:00Z", "ana", "task.opened", "t1", "law", R"({"owner": "ben"})"};
  const Line issued{"2026-03-09T09:00:00Z", "ana", "handover.issued", "h1", "", R"({"reader": "zoe", "size": 1})"};
  const auto notice = [&](const Line& last) {
    return compose({opened, issued, last})["notices"].back()["code"].get<std::string>();
  };
  CHECK(notice({"2026-03-09T10:00:00Z", "zoe", "handover.claimed", "h1", "", "{}"}) == "handover.last-claimed");
  CHECK(notice({"2026-03-09T10:00:00Z", "desk", "handover.lapsed", "h1", "", "{}"}) == "handover.last-lapsed");
  CHECK(notice({"2026-03-09T10:00:00Z", "ben", "handover.claimed", "c1", "", R"({"size": 2})"}) ==
        "handover.not-signed");
}

TEST_CASE("a journal that does not verify is told") {
  auto entries = journal_of({{"2026-03-09T08:00:00Z", "ana", "task.opened", "t1", "law", R"({"owner": "ben"})"}});
  (*entries[0].payload)["owner"] = "eve";
  const Json document = compose(entries, "ben", "2026-03-10T17:00:00Z");
  CHECK(document["limits"]["journalProblems"] == 1);
  bool told = false;
  for (const Json& notice : document["notices"]) told = told || notice["code"] == "handover.journal-broken";
  CHECK(told);
}

TEST_CASE("an empty journal and an unknown reader make a document too") {
  const Json document = desk::handover_compose({{"entries", Json::array()}, {"reader", "zoe"}}).value()["document"];
  CHECK(document["counts"]["open"] == 0);
  CHECK(document["clearance"] == "internal");
  CHECK(document["timeZone"] == "UTC");
  CHECK(rendered(document, "text", "fr").starts_with("Rien n’est ouvert."));
}

TEST_CASE("a document issued before unsent drafts were counted is rendered still") {
  Json document = compose({{"2026-03-09T08:00:00Z", "ana", "task.opened", "t1", "law", R"({"owner": "ben"})"}});
  const std::string text = rendered(document, "text", "en");
  document["limits"].erase("draftsUnsent");
  CHECK(rendered(document, "text", "en") == text);
}

TEST_CASE("the names of those who do not occur stay out") {
  const Json document = compose({{"2026-03-09T08:00:00Z", "ana", "task.opened", "t1", "law", R"({"owner": "ben"})"}});
  CHECK(dump(document["names"]) == R"({"ana":"Ana Petit","ben":"Ben Moreau","law":"Cabinet Roux"})");
}

TEST_CASE("a journal of thousands of entries is composed in one pass") {
  const auto entries = drawn_journal(1500, "x");
  CHECK(entries.size() > 2000);
  const policy::Policy policy;
  const handover::Document document =
      handover::compose(entries, policy, {"ben", {1773162000}, {}, {}, true, {}, {}, {}});
  CHECK(document.counts.open > 1000);
}

TEST_CASE("an entry passed over is counted, unless its words are above the reader's clearance") {
  const Line opened{
      "2026-03-09T08:00:00Z", "ana", "task.opened", "t1", "law", R"({"title": "x", "confidentiality": "secret"})"};
  const Line open_to_all{"2026-03-09T08:00:00Z", "ana", "task.opened", "t1", "law", R"({"title": "x"})"};
  const Line torn{"2026-03-09T08:01:00Z", "ana", "task.changed", "t1", "law", R"({"next": 7})"};
  const Line of_nothing{"2026-03-09T08:02:00Z", "ana", "task.closed", "t9", "law", "{}"};
  const auto passed_over = [](const std::vector<Line>& lines, const char* reader) {
    return compose(lines, reader)["limits"]["entriesPassedOver"].get<int>();
  };
  CHECK(passed_over({opened, torn, of_nothing}, "ben") == 1);
  CHECK(passed_over({opened, torn, of_nothing}, "ana") == 2);
  CHECK(passed_over({open_to_all, torn, of_nothing}, "ben") == 2);
}
