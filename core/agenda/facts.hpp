#pragma once

#include "core/agenda/ground.hpp"
#include "core/agenda/solution.hpp"
#include "core/base/reason.hpp"

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

/// What speaks against holding an event somewhere: facts, each of which alone is enough.
namespace relais::agenda {

enum class FactKind : std::uint8_t {
  window,  ///< outside its windows, or the horizon
  notice,  ///< too soon
  hours,   ///< a person does not work then
  holiday,
  busy,      ///< a person is busy
  load,      ///< a person would have more than `maxDaily`
  event,     ///< another event wants the same person or room, or is too near
  room,      ///< a room is closed
  capacity,  ///< a room is too small
  needs,     ///< a room lacks something
  price,     ///< possible, but no cheaper than what was chosen
};

/// A fact as people speak of it: "Ana is busy", "e7 is there", whatever the hour.
struct Fact {
  FactKind kind = FactKind::price;
  int person = -1, room = -1, event = -1;
  auto operator<=>(const Fact&) const = default;
};

/// A fact and how it bears on one place.
struct Objection {
  Fact fact;
  time::Interval span;      ///< the block, or the other event
  std::int64_t needed = 0;  ///< event: the gap that has to lie between, in seconds
  bool travel = false;      ///< … because of the way
};

class Facts {
 public:
  /// The other events stand as in `plan`; those left out do not stand at all.
  Facts(const Ground& ground, const std::vector<Placement>& plan);

  /// What speaks against `event` at `start` in `room` (−1: none needed), people first.
  std::vector<Objection> against(int event, time::Instant start, int room) const;
  /// As much, but only what speaks against the start, whatever the room; or only against the room.
  std::vector<Objection> against_start(int event, time::Instant start) const;
  std::vector<Objection> against_room(int event, time::Instant start, int room) const;

  /// What speaks against one person's coming.
  std::vector<Objection> against_person(int event, time::Instant start, int person) const;

  /// The reason that names the place: who is busy from when to when.
  Reason detail(int event, time::Instant start, const Objection& objection) const;
  /// The reason that names the fact alone.
  Reason general(int event, const Fact& fact) const;

 private:
  void object_person(int event, const time::Interval& span, int person, std::vector<Objection>& out) const;
  bool overloads(int event, const time::Interval& span, int person) const;

  /// Events on the line of one person or room, by start, and how long the longest is.
  struct Line {
    std::vector<int> events;
    std::int64_t longest = 0;
  };
  void put(Line& line, int event);
  void sort(Line& line);
  /// Those of a line that may lie within `gap` of a span.
  std::span<const int> near(const Line& line, const time::Interval& span, std::int64_t gap) const;
  bool stands(int event, int person) const;

  const Ground& ground_;
  const Problem& problem_;
  std::vector<time::Interval> spans_;
  std::vector<int> rooms_;
  std::vector<Line> of_person_, of_room_;  ///< the events that stand
  std::vector<std::int64_t> taken_;        ///< of each load, by the events that stand
  std::int64_t widest_gap_ = 0;            ///< that two events of a person can need between them
};

/// The fewest facts of which every place names at least one: why none of the places is possible. Each place lists its
/// facts, ascending. Exact for all that people meet; beyond a fixed number of tries it may be one that cannot be
/// shortened instead of the shortest.
std::vector<Fact> fewest_facts(std::vector<std::vector<Fact>> places);

}  // namespace relais::agenda
