#pragma once

#include "core/calendar/component.hpp"
#include "core/calendar/event.hpp"
#include "core/calendar/ics_zones.hpp"
#include "core/calendar/import_times.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace relais::calendar {

/// A component as an event, and what its RECURRENCE-ID says: which occurrence that is depends on its series.
struct ImportedEvent {
  Event event;
  std::optional<ZonedTime> recurrence_id;
};

/// One VEVENT, VTODO or VJOURNAL as an event (draft-ietf-calext-jscalendar-icalendar, in the main). What JSCalendar has
/// no member for, and what cannot be read, is kept as it stands. `method`: of the iTIP message that it is, if any.
/// Nothing, and a problem, for a VEVENT without a start that is no message.
std::optional<ImportedEvent> import_event(const ComponentTree& tree, const IcsComponent& component, IcsZones& zones,
                                          Problems& problems, std::string_view method);
/// The same for a component that names no occurrence.
std::optional<Event> import_series(const ComponentTree& tree, const IcsComponent& component, IcsZones& zones,
                                   Problems& problems, std::string_view method);

/// The reading of one component; see `import_event`.
class EventImporter {
 public:
  EventImporter(const ComponentTree& tree, IcsZones& zones, Problems& problems, Event& event,
                std::optional<ZonedTime>& recurrence_id);
  bool import(const IcsComponent& component);

 private:
  using Handler = bool (EventImporter::*)(const IcsProperty& property);
  static const std::array<Handler, static_cast<std::size_t>(PropertyName::count_)>& handlers();

  void take_start(const IcsComponent& component);
  void take_end(const IcsProperty& property);
  void take_due(const IcsComponent& component);
  void take_recurrence_id(const IcsComponent& component);
  void take_property(const IcsProperty& property);
  void make_room(const IcsComponent& component);
  void take_children(const IcsComponent& component);
  void apply_patches(const IcsComponent& component);

  // Handlers of single properties: false leaves the property to be kept.
  bool uid(const IcsProperty& property);
  bool created(const IcsProperty& property);
  bool stamp(const IcsProperty& property);
  bool modified(const IcsProperty& property);
  bool sequence(const IcsProperty& property);
  bool summary(const IcsProperty& property);
  bool description(const IcsProperty& property);
  bool location(const IcsProperty& property);
  bool url(const IcsProperty& property);
  bool categories(const IcsProperty& property);
  bool priority(const IcsProperty& property);
  bool percent(const IcsProperty& property);
  bool completed(const IcsProperty& property);
  bool status(const IcsProperty& property);
  bool transparency(const IcsProperty& property);
  bool classification(const IcsProperty& property);
  bool color(const IcsProperty& property);
  bool organizer(const IcsProperty& property);
  bool attendee(const IcsProperty& property);
  bool duration(const IcsProperty& property);
  bool rrule(const IcsProperty& property);
  bool exrule(const IcsProperty& property);
  bool rdate(const IcsProperty& property);
  bool exdate(const IcsProperty& property);
  bool patch(const IcsProperty& property);

  bool text(const IcsProperty& property, std::string& member, const char* pointer);
  bool number(const IcsProperty& property, std::optional<std::int64_t>& member, std::int64_t most, const char* pointer);
  bool instant(const IcsProperty& property, std::optional<time::Instant>& member, const char* pointer);
  bool word(const IcsProperty& property, std::string& member, const char* pointer,
            std::initializer_list<std::pair<std::string_view, std::string_view>> words);
  bool rule(const IcsProperty& property, std::vector<RecurrenceRule>& rules);
  bool dates(const IcsProperty& property, bool excluded);

  /// Keeps the parameters that the member at `pointer`, with `id` at its end, cannot say, if there are any.
  void convert(const IcsProperty& property, std::string_view pointer, std::initializer_list<std::string_view> said,
               std::string_view id = {});
  void set_zone(const ZonedTime& at, const IcsProperty& property, const char* pointer);
  void refer_to(const ZoneReference& zone);
  Until local_until(const Until& until) const;
  void join_organizer();
  void sort_keywords();
  void sort_overrides();
  Participant& participant(const std::string& address);
  bool refuse(const IcsProperty& property, const char* code = "invalid-property");
  void keep(const IcsProperty& property) { event_.properties.push_back(tree_.keep(property)); }
  void ahead(const IcsProperty& property) { ahead_[ahead_count_++] = &property; }
  bool is_ahead(const IcsProperty& property) const {
    return std::find(ahead_.begin(), ahead_.end(), &property) != ahead_.end();
  }

  const ComponentTree& tree_;
  Problems& problems_;
  TimeReader times_;
  Event& event_;
  std::optional<ZonedTime>& recurrence_id_;
  std::array<const IcsProperty*, 4> ahead_{};  // those read before the others, each of another name
  std::size_t ahead_count_ = 0;
  std::vector<const IcsProperty*> patches_;
  const IcsProperty* organizer_ = nullptr;
  std::map<std::string, std::size_t> ids_;  // of participants: how often each was wanted
  bool stamped_ = false;
};

/// What a component of that name is: VTODO a task, VJOURNAL a note, others an event.
Event::Kind event_kind(std::string_view component);

/// Which occurrence of `series` a RECURRENCE-ID names, also where its type or zone is another than the start's.
time::LocalTime occurrence_id(const Event& series, const ZonedTime& at);

/// The identity of a component that has no UID: the same for the same content.
std::string made_uid(const ComponentTree& tree, const IcsComponent& component);

/// A VALARM of the event `title` as an alert; nothing if it says no moment.
std::optional<Alert> import_alarm(const ComponentTree& tree, const IcsComponent& component, TimeReader& times,
                                  std::string_view title);

}  // namespace relais::calendar
