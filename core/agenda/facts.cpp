#include "core/agenda/facts.hpp"

#include "core/agenda/vocabulary.hpp"

#include <algorithm>

namespace relais::agenda {
namespace {

std::size_t at(int place) { return static_cast<std::size_t>(place); }

bool contains(const std::vector<int>& list, int value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

Facts::Facts(const Ground& ground, const std::vector<Placement>& plan)
    : ground_(ground), problem_(ground.problem()), of_person_(problem_.people.size()), of_room_(problem_.rooms.size()) {
  taken_.resize(ground_.loads().size(), 0);
  for (const Placement& one : plan) {
    const Event& event = problem_.events[at(one.event)];
    spans_.push_back({one.start, one.start + event.duration});
    rooms_.push_back(one.room);
    if (one.state == State::unscheduled) continue;
    for (const Attendee& who : event.people) {
      if (contains(one.missed, who.person)) continue;
      put(of_person_[at(who.person)], one.event);
      for (const LoadShare& share : ground_.shares_of(who.person, spans_.back()))
        taken_[at(share.load)] += share.seconds;
      widest_gap_ = std::max(widest_gap_, ground_.gaps().after(who.person, one.event));
    }
    if (one.room >= 0) put(of_room_[at(one.room)], one.event);
  }
  for (const Travel& way : problem_.travel) widest_gap_ = std::max(widest_gap_, way.seconds);
  for (Line& line : of_person_) sort(line);
  for (Line& line : of_room_) sort(line);
}

void Facts::put(Line& line, int event) {
  line.events.push_back(event);
  line.longest = std::max(line.longest, spans_[at(event)].seconds());
}

void Facts::sort(Line& line) {
  std::stable_sort(line.events.begin(), line.events.end(),
                   [&](int a, int b) { return spans_[at(a)].from < spans_[at(b)].from; });
}

std::span<const int> Facts::near(const Line& line, const time::Interval& span, std::int64_t gap) const {
  const auto before = [&](std::int64_t seconds) {
    return [this, seconds](int event) { return spans_[at(event)].from.seconds < seconds; };
  };
  const auto first =
      std::partition_point(line.events.begin(), line.events.end(), before(span.from.seconds - line.longest - gap));
  const auto last = std::partition_point(first, line.events.end(), before(span.to.seconds + gap));
  return std::span<const int>(line.events)
      .subspan(static_cast<std::size_t>(first - line.events.begin()), static_cast<std::size_t>(last - first));
}

bool Facts::stands(int event, int person) const {
  const auto& line = of_person_[at(person)].events;
  const auto later = [&](int other) { return spans_[at(other)].from < spans_[at(event)].from; };
  auto one = std::partition_point(line.begin(), line.end(), later);
  for (; one != line.end() && spans_[at(*one)].from == spans_[at(event)].from; ++one) {
    if (*one == event) return true;
  }
  return false;
}

std::vector<Objection> Facts::against(int event, time::Instant start, int room) const {
  std::vector<Objection> out = against_start(event, start);
  for (const Objection& one : against_room(event, start, room)) out.push_back(one);
  return out;
}

std::vector<Objection> Facts::against_start(int event, time::Instant start) const {
  const Event& one = problem_.events[at(event)];
  const time::Interval span{start, start + one.duration};
  std::vector<Objection> out;
  const std::vector<time::Interval> windows = windows_of(problem_, one);
  const auto holds = [&](const auto& window) { return window.from <= span.from && span.to <= window.to; };
  if (std::none_of(windows.begin(), windows.end(), holds)) out.push_back({{FactKind::window, -1, -1, event}, span});
  const auto earliest = problem_.earliest_start();
  if (earliest && start < *earliest) out.push_back({{FactKind::notice, -1, -1, event}, span});
  for (const Attendee& who : one.people) {
    if (who.required) object_person(event, span, who.person, out);
  }
  return out;
}

std::vector<Objection> Facts::against_person(int event, time::Instant start, int person) const {
  std::vector<Objection> out;
  object_person(event, {start, start + problem_.events[at(event)].duration}, person, out);
  return out;
}

void Facts::object_person(int event, const time::Interval& span, int person, std::vector<Objection>& out) const {
  const Event& one = problem_.events[at(event)];
  const Person& who = problem_.people[at(person)];
  if (!works(ground_.availability(), person, span)) {
    const bool holiday = first_overlap(ground_.availability().people[at(person)].holidays, span) != nullptr;
    out.push_back({{holiday ? FactKind::holiday : FactKind::hours, person}, span});
  }
  if (const auto* block = first_overlap(who.busy, {span.from, span.to + one.buffer_after})) {
    out.push_back({{FactKind::busy, person}, *block});
  }
  const std::int64_t gap = std::max(widest_gap_, ground_.gaps().after(person, event));
  for (const int other : near(of_person_[at(person)], span, gap)) {
    if (other == event) continue;
    const std::int64_t before = ground_.gaps().always(person, other, event);
    const std::int64_t after = ground_.gaps().always(person, event, other);
    const bool apart = span.from >= spans_[at(other)].to + before || spans_[at(other)].from >= span.to + after;
    if (apart) continue;
    const bool other_first = spans_[at(other)].from < span.from;
    const std::int64_t needed = other_first ? before : after;
    const bool travel = needed > ground_.gaps().after(person, other_first ? other : event);
    out.push_back({{FactKind::event, person, -1, other}, spans_[at(other)], needed, travel});
  }
  if (overloads(event, span, person)) out.push_back({{FactKind::load, person}, span});
}

bool Facts::overloads(int event, const time::Interval& span, int person) const {
  const auto& most = problem_.people[at(person)].max_daily;
  if (!most) return false;
  const std::vector<LoadShare> own =
      stands(event, person) ? ground_.shares_of(person, spans_[at(event)]) : std::vector<LoadShare>{};
  for (const LoadShare& share : ground_.shares_of(person, span)) {
    std::int64_t sum = taken_[at(share.load)] + share.seconds;
    for (const LoadShare& also : own) sum -= also.load == share.load ? also.seconds : 0;
    if (sum > *most) return true;
  }
  return false;
}

std::vector<Objection> Facts::against_room(int event, time::Instant start, int room) const {
  std::vector<Objection> out;
  if (room < 0) return out;
  const Event& one = problem_.events[at(event)];
  const Room& where = problem_.rooms[at(room)];
  const time::Interval span{start, start + one.duration};
  if (missing_need(where, one)) out.push_back({{FactKind::needs, -1, room}, span});
  if (!room_holds(where, one)) out.push_back({{FactKind::capacity, -1, room}, span});
  if (const auto* block = first_overlap(where.busy, span)) out.push_back({{FactKind::room, -1, room}, *block});
  for (const int other : near(of_room_[at(room)], span, 0)) {
    if (other == event || !time::overlap(span, spans_[at(other)])) continue;
    out.push_back({{FactKind::event, -1, room, other}, spans_[at(other)]});
  }
  return out;
}

Reason Facts::detail(int event, time::Instant start, const Objection& objection) const {
  const Event& one = problem_.events[at(event)];
  const Fact& fact = objection.fact;
  const std::string id = reference(one);
  const std::string from = time::format(one.zone->to_local(objection.span.from));
  const std::string to = time::format(one.zone->to_local(objection.span.to));
  const std::string person = fact.person < 0 ? "" : problem_.people[at(fact.person)].id;
  const std::string room = fact.room < 0 ? "" : problem_.rooms[at(fact.room)].id;
  const std::string local = time::format(one.zone->to_local(start));
  switch (fact.kind) {
    case FactKind::hours:
      return {code::hours, {{"person", person}, {"event", id}, {"at", local}}};
    case FactKind::holiday:
      return {code::holiday, {{"person", person}, {"event", id}, {"at", local}}};
    case FactKind::busy:
      return {code::busy, {{"person", person}, {"event", id}, {"from", from}, {"to", to}}};
    case FactKind::window:
      return {code::window, {{"event", id}, {"at", local}}};
    case FactKind::room:
      return {code::room_busy, {{"room", room}, {"event", id}, {"from", from}, {"to", to}}};
    case FactKind::event: {
      const std::string other = reference(problem_.events[at(fact.event)]);
      if (fact.room >= 0) {
        return {code::room_taken, {{"room", room}, {"event", id}, {"other", other}, {"from", from}, {"to", to}}};
      }
      const time::Interval span{start, start + one.duration};
      if (time::overlap(span, objection.span)) {
        return {code::overlap, {{"person", person}, {"event", id}, {"other", other}, {"from", from}, {"to", to}}};
      }
      const std::int64_t gap = std::max(span.from - objection.span.to, objection.span.from - span.to);
      const bool first = span.from < objection.span.from;
      return {objection.travel ? code::travel : code::buffer,
              {{"person", person},
               {"event", first ? id : other},
               {"other", first ? other : id},
               {"gap", gap / 60},
               {"needed", minutes_up(objection.needed)}}};
    }
    default:
      return general(event, fact);
  }
}

Reason Facts::general(int event, const Fact& fact) const {
  const Event& one = problem_.events[at(event)];
  const std::string id = reference(one);
  const std::string person = fact.person < 0 ? "" : problem_.people[at(fact.person)].id;
  switch (fact.kind) {
    case FactKind::window:
      return {code::fact_window, {{"event", id}}};
    case FactKind::notice:
      return {code::fact_notice,
              {{"event", id}, {"earliest", time::format(one.zone->to_local(*problem_.earliest_start()))}}};
    case FactKind::hours:
      return {code::fact_hours, {{"person", person}}};
    case FactKind::holiday:
      return {code::fact_holiday, {{"person", person}}};
    case FactKind::busy:
      return {code::fact_busy, {{"person", person}}};
    case FactKind::load:
      return {code::fact_load, {{"person", person}, {"most", *problem_.people[at(fact.person)].max_daily / 60}}};
    case FactKind::event: {
      const Event& other = problem_.events[at(fact.event)];
      const time::LocalTime stands = other.zone->to_local(spans_[at(fact.event)].from);
      return {code::fact_event, {{"other", reference(other)}, {"at", time::format(stands)}}};
    }
    case FactKind::room:
      return {code::fact_room, {{"room", problem_.rooms[at(fact.room)].id}}};
    case FactKind::capacity:
      return {code::fact_capacity,
              {{"room", problem_.rooms[at(fact.room)].id},
               {"people", static_cast<std::int64_t>(one.people.size())},
               {"most", *problem_.rooms[at(fact.room)].capacity}}};
    case FactKind::needs:
      return {
          code::fact_needs,
          {{"room", problem_.rooms[at(fact.room)].id}, {"need", *missing_need(problem_.rooms[at(fact.room)], one)}}};
    case FactKind::price:
      break;
  }
  return {code::fact_price, {{"event", id}}};
}

}  // namespace relais::agenda
