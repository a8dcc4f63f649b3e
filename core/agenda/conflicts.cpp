#include "core/agenda/conflicts.hpp"

#include "core/agenda/availability.hpp"
#include "core/agenda/vocabulary.hpp"
#include "core/base/limits.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

namespace relais::agenda {
namespace {

std::size_t at(int place) { return static_cast<std::size_t>(place); }

/// An event on the line of one person or room.
struct Placed {
  int event = 0;
  time::Interval span;
  bool required = true;
};

/// What makes a conflict beside its kind.
struct Where {
  std::vector<int> events;
  std::optional<int> person, room;
  time::Interval span;
  bool dated = false;  ///< the start belongs to the id
};

class Finder {
 public:
  Finder(const Problem& problem, const std::set<std::string>& only)
      : problem_(problem), availability_(make_availability(problem)), ways_(problem), only_(only) {
    for (const Event& event : problem.events) spans_.push_back({event.begins(), event.ends()});
    draw_lines();
  }

  Result<std::vector<Conflict>> find() {
    for (std::size_t i = 0; i < problem_.people.size() && !full_; ++i) check_person(static_cast<int>(i));
    for (std::size_t i = 0; i < problem_.rooms.size() && !full_; ++i) check_room(static_cast<int>(i));
    for (std::size_t i = 0; i < problem_.events.size() && !full_; ++i) check_event(static_cast<int>(i));
    if (full_) {
      return Error{ErrorCode::too_many,
                   {{"limit", static_cast<std::int64_t>(limits::agenda_conflicts)}, {"what", "conflicts"}},
                   "/events",
                   "events of which fewer collide, or `only` for those in question"};
    }
    std::sort(found_.begin(), found_.end(), [](const Conflict& a, const Conflict& b) {
      return std::tie(a.span.from, a.id) < std::tie(b.span.from, b.id);
    });
    return std::move(found_);
  }

 private:
  const Event& event(int place) const { return problem_.events[at(place)]; }
  bool fixed(int place) const { return problem_.is_fixed(event(place)); }

  /// A moment as the zone of an event says it.
  std::string local(int place, time::Instant moment) const { return time::format(event(place).zone->to_local(moment)); }

  bool wanted(const std::vector<int>& events) const {
    if (only_.empty()) return true;
    return std::any_of(events.begin(), events.end(), [&](int one) {
      return only_.contains(event(one).uid) || only_.contains(reference(event(one)));
    });
  }

  std::string id_of(ConflictKind kind, const Where& where) const {
    std::string id(name(kind));
    for (std::size_t i = 0; i < where.events.size(); ++i) {
      id += (i == 0 ? ":" : "+") + escaped(reference(event(where.events[i])));
    }
    if (where.person) id += ":" + escaped(problem_.people[at(*where.person)].id);
    if (where.room) id += ":" + escaped(problem_.rooms[at(*where.room)].id);
    if (where.dated) id += ":" + time::format(where.span.from);
    return id;
  }

  static std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
      if (c == '%') out += "%25";
      if (c == ':') out += "%3A";
      if (c == '+') out += "%2B";
      if (c != '%' && c != ':' && c != '+') out += c;
    }
    return out;
  }

  void add(ConflictKind kind, Severity severity, const Where& where, Reason reason) {
    if (full_ || !wanted(where.events)) return;
    full_ = found_.size() == limits::agenda_conflicts;
    if (full_) return;
    found_.push_back(
        {id_of(kind, where), kind, severity, where.events, where.person, where.room, where.span, {std::move(reason)}});
  }

  void draw_lines() {
    people_.resize(problem_.people.size());
    rooms_.resize(problem_.rooms.size());
    std::vector<int> order(problem_.events.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return spans_[at(a)].from < spans_[at(b)].from; });
    for (const int place : order) {
      for (const Attendee& one : event(place).people) {
        people_[at(one.person)].push_back({place, spans_[at(place)], one.required});
      }
      if (event(place).room) rooms_[at(*event(place).room)].push_back({place, spans_[at(place)], true});
    }
  }

  void check_person(int person) {
    const std::vector<Placed>& line = people_[at(person)];
    for (std::size_t i = 0; i < line.size(); ++i) check_followers(person, line, i);
    for (const Placed& one : line) {
      check_busy(person, one);
      check_hours(person, one);
    }
    check_load(person, line);
  }

  /// Who comes too early after line[i]: those that overlap it, those within its buffer, and its next neighbour.
  void check_followers(int person, const std::vector<Placed>& line, std::size_t i) {
    const Placed& before = line[i];
    const time::Instant kept = before.span.to + event(before.event).buffer_after;
    std::optional<time::Instant> neighbour;
    for (std::size_t j = i + 1; j < line.size() && !full_; ++j) {
      const Placed& after = line[j];
      if (after.span.from < before.span.to) {
        add_overlap(person, before, after);
        continue;
      }
      if (!neighbour) neighbour = after.span.from;
      const bool next = after.span.from == *neighbour;
      if (!next && after.span.from >= kept) break;
      check_gap(person, before, after, next);
    }
  }

  void add_overlap(int person, const Placed& a, const Placed& b) {
    const bool both = a.required && b.required;
    const ConflictKind kind = fixed(a.event) && fixed(b.event) ? ConflictKind::fixed : ConflictKind::overlap;
    const time::Interval common{b.span.from, std::min(a.span.to, b.span.to)};
    add(kind, both ? Severity::high : Severity::low, {{a.event, b.event}, person, {}, common},
        {kind == ConflictKind::fixed ? code::fixed_overlap : code::overlap,
         {{"person", problem_.people[at(person)].id},
          {"event", reference(event(a.event))},
          {"other", reference(event(b.event))},
          {"from", local(a.event, common.from)},
          {"to", local(a.event, common.to)}}});
  }

  void check_gap(int person, const Placed& before, const Placed& after, bool neighbours) {
    const std::int64_t gap = after.span.from - before.span.to;
    const std::int64_t buffer =
        std::max(event(before.event).buffer_after, neighbours ? problem_.people[at(person)].buffer : 0);
    const std::int64_t travel = neighbours ? ways_.seconds(before.event, after.event) : 0;
    if (gap >= std::max(buffer, travel)) return;
    const bool way = travel > buffer;
    const bool both = before.required && after.required;
    add(way ? ConflictKind::travel : ConflictKind::buffer, way && both ? Severity::high : Severity::low,
        {{before.event, after.event}, person, {}, {before.span.to, after.span.from}},
        {way ? code::travel : code::buffer,
         {{"person", problem_.people[at(person)].id},
          {"event", reference(event(before.event))},
          {"other", reference(event(after.event))},
          {"gap", gap / 60},
          {"needed", minutes_up(std::max(buffer, travel))}}});
  }

  void check_busy(int person, const Placed& one) {
    const Person& who = problem_.people[at(person)];
    const time::Interval held{one.span.from, one.span.to + event(one.event).buffer_after};
    for (const time::Interval* block = first_overlap(who.busy, held);
         block && block != who.busy.data() + who.busy.size() && block->from < held.to; ++block) {
      const bool overlaps = time::overlap(*block, one.span);
      const time::Interval common{std::max(block->from, held.from), std::min(block->to, held.to)};
      add(overlaps ? ConflictKind::overlap : ConflictKind::buffer,
          overlaps && one.required ? Severity::high : Severity::low,
          {{one.event}, person, {}, overlaps ? common : time::Interval{one.span.to, block->from}, true},
          {overlaps ? code::busy : code::buffer_busy,
           {{"person", who.id},
            {"event", reference(event(one.event))},
            {"from", local(one.event, block->from)},
            {"to", local(one.event, block->to)}}});
    }
  }

  void check_hours(int person, const Placed& one) {
    if (!time::overlap(one.span, availability_.range) || works(availability_, person, one.span)) return;
    const time::Interval* holiday = first_overlap(availability_.people[at(person)].holidays, one.span);
    add(holiday ? ConflictKind::holiday : ConflictKind::hours, one.required ? Severity::normal : Severity::low,
        {{one.event}, person, {}, one.span},
        {holiday ? code::holiday : code::hours,
         {{"person", problem_.people[at(person)].id},
          {"event", reference(event(one.event))},
          {"at", time::format(event(one.event).start)}}});
  }

  void check_load(int person, const std::vector<Placed>& line) {
    const Person& who = problem_.people[at(person)];
    if (!who.max_daily) return;
    std::map<time::Day, std::pair<std::int64_t, std::vector<int>>> days;
    for (const Placed& one : line) {
      const time::Interval span{std::max(one.span.from, availability_.range.from),
                                std::min(one.span.to, availability_.range.to)};
      if (span.empty()) continue;
      for (const DayShare& share : day_shares(*who.zone, span)) {
        auto& [seconds, events] = days[share.day];
        seconds += share.seconds;
        events.push_back(one.event);
      }
    }
    for (const auto& [day, load] : days) {
      if (load.first > *who.max_daily) add_load(person, day, load.first, load.second);
    }
  }

  void add_load(int person, time::Day day, std::int64_t seconds, const std::vector<int>& events) {
    const Person& who = problem_.people[at(person)];
    const time::Interval span{who.zone->to_instant(time::midnight(day)), who.zone->to_instant(time::midnight(day + 1))};
    add(ConflictKind::load, Severity::low, {events, person, {}, span, true},
        {code::load,
         {{"person", who.id},
          {"day", time::format(day)},
          {"minutes", minutes_up(seconds)},
          {"most", *who.max_daily / 60}}});
  }

  void check_room(int room) {
    const std::vector<Placed>& line = rooms_[at(room)];
    for (std::size_t i = 0; i < line.size(); ++i) {
      for (std::size_t j = i + 1; j < line.size() && line[j].span.from < line[i].span.to && !full_; ++j) {
        add_room_overlap(room, line[i], line[j]);
      }
      check_room_busy(room, line[i]);
    }
  }

  void add_room_overlap(int room, const Placed& a, const Placed& b) {
    const ConflictKind kind = fixed(a.event) && fixed(b.event) ? ConflictKind::fixed : ConflictKind::room;
    const time::Interval common{b.span.from, std::min(a.span.to, b.span.to)};
    add(kind, Severity::high, {{a.event, b.event}, {}, room, common},
        {kind == ConflictKind::fixed ? code::fixed_room : code::room_taken,
         {{"room", problem_.rooms[at(room)].id},
          {"event", reference(event(a.event))},
          {"other", reference(event(b.event))},
          {"from", local(a.event, common.from)},
          {"to", local(a.event, common.to)}}});
  }

  void check_room_busy(int room, const Placed& one) {
    const Room& where = problem_.rooms[at(room)];
    for (const time::Interval* block = first_overlap(where.busy, one.span);
         block && block != where.busy.data() + where.busy.size() && block->from < one.span.to; ++block) {
      const time::Interval common{std::max(block->from, one.span.from), std::min(block->to, one.span.to)};
      add(ConflictKind::room, Severity::high, {{one.event}, {}, room, common, true},
          {code::room_busy,
           {{"room", where.id},
            {"event", reference(event(one.event))},
            {"from", local(one.event, block->from)},
            {"to", local(one.event, block->to)}}});
    }
  }

  void check_event(int place) {
    const Event& one = event(place);
    check_room_choice(place);
    const auto earliest = problem_.earliest_start();
    if (one.is_new && earliest && spans_[at(place)].from < *earliest) {
      add(ConflictKind::notice, Severity::normal, {{place}, {}, {}, spans_[at(place)]},
          {code::notice, {{"event", reference(one)}, {"earliest", local(place, *earliest)}}});
    }
    if (outside_windows(problem_, place, spans_[at(place)])) {
      add(ConflictKind::window, Severity::normal, {{place}, {}, {}, spans_[at(place)]},
          {code::window, {{"event", reference(one)}, {"at", time::format(one.start)}}});
    }
  }

  static bool outside_windows(const Problem& problem, int place, const time::Interval& span) {
    const Event& one = problem.events[at(place)];
    if (one.windows.empty() && problem.is_fixed(one)) return false;
    const std::vector<time::Interval> windows = windows_of(problem, one);
    return std::none_of(windows.begin(), windows.end(),
                        [&](const auto& window) { return window.from <= span.from && span.to <= window.to; });
  }

  void check_room_choice(int place) {
    const Event& one = event(place);
    if (one.rooms.empty()) return;
    const Arguments who{{"event", reference(one)}};
    if (!one.room && !one.is_new) {
      add(ConflictKind::room, Severity::normal, {{place}, {}, {}, spans_[at(place)]}, {code::room_missing, who});
    }
    if (!one.room) return;
    const Room& room = problem_.rooms[at(*one.room)];
    const Where where{{place}, {}, *one.room, spans_[at(place)]};
    const Arguments both{{"event", reference(one)}, {"room", room.id}};
    if (std::find(one.rooms.begin(), one.rooms.end(), *one.room) == one.rooms.end()) {
      add(ConflictKind::room, Severity::normal, where, {code::room_not_named, both});
    } else if (const std::string* need = missing_need(room, one)) {
      add(ConflictKind::room, Severity::normal, where,
          {code::room_lacks, {{"event", reference(one)}, {"room", room.id}, {"need", *need}}});
    }
    if (!room_holds(room, one)) {
      add(ConflictKind::capacity, Severity::normal, {{place}, {}, *one.room, spans_[at(place)]},
          {code::capacity,
           {{"event", reference(one)},
            {"room", room.id},
            {"people", static_cast<std::int64_t>(one.people.size())},
            {"most", *room.capacity}}});
    }
  }

  const Problem& problem_;
  Availability availability_;
  Ways ways_;
  const std::set<std::string>& only_;
  std::vector<time::Interval> spans_;
  std::vector<std::vector<Placed>> people_, rooms_;  ///< by start
  std::vector<Conflict> found_;
  bool full_ = false;
};

}  // namespace

std::string_view name(ConflictKind kind) {
  constexpr std::array<std::string_view, 11> names{"overlap", "room",   "capacity", "buffer", "travel", "hours",
                                                   "holiday", "window", "load",     "notice", "fixed"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view name(Severity severity) {
  constexpr std::array<std::string_view, 3> names{"high", "normal", "low"};
  return names[static_cast<std::size_t>(severity)];
}

Result<std::vector<Conflict>> find_conflicts(const Problem& problem, const std::set<std::string>& only) {
  return Finder(problem, only).find();
}

}  // namespace relais::agenda
