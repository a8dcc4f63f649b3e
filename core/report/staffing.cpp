#include "core/report/staffing.hpp"

#include "core/base/exponential.hpp"
#include "core/base/limits.hpp"

#include <algorithm>
#include <array>

namespace relais::report {
namespace {

// States with fewer than n callers, all told relative to the state with n: Σ π(j)/π(n) for j < n, where π(j − 1)/π(j)
// is j / load. Capped where it only means that nobody ever waits.
double below(std::int64_t n, double load) {
  constexpr double cap = 1e300;
  double sum = 0.0;
  for (std::int64_t j = 1; j <= n; ++j) sum = std::min(cap, (1.0 + sum) * (static_cast<double>(j) / load));
  return sum;
}

struct Node {
  double at, weight;
};

// Gauss–Legendre on [−1, 1], 16 points, the positive half.
constexpr std::array<Node, 8> nodes{{{0.0950125098376374402, 0.189450610455068496},
                                     {0.281603550779258913, 0.182603415044923589},
                                     {0.458016777657227386, 0.169156519395002538},
                                     {0.617876244402643748, 0.149595988816576732},
                                     {0.755404408355003034, 0.124628971255533872},
                                     {0.865631202387831744, 0.0951585116824927848},
                                     {0.944575023073232576, 0.0622535239386478929},
                                     {0.989400934991649933, 0.0271524594117540949}}};

// Rates per second.
struct Rates {
  double arrival, service, patience;  // `service` of all agents together
};

// The exponent of the density of the offered wait at x: λ (1 − e^(−θx)) / θ − nμ x. It is concave.
double exponent(const Rates& rates, double x) {
  return -rates.arrival * exponential_minus_one(-rates.patience * x) / rates.patience - rates.service * x;
}

double place_of_peak(const Rates& rates) {
  return rates.arrival <= rates.service ? 0.0 : logarithm(rates.arrival / rates.service) / rates.patience;
}

// Where the exponent has fallen `depth` below its peak, between the peak and `far`.
double edge(const Rates& rates, double peak, double far, double depth) {
  const double wanted = exponent(rates, peak) - depth;
  double inside = peak, outside = far;
  for (int step = 0; step < 60; ++step) {
    const double middle = inside + (outside - inside) / 2;
    (exponent(rates, middle) > wanted ? inside : outside) = middle;
  }
  return outside;
}

// Integrals over the offered wait, the density scaled by e^(−exponent at the peak).
struct Waits {
  double all = 0, abandoned = 0, served = 0, served_in_target = 0;
};

// How far to go from x in one piece: as far as the integrands change by a few powers of e.
double piece_length(const Rates& rates, double x) {
  constexpr double change = 4.0;
  const double still_there = exponential(-rates.patience * x);
  const bool all_gone = still_there < 1e-20;
  return change / std::max(rates.arrival * still_there, rates.service + (all_gone ? 0.0 : rates.patience));
}

void integrate(const Rates& rates, double from, double to, bool in_target, double scale, Waits& waits) {
  for (double start = from; start < to;) {
    const double half = std::min(piece_length(rates, start), to - start) / 2;
    const double middle = start + half;
    for (const Node& node : nodes) {
      for (const double side : {-1.0, 1.0}) {
        const double x = middle + side * half * node.at;
        const double mass = exponential(exponent(rates, x) - scale) * node.weight * half;
        const double left = -exponential_minus_one(-rates.patience * x);  // hung up before x
        const double stayed = exponential(-rates.patience * x);
        waits.all += mass;
        waits.abandoned += mass * left;
        waits.served += mass * stayed;
        if (in_target) waits.served_in_target += mass * stayed;
      }
    }
    const double end = start + 2 * half;
    if (end <= start) return;
    start = end;
  }
}

Waits integrate_waits(const Rates& rates, double target, double scale, double peak) {
  constexpr double depth = 60.0;  // e^(−60) is beyond all digits
  double far = peak + 1.0 / rates.service;
  while (exponent(rates, far) > scale - depth) far = peak + (far - peak) * 2;
  const double end = edge(rates, peak, far, depth);
  const double start = exponent(rates, 0.0) > scale - depth ? 0.0 : edge(rates, peak, 0.0, depth);
  const double split = std::clamp(target, start, end);
  Waits waits;
  integrate(rates, start, split, true, scale, waits);
  integrate(rates, split, end, false, scale, waits);
  return waits;
}

// The least number from 1 to the limit for which `enough` holds, which holds for all above it too.
template <class Enough>
std::optional<std::int64_t> least(Enough enough) {
  std::int64_t low = 1, high = limits::agents;
  if (!enough(high)) return std::nullopt;
  while (low < high) {
    const std::int64_t middle = (low + high) / 2;
    if (enough(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

}  // namespace

double offered_erlang(const Reception& reception) {
  return reception.calls_per_hour * reception.handle_seconds / 3600.0;
}

ErlangC erlang_c(const Reception& reception, std::int64_t agents) {
  const double load = offered_erlang(reception);
  const auto n = static_cast<double>(agents);
  ErlangC out;
  if (load >= n) return out;
  out.stable = true;
  out.occupancy = load / n;
  out.wait_probability = 1.0 / (1.0 + (1.0 - out.occupancy) * below(agents, load));
  out.mean_wait_seconds = out.wait_probability * reception.handle_seconds / (n - load);
  const double rate = (n - load) / reception.handle_seconds;
  out.answered_in_target = 1.0 - out.wait_probability * exponential(-rate * reception.target_seconds);
  return out;
}

ErlangA erlang_a(const Reception& reception, std::int64_t agents, double patience_seconds) {
  const auto n = static_cast<double>(agents);
  const Rates rates{reception.calls_per_hour / 3600.0, n / reception.handle_seconds, 1.0 / patience_seconds};
  const double peak = place_of_peak(rates);
  const double scale = exponent(rates, peak);
  const Waits waits = integrate_waits(rates, reception.target_seconds, scale, peak);
  // All relative to the state with n − 1 callers, in which the next one does not wait but the one after does.
  const double free = (1.0 + below(agents - 1, offered_erlang(reception))) * exponential(-scale);
  const double total = free + rates.arrival * waits.all;
  ErlangA out;
  out.wait_probability = rates.arrival * waits.all / total;
  out.abandoned = rates.arrival * waits.abandoned / total;
  out.mean_wait_seconds = out.abandoned * patience_seconds;
  out.served_in_target = (free + rates.arrival * waits.served_in_target) / total;
  out.occupancy = offered_erlang(reception) * ((free + rates.arrival * waits.served) / total) / n;
  return out;
}

std::optional<std::int64_t> agents_for_erlang_c(const Reception& reception, double share) {
  return least([&](std::int64_t agents) {
    const ErlangC result = erlang_c(reception, agents);
    return result.stable && result.answered_in_target >= share;
  });
}

std::optional<std::int64_t> agents_for_erlang_a(const Reception& reception, double patience_seconds, double share) {
  return least(
      [&](std::int64_t agents) { return erlang_a(reception, agents, patience_seconds).served_in_target >= share; });
}

}  // namespace relais::report
