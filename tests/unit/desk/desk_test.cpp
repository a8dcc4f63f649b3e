#include "core/desk/desk.hpp"

#include "core/desk/operations.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

using namespace relais;

namespace {

Json json(std::string_view text) { return parse_json(text).value(); }

Json draft(const char* at, const char* type, const std::string& ref, Json payload) {
  return {{"at", at},
          {"by", "ana"},
          {"type", type},
          {"ref", ref},
          {"client", "plumber"},
          {"payload", std::move(payload)},
          {"salt", "00000000000000000000000000000000"}};
}

Json received(const char* at, const std::string& id, const char* body) {
  return draft(at, "request.received", id,
               {{"request",
                 {{"id", id},
                  {"channel", "phone"},
                  {"receivedAt", std::string(at).substr(0, 19)},
                  {"timeZone", "Europe/Paris"},
                  {"client", "plumber"},
                  {"from", {{"name", "Mme Roux"}}},
                  {"body", body}}}});
}

const Json first = {{"add",
                     {received("2026-03-10T08:00:00Z", "r1", "De l'eau coule du plafond de la cuisine."),
                      received("2026-03-10T08:05:00Z", "r2", "Merci beaucoup pour votre passage."),
                      received("2026-03-10T08:06:00Z", "r3", "Je voudrais un devis pour un lavabo.")}}};
const Json second = {
    {"add",
     {draft("2026-03-10T08:10:00Z", "request.closed", "r2", {{"reason", "merci"}}),
      draft("2026-03-10T08:11:00Z", "request.corrected", "r3", {{"priority", "high"}, {"category", "billing"}}),
      received("2026-03-10T08:12:00Z", "r4", "La chaudière est en panne depuis hier, il y a un bébé.")}}};

std::string error_of(const Result<Json>& answer) {
  return answer.ok() ? "none" : std::string(name(answer.error().code)) + " " + answer.error().path;
}

}  // namespace

TEST_CASE("a held desk answers as the operations do that are given its journal and its policy") {
  auto desk = desk::Desk::open({{"policy", json(R"({"clients": [{"id": "plumber"}]})")}}).value();
  const Json one = desk->run("journal.append", first).value();
  const Json two = desk->run("journal.append", second).value();
  const Json policy = json(R"({"clients": [{"id": "plumber"}]})");
  Json entries = one["entries"];
  entries.insert(entries.end(), two["entries"].begin(), two["entries"].end());

  Json again = second;
  again["tip"] = one["tip"];
  CHECK(two == desk::run("journal.append", again).value());
  CHECK(desk->run("journal.verify", Json::object()).value() ==
        desk::run("journal.verify", {{"entries", entries}}).value());
  const Json state = desk::run("journal.state", {{"entries", entries}}).value();
  CHECK(desk->run("journal.state", Json::object()).value() == state);
  CHECK(desk->run("handover.compose", {{"reader", "ben"}}).value() ==
        desk::run("handover.compose", {{"entries", entries}, {"policy", policy}, {"reader", "ben"}}).value());

  Json requests = Json::array();
  for (const std::size_t at : {0, 2, 5}) requests.push_back(entries[at]["payload"]["request"]);
  const Json ranked = desk->run("triage.rank", {{"now", "2026-03-10T09:00:00Z"}}).value();
  CHECK(ranked["order"].size() == 3);
  CHECK(ranked ==
        desk::run("triage.rank", {{"requests", requests},
                                  {"policy", policy},
                                  {"corrections", {{{"id", "r3"}, {"priority", "high"}, {"category", "billing"}}}},
                                  {"state", state},
                                  {"now", "2026-03-10T09:00:00Z"}})
            .value());
  CHECK(desk->run("triage.rank", {{"now", "2026-03-10T09:00:00Z"}}).value() == ranked);
}

TEST_CASE("a request that cannot be read is told by its entry, and the others are ranked none the less") {
  const auto broken = [](const std::string& id, Json request) {
    return draft("2026-03-10T08:20:00Z", "request.received", id, {{"request", std::move(request)}});
  };
  Json add = first["add"];
  add.push_back(broken("bad1", {{"id", "bad1"}, {"body", 7}}));
  add.push_back(broken("bad2", {{"id", "bad2"}, {"timeZone", "Nowhere/Town"}}));
  add.push_back(broken("bad3", "a text"));
  add.push_back(broken("bad4", {{"id", "r1"}}));
  add.push_back(broken("no-id", {{"body", "Merci de me rappeler."}}));
  add.push_back(draft("2026-03-10T08:21:00Z", "request.corrected", "r3", {{"priority", "whenever"}}));
  auto desk = desk::Desk::open(Json::object()).value();
  CHECK(desk->run("journal.append", {{"add", add}}).ok());
  const Json ranked = desk->run("triage.rank", Json::object()).value();
  std::string ids, problems;
  for (const Json& item : ranked["items"]) ids += item["id"].get<std::string>() + " ";
  for (const Json& one : ranked["problems"]) {
    problems += std::to_string(one["seq"].get<int>()) + " " + one["ref"].get<std::string>() + " " +
                one["code"].get<std::string>() + " " + one.value("path", "") + "\n";
  }
  CHECK(ids == "r1 r2 r3 no-id ");
  CHECK(problems ==
        "4 bad1 wrong-type /payload/request/body\n"
        "5 bad2 unknown-zone /payload/request/timeZone\n"
        "6 bad3 wrong-type /payload/request\n"
        "7 bad4 duplicate-id /payload/request/id\n"
        "9 r3 invalid-value /corrections/0/priority\n");
  CHECK(ranked["problems"][3]["args"] == Json{{"id", "r1"}});
  const Json closed = {{"add", {draft("2026-03-10T08:30:00Z", "request.closed", "bad1", Json::object())}}};
  CHECK(desk->run("journal.append", closed).ok());
  CHECK(desk->run("triage.rank", Json::object()).value()["problems"].size() == 4);
}

TEST_CASE("a correction reaches its request whatever id the request calls itself by") {
  Json add = Json::array({received("2026-03-10T08:00:00Z", "own", "Merci de me rappeler.")});
  add[0]["ref"] = "r9";
  add.push_back(draft("2026-03-10T08:10:00Z", "request.corrected", "r9", {{"priority", "critical"}}));
  auto desk = desk::Desk::open(Json::object()).value();
  CHECK(desk->run("journal.append", {{"add", add}}).ok());
  const Json item = desk->run("triage.rank", Json::object()).value()["items"][0];
  CHECK(item["id"] == "own");
  CHECK(item["priority"] == "critical");
}

TEST_CASE("a desk that grew entry by entry answers the same bytes as one that was opened with all of them") {
  Json drafts = first["add"];
  drafts.insert(drafts.end(), second["add"].begin(), second["add"].end());
  drafts.push_back(draft("2026-03-10T08:30:00Z", "request.received", "bad", {{"request", 7}}));
  drafts.push_back(
      draft("2026-03-10T08:31:00Z", "entry.amended", "3",
            {{"seq", 3}, {"payload", received("2026-03-10T08:06:00Z", "r3", "C'est urgent !")["payload"]}}));
  drafts.push_back(draft("2026-03-10T08:32:00Z", "entry.reverted", "4", {{"seq", 4}}));
  drafts.push_back(received("2026-03-10T08:33:00Z", "r9", "Une question, sans urgence."));
  auto grown = desk::Desk::open(Json::object()).value();
  Json entries = Json::array();
  for (const Json& one : drafts) {
    const Json added = grown->run("journal.append", {{"add", Json::array({one})}}).value();
    entries.push_back(added["entries"][0]);
    auto whole = desk::Desk::open({{"entries", entries}}).value();
    for (const char* operation : {"triage.rank", "journal.state", "journal.verify"}) {
      CHECK(dump(grown->run(operation, Json::object()).value()) == dump(whole->run(operation, Json::object()).value()));
    }
    CHECK(dump(grown->run("journal.append", first).value()) == dump(whole->run("journal.append", first).value()));
    grown = desk::Desk::open({{"entries", entries}}).value();
  }
  const Json ranked = grown->run("triage.rank", Json::object()).value();
  CHECK(ranked["items"].size() == 5);
  CHECK(ranked["items"][2]["priority"] == "high");
}

TEST_CASE("what is erased from a held desk is gone from it, and its late entries are in it") {
  auto desk = desk::Desk::open(Json::object()).value();
  const Json one = desk->run("journal.append", first).value();
  auto other = desk::Desk::open({{"entries", one["entries"]}}).value();
  CHECK(other->run("journal.append", second).ok());
  const Json late = other->run("journal.erase", {{"seqs", {2}}, {"ground", "asked"}}).value()["entries"];
  const Json salt = "11111111111111111111111111111111";
  CHECK(desk->run("journal.merge", {{"late", late}, {"salt", salt}}).value()["added"].get<int>() > 0);
  CHECK(desk->run("journal.verify", Json::object()).value()["ok"] == true);
  CHECK(desk->run("triage.rank", Json::object()).value()["items"].size() == 3);
  CHECK(other->run("triage.rank", Json::object()).value()["items"].size() == 3);
}

TEST_CASE("a held desk refuses what it holds itself, and what asks nothing of it") {
  CHECK(!desk::Desk::open({{"policy", 1}}).ok());
  CHECK(!desk::Desk::open({{"entries", 1}}).ok());
  CHECK(!desk::Desk::open({{"journal", 1}}).ok());
  CHECK(!desk::Desk::open(Json::array()).ok());
  auto desk = desk::Desk::open(Json::object()).value();
  CHECK(error_of(desk->run("journal.state", {{"entries", Json::array()}})) == "unknown-member /entries");
  CHECK(error_of(desk->run("journal.append", {{"tip", Json::object()}, {"add", Json::array()}})) ==
        "unknown-member /tip");
  CHECK(error_of(desk->run("handover.compose", {{"policy", Json::object()}})) == "unknown-member /policy");
  CHECK(error_of(desk->run("triage.rank", {{"requests", Json::array()}})) == "unknown-member /requests");
  CHECK(error_of(desk->run("journal.state", Json::array())) == "wrong-type ");
  CHECK(error_of(desk->run("words.render", Json::object())) == "unknown-operation ");
  CHECK(error_of(desk->run("journal.append", Json::object())) == "missing-member ");
  CHECK(desk->run("journal.append", first).ok());
  CHECK(desk->run("journal.state", Json::object()).value()["size"] == 3);
}
