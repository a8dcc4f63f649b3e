#include "core/base/exponential.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <initializer_list>

using namespace relais;

namespace {

bool close(double got, double expected) { return std::abs(got - expected) <= 1e-15 * std::abs(expected); }

}  // namespace

TEST_CASE("the exponential and the logarithm are those of the library to 1e-15") {
  bool all = true;
  for (double x = -700.0; x < 700.0; x += 0.37) all = all && close(exponential(x), std::exp(x));
  for (double x = -2.0; x < 2.0; x += 0.0037) all = all && close(exponential_minus_one(x), std::expm1(x));
  for (double x = 1e-300; x < 1e300; x *= 1.37) all = all && close(logarithm(x), std::log(x));
  for (double x = 0.5; x < 2.0; x += 0.00037) all = all && close(logarithm(x), std::log(x));
  CHECK(all);
  CHECK(exponential(0.0) == 1.0);
  CHECK(exponential(-800.0) == 0.0);
  CHECK(exponential_minus_one(1e-20) == 1e-20);
  CHECK(logarithm(1.0) == 0.0);
}

TEST_CASE("the exponential has the same bits everywhere") {
  std::uint64_t digest = 0;
  for (double x = -50.0; x < 50.0; x += 0.0625) {
    for (const double value : {exponential(x), logarithm(exponential(x) + 1.0)}) {
      std::uint64_t bits = 0;
      std::memcpy(&bits, &value, sizeof bits);
      digest = digest * 1099511628211u + bits;
    }
  }
  CHECK(digest == 219523948816581382u);
}
