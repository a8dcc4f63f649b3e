#include "core/agenda/problem_json.hpp"

#include "core/base/limits.hpp"
#include "core/time/time_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace relais::agenda {
namespace {

Error invalid(std::string value, std::string expected) {
  return {ErrorCode::invalid_value, {{"value", std::move(value)}}, "", std::move(expected)};
}

Error too_many(std::int64_t limit, std::string what) {
  return {ErrorCode::too_many, {{"limit", limit}, {"what", what}}, "", "at most " + std::to_string(limit) + " " + what};
}

Error twice(const std::string& id, std::string expected) {
  return {ErrorCode::duplicate_id, {{"id", id}}, "", std::move(expected)};
}

std::string seconds_text(std::int64_t seconds) { return time::format(time::Duration{0, seconds}); }

/// The names under which a span of time stands: the wished one unless only its synonym is there.
struct SpanNames {
  std::string_view from, to;
};
SpanNames span_names(const ObjectReader& object, SpanNames wished, SpanNames synonym) {
  return object.has(synonym.from) && !object.has(wished.from) ? synonym : wished;
}

constexpr SpanNames from_to{"from", "to"};
constexpr SpanNames start_end{"start", "end"};

std::int64_t read_seconds(ObjectReader& object, std::string_view member, std::int64_t fallback) {
  const auto duration = time::read_optional_duration(object, member);
  return duration ? time::total_seconds(*duration) : fallback;
}

std::optional<std::int64_t> read_optional_seconds(ObjectReader& object, std::string_view member) {
  const auto duration = time::read_optional_duration(object, member);
  if (!duration) return std::nullopt;
  return time::total_seconds(*duration);
}

/// Refuses a list longer than its limit.
void check_count(ObjectReader& object, std::string_view member, std::size_t limit) {
  const Json& list = object.any(member);
  if (!list.is_array() || list.size() <= limit) return;
  object.fail(member, too_many(static_cast<std::int64_t>(limit), std::string(member)));
}

std::vector<time::Interval> read_busy(ObjectReader& object) {
  check_count(object, "busy", limits::agenda_busy);
  std::vector<time::Interval> busy;
  object.each("busy", [&](ObjectReader& block) {
    const SpanNames names = span_names(block, start_end, from_to);
    const time::Instant from = time::read_instant(block, names.from);
    const time::Instant to = time::read_instant(block, names.to);
    if (!block.reading().failed() && to <= from) {
      block.fail(names.to, invalid(time::format(to), "an instant after its start"));
    }
    block.finish();
    busy.push_back({from, to});
  });
  return time::normalized(std::move(busy));
}

template <class T>
void check_new_id(ObjectReader& object, const std::vector<T>& have, const std::string& id) {
  const bool taken = std::any_of(have.begin(), have.end(), [&](const T& one) { return one.id == id; });
  if (taken) object.fail("id", twice(id, "an id that none before it has"));
}

Person read_person(ObjectReader& object, const Problem& problem) {
  Person person;
  person.id = object.string("id");
  check_new_id(object, problem.people, person.id);
  person.client = object.string_or("client", "");
  person.zone = time::read_zone_or(object, "timeZone", problem.zone);
  person.hours.week = time::read_week(object, "hours");
  time::read_holidays(object, "holidays", person.hours);
  person.busy = read_busy(object);
  person.buffer = read_seconds(object, "buffer", 0);
  person.max_daily = read_optional_seconds(object, "maxDaily");
  object.finish();
  return person;
}

Room read_room(ObjectReader& object, const Problem& problem) {
  Room room;
  room.id = object.string("id");
  check_new_id(object, problem.rooms, room.id);
  room.capacity = object.optional_integer("capacity", {0, 1000000});
  room.features = object.strings("features");
  room.busy = read_busy(object);
  object.finish();
  return room;
}

Travel read_travel(ObjectReader& object) {
  Travel travel{object.string("from"), object.string("to"),
                time::total_seconds(time::read_duration(object, "duration"))};
  object.finish();
  return travel;
}

/// Each way once; the way back is another.
void read_ways(ObjectReader& object, Problem& problem) {
  check_count(object, "travel", limits::agenda_travel);
  std::set<std::pair<std::string, std::string>> seen;
  object.each("travel", [&](ObjectReader& item) {
    Travel travel = read_travel(item);
    if (!item.reading().failed() && !seen.emplace(travel.from, travel.to).second) {
      item.fail("to", twice(travel.from + " → " + travel.to, "each way once; the way back may be given too"));
    }
    problem.travel.push_back(std::move(travel));
  });
}

/// The places of people and rooms by their ids.
struct Ids {
  explicit Ids(const Problem& problem) {
    for (const Person& person : problem.people) people.emplace(person.id, static_cast<int>(people.size()));
    for (const Room& room : problem.rooms) rooms.emplace(room.id, static_cast<int>(rooms.size()));
  }
  std::map<std::string, int, std::less<>> people, rooms;
};

std::optional<int> find_id(const std::map<std::string, int, std::less<>>& places, std::string_view id) {
  const auto found = places.find(id);
  if (found == places.end()) return std::nullopt;
  return found->second;
}

Error unknown(std::string_view kind, const std::string& id) {
  return {ErrorCode::unknown_reference,
          {{"kind", std::string(kind)}, {"id", id}},
          "",
          kind == "person" ? "the id of one of the problem's people" : "the id of one of the problem's rooms"};
}

std::optional<int> read_room_of(ObjectReader& object, const Ids& ids) {
  const auto id = object.optional_string("room");
  if (!id || object.reading().failed()) return std::nullopt;
  const auto place = find_id(ids.rooms, *id);
  if (!place) object.fail("room", unknown("room", *id));
  return place;
}

Cost read_cost(ObjectReader& object, Cost cost) {
  constexpr IntegerRange range{0, limits::agenda_cost};
  object.object("cost", [&](ObjectReader& given) {
    cost.unscheduled = given.integer_or("unscheduled", cost.unscheduled, range);
    cost.moved = given.integer_or("moved", cost.moved, range);
    cost.per_step = given.integer_or("perStep", cost.per_step, range);
    cost.room_changed = given.integer_or("roomChanged", cost.room_changed, range);
    cost.optional_missed = given.integer_or("optionalMissed", cost.optional_missed, range);
    cost.notified = given.integer_or("notified", cost.notified, range);
    given.finish();
  });
  return cost;
}

bool is_recurrence_id(const std::string& text) {
  return time::parse_local_time(text).has_value() || time::parse_day(text).has_value();
}

/// The room an event has counts as named where it names none; one with needs alone may take any room that meets them.
void complete_rooms(Event& event, const Problem& problem) {
  if (!event.rooms.empty()) return;
  if (event.room) event.rooms = {*event.room};
  if (event.room || event.needs.empty()) return;
  for (std::size_t i = 0; i < problem.rooms.size(); ++i) event.rooms.push_back(static_cast<int>(i));
}

void read_identity(ObjectReader& object, Event& event) {
  event.uid = object.string("uid");
  event.recurrence_id = object.optional_string("recurrenceId");
  if (event.recurrence_id && !is_recurrence_id(*event.recurrence_id)) {
    object.fail("recurrenceId", invalid(*event.recurrence_id, "a local time or a day"));
  }
  event.client = object.string_or("client", "");
  event.title = object.string_or("title", "");
}

std::vector<Window> read_windows(ObjectReader& object) {
  check_count(object, "windows", limits::agenda_windows);
  std::vector<Window> windows;
  object.each("windows", [&](ObjectReader& item) {
    const SpanNames names = span_names(item, start_end, from_to);
    const Window window{time::read_local_time(item, names.from), time::read_local_time(item, names.to)};
    item.finish();
    if (!item.reading().failed() && window.to <= window.from) {
      item.fail(names.to, invalid(time::format(window.to), "a time after its start"));
    }
    windows.push_back(window);
  });
  return windows;
}

std::vector<Attendee> read_attendees(ObjectReader& object, const Ids& ids) {
  check_count(object, "people", limits::agenda_attendees);
  std::vector<Attendee> people;
  object.each("people", [&](ObjectReader& item) {
    const std::string id = item.string("id");
    const bool required = item.one_of_or("role", 0, {"required", "optional"}) == 0;
    item.finish();
    if (item.reading().failed()) return;
    const auto place = find_id(ids.people, id);
    if (!place) return item.fail("id", unknown("person", id));
    const bool invited =
        std::any_of(people.begin(), people.end(), [&](const Attendee& a) { return a.person == *place; });
    if (invited) return item.fail("id", twice(id, "each person once"));
    people.push_back({*place, required});
  });
  return people;
}

std::vector<int> read_rooms(ObjectReader& object, std::string_view member, const Ids& ids) {
  check_count(object, member, limits::agenda_rooms);
  const std::vector<std::string> names = object.strings(member);
  std::vector<int> rooms;
  for (std::size_t i = 0; i < names.size() && !object.reading().failed(); ++i) {
    const auto place = find_id(ids.rooms, names[i]);
    Error error = unknown("room", names[i]);
    error.path = pointer(object.path_of(member), i);
    if (!place) {
      object.reading().fail(std::move(error));
    } else if (std::find(rooms.begin(), rooms.end(), *place) == rooms.end()) {
      rooms.push_back(*place);
    }
  }
  return rooms;
}

void read_freedom(ObjectReader& object, Event& event) {
  event.importance = static_cast<int>(object.integer_or("importance", 3, {1, 5}));
  event.movable = static_cast<Movable>(object.one_of_or("movable", 0, {"yes", "ask", "no"}));
  event.is_new = object.boolean_or("isNew", false);
  event.held_until = time::read_optional_instant(object, "heldUntil");
  event.windows = read_windows(object);
  event.cost = read_cost(object, default_cost(event.importance, event.movable));
}

/// Three days within the years that can be written, so that no zone, and nothing near the horizon, leaves them.
time::Day first_day() { return *time::parse_day("0001-01-04"); }
time::Day last_day() { return *time::parse_day("9999-12-28"); }

void check_years(ObjectReader& object, const Event& event) {
  if (object.reading().failed()) return;
  const std::int64_t earliest = (*time::parse_instant("0001-01-02T00:00:00Z")).seconds;
  const std::int64_t latest = (*time::parse_instant("9999-12-30T00:00:00Z")).seconds;
  const std::int64_t begins = event.begins().seconds;
  if (begins < earliest || begins > latest) {
    object.fail("start", invalid(time::format(event.start), "a time that every zone has in the years 1 to 9999"));
  } else if (event.duration > latest - begins) {
    object.fail("duration", invalid(seconds_text(event.duration), "an end before the year 10000"));
  }
}

std::int64_t read_event_duration(ObjectReader& object) {
  const std::int64_t seconds = time::total_seconds(time::read_duration(object, "duration"));
  if (seconds <= 0) object.fail("duration", invalid(seconds_text(seconds), "a duration above zero"));
  return seconds;
}

void read_horizon(ObjectReader& object, Problem& problem) {
  object.required("horizon");
  object.object("horizon", [&](ObjectReader& horizon) {
    const SpanNames names = span_names(horizon, from_to, start_end);
    problem.from = time::read_day(horizon, names.from);
    problem.to = time::read_day(horizon, names.to);
    horizon.finish();
    check_horizon(horizon, names.from, names.to, problem.from, problem.to);
  });
}

void read_grid(ObjectReader& object, Problem& problem) {
  problem.grid = read_seconds(object, "grid", 900);
  if (object.reading().failed()) return;
  if (problem.grid < 60 || time::seconds_per_day % problem.grid != 0) {
    return object.fail("grid", invalid(seconds_text(problem.grid), "a minute or more that divides a day"));
  }
  if ((problem.to - problem.from) * (time::seconds_per_day / problem.grid) > limits::agenda_starts) {
    object.fail("grid", too_many(limits::agenda_starts, "starts in the horizon"));
  }
}

Event read_event(ObjectReader& object, const Problem& problem, const Ids& ids) {
  Event event;
  read_identity(object, event);
  event.start = time::read_local_time(object, "start");
  event.zone = time::read_zone_or(object, "timeZone", problem.zone);
  event.duration = read_event_duration(object);
  check_years(object, event);
  event.people = read_attendees(object, ids);
  event.rooms = read_rooms(object, "rooms", ids);
  event.room = read_room_of(object, ids);
  event.needs = object.strings("needs");
  event.location = object.string_or("location", "");
  event.buffer_after = read_seconds(object, "bufferAfter", 0);
  read_freedom(object, event);
  complete_rooms(event, problem);
  return event;
}

void read_events(ObjectReader& object, Problem& problem) {
  check_count(object, "events", limits::agenda_events);
  std::set<std::pair<std::string, std::string>> seen;
  const Ids ids(problem);
  object.each("events", [&](ObjectReader& item) {
    Event event = read_event(item, problem, ids);
    item.finish();
    if (!seen.emplace(event.uid, event.recurrence_id.value_or("")).second) {
      item.fail("uid", twice(reference(event), "a uid, or a uid and recurrenceId, that no event before it has"));
    }
    problem.events.push_back(std::move(event));
  });
}

/// What `agenda.problem` could not place is for people to read; here it is only checked.
void read_unread(ObjectReader& object) {
  object.each("unread", [](ObjectReader& item) {
    item.string("uid");
    item.string("code");
    item.string("message");
    item.finish();
  });
}

/// A uid that no event of the problem has, so that what is said of the meeting is said of nothing else.
std::string uid_of_meeting(const Problem& problem) {
  const std::string plain = "meeting";
  const auto taken = [&](const std::string& uid) {
    return std::any_of(problem.events.begin(), problem.events.end(), [&](const Event& one) { return one.uid == uid; });
  };
  std::string uid = plain;
  for (int number = 2; taken(uid); ++number) uid = plain + "-" + std::to_string(number);
  return uid;
}

}  // namespace

void check_horizon(ObjectReader& object, std::string_view from_name, std::string_view to_name, time::Day from,
                   time::Day to) {
  if (object.reading().failed()) return;
  if (to <= from) {
    object.fail(to_name, invalid(time::format(to), "a day after the first"));
  } else if (to - from > limits::agenda_days) {
    object.fail(to_name, too_many(limits::agenda_days, "days"));
  } else if (from < first_day() || last_day() < to) {
    const bool early = from < first_day();
    object.fail(early ? from_name : to_name,
                invalid(time::format(early ? from : to), "days that every zone has in the years 1 to 9999"));
  }
}

Event read_meeting(ObjectReader& object, const Problem& problem) {
  const Ids ids(problem);
  Event meeting;
  meeting.uid = uid_of_meeting(problem);
  meeting.is_new = true;
  meeting.zone = time::read_zone_or(object, "timeZone", problem.zone);
  meeting.start = meeting.zone->to_local(problem.horizon().from);
  meeting.duration = read_event_duration(object);
  meeting.people = read_attendees(object, ids);
  meeting.rooms = read_rooms(object, "rooms", ids);
  meeting.needs = object.strings("needs");
  meeting.location = object.string_or("location", "");
  meeting.buffer_after = read_seconds(object, "bufferAfter", 0);
  meeting.importance = static_cast<int>(object.integer_or("importance", 3, {1, 5}));
  meeting.windows = read_windows(object);
  meeting.cost = default_cost(meeting.importance, meeting.movable);
  complete_rooms(meeting, problem);
  object.finish();
  return meeting;
}

Problem read_problem(ObjectReader& object) {
  Problem problem;
  problem.zone = time::read_zone(object, "timeZone");
  problem.zone_assumed = object.boolean_or("timeZoneAssumed", false);
  read_horizon(object, problem);
  read_grid(object, problem);
  problem.now = time::read_optional_instant(object, "now");
  problem.notice = read_optional_seconds(object, "notice");
  check_count(object, "people", limits::agenda_people);
  object.each("people", [&](ObjectReader& item) { problem.people.push_back(read_person(item, problem)); });
  check_count(object, "rooms", limits::agenda_rooms);
  object.each("rooms", [&](ObjectReader& item) { problem.rooms.push_back(read_room(item, problem)); });
  read_ways(object, problem);
  read_events(object, problem);
  read_unread(object);
  problem.effort = object.optional_integer("effort", {0, limits::agenda_effort});
  problem.alternatives = object.integer_or("alternatives", 0, {0, limits::agenda_alternatives});
  return problem;
}

}  // namespace relais::agenda
