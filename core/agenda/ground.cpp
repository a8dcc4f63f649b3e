#include "core/agenda/ground.hpp"

#include <algorithm>

namespace relais::agenda {
namespace {

std::size_t at(int place) { return static_cast<std::size_t>(place); }

bool overlaps_any(std::span<const time::Interval> set, const time::Interval& span) {
  return first_overlap(set, span) != nullptr;
}

}  // namespace

Ground::Ground(const Problem& problem)
    : problem_(problem), availability_(make_availability(problem)), gaps_(problem), horizon_(problem.horizon()) {
  split();
  open_loads();
  place_fixed();
  weigh_fixed();
}

void Ground::split() {
  fixed_of_.resize(problem_.people.size());
  choices_.resize(problem_.people.size());
  for (std::size_t i = 0; i < problem_.events.size(); ++i) {
    const int place = static_cast<int>(i);
    const Event& event = problem_.events[i];
    const bool fixed = problem_.is_fixed(event);
    if (fixed) fixed_.push_back({place, {event.begins(), event.ends()}, event.room.value_or(-1), {}});
    if (!fixed) movable_.push_back(place);
    for (const Attendee& who : event.people) {
      if (fixed && who.required) fixed_of_[at(who.person)].push_back(static_cast<int>(fixed_.size()) - 1);
      if (!fixed || !who.required) choices_[at(who.person)]++;
    }
  }
}

void Ground::open_loads() {
  for (std::size_t i = 0; i < problem_.people.size(); ++i) {
    const Person& person = problem_.people[i];
    first_load_.push_back(person.max_daily ? static_cast<int>(loads_.size()) : -1);
    if (!person.max_daily) continue;
    const time::Day last = time::day_of(person.zone->to_local(availability_.range.to));
    for (time::Day day = time::day_of(person.zone->to_local(availability_.range.from)); day <= last; day = day + 1) {
      loads_.push_back({static_cast<int>(i), day, *person.max_daily});
    }
  }
}

/// Rooms of fixed events: the one they have, or the first named one that is free.
void Ground::place_fixed() {
  for (const Room& room : problem_.rooms) room_busy_.push_back(room.busy);
  for (const Fixed& one : fixed_) {
    if (one.room >= 0) room_busy_[at(one.room)].push_back(one.span);
  }
  for (auto& busy : room_busy_) busy = time::normalized(std::move(busy));
  for (Fixed& one : fixed_) {
    const Event& event = problem_.events[at(one.event)];
    if (one.room >= 0 || event.rooms.empty()) continue;
    for (const int room : suitable_rooms(event)) {
      if (one.room < 0 && room_is_free(room, one.span)) one.room = room;
    }
    if (one.room >= 0) room_busy_[at(one.room)] = time::united(room_busy_[at(one.room)], std::vector{one.span});
  }
}

void Ground::weigh_fixed() {
  for (Fixed& one : fixed_) {
    for (const Attendee& who : problem_.events[at(one.event)].people) {
      if (!who.required) continue;
      for (const LoadShare& share : shares_of(who.person, one.span)) {
        std::int64_t& left = loads_[at(share.load)].left;
        left = std::max<std::int64_t>(0, left - share.seconds);
      }
    }
  }
  for (Fixed& one : fixed_) {
    for (const Attendee& who : problem_.events[at(one.event)].people) {
      if (!who.required && !can_come(who.person, one.event, one.span)) one.absent.push_back(who.person);
    }
  }
}

std::vector<LoadShare> Ground::shares_of(int person, const time::Interval& span) const {
  const int first = first_load_[at(person)];
  const time::Interval known{std::max(span.from, availability_.range.from), std::min(span.to, availability_.range.to)};
  std::vector<LoadShare> out;
  if (first < 0 || known.empty()) return out;
  for (const DayShare& share : day_shares(*problem_.people[at(person)].zone, known)) {
    out.push_back({first + (share.day - loads_[at(first)].day), share.seconds});
  }
  return out;
}

bool Ground::apart_from_fixed(int person, int event, const time::Interval& span) const {
  return std::all_of(fixed_of_[at(person)].begin(), fixed_of_[at(person)].end(), [&](int place) {
    const Fixed& other = fixed_[at(place)];
    return other.event == event || span.from >= other.span.to + gaps_.always(person, other.event, event) ||
           other.span.from >= span.to + gaps_.always(person, event, other.event);
  });
}

bool Ground::can_come(int person, int event, const time::Interval& span) const {
  const time::Interval held{span.from, span.to + problem_.events[at(event)].buffer_after};
  if (!works(availability_, person, span) || overlaps_any(problem_.people[at(person)].busy, held)) return false;
  if (!apart_from_fixed(person, event, span)) return false;
  const std::vector<LoadShare> shares = shares_of(person, span);
  return std::all_of(shares.begin(), shares.end(),
                     [&](const LoadShare& one) { return one.seconds <= loads_[at(one.load)].left; });
}

bool Ground::required_can_come(int event, const time::Interval& span) const {
  const auto& people = problem_.events[at(event)].people;
  return std::all_of(people.begin(), people.end(),
                     [&](const Attendee& one) { return !one.required || can_come(one.person, event, span); });
}

bool Ground::room_is_free(int room, const time::Interval& span) const {
  return !overlaps_any(room_busy_[at(room)], span);
}

std::vector<int> Ground::suitable_rooms(const Event& event) const {
  std::vector<int> out;
  for (const int room : event.rooms) {
    const Room& where = problem_.rooms[at(room)];
    if (!missing_need(where, event) && room_holds(where, event)) out.push_back(room);
  }
  return out;
}

std::vector<time::Instant> Ground::possible_starts(const Event& event) const {
  std::vector<time::Instant> out;
  const std::vector<time::Interval> windows = windows_of(problem_, event);
  if (event.movable != Movable::no) {
    for (const time::Interval& window : windows) add_grid_starts(event, window, out);
  }
  const time::Interval own{event.begins(), event.ends()};
  const auto holds = [&](const auto& window) { return window.from <= own.from && own.to <= window.to; };
  if (std::any_of(windows.begin(), windows.end(), holds) && in_time(own.from)) out.push_back(own.from);
  if (!std::is_sorted(out.begin(), out.end())) std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool Ground::in_time(time::Instant start) const {
  const auto earliest = problem_.earliest_start();
  return !earliest || start >= *earliest;
}

void Ground::add_grid_starts(const Event& event, const time::Interval& window, std::vector<time::Instant>& out) const {
  const time::Instant from = std::max(window.from, horizon_.from);
  const std::int64_t steps = (from - horizon_.from + problem_.grid - 1) / problem_.grid;
  const time::Instant last = std::min(window.to, horizon_.to) + -event.duration;
  for (time::Instant start = horizon_.from + steps * problem_.grid; start <= last; start = start + problem_.grid) {
    // A local time that a clock change repeats names its first hour only: the second cannot be written.
    if (in_time(start) && event.zone->to_instant(event.zone->to_local(start)) == start) out.push_back(start);
  }
}

}  // namespace relais::agenda
