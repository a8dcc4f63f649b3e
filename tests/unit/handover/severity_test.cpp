#include "core/handover/severity.hpp"

#include "tests/unit/handover/handover_fixture.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::handover_fixture;

namespace {

constexpr const char* opened_at = "2026-03-09T08:00:00Z";

Line task(const char* payload) { return {opened_at, "ana", "task.opened", "t1", "law", payload}; }

// `red critical; due-in-shift`, with `, late` if it is overdue. Ben reads on Tuesday at 18:00 in Paris; his next shift
// is Wednesday from 9 to 18.
std::string assessed(const std::vector<Line>& lines) {
  const Json document = compose(lines);
  for (const char* section : {"watch", "soon", "waiting"}) {
    for (const Json& line : document[section]) {
      std::string out = line["severity"].get<std::string>();
      if (line["overdue"].get<bool>()) out += ", late";
      for (const Json& reason : line["reasons"]) {
        const std::string code = reason["code"].get<std::string>();
        out += (out.find(':') == std::string::npos ? ": " : "; ") + code.substr(code.find('.') + 1);
      }
      return out;
    }
  }
  return document["steady"].empty() ? "none" : "steady";
}

}  // namespace

TEST_CASE("a deadline is red before the end of the reader's next shift if its priority is high, else amber") {
  struct Row {
    const char *payload, *expected;
  };
  const Row rows[] = {
      {R"({"owner": "ben", "due": "2026-03-11T18:00:00", "priority": "high"})", "red: due-in-shift"},
      {R"({"owner": "ben", "due": "2026-03-11T18:00:01", "priority": "high"})", "green"},
      {R"({"owner": "ben", "due": "2026-03-11", "priority": "high"})", "red: due-in-shift"},
      {R"({"owner": "ben", "due": "2026-03-12", "priority": "high"})", "steady"},
      {R"({"owner": "ben", "due": "2026-03-11T18:00:00"})", "amber: due-in-shift"},
      {R"({"owner": "ben", "due": "2026-03-11T18:00:00", "priority": "low"})", "green: due-in-shift"},
      {R"({"owner": "ben", "due": "2026-03-10T17:59:59", "priority": "high"})", "red, late: overdue"},
      {R"({"owner": "ben", "due": "2026-03-10T17:59:59", "priority": "low"})", "green, late: overdue"},
      {R"({"owner": "ben", "due": "2026-03-10T18:00:00"})", "amber: due-in-shift"},
      {R"({"owner": "ben", "due": "2026-03-10"})", "amber: due-in-shift"},
      {R"({"owner": "ben", "due": "2026-03-09"})", "amber, late: overdue"},
      {R"({"owner": "ben", "due": "2026-03-20", "priority": "critical"})", "red: critical"},
      {R"({"owner": "ben", "due": "2026-03-11T17:00:00Z", "priority": "high"})", "red: due-in-shift"},
      {R"({"owner": "ben"})", "steady"},
      {R"({})", "green"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.payload);
    CHECK(assessed({task(row.payload)}) == row.expected);
  }
}

TEST_CASE("a service level is red in the next shift, amber within 48 hours, and met once answered") {
  const Line received{opened_at, "ana", "request.received", "r1", "law", R"({"request": {"body": "x"}})"};
  const Line answered{opened_at, "ana", "request.answered", "r1", "law", "{}"};
  const auto triaged = [](const char* payload) {
    return Line{opened_at, "ana", "request.triaged", "r1", "law", payload};
  };
  CHECK(assessed({received, triaged(R"({"firstResponseDue": "2026-03-11T17:00:00Z"})")}) == "red: first-answer");
  CHECK(assessed({received, triaged(R"({"firstResponseDue": "2026-03-12T17:00:00Z"})")}) == "amber: first-answer");
  CHECK(assessed({received, triaged(R"({"firstResponseDue": "2026-03-12T17:00:01Z"})")}) == "green");
  CHECK(assessed({received, triaged(R"({"firstResponseDue": "2026-03-10T16:00:00Z"})")}) ==
        "red, late: first-answer-missed");
  CHECK(assessed({received, triaged(R"({"firstResponseDue": "2026-03-10T16:00:00Z"})"), answered}) == "green");
  CHECK(assessed({received, triaged(R"({"resolutionDue": "2026-03-10T16:00:00Z"})"), answered}) ==
        "red, late: resolution-missed");
  CHECK(assessed({received, triaged(R"({"firstResponseDue": "2026-03-10T16:00:00Z", "priority": "low"})")}) ==
        "amber, late: first-answer-missed");
  CHECK(assessed({received, triaged(R"({"firstResponseDue": "2026-03-11T17:00:00Z", "action": "filter"})")}) ==
        "green");
  CHECK(assessed({received, triaged(R"({"priority": "high"})")}) == "amber: unanswered");
  CHECK(assessed({received, triaged(R"({"priority": "high"})"), answered}) == "green");
}

TEST_CASE("a promise to call back is red within two of the reader's working hours, amber within 48 hours") {
  const Line open = task(R"({"owner": "ben"})");
  const auto promised = [](const char* payload) {
    return Line{opened_at, "ana", "callback.promised", "t1", "law", payload};
  };
  CHECK(assessed({open, promised(R"({"to": "x", "by": "2026-03-11T11:00:00"})")}) == "red: promise");
  CHECK(assessed({open, promised(R"({"to": "x", "by": "2026-03-11T11:00:01"})")}) == "amber: promise");
  CHECK(assessed({open, promised(R"({"to": "x", "by": "2026-03-13"})")}) == "steady");
  CHECK(assessed({open, promised(R"({"to": "x", "by": "2026-03-10T12:00:00"})")}) == "red, late: promise-missed");
  CHECK(assessed({open,
                  promised(R"({"to": "x", "by": "2026-03-10T12:00:00"})"),
                  {opened_at, "ana", "callback.done", "t1", "law", "{}"}}) == "steady");
}

TEST_CASE("a wait is amber when it is to be chased, or older than the policy's follow-up") {
  CHECK(assessed({task(R"({"owner": "ben", "waitingOn": {"who": "x", "since": "2026-03-10T14:30:00"}})")}) == "green");
  CHECK(assessed({task(R"({"owner": "ben", "waitingOn": {"who": "x", "since": "2026-03-10T14:00:00"}})")}) ==
        "amber: wait-long");
  CHECK(
      assessed({task(
          R"({"owner": "ben", "waitingOn": {"who": "x", "since": "2026-03-10T15:00:00", "chase": "2026-03-11"}})")}) ==
      "amber: chase-due");
  CHECK(assessed({{opened_at, "ana", "task.opened", "t1", "clinic",
                   R"({"owner": "ben", "waitingOn": {"who": "x"}})"}}) == "green");
}

TEST_CASE("a task is amber while its owner is away, unless the owner is the reader") {
  const Line away{opened_at, "ana", "absence", "ana", "", R"({"from": "2026-03-11", "to": "2026-03-12"})"};
  CHECK(assessed({task(R"({"owner": "ana"})"), away}) == "amber: owner-away");
  CHECK(assessed({task(R"({"owner": "zoe"})"), away}) == "steady");
}
