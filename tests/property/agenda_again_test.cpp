#include "tests/property/agenda_dice.hpp"

#include <array>

using namespace relais;
using namespace relais::agenda;

namespace {

std::size_t at(int place) { return static_cast<std::size_t>(place); }

enum class Change { lock, accept, accept_and_lock, move_elsewhere };
constexpr std::array changes{Change::lock, Change::accept, Change::accept_and_lock, Change::move_elsewhere};

/// The problem after a person has dealt with one of its events.
Problem after(Problem problem, const Placement& one, Change change) {
  Event& event = problem.events[at(one.event)];
  if (change == Change::lock || change == Change::accept_and_lock) event.movable = Movable::no;
  if (change == Change::move_elsewhere) event.start = event.zone->to_local(event.begins() + 3600);
  if (change == Change::lock || change == Change::move_elsewhere || one.state == State::unscheduled) return problem;
  event.start = local_start(event, one);
  if (one.room >= 0) event.room = one.room;
  return problem;
}

struct Sums {
  std::int64_t without = 0, with = 0;
  int solved = 0, dearer = 0;
};

void compare(const Problem& changed, const std::vector<Answer>& last, Sums& sums) {
  const Solution plain = solve(changed);
  const Solution again = solve(changed, last);
  CHECK(again.cost == plain.cost);
  CHECK(again.bound == plain.bound);
  CHECK(again.status == plain.status);
  sums.without += plain.effort;
  sums.with += again.effort;
  ++sums.solved;
  if (again.effort > plain.effort) ++sums.dearer;
}

}  // namespace

TEST_CASE("Solved again after a lock or an accepted change, the last answer changes the effort and never the outcome") {
  Sums sums;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    CAPTURE(seed);
    const Problem problem = Dice(seed).roll(2, 8);
    const Solution first = solve(problem);
    const std::vector<Answer> last = answered(problem, first);
    for (const Change change : changes) {
      const int chosen = static_cast<int>(seed % problem.events.size());
      CAPTURE(static_cast<int>(change));
      compare(after(problem, first.events[at(chosen)], change), last, sums);
    }
  }
  MESSAGE("effort without the last answer " << sums.without << ", with it " << sums.with << "; more with it in "
                                            << sums.dearer << " of " << sums.solved);
  CHECK(sums.with <= sums.without);
}

TEST_CASE("However a search after a last answer is sliced, it takes the same steps") {
  for (std::uint64_t seed = 700; seed < 720; ++seed) {
    CAPTURE(seed);
    const Problem problem = Dice(seed).roll(4, 8);
    const Solution first = solve(problem);
    const std::vector<Answer> last = answered(problem, first);
    Problem changed = after(problem, first.events[0], Change::move_elsewhere);
    changed.alternatives = 2;
    const Solution whole = solve(changed, last);
    auto sliced = Search::start(changed, last);
    REQUIRE(sliced.ok());
    while (sliced.value()->advance(1)) {
    }
    CHECK(dump(to_json(changed, sliced.value()->solution())) == dump(to_json(changed, whole)));
  }
}
