#pragma once

#include <cstdint>
#include <optional>

/// How many people a telephone needs: waiting calls as a queue with exponential times.
///
/// - Erlang C (M/M/n): nobody hangs up. Without more agents than the offered load the queue grows for ever, and for a
///   small desk it is too dark.
/// - Erlang A (M/M/n+M): each caller hangs up after a patience that is exponential too. Always stable.
///   Mandelbaum and Zeltyn, "Service Engineering in Action: The Palm/Erlang-A Queue" (2005).
namespace relais::report {

struct Reception {
  double calls_per_hour = 0;
  double handle_seconds = 0;   ///< mean length of a call with all that it takes afterwards
  double target_seconds = 20;  ///< answered within this counts as answered in time
};

/// Offered load: the agents that are busy on average if nobody hangs up.
double offered_erlang(const Reception& reception);

struct ErlangC {
  double wait_probability = 1;
  // Only where the queue is stable:
  double mean_wait_seconds = 0;
  double answered_in_target = 0;  ///< share of all calls
  double occupancy = 0;           ///< share of the agents' time
  bool stable = false;
};

struct ErlangA {
  double wait_probability = 0;
  double mean_wait_seconds = 0;  ///< of all calls, those that hang up included
  double abandoned = 0;          ///< share of all calls
  double served_in_target = 0;   ///< share of all calls
  double occupancy = 0;
};

ErlangC erlang_c(const Reception& reception, std::int64_t agents);
ErlangA erlang_a(const Reception& reception, std::int64_t agents, double patience_seconds);

/// The fewest agents with whom this share of all calls is answered in time; nothing beyond limits::agents.
std::optional<std::int64_t> agents_for_erlang_c(const Reception& reception, double share);
std::optional<std::int64_t> agents_for_erlang_a(const Reception& reception, double patience_seconds, double share);

}  // namespace relais::report
