#include "core/handover/agenda.hpp"

#include "tests/unit/handover/handover_fixture.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::handover_fixture;

namespace {

// `appointment@11T09:00 package`
std::string order(const Json& document) {
  std::string out;
  for (const Json& item : document["agenda"]) {
    out += item["reason"]["code"].get<std::string>().substr(9);
    if (item.contains("when")) out += "@" + item["when"].get<std::string>().substr(8, 8);
    out += " ";
  }
  return out;
}

Json event(const char* uid, const char* start, Json more = Json::object()) {
  Json json{{"@type", "Event"},           {"uid", uid},        {"title", uid}, {"start", start},
            {"timeZone", "Europe/Paris"}, {"duration", "PT1H"}};
  json.update(more);
  return json;
}

Json composed(const std::vector<Line>& lines, const Json& calendars, std::string_view reader = "ben") {
  return desk::handover_compose({{"entries", journal::to_json(journal_of(lines))},
                                 {"policy", parse_json(policy_text).value()},
                                 {"reader", reader},
                                 {"at", "2026-03-10T17:00:00Z"},
                                 {"calendars", calendars}})
      .value()["document"];
}

const Line promised{"2026-03-10T08:00:00Z",
                    "ana",
                    "callback.promised",
                    "t1",
                    "clinic",
                    R"({"to": "Mme Roux", "by": "2026-03-10T10:00:00"})"};

Line tried(const char* at, const char* payload = R"({"who": "Mme Roux", "channel": "phone"})") {
  return {at, "ana", "contact.attempted", "t1", "clinic", payload};
}

}  // namespace

TEST_CASE("appointments of the next 48 hours stand once, however many calendars hold them") {
  const Json series{{"recurrenceRules", {{{"frequency", "daily"}}}}};
  const Json calendars = Json::array(
      {{{"client", "law"},
        {"person", "m-roux"},
        {"events",
         {event("a", "2026-03-11T09:00:00"), event("late", "2026-03-12T19:00:00"),
          event("over", "2026-03-10T16:00:00")}}},
       {{"client", "law"},
        {"person", "m-noir"},
        {"events",
         {event("a", "2026-03-11T11:00:00", {{"sequence", 2}}), event("daily", "2026-03-01T08:00:00", series),
          event("gone", "2026-03-11T12:00:00", {{"status", "cancelled"}}),
          event("day", "2026-03-12T00:00:00", {{"showWithoutTime", true}, {"duration", "P1D"}})}}}});
  const Json document = composed({}, calendars);
  CHECK(order(document) == "appointment@11T08:00 appointment@11T11:00 appointment@12 appointment@12T08:00 ");
  CHECK(document["agenda"][1]["reason"]["args"]["person"] == "m-noir");
  CHECK(document["agenda"][0]["sources"].empty());
}

TEST_CASE("what the journal moved is told as moved, not twice") {
  const Line moved{
      "2026-03-10T08:00:00Z",
      "ana",
      "event.moved",
      "a",
      "law",
      R"({"title": "a", "from": "2026-03-10T09:00:00", "to": "2026-03-11T09:00:00", "timeZone": "Europe/Paris"})"};
  const Json calendars =
      Json::array({{{"client", "law"}, {"person", "m-roux"}, {"events", {event("a", "2026-03-11T09:00:00")}}}});
  CHECK(order(composed({moved}, calendars)) == "event-moved-from@11T09:00 ");
}

TEST_CASE("private events are masked for a reader below their level, and never leave their times out") {
  const Json calendars = Json::array({{{"client", "law"},
                                       {"person", "m-roux"},
                                       {"events", {event("hidden", "2026-03-11T09:00:00", {{"privacy", "secret"}})}}}});
  const Json ben = composed({}, calendars), ana = composed({}, calendars, "ana");
  CHECK_FALSE(ben["agenda"][0].contains("title"));
  CHECK(ben["agenda"][0]["masked"]["ask"] == "ana");
  CHECK(ben["agenda"][0]["when"] == "2026-03-11T09:00:00");
  CHECK(ana["agenda"][0]["title"] == "hidden");
  const Json booked =
      composed({{"2026-03-10T08:00:00Z", "ana", "event.booked", "e", "law",
                 R"({"title": "hidden", "start": "2026-03-11T09:00:00", "confidentiality": "secret"})"}},
               Json::array());
  CHECK(dump(booked).find("hidden") == std::string::npos);
}

TEST_CASE("whoever was not reached is tried again: one, three, eight working hours later, then written to") {
  struct Row {
    std::vector<Line> attempts;
    const char* expected;
  };
  const Row rows[] = {
      {{}, "promise-late@10T11:00 "},
      {{tried("2026-03-10T09:00:00Z")}, "promise-tried@10T11:00 "},
      {{tried("2026-03-10T09:00:00Z"), tried("2026-03-10T10:00:00Z")}, "promise-tried@10T14:00 "},
      {{tried("2026-03-09T09:00:00Z"), tried("2026-03-10T10:00:00Z"), tried("2026-03-10T16:00:00Z")},
       "promise-tried@11T16:00 "},
      {{tried("2026-03-09T09:00:00Z"), tried("2026-03-09T10:00:00Z"), tried("2026-03-10T10:00:00Z"),
        tried("2026-03-10T16:00:00Z")},
       "promise-given-up "},
      {{tried("2026-03-10T09:00:00Z", R"({"next": "2026-03-12T09:30:00"})")}, "promise-tried@12T10:30 "},
  };
  for (const Row& row : rows) {
    std::vector<Line> lines{promised};
    lines.insert(lines.end(), row.attempts.begin(), row.attempts.end());
    CHECK(order(composed(lines, nullptr)) == row.expected);
  }
}

TEST_CASE("a rule for calls says when to try again, and how often") {
  Json policy = parse_json(policy_text).value();
  policy["followUps"].push_back(
      {{"id", "f2"}, {"client", "clinic"}, {"after", "PT2H"}, {"clock", "always"}, {"action", "call"}, {"times", 1}});
  policy["followUps"].erase(0);
  const auto with = [&](const std::vector<Line>& lines) {
    return order(desk::handover_compose({{"entries", journal::to_json(journal_of(lines))},
                                         {"policy", policy},
                                         {"reader", "ben"},
                                         {"at", "2026-03-10T17:00:00Z"}})
                     .value()["document"]);
  };
  CHECK(with({promised, tried("2026-03-10T16:30:00Z")}) == "promise-tried@10T19:30 ");
  CHECK(with({promised, tried("2026-03-10T15:30:00Z"), tried("2026-03-10T16:30:00Z")}) == "promise-given-up ");
}

TEST_CASE("a package says what is left of the month, of all months, or by how much it is over") {
  struct Row {
    Json contract;
    std::vector<Line> lines;
    const char* expected;
  };
  const Line february{"2026-02-10T08:00:00Z", "ana", "time.worked", "law", "law", R"({"minutes": 30})"};
  const Line march{"2026-03-09T08:00:00Z", "ana", "time.worked", "law", "law", R"({"minutes": 70})"};
  const Json monthly{{"kind", "package"}, {"minutes", 60}, {"per", "month"}};
  Json carried = monthly;
  carried["carryOver"] = true;
  const Row rows[] = {
      {monthly, {february}, R"({"args":{"granted":60,"left":60},"code":"handover.package"})"},
      {monthly, {february, march}, R"({"args":{"over":10},"code":"handover.package-over"})"},
      {carried, {february, march}, R"({"args":{"granted":120,"left":20},"code":"handover.package"})"},
      {{{"kind", "package"}, {"minutes", 90}},
       {february, march},
       R"({"args":{"over":10},"code":"handover.package-over"})"},
  };
  for (const Row& row : rows) {
    Json policy = parse_json(policy_text).value();
    policy["clients"][0]["contract"] = row.contract;
    const Json document = desk::handover_compose({{"entries", journal::to_json(journal_of(row.lines))},
                                                  {"policy", policy},
                                                  {"reader", "ben"},
                                                  {"at", "2026-03-10T17:00:00Z"}})
                              .value()["document"];
    REQUIRE(document["agenda"].size() == 1);
    CHECK(dump(document["agenda"][0]["reason"]) == row.expected);
    CHECK_FALSE(document["agenda"][0]["sources"].empty());
  }
}

TEST_CASE("a follow-up stands in the agenda with whether its text is written") {
  const auto with = [](const char* payload) {
    return order(composed({{"2026-03-10T08:00:00Z", "ana", "task.opened", "t1", "law", R"({"owner": "ben"})"},
                           {"2026-03-10T08:00:00Z", "ana", "followup.due", "t1", "law", payload}},
                          nullptr));
  };
  CHECK(with(R"({"on": "2026-03-11", "what": "the invoice"})") == "follow-up@11 ");
  CHECK(with(R"({"on": "2026-03-11", "drafted": true})") == "follow-up-drafted@11 ");
  CHECK(with(R"({"on": "2026-03-20"})") == "");
}

TEST_CASE("a chase stands in the agenda until its day is over; then the task's own line says that it is late") {
  struct Row {
    const char *chase, *expected;
  };
  const Row rows[] = {{"2026-03-09", ""},
                      {"2026-03-10", "chase@10 "},
                      {"2026-03-10T17:59:00", ""},
                      {"2026-03-12", "chase@12 "},
                      {"2026-03-13", ""}};
  for (const Row& row : rows) {
    CAPTURE(row.chase);
    const std::string payload = std::string(R"({"waitingOn": {"who": "the court", "chase": ")") + row.chase + R"("}})";
    const Json document =
        composed({{"2026-03-10T08:00:00Z", "ana", "task.opened", "t1", "law", payload.c_str()}}, Json::array());
    CHECK(order(document) == row.expected);
  }
}

TEST_CASE("a promise about what its task is called does not say it twice") {
  const auto about = [](const char* said) {
    const std::string payload = std::string(R"({"to": "Mme Roux", "about": ")") + said + R"("})";
    const Json document =
        composed({{"2026-03-10T08:00:00Z", "ana", "task.opened", "t1", "law", R"({"title": "The lease"})"},
                  {"2026-03-10T08:01:00Z", "ana", "callback.promised", "t1", "law", payload.c_str()}},
                 Json::array());
    return document["agenda"][0].value("title", "");
  };
  CHECK(about("The lease") == "");
  CHECK(about("The keys") == "The keys");
}

TEST_CASE("an appointment that is not confirmed says so, in both languages") {
  const Json calendars = Json::array(
      {{{"client", "law"},
        {"person", "ana"},
        {"events",
         {event("a", "2026-03-11T09:00:00", {{"status", "tentative"}}), event("b", "2026-03-11T10:00:00")}}}});
  const Json document = composed({}, calendars);
  CHECK(order(document) == "appointment-tentative@11T09:00 appointment@11T10:00 ");
  CHECK(rendered(document, "text", "en").find("Appointment not confirmed, Ana Petit, a — Cabinet Roux") !=
        std::string::npos);
  CHECK(rendered(document, "text", "fr").find("Rendez-vous non confirmé, Ana Petit, a — Cabinet Roux") !=
        std::string::npos);
}

TEST_CASE("work that is open on a package that is used up is told before anything else, in both languages") {
  const auto notices = [](const char* type) {
    Json policy = parse_json(policy_text).value();
    policy["clients"][0]["contract"] = {{"kind", "package"}, {"minutes", 60}};
    const auto entries =
        journal_of({{"2026-03-09T08:00:00Z", "ana", "time.worked", "law", "law", R"({"minutes": 150})"},
                    {"2026-03-09T08:01:00Z", "ana", "task.opened", "t1", "law", R"({"title": "The lease"})"},
                    {"2026-03-09T08:02:00Z", "ana", type, "t1", "law", "{}"}});
    return desk::handover_compose({{"entries", journal::to_json(entries)}, {"policy", policy}, {"reader", "ben"}})
        .value()["document"];
  };
  const Json open = notices("task.changed");
  CHECK(rendered(open, "text", "en").find("Note: Cabinet Roux: package used up, 1\u00A0h\u00A030\u00A0min over.") !=
        std::string::npos);
  CHECK(rendered(open, "text", "fr").find("Cabinet Roux\u00A0: forfait épuisé, dépassé de 1\u00A0h\u00A030.") !=
        std::string::npos);
  CHECK(rendered(notices("task.closed"), "text", "en").find(": package used up") == std::string::npos);
}
