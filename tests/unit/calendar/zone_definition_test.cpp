#include "core/calendar/zone_definition.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace relais;
using namespace relais::calendar;

namespace {

Observance observance(bool daylight, const char* start, int from, int to, const char* rule, std::size_t times = 1) {
  Observance out;
  out.daylight = daylight;
  out.start = *time::parse_local_time(start);
  out.offset_from = from;
  out.offset_to = to;
  out.rules.assign(times, parse_rrule(rule).value());
  return out;
}

std::vector<time::Transition> transitions(const time::Zone& zone) {
  const time::Instant end = *time::parse_instant("2300-01-01T00:00:00Z");
  std::vector<time::Transition> out;
  for (auto next = zone.next_transition({-62'000'000'000}, end); next; next = zone.next_transition(next->at, end)) {
    out.push_back(*next);
  }
  return out;
}

}  // namespace

TEST_CASE("a zone follows its yearly rules as far as zones go") {
  const ZoneDefinition definition{
      "/Office",
      {observance(false, "1601-10-28T03:00:00", 7200, 3600, "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"),
       observance(true, "1601-03-25T02:00:00", 3600, 7200, "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")},
      {}};
  const auto all = transitions(*build_zone(definition));
  CHECK(all.back().at == *time::parse_instant("2199-10-27T01:00:00Z"));
  CHECK(all.back().offset == 3600);
  CHECK(all.size() >= 2 * 230);
}

TEST_CASE("of several changes at one instant the last holds") {
  ZoneDefinition definition{"/Twice",
                            {observance(false, "2000-01-01T00:00:00", 0, 3600, "FREQ=YEARLY;COUNT=1"),
                             observance(true, "2000-01-01T00:00:00", 0, 7200, "FREQ=YEARLY;COUNT=1")},
                            {}};
  const auto all = transitions(*build_zone(definition));
  REQUIRE(all.size() == 1);
  CHECK(all.front().offset == 7200);
  CHECK(all.front().daylight);
}

TEST_CASE("what the rules of one zone cost is bounded, however many there are") {
  const char* rules[] = {"FREQ=SECONDLY", "FREQ=MINUTELY;INTERVAL=7", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"};
  for (const char* rule : rules) {
    CAPTURE(rule);
    const ZoneDefinition definition{"/Hostile", {observance(false, "1970-01-01T00:00:00", 0, 3600, rule, 20'000)}, {}};
    CHECK(transitions(*build_zone(definition)).size() <= 601);
  }
}
