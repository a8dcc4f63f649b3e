#pragma once

#include "core/agenda/problem.hpp"
#include "core/agenda/solution.hpp"

#include <string>
#include <vector>

/// The rules of DESIGN section 3 once more, written straight from their text and sharing nothing with the engine but
/// the problem's structs: the tests' own referee and solver.
namespace relais::rules {

/// Where an event is in an arrangement.
struct Held {
  bool out = false;
  std::int64_t start = 0;  ///< seconds since 1970
  int room = -1;
  std::vector<int> missed;
};
using Arrangement = std::vector<Held>;  ///< one an event of the problem

Arrangement arrangement_of(const agenda::Problem& problem, const std::vector<agenda::Placement>& events);

/// What an arrangement breaks; empty if nothing. What immovable events break among themselves is nobody's fault.
std::vector<std::string> broken(const agenda::Problem& problem, const Arrangement& arrangement);

std::int64_t cost(const agenda::Problem& problem, const Arrangement& arrangement);

/// The least cost of all arrangements, by trying every one that is not hopeless.
std::int64_t least_cost(const agenda::Problem& problem);

}  // namespace relais::rules
