#include "core/handover/work.hpp"

#include "core/journal/fold.hpp"

#include "tests/unit/handover/handover_fixture.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::handover_fixture;

namespace {

const Line received{"2026-03-09T08:00:00Z",
                    "ana",
                    "request.received",
                    "r1",
                    "law",
                    R"({"request": {"subject": "Asks for a date", "channel": "phone", "from": {"name": "Mme Roux"}}})"};
const Line triaged{"2026-03-09T08:01:00Z",
                   "ana",
                   "request.triaged",
                   "r1",
                   "law",
                   R"({"priority": "high", "deadline": "2026-03-12", "firstResponseDue": "2026-03-10T16:00:00Z",
                       "resolutionDue": "2026-03-13T16:00:00Z", "route": {"to": "ana"}})"};
const Line called{"2026-03-09T08:02:00Z", "ana", "contact.attempted", "r1", "law", R"({"who": "Mme Roux"})"};
const Line served{"2026-03-09T08:03:00Z",
                  "ana",
                  "task.opened",
                  "t1",
                  "law",
                  R"({"title": "Find a date", "request": "r1", "next": "Call the court",
                      "waitingOn": {"who": "the court", "since": "2026-03-08"}})"};

std::string codes(const Json& line) {
  std::string out;
  for (const Json& reason : line["reasons"]) out += reason["code"].get<std::string>().substr(9) + " ";
  return out;
}

}  // namespace

TEST_CASE("a request and the task that serves it are one piece of work: the task's line, with what the request adds") {
  const Json document = compose({received, triaged, called, served});
  CHECK(document["counts"]["open"] == 1);
  REQUIRE(document["watch"].size() == 1);
  const Json& line = document["watch"][0];
  CHECK(line["id"] == "t1");
  CHECK(line["request"] == "r1");
  CHECK(line["kind"] == "task");
  CHECK(line["title"] == "Find a date");
  CHECK(line["from"] == "Mme Roux");
  CHECK(line["suggested"] == "ana");
  CHECK(line["due"] == "2026-03-12");
  CHECK(line["waiting"]["chases"] == 1);
  CHECK(dump(line["sources"]) == "[1,2,3,4]");
  CHECK(codes(line) == "first-answer-missed unanswered wait-long ");
  for (const char* lang : {"en", "fr"}) {
    CHECK(rendered(document, "text", lang).find("Cabinet Roux, t1 (r1) [1–4]") != std::string::npos);
  }
}

TEST_CASE("the request's own deadline is not lost where the task has another") {
  const Line later{"2026-03-09T09:00:00Z", "ana", "task.changed", "t1", "law", R"({"due": "2026-03-16"})"};
  const Json document = compose({received, triaged, called, served, later}, "ben", "2026-03-12T09:00:00Z");
  const Json& line = document["watch"][0];
  CHECK(line["due"] == "2026-03-16");
  CHECK(line["requestDue"] == "2026-03-12");
  CHECK(codes(line).find("due-in-shift") != std::string::npos);
  CHECK(rendered(document, "text", "en").find("Due: Monday 16\u00A0March, the request Thursday 12\u00A0March\n") !=
        std::string::npos);
  CHECK(rendered(document, "text", "fr").find("Échéance\u00A0: lundi 16\u00A0mars, la demande jeudi 12\u00A0mars\n") !=
        std::string::npos);
}

TEST_CASE("what is promised for a request counts where its task stands") {
  const Line promised{"2026-03-09T10:00:00Z",
                      "ana",
                      "callback.promised",
                      "r1",
                      "law",
                      R"({"to": "Mme Roux", "by": "2026-03-10T18:30:00", "about": "Find a date"})"};
  const Json document = compose({received, served, promised});
  CHECK(document["watch"][0]["severity"] == "red");
  CHECK(codes(document["watch"][0]).starts_with("promise "));
}

TEST_CASE("of several tasks the first that is open carries the request, and it stands alone once none is") {
  const Line second{"2026-03-09T09:00:00Z", "ana", "task.opened", "t2", "law", R"({"title": "y", "request": "r1"})"};
  const Line closed{"2026-03-09T09:30:00Z", "ana", "task.closed", "t1", "law", "{}"};
  const Line closed_too{"2026-03-09T09:31:00Z", "ana", "task.closed", "t2", "law", "{}"};
  const auto homes = [](const std::vector<Line>& lines) {
    const journal::State state = journal::fold(journal_of(lines));
    const handover::OpenWork open(state);
    std::string out;
    for (const handover::Work& work : open.pieces()) {
      out += work.task.id + (work.request.empty() ? " " : "+" + work.request + " ");
    }
    return out;
  };
  CHECK(homes({received, served, second}) == "t1+r1 t2 ");
  CHECK(homes({received, served, second, closed}) == "t2+r1 ");
  CHECK(homes({received, served, second, closed, closed_too}) == "r1 ");
  CHECK(homes({received, served, {"2026-03-09T09:30:00Z", "ana", "request.closed", "r1", "law", "{}"}}) == "t1 ");
  CHECK(homes({served}) == "t1 ");
  CHECK(homes({{"2026-03-09T08:00:00Z", "ana", "task.opened", "t1", "law", R"({"request": "t1"})"}}) == "t1 ");
}

TEST_CASE("where a request went is told among the changes") {
  const auto told = [](const std::vector<Line>& lines) {
    const Json document = compose(lines, "ben", "2026-03-10T17:00:00Z", "2026-03-09T08:02:30Z");
    std::string out;
    for (const Json& change : document["changes"]) {
      out += change["id"].get<std::string>() + " " + change["reason"]["code"].get<std::string>().substr(17) + " ";
    }
    return out;
  };
  const Line again{"2026-03-10T08:00:00Z", "ana", "request.received", "r2", "law", R"({"request": {}})"};
  const Line both{"2026-03-10T08:01:00Z", "ana", "task.opened", "t2", "law", R"({"request": "r2"})"};
  CHECK(told({received, served}) == "r1 carried t1 new ");
  CHECK(told({received, again, both}) == "r2 new-carried t2 new ");
}
