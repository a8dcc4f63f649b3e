#include "core/agenda/apply.hpp"

#include "core/agenda/move_series.hpp"
#include "core/agenda/people.hpp"
#include "core/base/text.hpp"
#include "core/calendar/event_json.hpp"
#include "core/calendar/expand.hpp"

#include <algorithm>
#include <map>

namespace relais::agenda {
namespace {

using CalendarEvent = calendar::Event;

// How far from its place in the series a moved occurrence is looked for.
constexpr std::int64_t reach = 400 * time::seconds_per_day;

std::string reference(const Answer& answer) {
  return answer.recurrence_id ? answer.uid + "@" + *answer.recurrence_id : answer.uid;
}

Error unknown(const std::string& id, std::string path, std::string expected) {
  return {ErrorCode::unknown_reference, {{"id", id}}, std::move(path), std::move(expected)};
}

/// An event in calendars that are not ours alone is told about by what its organizer is.
enum class Organizer : std::uint8_t { none, ours, other };

class Applier {
 public:
  explicit Applier(const Application& application) : application_(application) {
    for (const std::string& address : application.ours) ours_.push_back(email_of(address));
    for (std::size_t i = 0; i < application.events.size(); ++i) {
      changed_.push_back(application.events[i]);
      touched_.push_back(false);
    }
  }

  Result<Applied> apply() {
    const std::vector<std::string> accept = application_.accept.value_or(std::vector<std::string>{});
    for (std::size_t i = 0; i < accept.size(); ++i) {
      const std::string& id = accept[i];
      const bool known = std::any_of(application_.answers.begin(), application_.answers.end(),
                                     [&](const Answer& one) { return one.uid == id || reference(one) == id; });
      if (!known) return unknown(id, pointer("/accept", i), "the uid of one of the solution's events");
    }
    for (const Answer& answer : application_.answers) {
      if (answer.state == State::kept || !accepted(answer)) continue;
      const Status done = apply(answer);
      if (!done.ok()) return done.error();
    }
    Applied out;
    for (std::size_t i = 0; i < changed_.size(); ++i) {
      if (touched_[i]) out.events.push_back(std::move(changed_[i]));
    }
    for (auto& [key, message] : messages_) out.messages.push_back(std::move(message));
    out.entries = std::move(entries_);
    return out;
  }

 private:
  bool accepted(const Answer& answer) const {
    if (!application_.accept) return true;
    return std::any_of(application_.accept->begin(), application_.accept->end(),
                       [&](const std::string& id) { return id == answer.uid || id == reference(answer); });
  }

  Status apply(const Answer& answer) {
    const auto recurrence_id =
        answer.recurrence_id ? time::parse_local_time(*answer.recurrence_id) : std::optional<time::LocalTime>();
    for (std::size_t i = 0; i < changed_.size(); ++i) {
      CalendarEvent& event = changed_[i];
      if (event.uid != answer.uid || event.kind != CalendarEvent::Kind::event || !event.start) continue;
      if (event.recurrence_id == recurrence_id) {
        return change_whole(i, answer);
      }
      if (recurrence_id && !event.recurrence_id && event.recurring())
        return change_occurrence(i, *recurrence_id, answer);
    }
    return std::monostate{};
  }

  /// An event, or a series with all its occurrences.
  Status change_whole(std::size_t place, const Answer& answer) {
    CalendarEvent& event = changed_[place];
    const CalendarEvent before = event;
    const Organizer organizer = organizer_kind(event, answer);
    if (event.recurring() && answer.state == State::moved) {
      const Status moved = move_series(event, answer.start - *event.start);
      if (!moved.ok()) return at_answer(moved.error(), answer, "start");
    }
    change(event, answer);
    count_change(place, organizer);
    tell(event, answer, organizer);
    record(before, event, answer);
    return std::monostate{};
  }

  /// One more version of an event of ours, however much of it changes here.
  void count_change(std::size_t place, Organizer organizer) {
    CalendarEvent& event = changed_[place];
    if (organizer != Organizer::other && !touched_[place]) event.sequence = event.sequence.value_or(0) + 1;
    touched_[place] = true;
  }

  Status change_occurrence(std::size_t place, time::LocalTime id, const Answer& answer) {
    CalendarEvent& series = changed_[place];
    const CalendarEvent plain = calendar::without_recurrence(series);
    RELAIS_TRY(CalendarEvent occurrence, find_occurrence(series, plain, id, answer));
    const CalendarEvent before = occurrence;
    const Organizer organizer = organizer_kind(occurrence, answer);
    change(occurrence, answer);
    put(series, calendar::OverrideMaker(plain).make(occurrence));
    count_change(place, organizer);
    occurrence.sequence = series.sequence;
    occurrence.recurrence_id_time_zone = series.time_zone;
    tell(occurrence, answer, organizer);
    record(before, occurrence, answer);
    return std::monostate{};
  }

  static void put(CalendarEvent& series, calendar::Override change) {
    const auto found = std::lower_bound(series.overrides.begin(), series.overrides.end(), change.id,
                                        [](const calendar::Override& one, time::LocalTime id) { return one.id < id; });
    if (found != series.overrides.end() && found->id == change.id) {
      *found = std::move(change);
    } else {
      series.overrides.insert(found, std::move(change));
    }
  }

  Result<CalendarEvent> find_occurrence(const CalendarEvent& series, const CalendarEvent& plain, time::LocalTime id,
                                        const Answer& answer) const {
    const auto own = std::find_if(series.overrides.begin(), series.overrides.end(),
                                  [&](const calendar::Override& one) { return one.id == id; });
    if (own != series.overrides.end() && !own->excluded) return calendar::apply_override(plain, *own);
    const time::ZonePtr utc = time::find_zone("Etc/UTC");
    const time::Instant around = series.zone_or(*utc).to_instant(id);
    RELAIS_TRY(const auto expansion, calendar::expand(std::span(&series, 1), {around + -reach, around + reach}, *utc));
    for (const calendar::Occurrence& one : expansion.occurrences) {
      if (one.recurrence_id != id) continue;
      CalendarEvent occurrence = calendar::without_recurrence(*one.event);
      occurrence.recurrence_id = id;
      occurrence.start = one.start;
      return occurrence;
    }
    return at_answer(unknown(reference(answer), "", "an occurrence that its series has"), answer, "recurrenceId");
  }

  /// The error at a member of an answer.
  Error at_answer(Error error, const Answer& answer, std::string_view member) const {
    const auto place = static_cast<std::size_t>(&answer - application_.answers.data());
    error.path = pointer(pointer("/solution/events", place), member);
    return error;
  }

  static void change(CalendarEvent& event, const Answer& answer) {
    if (answer.state == State::unscheduled) {
      event.status = "cancelled";
      return;
    }
    event.start = answer.start;
    if (answer.room) put_room(event, *answer.room);
  }

  /// The room becomes the location that a plan has set, or one more beside those that someone wrote.
  static void put_room(CalendarEvent& event, const std::string& room) {
    const auto has = [&](const calendar::Location& one) { return one.name == room; };
    if (std::any_of(event.locations.begin(), event.locations.end(), has)) return;
    const auto set = std::find_if(event.locations.begin(), event.locations.end(),
                                  [](const calendar::Location& one) { return one.id == "room"; });
    if (set != event.locations.end()) set->name = room;
    if (set == event.locations.end()) event.locations.push_back({"room", room, {}});
  }

  bool is_ours(const std::string& address) const {
    return std::find(ours_.begin(), ours_.end(), address) != ours_.end();
  }

  /// Whose event it is: by the addresses given, else by what the solver said, else someone else's, who is then asked
  /// before anything is told as settled.
  Organizer organizer_kind(const CalendarEvent& event, const Answer& answer) const {
    const std::string organizer = organizer_of(event);
    if (organizer.empty()) return Organizer::none;
    if (is_ours(organizer)) return Organizer::ours;
    if (!ours_.empty() || answer.proposal) return Organizer::other;
    return answer.explained ? Organizer::ours : Organizer::other;
  }

  void tell(CalendarEvent event, const Answer& answer, Organizer organizer) {
    const bool dropped = answer.state == State::unscheduled;
    if (organizer == Organizer::other) {
      if (dropped) decline(event);
      const std::string address = organizer_of(event);
      return add_message(dropped ? "REPLY" : "COUNTER", address, std::move(event));
    }
    std::string to;
    for (const calendar::Participant& one : event.participants) {
      const std::string email = email_of(one);
      if (email.empty() || email == organizer_of(event) || is_ours(email)) continue;
      to += (to.empty() ? "" : ", ") + email;
    }
    if (!to.empty()) add_message(dropped ? "CANCEL" : "REQUEST", to, std::move(event));
  }

  void decline(CalendarEvent& event) const {
    event.status = "confirmed";
    for (calendar::Participant& one : event.participants) {
      if (is_ours(email_of(one))) one.status = "declined";
    }
  }

  /// DTSTAMP is when the message is made, so whoever writes it gives it (RFC 5545 section 3.8.7.2).
  void add_message(const std::string& method, const std::string& to, CalendarEvent event) {
    event.updated.reset();
    Message& message = messages_[{method, to}];
    message.method = method;
    message.to = to;
    message.events.push_back(std::move(event));
  }

  void record(const CalendarEvent& before, const CalendarEvent& after, const Answer& answer) {
    Entry entry;
    entry.type = answer.state == State::unscheduled ? "event.cancelled" : "event.moved";
    entry.uid = answer.uid;
    entry.recurrence_id = answer.recurrence_id;
    entry.title = after.title;
    entry.time_zone = after.time_zone;
    entry.from = *before.start;
    entry.to = *after.start;
    entry.room = answer.room;
    for (const calendar::Participant& one : after.participants) entry.people.push_back(one.id);
    entries_.push_back(std::move(entry));
  }

  const Application& application_;
  std::vector<std::string> ours_;
  std::vector<CalendarEvent> changed_;
  std::vector<bool> touched_;
  std::map<std::pair<std::string, std::string>, Message> messages_;
  std::vector<Entry> entries_;
};

}  // namespace

Result<Applied> apply(const Application& application) { return Applier(application).apply(); }

}  // namespace relais::agenda
