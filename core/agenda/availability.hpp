#pragma once

#include "core/agenda/problem.hpp"

#include <map>
#include <span>
#include <utility>
#include <vector>

/// When people can come at all: their hours, holidays and busy blocks as instants.
namespace relais::agenda {

/// All in normal form, over the range of the `Availability` that holds them.
struct PersonTime {
  std::vector<time::Interval> working;   ///< without hours of their own: everything but holidays
  std::vector<time::Interval> holidays;  ///< whole days of the person's zone
};

struct Availability {
  time::Interval range;  ///< the horizon and two days around it; beyond it everyone counts as available
  std::vector<PersonTime> people;
};

Availability make_availability(const Problem& problem);

/// Whether one member of `set` (normal form) covers `span`; always for what lies outside `range`.
bool covers(std::span<const time::Interval> set, const time::Interval& span);
/// The first member of `set` (normal form) that overlaps `span`, or null.
const time::Interval* first_overlap(std::span<const time::Interval> set, const time::Interval& span);

/// Whether a person works all of `span`.
bool works(const Availability& availability, int person, const time::Interval& span);

/// A day of a zone and how many seconds of a span fall on it.
struct DayShare {
  time::Day day;
  std::int64_t seconds = 0;
};
std::vector<DayShare> day_shares(const time::Zone& zone, const time::Interval& span);

/// Where an event may lie as a whole: its windows as instants, or the horizon where it has none.
std::vector<time::Interval> windows_of(const Problem& problem, const Event& event);

/// The first thing that an event needs and a room lacks, or null.
const std::string* missing_need(const Room& room, const Event& event);
/// Whether all who are invited, the optional ones too, find a place.
bool room_holds(const Room& room, const Event& event);

/// Travel times by location, both ways.
class Ways {
 public:
  explicit Ways(const Problem& problem);
  /// Seconds from where `before` is to where `after` is; 0 where one has no location or no way is known.
  std::int64_t seconds(int before, int after) const;
  bool none() const { return ways_.empty(); }

 private:
  std::vector<int> location_;  ///< of each event; −1: none
  std::map<std::pair<int, int>, std::int64_t> ways_;
};

}  // namespace relais::agenda
