#include "core/report/indicators.hpp"

#include "tests/unit/report/journal_of.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::report;

namespace {

// Tuesday 10 March 2026 is the day; Paris is an hour ahead of UTC.
const std::string office = R"({"clients":[
  {"id":"law","timeZone":"Europe/Paris","holidays":"FR","hours":{"mo":[["09:00","12:00"],["14:00","18:00"]],
   "tu":[["09:00","12:00"],["14:00","18:00"]],"we":[["09:00","12:00"],["14:00","18:00"]],
   "th":[["09:00","12:00"],["14:00","18:00"]],"fr":[["09:00","12:00"],["14:00","18:00"]]}}],
  "serviceLevels":[{"priority":"high","firstResponse":"PT1H","resolution":"P1D"}],"pauseIn":["waiting-on-client"]})";

std::string received(const std::string& at, const std::string& client = "law") {
  return R"({"request":{"timeZone":"Europe/Paris","client":")" + client + R"(","receivedAt":")" + at + "\"}}";
}

struct Journal {
  std::vector<std::string> payloads;  // kept alive for the rows
  std::vector<Row> rows;

  Journal() { payloads.reserve(100); }
  void add(const char* at, const char* type, const char* ref, const char* client = "",
           const std::string& payload = "{}") {
    payloads.push_back(payload);
    rows.push_back({at, type, ref, client, payloads.back().c_str()});
  }
  Indicators indicators(const char* from, const char* to, const char* now = "2030-01-01T00:00:00Z") const {
    const auto entries = journal_of(rows);
    const policy::Policy policy = policy_of(office);
    const Window window{*time::parse_instant(from), *time::parse_instant(to), *time::parse_instant(now)};
    const History history = read_history(entries, policy, std::min(window.to, window.now + 1));
    return compute_indicators(history, policy, window);
  }
};

}  // namespace

TEST_CASE("first responses run on the client's clock, and who still waits is told") {
  Journal journal;
  journal.add("2026-03-10T08:30:00Z", "request.received", "over-lunch", "", received("2026-03-10T11:30:00"));
  journal.add("2026-03-10T13:15:00Z", "request.answered", "over-lunch");
  journal.add("2026-03-10T08:30:00Z", "request.received", "quick", "", received("2026-03-10T10:00:00"));
  journal.add("2026-03-10T09:20:00Z", "request.answered", "quick");
  journal.add("2026-03-10T16:30:00Z", "request.received", "waits", "", received("2026-03-10T17:30:00"));
  journal.add("2026-03-10T16:30:00Z", "request.received", "spam", "", received("2026-03-10T17:30:00"));
  journal.add("2026-03-10T16:31:00Z", "request.closed", "spam");
  journal.add("2026-03-10T08:00:00Z", "request.received", "ours", "", received("2026-03-10T09:00:00"));
  journal.add("2026-03-10T07:00:00Z", "request.answered", "ours");
  journal.add("2026-03-09T08:00:00Z", "request.received", "earlier", "", received("2026-03-09T09:00:00"));
  const Indicators got = journal.indicators("2026-03-09T23:00:00Z", "2026-03-12T23:00:00Z", "2026-03-11T09:00:00Z");
  const FirstResponse& response = got.all.first_response;
  CHECK(response.answered.n == 2);
  CHECK(response.answered.median == 20 * 60);
  CHECK(response.answered.p90 == 45 * 60);
  CHECK(response.answered.mean == (20 + 45) * 30);
  CHECK(response.still_waiting == 1);
  CHECK(response.longest_waiting->id == "waits");
  CHECK(response.longest_waiting->seconds == 90 * 60);
  CHECK(response.closed_unanswered == 1);
  CHECK(response.outbound_first == 1);
  CHECK(got.all.requests.opened == 5);
  CHECK(got.all.requests.open == 5);
  CHECK(got.all.requests.closed == 1);
}

TEST_CASE("a service level is met, breached, overdue or pending; promises of triage go first") {
  Journal journal;
  const std::string high = R"({"priority":"high"})";
  for (const char* ref : {"met", "late", "overdue", "pending"}) {
    journal.add("2026-03-10T08:00:00Z", "request.received", ref, "",
                received(std::string(ref) == "pending" ? "2026-03-11T09:30:00" : "2026-03-10T09:00:00"));
    journal.add("2026-03-10T08:00:00Z", "request.triaged", ref, "", high);
  }
  journal.add("2026-03-10T09:00:00Z", "request.answered", "met");
  journal.add("2026-03-10T09:00:01Z", "request.answered", "late");
  journal.add("2026-03-10T08:00:00Z", "request.received", "promised", "", received("2026-03-10T09:00:00"));
  journal.add("2026-03-10T08:00:00Z", "request.triaged", "promised", "",
              R"({"priority":"high","firstResponseDue":"2026-03-10T16:00:00Z"})");
  journal.add("2026-03-10T15:00:00Z", "request.answered", "promised");
  journal.add("2026-03-10T08:00:00Z", "request.received", "no level", "", received("2026-03-10T09:00:00"));
  const Indicators got = journal.indicators("2026-03-09T23:00:00Z", "2026-03-12T23:00:00Z", "2026-03-11T09:00:00Z");
  const Attainment& kept = got.all.first_response_kept;
  CHECK(kept.met == 2);
  CHECK(kept.breached == 1);
  CHECK(kept.overdue == 1);
  CHECK(kept.pending == 1);
  CHECK(got.all.resolution_kept.met == 0);
  CHECK(got.all.resolution_kept.overdue == 4);
}

TEST_CASE("resolution counts reopening, and not the time spent waiting for the client") {
  Journal journal;
  journal.add("2026-03-10T08:00:00Z", "request.received", "r1", "", received("2026-03-10T09:00:00"));
  journal.add("2026-03-10T08:00:00Z", "request.triaged", "r1", "", R"({"priority":"high"})");
  journal.add("2026-03-10T09:00:00Z", "request.closed", "r1");
  journal.add("2026-03-10T13:00:00Z", "request.reopened", "r1");
  journal.add("2026-03-10T14:00:00Z", "task.changed", "r1", "", R"({"waitingOn":{"who":"law"}})");
  journal.add("2026-03-11T08:30:00Z", "task.changed", "r1", "", R"({"waitingOn":null})");
  journal.add("2026-03-11T10:00:00Z", "request.closed", "r1");
  const Indicators got = journal.indicators("2026-03-10T23:00:00Z", "2026-03-11T23:00:00Z");
  // 7 h on Tuesday and 2 h on Wednesday, less 3 h and 30 min.
  CHECK(got.all.resolution.closed.n == 1);
  CHECK(got.all.resolution.closed.median == (9 * 60 - 210) * 60);
  // Due on Wednesday at 09:00 in Paris and 3 h 30 min of work later.
  CHECK(got.all.resolution_kept.met == 1);
  CHECK(got.all.requests.closed == 1);
  CHECK(got.all.requests.reopened == 0);
  CHECK(journal.indicators("2026-03-09T23:00:00Z", "2026-03-10T23:00:00Z").all.resolution.closed.n == 0);
}

TEST_CASE("the backlog is told by days with work") {
  Journal journal;
  const char* days[] = {"2026-03-16", "2026-03-13", "2026-03-12", "2026-03-11",
                        "2026-03-06", "2026-02-25", "2026-02-23"};
  for (const char* day : days) {
    journal.add("2026-03-16T06:00:00Z", "request.received", day, "", received(std::string(day) + "T08:00:00"));
  }
  const Backlog backlog = journal.indicators("2026-03-16T00:00:00Z", "2026-03-16T17:00:00Z").all.backlog;
  CHECK(backlog.open == 7);
  CHECK(backlog.bands == std::array<std::int64_t, 5>{1, 2, 2, 1, 1});
  CHECK(backlog.oldest->id == "2026-02-23");
}

TEST_CASE("work, events and tasks are told by client, within the window") {
  Journal journal;
  journal.add("2026-03-09T10:00:00Z", "time.worked", "law", "law", R"({"minutes":99})");
  journal.add("2026-03-10T10:00:00Z", "time.worked", "law", "law", R"({"minutes":30})");
  journal.add("2026-03-10T11:00:00Z", "time.worked", "dental", "dental", R"({"minutes":15})");
  journal.add("2026-03-10T11:00:00Z", "event.moved", "e1", "law");
  journal.add("2026-03-10T11:00:00Z", "event.cancelled", "e2", "dental");
  journal.add("2026-03-10T11:00:00Z", "event.booked", "e3", "dental");
  journal.add("2026-03-10T11:00:00Z", "task.opened", "t1", "law", R"({"title":"x"})");
  journal.add("2026-03-10T11:30:00Z", "task.closed", "t1", "law");
  journal.add("2026-03-10T11:40:00Z", "task.reopened", "t1", "law");
  journal.add("2026-03-10T11:50:00Z", "task.closed", "t1", "law");
  journal.add("2026-03-11T00:00:00Z", "task.reopened", "t1", "law");
  const Indicators got = journal.indicators("2026-03-10T00:00:00Z", "2026-03-11T00:00:00Z");
  CHECK(got.all.minutes == 45);
  CHECK(got.clients.at("law").minutes == 30);
  CHECK(got.clients.at("dental").minutes == 15);
  CHECK(got.clients.at("law").events.moved == 1);
  CHECK(got.clients.at("dental").events.cancelled == 1);
  CHECK(got.all.events.booked == 1);
  CHECK(got.all.tasks.opened == 1);
  CHECK(got.all.tasks.closed == 2);
  CHECK(got.all.tasks.reopened == 1);
  CHECK(got.all.tasks.open == 0);
  CHECK(got.clients.size() == 2);
}

TEST_CASE("satisfaction counts answers of the window among the requests that were closed or answered") {
  Journal journal;
  const char* refs[] = {"a", "b", "c", "d", "e", "f"};
  for (int i = 0; i < 6; ++i) {
    journal.add("2026-03-10T08:00:00Z", "request.received", refs[i], "", received("2026-03-10T09:00:00"));
    journal.add("2026-03-10T09:00:00Z", "request.closed", refs[i]);
    if (i < 5)
      journal.add("2026-03-10T10:00:00Z", "satisfaction.answered", refs[i], "",
                  "{\"score\":" + std::to_string(i + 1) + "}");
  }
  const Satisfaction got = journal.indicators("2026-03-10T00:00:00Z", "2026-03-11T00:00:00Z").all.satisfaction;
  CHECK(got.answers == 5);
  CHECK(got.satisfied == 2);
  CHECK(got.asked == 6);
}

TEST_CASE("handovers are told by when they were issued") {
  Journal journal;
  journal.add("2026-03-10T08:00:00Z", "handover.issued", "h1", "", R"({"reader":"ben"})");
  journal.add("2026-03-10T08:10:00Z", "handover.queried", "h1");
  journal.add("2026-03-10T08:30:00Z", "handover.accepted", "h1");
  journal.add("2026-03-10T09:00:00Z", "handover.issued", "h2", "", R"({"reader":"ben"})");
  journal.add("2026-03-10T09:10:00Z", "handover.refused", "h2");
  const HandoverFigures got = journal.indicators("2026-03-10T00:00:00Z", "2026-03-11T00:00:00Z").handovers;
  CHECK(got.issued == 2);
  CHECK(got.accepted == 1);
  CHECK(got.queries == 1);
  CHECK(got.refusals == 1);
  CHECK(got.to_accept.median == 1800);
}
