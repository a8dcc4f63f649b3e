#pragma once

#include "core/agenda/availability.hpp"
#include "core/agenda/gaps.hpp"
#include "core/agenda/problem.hpp"

#include <span>
#include <vector>

/// What no choice can change: hours, busy blocks, closed rooms, and the events that stay where they are. An option is
/// judged against this once; against other options, by the search.
namespace relais::agenda {

/// An event that stays where it is.
struct Fixed {
  int event = 0;
  time::Interval span;
  int room = -1;            ///< −1: none, or none was found
  std::vector<int> absent;  ///< optional people who cannot come whatever is chosen
};

/// What fixed events leave of a person's `maxDaily` on one day.
struct Load {
  int person = 0;
  time::Day day;
  std::int64_t left = 0;
};

/// The seconds that something takes of one load.
struct LoadShare {
  int load = 0;
  std::int64_t seconds = 0;
};

class Ground {
 public:
  explicit Ground(const Problem& problem);
  Ground(const Ground&) = delete;
  Ground& operator=(const Ground&) = delete;

  const Problem& problem() const { return problem_; }
  const Availability& availability() const { return availability_; }
  const Gaps& gaps() const { return gaps_; }
  const std::vector<Fixed>& fixed() const { return fixed_; }
  const std::vector<int>& movable() const { return movable_; }  ///< events, ascending
  const std::vector<Load>& loads() const { return loads_; }

  /// How many events of a person are open to choice: those that may move, and those it need not attend.
  int choices_of(int person) const { return choices_[static_cast<std::size_t>(person)]; }
  /// Places in `fixed` of those that require a person.
  std::span<const int> fixed_of(int person) const { return fixed_of_[static_cast<std::size_t>(person)]; }

  bool can_come(int person, int event, const time::Interval& span) const;
  /// Whether fixed events of this person leave it to `event` held at `span`.
  bool apart_from_fixed(int person, int event, const time::Interval& span) const;
  bool required_can_come(int event, const time::Interval& span) const;
  bool room_is_free(int room, const time::Interval& span) const;
  /// The rooms an event may take: named, large enough, with all it needs.
  std::vector<int> suitable_rooms(const Event& event) const;
  /// What the event takes of the loads of a person; nothing for one without `maxDaily`.
  std::vector<LoadShare> shares_of(int person, const time::Interval& span) const;

  /// All starts that windows, notice, grid and the event's own start leave, ascending.
  std::vector<time::Instant> possible_starts(const Event& event) const;

 private:
  void split();
  void open_loads();
  void place_fixed();
  void weigh_fixed();
  void add_grid_starts(const Event& event, const time::Interval& window, std::vector<time::Instant>& out) const;
  bool in_time(time::Instant start) const;

  const Problem& problem_;
  Availability availability_;
  Gaps gaps_;
  time::Interval horizon_;
  std::vector<Fixed> fixed_;
  std::vector<int> movable_;
  std::vector<Load> loads_;
  std::vector<int> first_load_;  ///< of each person, −1 without `maxDaily`
  std::vector<std::vector<int>> fixed_of_;
  std::vector<int> choices_;
  std::vector<std::vector<time::Interval>> room_busy_;
};

}  // namespace relais::agenda
