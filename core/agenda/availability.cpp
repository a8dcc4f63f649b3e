#include "core/agenda/availability.hpp"

#include <algorithm>

namespace relais::agenda {
namespace {

constexpr std::int64_t margin = 2 * time::seconds_per_day;

bool is_holiday(const time::WorkingHours& hours, time::Day day) {
  if (std::binary_search(hours.closed.begin(), hours.closed.end(), day)) return true;
  return hours.region && time::holiday_on(*hours.region, day);
}

time::Interval day_interval(const time::Zone& zone, time::Day day) {
  return {zone.to_instant(time::midnight(day)), zone.to_instant(time::midnight(day + 1))};
}

std::vector<time::Interval> holidays_in(const Person& person, const time::Interval& range) {
  std::vector<time::Interval> out;
  if (!person.hours.region && person.hours.closed.empty()) return out;
  const time::Day last = time::day_of(person.zone->to_local(range.to));
  for (time::Day day = time::day_of(person.zone->to_local(range.from)); day <= last; day = day + 1) {
    if (is_holiday(person.hours, day)) out.push_back(day_interval(*person.zone, day));
  }
  return time::normalized(std::move(out));
}

PersonTime person_time(const Person& person, const time::Interval& range) {
  PersonTime out{{}, holidays_in(person, range)};
  if (person.hours.empty()) {
    out.working = time::subtracted(std::vector{range}, out.holidays);
  } else {
    out.working = time::working_intervals(person.hours, *person.zone, range.from, range.to);
  }
  return out;
}

int location_id(std::map<std::string, int>& ids, const std::string& location) {
  if (location.empty()) return -1;
  return ids.emplace(location, static_cast<int>(ids.size())).first->second;
}

}  // namespace

Availability make_availability(const Problem& problem) {
  const time::Interval horizon = problem.horizon();
  Availability out{{horizon.from + -margin, horizon.to + margin}, {}};
  for (const Person& person : problem.people) out.people.push_back(person_time(person, out.range));
  return out;
}

const time::Interval* first_overlap(std::span<const time::Interval> set, const time::Interval& span) {
  const auto found = std::partition_point(set.begin(), set.end(), [&](const auto& one) { return one.to <= span.from; });
  return found != set.end() && found->from < span.to ? &*found : nullptr;
}

bool covers(std::span<const time::Interval> set, const time::Interval& span) {
  const time::Interval* one = first_overlap(set, span);
  return one && one->from <= span.from && span.to <= one->to;
}

bool works(const Availability& availability, int person, const time::Interval& span) {
  const time::Interval known{std::max(span.from, availability.range.from), std::min(span.to, availability.range.to)};
  return known.empty() || covers(availability.people[static_cast<std::size_t>(person)].working, known);
}

std::vector<DayShare> day_shares(const time::Zone& zone, const time::Interval& span) {
  std::vector<DayShare> out;
  time::Day day = time::day_of(zone.to_local(span.from));
  for (time::Instant at = span.from; at < span.to; day = day + 1) {
    const time::Instant next = std::min(span.to, zone.to_instant(time::midnight(day + 1)));
    if (next > at) out.push_back({day, next - at});
    at = std::max(at, next);
  }
  return out;
}

std::vector<time::Interval> windows_of(const Problem& problem, const Event& event) {
  if (event.windows.empty()) return {problem.horizon()};
  std::vector<time::Interval> out;
  for (const Window& window : event.windows) {
    out.push_back({event.zone->to_instant(window.from), event.zone->to_instant(window.to)});
  }
  return out;
}

const std::string* missing_need(const Room& room, const Event& event) {
  for (const std::string& need : event.needs) {
    if (std::find(room.features.begin(), room.features.end(), need) == room.features.end()) return &need;
  }
  return nullptr;
}

bool room_holds(const Room& room, const Event& event) {
  return !room.capacity || static_cast<std::int64_t>(event.people.size()) <= *room.capacity;
}

Ways::Ways(const Problem& problem) {
  std::map<std::string, int> ids;
  for (const Travel& way : problem.travel) {
    const std::pair<int, int> ends{location_id(ids, way.from), location_id(ids, way.to)};
    ways_[ends] = way.seconds;
  }
  for (const Travel& way : problem.travel) ways_.emplace(std::pair{ids[way.to], ids[way.from]}, way.seconds);
  for (const Event& event : problem.events) {
    const auto known = ids.find(event.location);
    location_.push_back(known == ids.end() ? -1 : known->second);
  }
}

std::int64_t Ways::seconds(int before, int after) const {
  const std::pair<int, int> ends{location_[static_cast<std::size_t>(before)],
                                 location_[static_cast<std::size_t>(after)]};
  const auto found = ways_.find(ends);
  return found == ways_.end() ? 0 : found->second;
}

}  // namespace relais::agenda
