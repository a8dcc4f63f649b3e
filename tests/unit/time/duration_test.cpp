#include "core/time/duration.hpp"

#include <doctest/doctest.h>

using namespace relais::time;

TEST_CASE("durations are read as RFC 5545 section 3.3.6 and RFC 8984 section 1.4.6 write them") {
  struct Row {
    const char* text;
    Duration value;
    const char* written;
  };
  const Row rows[] = {{"PT1H30M", {0, 5400}, "PT1H30M"},
                      {"P1D", {1, 0}, "P1D"},
                      {"P2W", {14, 0}, "P14D"},
                      {"P1W2DT3H", {9, 10800}, "P9DT3H"},
                      {"P15DT5H0M20S", {15, 18020}, "P15DT5H20S"},
                      {"-PT15M", {0, -900}, "-PT15M"},
                      {"-P1DT1S", {-1, -1}, "-P1DT1S"},
                      {"+PT36H", {0, 129600}, "PT36H"},
                      {"PT0S", {}, "PT0S"},
                      {"P0D", {}, "PT0S"},
                      {"PT90M", {0, 5400}, "PT1H30M"},
                      {"P3660000D", {3660000, 0}, "P3660000D"}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto duration = parse_duration(row.text);
    REQUIRE(duration);
    CHECK(*duration == row.value);
    CHECK(format(*duration) == row.written);
    CHECK(parse_duration(row.written) == duration);
  }
}

TEST_CASE("months, fractions, disorder and what is too long are refused") {
  for (const char* text : {"",
                           "P",
                           "PT",
                           "P1",
                           "1D",
                           "P1M",
                           "P1Y",
                           "PT1.5S",
                           "P1DT",
                           "PT1M1H",
                           "P1D1W",
                           "PT1H1H",
                           "P1H",
                           "PT1D",
                           "--P1D",
                           "P-1D",
                           "PT 1H",
                           "P1D ",
                           "p1d",
                           "P3660001D",
                           "PT316224000001S",
                           "P99999999999999999999D",
                           "PT9999999999999H"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_duration(text));
  }
}

TEST_CASE("a day counts as 24 hours only when all is put into seconds") {
  CHECK(total_seconds({1, 3600}) == 90000);
  CHECK(total_seconds({-1, -1}) == -86401);
}
