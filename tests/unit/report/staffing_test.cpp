#include "core/report/staffing.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace relais::report;

namespace {

bool close(double got, double expected) { return std::abs(got - expected) <= 1e-11 * std::abs(expected); }

// Erlang A by its definition: the chain of states, summed until nothing is left.
struct Chain {
  double wait = 0, abandoned = 0;
};
Chain chain(double load, double n, double patience_over_handle) {
  std::vector<double> weight{1.0};
  for (double j = 1; weight.back() > 1e-30 || j < 2 * n + load; ++j) {
    const double leaving = std::fmin(j, n) + std::fmax(0.0, j - n) / patience_over_handle;
    weight.push_back(weight.back() * load / leaving);
  }
  double total = 0, waiting = 0, queue = 0;
  for (std::size_t j = 0; j < weight.size(); ++j) {
    const auto callers = static_cast<double>(j);
    total += weight[j];
    if (callers >= n) waiting += weight[j];
    if (callers >= n) queue += weight[j] * (callers - n);
  }
  return {waiting / total, queue / total / patience_over_handle / load};
}

}  // namespace

TEST_CASE("Erlang C of one agent is the M/M/1 queue") {
  const ErlangC one = erlang_c({10, 180, 20}, 1);
  CHECK(one.stable);
  CHECK(close(one.wait_probability, 0.5));
  CHECK(close(one.mean_wait_seconds, 180));
  CHECK(close(one.answered_in_target, 1 - 0.5 * std::exp(-20.0 / 360)));
}

TEST_CASE("Erlang C has no answer where the load reaches the agents, Erlang A always has") {
  CHECK_FALSE(erlang_c({40, 180, 20}, 2).stable);
  CHECK(erlang_c({39.9, 180, 20}, 2).stable);
  CHECK(close(erlang_a({45, 180, 20}, 2, 60).abandoned, 0.369215945461));
}

TEST_CASE("Erlang A is the chain of its states") {
  struct Row {
    double calls, handle, patience;
    int agents;
  };
  const Row rows[] = {{6, 180, 60, 1},   {45, 180, 60, 2},   {150, 200, 120, 10}, {900, 180, 60, 50},
                      {900, 180, 5, 20}, {20, 600, 3000, 2}, {1, 30, 60, 5},      {300, 200, 600, 10}};
  for (const Row& row : rows) {
    CAPTURE(row.calls);
    const ErlangA got = erlang_a({row.calls, row.handle, 20}, row.agents, row.patience);
    const Chain expected = chain(row.calls * row.handle / 3600, row.agents, row.patience / row.handle);
    CHECK(close(got.wait_probability, expected.wait));
    CHECK(close(got.abandoned, expected.abandoned));
    CHECK(close(got.mean_wait_seconds, expected.abandoned * row.patience));
  }
}

TEST_CASE("who waits no time at all is served in time, who may wait for ever too unless they hang up") {
  const ErlangA none = erlang_a({60, 180, 0}, 4, 90);
  CHECK(close(none.served_in_target, 1 - none.wait_probability));
  const ErlangA ever = erlang_a({60, 180, 86400}, 4, 90);
  CHECK(close(ever.served_in_target, 1 - ever.abandoned));
}

TEST_CASE("the agents needed are the fewest that reach the share") {
  for (const double calls : {3.0, 20.0, 60.0, 900.0, 20000.0}) {
    CAPTURE(calls);
    const Reception reception{calls, 180, 20};
    const auto c = agents_for_erlang_c(reception, 0.8);
    REQUIRE(c);
    CHECK(erlang_c(reception, *c).answered_in_target >= 0.8);
    if (*c > 1) CHECK(erlang_c(reception, *c - 1).answered_in_target < 0.8);
    const auto a = agents_for_erlang_a(reception, 60, 0.8);
    REQUIRE(a);
    CHECK(*a <= *c);
    CHECK(erlang_a(reception, *a, 60).served_in_target >= 0.8);
    if (*a > 1) CHECK(erlang_a(reception, *a - 1, 60).served_in_target < 0.8);
  }
  CHECK_FALSE(agents_for_erlang_c({100'000, 3600, 20}, 0.8));
}

TEST_CASE("extreme receptions give numbers, not noise") {
  for (const double calls : {0.001, 1.0, 100'000.0}) {
    for (const double handle : {1.0, 86'400.0}) {
      for (const double patience : {1.0, 86'400.0}) {
        for (const int agents : {1, 100, 10'000}) {
          const ErlangA got = erlang_a({calls, handle, 20}, agents, patience);
          for (const double share : {got.wait_probability, got.abandoned, got.served_in_target, got.occupancy}) {
            CHECK(share >= 0);
            CHECK(share <= 1 + 1e-12);
          }
        }
      }
    }
  }
}
