#include "core/report/history.hpp"

#include "tests/unit/report/journal_of.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::report;

namespace {

constexpr const char* far_future = "2030-01-01T00:00:00Z";

History history_of(const std::vector<Row>& rows, const std::string& policy = "{}", const char* end = far_future) {
  const auto entries = journal_of(rows);
  return read_history(entries, policy_of(policy), *time::parse_instant(end));
}

Case case_of(const std::vector<Row>& rows, const std::string& policy = "{}", const char* end = far_future) {
  const History history = history_of(rows, policy, end);
  REQUIRE(history.cases.size() == 1);
  return history.cases[0];
}

constexpr const char* received = R"({"request":{"receivedAt":"2026-03-10T09:00:00","timeZone":"Europe/Paris",
                                     "client":"law","from":{"name":"Mme Roux"}}})";
const Row r1{"2026-03-10T08:10:00Z", "request.received", "r1", "", received};

}  // namespace

TEST_CASE("a request begins when it was received, not when it was written down") {
  const Case item = case_of({r1});
  CHECK(time::format(item.opened) == "2026-03-10T08:00:00Z");
  CHECK(item.client == "law");
  CHECK(item.is_request);
  CHECK(item.open());
  const Case bare =
      case_of({{"2026-03-10T08:10:00Z", "request.received", "r1", "law", R"({"request":{}})", "2026-03-10T07:55:00Z"}});
  CHECK(time::format(bare.opened) == "2026-03-10T07:55:00Z");
}

TEST_CASE("turns are by time, and only real ones") {
  const Case item = case_of({r1,
                             {"2026-03-10T10:00:00Z", "request.closed", "r1", ""},
                             {"2026-03-10T11:00:00Z", "request.closed", "r1", ""},
                             {"2026-03-10T13:00:00Z", "request.closed", "r1", ""},
                             {"2026-03-10T14:00:00Z", "request.reopened", "r1", "", "{}", "2026-03-10T12:00:00Z"}});
  REQUIRE(item.turns.size() == 3);
  CHECK(time::format(item.turns[0].at) == "2026-03-10T10:00:00Z");
  CHECK(item.turns[1].kind == Turn::Kind::reopened);
  CHECK(time::format(item.turns[1].at) == "2026-03-10T12:00:00Z");
  CHECK(time::format(item.turns[2].at) == "2026-03-10T13:00:00Z");
  CHECK_FALSE(item.open());
}

TEST_CASE("a second message under the same id opens it again") {
  const Case item = case_of({r1,
                             {"2026-03-10T10:00:00Z", "request.closed", "r1", ""},
                             {"2026-03-11T10:00:00Z", "request.received", "r1", "", received}});
  CHECK(item.open());
  CHECK(time::format(item.opened) == "2026-03-10T08:00:00Z");
}

TEST_CASE("what is undone does not count, what is amended counts as amended, what comes after the end neither") {
  CHECK(case_of({r1,
                 {"2026-03-10T10:00:00Z", "request.closed", "r1", ""},
                 {"2026-03-10T10:01:00Z", "entry.reverted", "2", ""}})
            .open());
  const History worked =
      history_of({{"2026-03-10T10:00:00Z", "time.worked", "law", "law", R"({"minutes":30})"},
                  {"2026-03-12T10:00:00Z", "entry.amended", "1", "", R"({"seq":1,"payload":{"minutes":20}})"}},
                 "{}", "2026-03-11T00:00:00Z");
  REQUIRE(worked.work.size() == 1);
  CHECK(worked.work[0].minutes == 20);
  CHECK(history_of({r1}, "{}", "2026-03-10T08:00:00Z").cases.empty());
  CHECK(case_of({r1, {"2026-03-10T10:00:00Z", "request.closed", "r1", ""}}, "{}", "2026-03-10T10:00:00Z").open());
}

TEST_CASE("a person's priority wins, and with another one triage's promises are void") {
  const Row triaged{"2026-03-10T08:11:00Z", "request.triaged", "r1", "",
                    R"({"priority":"low","firstResponseDue":"2026-03-11T08:00:00Z"})"};
  const Row same{"2026-03-10T08:12:00Z", "request.corrected", "r1", "", R"({"priority":"low"})"};
  const Row other{"2026-03-10T08:12:00Z", "request.corrected", "r1", "", R"({"priority":"high"})"};
  CHECK(case_of({r1, triaged, same}).first_response_due);
  const Case corrected = case_of({r1, triaged, other, triaged});
  CHECK(corrected.priority == policy::Priority::high);
  CHECK_FALSE(corrected.first_response_due);
}

TEST_CASE("the clock stops while a case waits for the client, where the policy says so") {
  const auto paused = [](const char* who, const std::string& policy) {
    const std::string waiting = std::string(R"({"waitingOn":{"who":")") + who + R"(","what":"papers"}})";
    const Case item = case_of({r1,
                               {"2026-03-10T09:00:00Z", "task.changed", "r1", "", waiting.c_str()},
                               {"2026-03-10T11:00:00Z", "task.changed", "r1", "", R"({"waitingOn":null})"},
                               {"2026-03-10T12:00:00Z", "task.changed", "r1", "", waiting.c_str()},
                               {"2026-03-10T12:30:00Z", "request.received", "r1", "", received},
                               {"2026-03-10T13:00:00Z", "task.changed", "r1", "", waiting.c_str()}},
                              policy, "2026-03-10T13:10:00Z");
    std::int64_t seconds = 0;
    for (const auto& pause : item.paused) seconds += pause.seconds();
    return seconds / 60;
  };
  const std::string client = R"("clients":[{"id":"law","name":"Cabinet","contacts":[{"id":"m-b","name":"Me B"}]}])";
  const std::string pausing = R"({"pauseIn":["waiting-on-client"],)" + client + "}";
  for (const char* who : {"law", "Cabinet", "m-b", "ME B", "mme roux", "client", "requester"}) {
    CAPTURE(who);
    CHECK(paused(who, pausing) == 160);
    CHECK(paused(who, "{" + client + "}") == 0);
  }
  CHECK(paused("court", pausing) == 0);
  CHECK(paused("", pausing) == 0);
  CHECK(paused("court", R"({"pauseIn":["waiting-on-third-party"]})") == 160);
  CHECK(paused("court", R"({"pauseIn":["waiting"]})") == 160);
}

TEST_CASE("entries that say nothing readable are counted and left out") {
  const History history = history_of({{"2026-03-10T10:00:00Z", "time.worked", "law", "", R"({"minutes":"30"})"},
                                      {"2026-03-10T10:00:00Z", "request.received", "r1", "", "{}"},
                                      {"2026-03-10T10:00:00Z", "request.closed", "r2", ""},
                                      {"2026-03-10T10:00:00Z", "a.type.of.tomorrow", "x", ""},
                                      {"2026-03-10T10:00:00Z", "satisfaction.answered", "r1", "", R"({"score":6})"}});
  CHECK(history.cases.empty());
  CHECK(history.work.empty());
  CHECK(history.unreadable == 3);
}
