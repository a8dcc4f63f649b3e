#include "core/report/statistics.hpp"

#include <doctest/doctest.h>

using namespace relais::report;

TEST_CASE("percentiles are nearest rank: values that occur") {
  struct Row {
    std::vector<std::int64_t> values;
    std::int64_t median, p90, mean;
  };
  const Row rows[] = {{{5}, 5, 5, 5},
                      {{1, 2}, 1, 2, 2},
                      {{3, 1, 2}, 2, 3, 2},
                      {{10, 20, 30, 40, 50, 60, 70, 80, 90, 100}, 50, 90, 55},
                      {{15, 20, 35, 40, 50}, 35, 50, 32},
                      {{-3, -2}, -3, -2, -2}};
  for (const Row& row : rows) {
    const Summary summary = summarize(row.values);
    CHECK(summary.n == static_cast<std::int64_t>(row.values.size()));
    CHECK(summary.median == row.median);
    CHECK(summary.p90 == row.p90);
    CHECK(summary.mean == row.mean);
  }
  CHECK(summarize({}).n == 0);
  CHECK(nearest_rank({15, 20, 35, 40, 50}, 30) == 20);
  CHECK(nearest_rank({15, 20, 35, 40, 50}, 100) == 50);
  CHECK(nearest_rank({15, 20, 35, 40, 50}, 1) == 15);
}

TEST_CASE("a share has the interval of Wilson") {
  struct Row {
    std::int64_t successes, n, value, low, high;
  };
  // Newcombe 1998, Statistics in Medicine 17, table I, method 3.
  const Row rows[] = {{81, 263, 308, 255, 366},
                      {15, 148, 101, 62, 160},
                      {0, 20, 0, 0, 161},
                      {1, 29, 34, 6, 172},
                      {20, 20, 1000, 839, 1000}};
  for (const Row& row : rows) {
    const Share share = wilson(row.successes, row.n);
    CHECK(share.value == row.value);
    CHECK(share.low == row.low);
    CHECK(share.high == row.high);
  }
}
