#include "core/desk/clock.hpp"

#include <doctest/doctest.h>

using relais::desk::on_clock;

TEST_CASE("an instant is told as a clock of the zone shows it") {
  CHECK(on_clock("2026-11-24T09:00:00Z", "Europe/Paris") == "2026-11-24T10:00:00+01:00");
  CHECK(on_clock("2026-07-24T23:30:00Z", "Asia/Kolkata") == "2026-07-25T05:00:00+05:30");
  CHECK(on_clock("2026-07-24T02:00:00Z", "America/St_Johns") == "2026-07-23T23:30:00-02:30");
  CHECK(on_clock("2026-07-24T02:00:00Z", "Etc/UTC") == "2026-07-24T02:00:00+00:00");
  CHECK(on_clock("2026-07-24T02:00:00Z", "Mars/Base") == "2026-07-24T02:00:00Z");
  CHECK(on_clock("soon", "Etc/UTC") == "soon");
}
