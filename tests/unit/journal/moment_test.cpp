#include "core/journal/moment.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::journal;

TEST_CASE("a moment is a day, a local time or an instant, and is written as it was read") {
  for (const char* text : {"2026-03-10", "2026-03-10T17:00:00", "2026-03-10T16:00:00Z"}) {
    const auto moment = parse_moment(text);
    REQUIRE(moment);
    CHECK(format(*moment) == text);
  }
  for (const char* text : {"", "2026-03", "2026-03-10T17:00", "2026-02-30", "demain", "2026-03-10T16:00:00+01:00"}) {
    CHECK_FALSE(parse_moment(text));
  }
}

TEST_CASE("a day is over at its midnight, in the zone, on the day of a clock change too") {
  const auto paris = time::find_zone("Europe/Paris");
  REQUIRE(paris);
  struct Row {
    const char *moment, *beginning, *deadline;
  };
  const Row rows[] = {
      {"2026-03-10", "2026-03-09T23:00:00Z", "2026-03-10T23:00:00Z"},
      {"2026-03-29", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"},
      {"2026-03-10T17:00:00", "2026-03-10T16:00:00Z", "2026-03-10T16:00:00Z"},
      {"2026-03-10T16:00:00Z", "2026-03-10T16:00:00Z", "2026-03-10T16:00:00Z"},
  };
  for (const Row& row : rows) {
    const Moment moment = parse_moment(row.moment).value();
    CHECK(time::format(beginning(moment, *paris)) == row.beginning);
    CHECK(time::format(deadline(moment, *paris)) == row.deadline);
  }
}
