#include "core/calendar/recurrence_rule.hpp"

#include "core/calendar/recurrence_rule_json.hpp"
#include "core/calendar/rrule_repair.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace relais;
using namespace relais::calendar;

TEST_CASE("a rule is read and written again (RFC 5545 section 3.3.10)") {
  const char* rows[] = {"FREQ=DAILY",
                        "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
                        "FREQ=MONTHLY;UNTIL=20261231T000000Z;BYDAY=1SU,-1SU",
                        "FREQ=YEARLY;UNTIL=20261231;BYMONTH=1,12;BYMONTHDAY=-1",
                        "FREQ=YEARLY;BYYEARDAY=1,-366;BYHOUR=0,23;BYMINUTE=59;BYSECOND=0,60;BYSETPOS=-2",
                        "FREQ=YEARLY;BYDAY=MO;BYWEEKNO=20,-53",
                        "RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD"};
  for (const char* row : rows) {
    CAPTURE(row);
    const auto rule = parse_rrule(row);
    REQUIRE(rule.ok());
    CHECK(to_rrule(*rule) == row);
    Reading reading;
    const RecurrenceRule again = read_rule(rule_to_json(*rule), "", reading);
    CHECK_FALSE(reading.failed());
    if (!rule->until) CHECK(again == *rule);
  }
}

TEST_CASE("case, spaces, a name before it and empty parts do not matter") {
  const auto rule = parse_rrule(" RRULE:freq=weekly;;byday= mo , we;interval=02; ");
  REQUIRE(rule.ok());
  CHECK(to_rrule(*rule) == "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE");
}

TEST_CASE("what is no rule is refused by the part that is wrong") {
  struct Row {
    const char* text;
    std::string_view code;
    const char* part;
  };
  const Row rows[] = {
      {"", "invalid-value", ""},
      {"INTERVAL=2", "invalid-value", "INTERVAL=2"},
      {"FREQ=FORTNIGHTLY", "invalid-value", "FREQ=FORTNIGHTLY"},
      {"FREQ=DAILY;FREQ=DAILY", "invalid-value", "FREQ=DAILY"},
      {"FREQ=DAILY;INTERVAL=0", "invalid-value", "INTERVAL=0"},
      {"FREQ=DAILY;INTERVAL=-1", "invalid-value", "INTERVAL=-1"},
      {"FREQ=DAILY;COUNT=0", "invalid-value", "COUNT=0"},
      {"FREQ=DAILY;COUNT=x", "invalid-value", "COUNT=x"},
      {"FREQ=DAILY;UNTIL=20260230", "invalid-value", "UNTIL=20260230"},
      {"FREQ=DAILY;BYDAY", "invalid-value", "BYDAY"},
      {"FREQ=DAILY;BYDAY=", "invalid-value", "BYDAY="},
      {"FREQ=DAILY;BYDAY=1MO", "invalid-value", "BYDAY=1MO"},
      {"FREQ=MONTHLY;BYDAY=0MO", "invalid-value", "BYDAY=0MO"},
      {"FREQ=MONTHLY;BYDAY=54MO", "invalid-value", "BYDAY=54MO"},
      {"FREQ=YEARLY;BYWEEKNO=10;BYDAY=2MO", "invalid-value", "BYDAY=2MO"},
      {"FREQ=YEARLY;BYMONTH=13", "invalid-value", "BYMONTH=13"},
      {"FREQ=YEARLY;BYMONTH=0", "invalid-value", "BYMONTH=0"},
      {"FREQ=YEARLY;BYMONTHDAY=32", "invalid-value", "BYMONTHDAY=32"},
      {"FREQ=YEARLY;BYYEARDAY=0", "invalid-value", "BYYEARDAY=0"},
      {"FREQ=YEARLY;BYYEARDAY=367", "invalid-value", "BYYEARDAY=367"},
      {"FREQ=YEARLY;BYWEEKNO=-54", "invalid-value", "BYWEEKNO=-54"},
      {"FREQ=DAILY;BYHOUR=24", "invalid-value", "BYHOUR=24"},
      {"FREQ=DAILY;BYSECOND=61", "invalid-value", "BYSECOND=61"},
      {"FREQ=DAILY;BYSETPOS=1", "invalid-value", "BYSETPOS"},
      {"FREQ=DAILY;WKST=XX", "invalid-value", "WKST=XX"},
      {"FREQ=DAILY;BYMONT=1", "invalid-value", "BYMONT=1"},
      {"RSCALE=HEBREW;FREQ=DAILY", "unsupported", "RSCALE=HEBREW"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto rule = parse_rrule(row.text);
    REQUIRE_FALSE(rule.ok());
    CHECK(name(rule.error().code) == row.code);
    REQUIRE_FALSE(rule.error().args.empty());
    CHECK(std::get<std::string>(rule.error().args.front().value) == row.part);
  }
}

TEST_CASE("what breaks the standard and has one meaning is read by it") {
  struct Row {
    const char* text;
    const char* meant;
  };
  const Row rows[] = {
      {"FREQ=WEEKLY;UNTIL=20140801T150000ZZ;BYDAY=MO", "FREQ=WEEKLY;UNTIL=20140801T150000Z;BYDAY=MO"},
      {"FREQ=MONTHLY;COUNT=10;BYMONTH=10,BYMONTHDAY=10", "FREQ=MONTHLY;COUNT=10;BYMONTH=10;BYMONTHDAY=10"},
      {"FREQ=YEARLY;BYMONTH=1,2,byday=MO,TU,COUNT=3", "FREQ=YEARLY;COUNT=3;BYDAY=MO,TU;BYMONTH=1,2"},
      {"FREQ=WEEKLY;INTERVAL=2;BYDAY=", "FREQ=WEEKLY;INTERVAL=2"},
      {"FREQ=MONTHLY;BYSETPOS=5;BYDAY=SU;UNTIL=2018-08-01", "FREQ=MONTHLY;UNTIL=20180801;BYDAY=SU;BYSETPOS=5"},
      {"FREQ=DAILY;UNTIL=2018-08-01T10:00:00Z", "FREQ=DAILY;UNTIL=20180801T100000Z"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK_FALSE(parse_rrule(row.text).ok());
    const auto read = parse_rrule_as_meant(row.text);
    REQUIRE(read.ok());
    CHECK(read->repaired);
    CHECK(to_rrule(read->rule) == row.meant);
  }
  CHECK_FALSE(parse_rrule_as_meant("FREQ=DAILY;COUNT=2")->repaired);
  for (const char* text : {"FREQ=DAILY;INTERVAL=", "FREQ=DAILY;UNTIL=", "FREQ=DAILY;UNTIL=ZZ", "FREQ=DAILY;COUNT=2,3",
                           "FREQ=DAILY;BYMONTH=1=2", "FREQ=DAILY;BYMONTH=1,BYMONTH=2", "=,=", ",", "=;=;,=,=", "ZZ",
                           "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;UNTIL=20260230", "UNTIL=2018-08-01"}) {
    CAPTURE(text);
    REQUIRE_FALSE(parse_rrule_as_meant(text).ok());
    CHECK(parse_rrule_as_meant(text).error().args == parse_rrule(text).error().args);
  }
}

TEST_CASE("a rule object is checked as a rule text is (RFC 8984 section 4.3.3)") {
  struct Row {
    const char* json;
    const char* path;
  };
  const Row rows[] = {
      {R"({})", ""},
      {R"({"frequency": "fortnightly"})", "/frequency"},
      {R"({"frequency": "daily", "interval": 0})", "/interval"},
      {R"({"frequency": "daily", "byHour": []})", "/byHour"},
      {R"({"frequency": "daily", "byHour": [24]})", "/byHour"},
      {R"({"frequency": "daily", "byMonthDay": [0]})", "/byMonthDay"},
      {R"({"frequency": "daily", "byMonth": ["5L"]})", "/byMonth"},
      {R"({"frequency": "daily", "byMonth": [5]})", "/byMonth/0"},
      {R"({"frequency": "daily", "byDay": [{"day": "xx"}]})", "/byDay/0/day"},
      {R"({"frequency": "daily", "byDay": [{"day": "mo", "nthOfPeriod": 1}]})", ""},
      {R"({"frequency": "daily", "rscale": "hebrew"})", "/rscale"},
      {R"({"frequency": "daily", "until": "soon"})", "/until"},
      {R"([])", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    Reading reading;
    read_rule(*parse_json(row.json), "", reading);
    REQUIRE(reading.failed());
    CHECK(reading.error().path == row.path);
  }
}

TEST_CASE("a rule object keeps members that nobody knows") {
  Reading reading;
  const Json json = *parse_json(R"({"@type": "RecurrenceRule", "frequency": "daily", "example.org:why": 1})");
  CHECK(rule_to_json(read_rule(json, "", reading)) == json);
}
