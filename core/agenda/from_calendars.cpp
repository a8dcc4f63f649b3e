#include "core/agenda/from_calendars.hpp"

#include "core/agenda/newest_copies.hpp"
#include "core/agenda/people.hpp"
#include "core/base/limits.hpp"
#include "core/base/text.hpp"
#include "core/calendar/expand.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

namespace relais::agenda {
namespace {

std::size_t at(int place) { return static_cast<std::size_t>(place); }

/// An event of the problem while calendars are read, and the calendar's event that counts for it.
struct Gathered {
  Event event;
  std::shared_ptr<const calendar::Event> source;
};

using Key = std::pair<std::string, std::string>;

int importance_of(const calendar::Event& event) {
  const std::int64_t priority = event.priority.value_or(0);
  if (priority == 0) return 3;
  return priority <= 2 ? 5 : priority <= 4 ? 4 : priority == 5 ? 3 : priority <= 7 ? 2 : 1;
}

class Reader {
 public:
  explicit Reader(const CalendarRequest& request) : request_(request) {}

  Result<Problem> read() {
    choose_zone();
    problem_.from = request_.from;
    problem_.to = request_.to;
    problem_.now = request_.now;
    horizon_ = problem_.horizon();
    for (const HeldCalendar& held : request_.calendars) {
      person_place(held);
      newest_.add(held.events);
    }
    for (std::size_t i = 0; i < request_.calendars.size(); ++i) {
      const Status read = read_calendar(request_.calendars[i]);
      if (!read.ok()) return read.error();
    }
    return finished();
  }

 private:
  void choose_zone() {
    problem_.zone = request_.zone;
    for (const HeldCalendar& held : request_.calendars) {
      if (!problem_.zone) problem_.zone = find_person(request_.policy, held.client, held.person).person.zone;
    }
    for (const HeldCalendar& held : request_.calendars) {
      for (const calendar::Event& event : held.events) {
        if (!problem_.zone) problem_.zone = event.zone;
      }
    }
    problem_.zone_assumed = !problem_.zone;
    if (!problem_.zone) problem_.zone = time::find_zone("Etc/UTC");
  }

  /// The place of a calendar's person, who joins the problem here.
  int person_place(const HeldCalendar& held) {
    const auto [found, is_new] = places_.emplace(held.person, static_cast<int>(problem_.people.size()));
    if (is_new) {
      KnownPerson known = find_person(request_.policy, held.client, held.person);
      if (!known.person.zone) known.person.zone = problem_.zone;
      names_.push_back(known.name);
      problem_.people.push_back(std::move(known.person));
    }
    return found->second;
  }

  Status read_calendar(const HeldCalendar& held) {
    const int person = person_place(held);
    const std::vector<calendar::Event>& events = up_to_date(held.events, person);
    RELAIS_TRY(const auto expansion, calendar::expand(events, horizon_, *problem_.people[at(person)].zone));
    for (const calendar::ExpansionProblem& one : expansion.problems) {
      problem_.unread.push_back({events[one.index].uid, one.error});
    }
    const std::set<Key> by_themselves = occurrences_by_themselves(events);
    for (const calendar::Occurrence& occurrence : expansion.occurrences) {
      const bool replaced = !events[occurrence.index].recurrence_id && by_themselves.contains(key_of(occurrence));
      if (!replaced && occurrence.event->kind == calendar::Event::Kind::event) take(held, person, occurrence);
    }
    return std::monostate{};
  }

  /// The events of a person's calendar as their newest copies say them.
  const std::vector<calendar::Event>& up_to_date(const std::vector<calendar::Event>& events, int person) {
    const auto outdated = [&](const calendar::Event& one) { return newest_.is_outdated(one); };
    if (std::none_of(events.begin(), events.end(), outdated)) return events;
    std::vector<calendar::Event>& renewed = renewed_.emplace_back(events);
    for (calendar::Event& event : renewed) {
      if (!outdated(event)) continue;
      const calendar::Participant* self = participant_of(event, person);
      event = newest_.renewed(event, self ? self->id : std::string());
    }
    return renewed;
  }

  /// Occurrences that a calendar holds as events of their own: its series has them no more.
  static std::set<Key> occurrences_by_themselves(const std::vector<calendar::Event>& events) {
    std::set<Key> out;
    for (const calendar::Event& event : events) {
      if (event.recurrence_id) out.emplace(event.uid, time::format(*event.recurrence_id));
    }
    return out;
  }

  static Key key_of(const calendar::Occurrence& occurrence) {
    const calendar::Event& event = *occurrence.event;
    const std::optional<time::LocalTime> id = occurrence.recurrence_id ? occurrence.recurrence_id : event.recurrence_id;
    return {event.uid, id ? time::format(*id) : std::string()};
  }

  void take(const HeldCalendar& held, int person, const calendar::Occurrence& occurrence) {
    const calendar::Event& event = *occurrence.event;
    const calendar::Participant* self = participant_of(event, person);
    const Key key = key_of(occurrence);
    if (event.cancelled()) return cancel(key, version_of(event));
    if (!event.busy() || occurrence.time.empty() || (self && self->status == "declined")) return;
    if (event.all_day()) {
      problem_.people[at(person)].busy.push_back(occurrence.time);
      return;
    }
    const auto [found, is_new] = found_.emplace(key, gathered_.size());
    if (is_new) gathered_.push_back({{}, nullptr});
    Gathered& one = gathered_[found->second];
    if (is_new || version_of(event) > version_of(*one.source)) fill(held, person, occurrence, key.second, one);
    join(one.event, {person, !(self && self->has_role("optional"))});
  }

  void cancel(const Key& key, const Version& version) {
    const auto [found, is_new] = cancelled_.emplace(key, version);
    if (!is_new) found->second = std::max(found->second, version);
  }

  /// Whether a newer copy than any that was read says that it does not take place.
  bool is_cancelled(const Gathered& one) const {
    const auto found = cancelled_.find({one.event.uid, one.event.recurrence_id.value_or("")});
    return found != cancelled_.end() && found->second > version_of(*one.source);
  }

  static void join(Event& event, Attendee attendee) {
    const auto known = std::find_if(event.people.begin(), event.people.end(),
                                    [&](const Attendee& one) { return one.person == attendee.person; });
    if (known == event.people.end()) event.people.push_back(attendee);
  }

  /// Everything but the people, who stay as gathered.
  void fill(const HeldCalendar& held, int person, const calendar::Occurrence& occurrence, const std::string& id,
            Gathered& one) {
    const calendar::Event& source = *occurrence.event;
    Event event;
    event.uid = source.uid;
    if (!id.empty()) event.recurrence_id = id;
    event.client = held.client;
    event.title = source.title;
    event.zone = source.zone ? source.zone : problem_.people[at(person)].zone;
    event.start = occurrence.start;
    event.duration = occurrence.time.seconds();
    event.people = std::move(one.event.people);
    if (!source.locations.empty()) event.location = source.locations.front().name;
    event.importance = importance_of(source);
    event.movable = movable_of(source, occurrence.time);
    event.cost = default_cost(event.importance, event.movable);
    one = {std::move(event), occurrence.event};
  }

  Movable movable_of(const calendar::Event& event, const time::Interval& span) const {
    if (span.from < horizon_.from || horizon_.to < span.to) return Movable::no;
    const std::string organizer = organizer_of(event);
    return organizer.empty() || is_ours(event, organizer) ? Movable::yes : Movable::ask;
  }

  bool is_ours(const calendar::Event& event, const std::string& organizer) const {
    for (const policy::Client& client : request_.policy.clients) {
      const auto same = [&](const std::string& address) { return equals_ignoring_case(address, organizer); };
      if (std::any_of(client.addresses.begin(), client.addresses.end(), same)) return true;
    }
    for (std::size_t i = 0; i < problem_.people.size(); ++i) {
      if (is_person(problem_.people[i].id, names_[i], organizer)) return true;
      const calendar::Participant* self = participant_of(event, static_cast<int>(i));
      if (self && email_of(*self) == organizer) return true;
    }
    return false;
  }

  /// The participant that a person of ours is.
  const calendar::Participant* participant_of(const calendar::Event& event, int person) const {
    const Person& who = problem_.people[at(person)];
    const std::string& name = names_[at(person)];
    const policy::Client* client = request_.policy.client(who.id);
    for (const calendar::Participant& one : event.participants) {
      const std::string email = email_of(one);
      if (one.id == who.id || is_person(who.id, name, email)) return &one;
      if (!one.name.empty() && (equals_ignoring_case(one.name, name) || equals_ignoring_case(one.name, who.id)))
        return &one;
      if (!client) continue;
      const auto same = [&](const std::string& address) { return equals_ignoring_case(address, email); };
      if (std::any_of(client->addresses.begin(), client->addresses.end(), same)) return &one;
    }
    return nullptr;
  }

  Result<Problem> finished() {
    for (Person& person : problem_.people) person.busy = time::normalized(std::move(person.busy));
    for (Gathered& one : gathered_) {
      if (!is_cancelled(one)) problem_.events.push_back(std::move(one.event));
    }
    std::stable_sort(problem_.events.begin(), problem_.events.end(),
                     [](const Event& a, const Event& b) { return a.begins() < b.begins(); });
    const auto over = [](std::size_t limit, const char* what) {
      return Error{ErrorCode::too_many,
                   {{"limit", static_cast<std::int64_t>(limit)}, {"what", what}},
                   "/calendars",
                   "at most " + std::to_string(limit) + " " + what};
    };
    if (problem_.events.size() > limits::agenda_events) return over(limits::agenda_events, "events");
    if (problem_.people.size() > limits::agenda_people) return over(limits::agenda_people, "people");
    for (const Person& person : problem_.people) {
      if (person.busy.size() > limits::agenda_busy) return over(limits::agenda_busy, "busy");
    }
    return std::move(problem_);
  }

  const CalendarRequest& request_;
  Problem problem_;
  time::Interval horizon_;
  std::map<std::string, int> places_;
  std::vector<std::string> names_;  ///< of the people, as the policy says them
  NewestCopies newest_;
  std::deque<std::vector<calendar::Event>> renewed_;  ///< calendars with outdated copies, brought up to date
  std::map<Key, Version> cancelled_;
  std::map<Key, std::size_t> found_;
  std::vector<Gathered> gathered_;
};

}  // namespace

Result<Problem> problem_from_calendars(const CalendarRequest& request) { return Reader(request).read(); }

}  // namespace relais::agenda
