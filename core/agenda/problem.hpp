#pragma once

#include "core/base/error.hpp"
#include "core/time/interval.hpp"
#include "core/time/working_hours.hpp"
#include "core/time/zone.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The problem of an agenda: people with hours and busy blocks, rooms, and events that want both. Everything the other
/// files of this room read. People, rooms and events are known by their place in their list.
///
/// All lengths are seconds. Costs are integers without a unit; only their ratios mean something.
namespace relais::agenda {

struct Person {
  std::string id, client;
  time::ZonePtr zone;                     ///< never null
  time::WorkingHours hours;               ///< no span in the whole week: at any time, but on holidays
  std::vector<time::Interval> busy;       ///< normal form
  std::int64_t buffer = 0;                ///< least gap between two neighbouring events
  std::optional<std::int64_t> max_daily;  ///< most time in events on one day of the person's zone
};

struct Room {
  std::string id;
  std::optional<std::int64_t> capacity;  ///< people; none: as many as come
  std::vector<std::string> features;
  std::vector<time::Interval> busy;  ///< normal form
};

/// The way from one location to another; the way back takes as long unless it is given too.
struct Travel {
  std::string from, to;
  std::int64_t seconds = 0;
};

struct Attendee {
  int person = 0;
  bool required = true;
};

/// `ask`: the organizer is not ours, a move leaves as a proposal.
enum class Movable : std::uint8_t { yes, ask, no };

/// Local to the event's zone, half-open; bounds the whole event, its buffer aside.
struct Window {
  time::LocalTime from, to;
};

/// What a change of an event costs.
struct Cost {
  std::int64_t unscheduled = 0;      ///< it is left out
  std::int64_t moved = 0;            ///< its start changes; once, not for a new event
  std::int64_t per_step = 0;         ///< for each grid step of the distance, rounded up
  std::int64_t room_changed = 0;     ///< it had a room and gets another; not for a new event
  std::int64_t optional_missed = 0;  ///< for each optional person who cannot come
  std::int64_t notified = 0;         ///< for each person of an event whose start or room changes; not for a new event
};

/// The costs of an event of that importance where the problem gives none: unscheduled 1000, moved 30 (60 if `ask`),
/// per step 1, room changed 5, optional missed 10, each times the importance; notified 0.
Cost default_cost(int importance, Movable movable);

struct Event {
  std::string uid;
  std::optional<std::string> recurrence_id;  ///< as written: a local time or a day
  std::string client, title;
  time::LocalTime start;
  time::ZonePtr zone;         ///< never null
  std::int64_t duration = 0;  ///< above 0
  std::vector<Attendee> people;
  std::vector<int> rooms;   ///< it needs exactly one of them; empty: it needs none
  std::optional<int> room;  ///< the one it has
  std::vector<std::string> needs;
  std::string location;
  std::int64_t buffer_after = 0;
  int importance = 3;
  Movable movable = Movable::yes;
  bool is_new = false;
  std::optional<time::Instant> held_until;
  std::vector<Window> windows;  ///< empty: the horizon
  Cost cost;

  time::Instant begins() const { return zone->to_instant(start); }
  time::Instant ends() const { return begins() + duration; }
};

/// How an event is named in reasons and conflicts: its uid, and `uid@recurrenceId` for an occurrence.
std::string reference(const Event& event);

/// An event of a calendar that could not be made part of a problem.
struct Unread {
  std::string uid;
  Error error;
};

struct Problem {
  time::ZonePtr zone;         ///< never null
  bool zone_assumed = false;  ///< nothing named a zone where the problem was made of calendars: it is UTC
  time::Day from, to;         ///< the horizon, days of `zone`, half-open
  std::int64_t grid = 900;
  std::optional<time::Instant> now;
  std::optional<std::int64_t> notice;
  std::vector<Person> people;
  std::vector<Room> rooms;
  std::vector<Travel> travel;
  std::vector<Event> events;
  std::vector<Unread> unread;          ///< filled where a problem is made of calendars, and no part of its question
  std::optional<std::int64_t> effort;  ///< units to spend at most; none: the search's own measure
  std::int64_t alternatives = 0;       ///< further solutions wished for

  time::Interval horizon() const;
  /// The earliest start that may still be given to an event: now + notice; nothing unless both are known.
  std::optional<time::Instant> earliest_start() const;
  /// Whether an event must stay where it is: it is not movable, is held for someone (until `held_until`; without a
  /// clock, always), or is not new and begins too soon to be moved.
  bool is_fixed(const Event& event) const;
};

}  // namespace relais::agenda
