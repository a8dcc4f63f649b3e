#include "core/handover/pack.hpp"

#include "core/desk/journal_operations.hpp"

#include "tests/unit/handover/handover_fixture.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::handover_fixture;

namespace {

std::vector<Line> desk_of_ana() {
  return {
      {"2026-03-10T08:00:00Z", "ana", "request.received", "r1", "law", R"({"request": {"subject": "hidden one"}})"},
      {"2026-03-10T08:01:00Z", "ana", "task.opened", "t1", "law",
       R"({"title": "hidden two", "request": "r1", "confidentiality": "secret", "owner": "ana"})"},
      {"2026-03-10T08:02:00Z", "ana", "callback.promised", "r1", "law", R"({"to": "hidden three"})"},
      {"2026-03-10T08:03:00Z", "ana", "entry.amended", "1", "law",
       R"({"seq": 1, "payload": {"request": {"subject": "hidden four"}}})"},
      {"2026-03-10T08:04:00Z", "ana", "task.opened", "t2", "law", R"({"title": "plain", "owner": "ana"})"},
      {"2026-03-10T08:05:00Z", "ana", "instruction.given", "i9", "law",
       R"({"text": "hidden five", "confidentiality": "confidential"})"},
      {"2026-03-10T08:06:00Z", "ana", "handover.issued", "h1", "",
       R"({"reader": "zoe", "document": {"title": "hidden six"}})"},
      {"2026-03-10T08:07:00Z", "ana", "event.booked", "e1", "law",
       R"({"title": "hidden seven", "start": "2026-03-11T09:00:00", "confidentiality": "secret"})"},
  };
}

Json packed(std::string_view reader) {
  const Json calendars = Json::array(
      {{{"client", "law"},
        {"person", "m-roux"},
        {"events",
         {{{"@type", "Event"},
           {"uid", "a"},
           {"title", "hidden eight"},
           {"privacy", "private"},
           {"start", "2026-03-11T09:00:00"},
           {"duration", "PT1H"},
           {"recurrenceRules", {{{"@type", "RecurrenceRule"}, {"frequency", "weekly"}}}},
           {"recurrenceOverrides", {{"2026-03-18T09:00:00", {{"title", "hidden nine"}, {"duration", "PT2H"}}}}}}}}}});
  return desk::desk_pack({{"entries", journal::to_json(journal_of(desk_of_ana()))},
                          {"policy", parse_json(policy_text).value()},
                          {"reader", reader},
                          {"at", "2026-03-10T12:00:00Z"},
                          {"calendars", calendars}})
      .value()["pack"];
}

}  // namespace

TEST_CASE("a pack holds what its reader may read, and every head") {
  const Json pack = packed("ben");
  CHECK(dump(pack).find("hidden") == std::string::npos);
  CHECK(dump(pack).find("Noir: Me Roux alone") == std::string::npos);
  CHECK(dump(pack["withheld"]) == "[1,2,3,4,6,7,8]");
  CHECK(pack["entries"].size() == desk_of_ana().size());
  CHECK(pack["entries"][4]["payload"]["title"] == "plain");
  CHECK(pack["calendars"][0]["events"][0]["recurrenceOverrides"]["2026-03-18T09:00:00"]["duration"] == "PT2H");
  CHECK(dump(packed("ana")).find("hidden eight") != std::string::npos);
}

TEST_CASE("the chain of a pack verifies against its own anchor, and the desk goes on from it") {
  const Json pack = packed("ben");
  const Json verified =
      desk::journal_verify(
          {{"entries", pack["entries"]}, {"withheld", pack["withheld"]}, {"anchors", {pack["journal"]}}})
          .value();
  CHECK(verified["ok"] == true);
  const Json claim{{"at", "2026-03-10T13:00:00Z"},
                   {"by", "ben"},
                   {"type", "handover.claimed"},
                   {"ref", "claim-1"},
                   {"payload", {{"reader", "ben"}, {"size", pack["journal"]["size"]}}},
                   {"salt", journal_fixture::salt(99)}};
  const Json more = desk::journal_append({{"tip", pack["journal"]}, {"add", {claim}}}).value();
  Json entries = pack["entries"];
  entries.push_back(more["entries"][0]);
  const Json document = desk::handover_compose({{"entries", entries},
                                                {"policy", pack["policy"]},
                                                {"reader", "ben"},
                                                {"at", "2026-03-10T13:00:00Z"},
                                                {"withheld", pack["withheld"]}})
                            .value()["document"];
  CHECK(document["holder"] == "ben");
  CHECK(document["limits"]["journalProblems"] == 0);
  const std::string text = rendered(document, "text", "en");
  CHECK(text.find("Not signed: nobody hands over. Ana Petit wrote last on Tuesday 10\u00A0March at 9:07.") !=
        std::string::npos);
}

TEST_CASE("the document in a pack says that nobody signed it, and when the last entry was") {
  const std::string text = rendered(packed("ben")["document"], "text", "fr");
  CHECK(text.find("Non signée\u00A0: personne ne transmet. Dernière entrée\u00A0: Ana Petit, mardi 10\u00A0mars à "
                  "9\u00A0h\u00A007.") != std::string::npos);
}
