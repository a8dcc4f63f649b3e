#include "core/time/work_clock.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::time;

TEST_CASE("a work clock answers as the hours themselves do, over clock changes, holidays and far from its months") {
  WorkingHours hours;
  for (std::size_t day = 0; day < 5; ++day) hours.week[day] = {{9 * 60, 12 * 60 + 30}, {13 * 60 + 30, 18 * 60}};
  hours.week[5] = {{0, 24 * 60}};
  hours.region = Region::france;
  const ZonePtr zone = find_zone("Europe/Paris");
  const Instant now = *parse_instant("2026-03-27T10:00:00Z");
  const WorkClock clock(hours, *zone, now);
  for (std::int64_t from = -200; from <= 200; from += 7) {
    const Instant start = now + from * 86'400 + from * 613;
    for (const std::int64_t step : {-5, 1, 60, 3600, 100'000, 5'000'000}) {
      CAPTURE(from);
      CAPTURE(step);
      CHECK(clock.seconds(start, start + step) == business_seconds(hours, *zone, start, start + step));
      CHECK(clock.add(start, step / 10) == add_business_seconds(hours, *zone, start, step / 10));
    }
  }
}

TEST_CASE("without hours a work clock counts nothing") {
  const WorkingHours none;
  const ZonePtr zone = find_zone("UTC");
  const Instant now = *parse_instant("2026-03-27T10:00:00Z");
  const WorkClock clock(none, *zone, now);
  CHECK(clock.seconds(now, now + 3600) == 0);
  CHECK(!clock.add(now, 60).has_value());
  CHECK(clock.add(now, 0) == now);
}
