#include "core/agenda/halves.hpp"

#include <doctest/doctest.h>

using namespace relais::agenda;

namespace {

/// Rings of `size` items, each with one option that excludes its two neighbours', or is left out at a cost of one.
Simplex ring(int size) {
  std::vector<double> costs(static_cast<std::size_t>(size), 0);
  costs.resize(static_cast<std::size_t>(2 * size), 1);
  std::vector<Row> groups;
  for (int item = 0; item < size; ++item) groups.push_back({{{item, item + 1}, {size + item, size + item + 1}}});
  Simplex simplex(costs, groups);
  for (int item = 0; item < size; ++item) {
    const int next = (item + 1) % size;
    const int low = item < next ? item : next;
    const int high = item < next ? next : item;
    simplex.add_row({{{low, low + 1}, {high, high + 1}}});
  }
  return simplex;
}

}  // namespace

TEST_CASE("An odd ring of events that exclude their neighbours holds no more than half of them, rounded down") {
  for (const int size : {3, 5, 7, 9}) {
    CAPTURE(size);
    Simplex simplex = ring(size);
    REQUIRE(simplex.run(1000) == Simplex::Outcome::optimal);
    CHECK(simplex.objective() == doctest::Approx(size / 2.0));
    std::int64_t effort = 0;
    std::vector<Row> rows = halved_rows(simplex, 10, effort);
    REQUIRE_FALSE(rows.empty());
    for (Row& row : rows) simplex.add_row(std::move(row));
    REQUIRE(simplex.run(1000) == Simplex::Outcome::optimal);
    CHECK(simplex.objective() == doctest::Approx(size / 2 + 1));
  }
}

TEST_CASE("An even ring leaves nothing to halve") {
  Simplex simplex = ring(6);
  REQUIRE(simplex.run(1000) == Simplex::Outcome::optimal);
  std::int64_t effort = 0;
  CHECK(halved_rows(simplex, 10, effort).empty());
  CHECK(simplex.objective() == doctest::Approx(3));
}
