#include "core/base/exponential.hpp"

#include <cmath>
#include <limits>

namespace relais {
namespace {

// ln 2 in two parts: the first has zeros at its end, so that small multiples of it are exact.
constexpr double ln2_high = 0x1.62e42fee00000p-1;
constexpr double ln2_low = 0x1.a39ef35793c76p-33;

// e^x − 1 for |x| ≤ ln 2 / 2 and a little more: the Taylor series, whose next term is below 1e-18.
double series(double x) {
  constexpr int terms = 15;
  double sum = 1.0 / terms;
  for (int n = terms - 1; n >= 1; --n) sum = (1.0 + x * sum) / n;
  return x * sum;
}

struct Reduced {
  int power;    // x = power · ln 2 + rest
  double rest;  // |rest| ≤ ln 2 / 2
};

Reduced reduce(double x) {
  const double power = std::floor(x / (ln2_high + ln2_low) + 0.5);
  return {static_cast<int>(power), (x - power * ln2_high) - power * ln2_low};
}

}  // namespace

double exponential(double x) {
  if (x < -745.0) return 0.0;
  if (x > 709.78) return std::numeric_limits<double>::max();
  const Reduced reduced = reduce(x);
  return std::ldexp(1.0 + series(reduced.rest), reduced.power);
}

double exponential_minus_one(double x) { return x > -0.35 && x < 0.35 ? series(x) : exponential(x) - 1.0; }

double logarithm(double x) {
  int power = 0;
  double fraction = std::frexp(x, &power);  // in [1/2, 1)
  if (fraction < 0.70710678118654752) {
    fraction *= 2.0;
    --power;
  }
  const double z = (fraction - 1.0) / (fraction + 1.0);  // ln f = 2 artanh z, |z| < 0.172
  const double square = z * z;
  double sum = 0.0;
  for (int n = 25; n >= 1; n -= 2) sum = sum * square + 1.0 / n;
  return power * ln2_high + (2.0 * z * sum + power * ln2_low);
}

}  // namespace relais
