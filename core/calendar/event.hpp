#pragma once

#include "core/calendar/kept.hpp"
#include "core/calendar/recurrence_rule.hpp"
#include "core/calendar/zone_definition.hpp"
#include "core/time/duration.hpp"
#include "core/time/zone.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// An event, a task or a note, as JSCalendar (RFC 8984) models them. Texts whose values are open to extension
/// (`status`, `roles`) stay texts; empty means not given, with the standard's default.
///
///     RELAIS_TRY(const Event event, read_event(json, "/events/0"));
///     const Instant start = event.zone_or(paris).to_instant(*event.start);
namespace relais::calendar {

/// Parameters of an iCalendar property, names in lower case, in their order.
using Parameters = std::vector<std::pair<std::string, std::vector<std::string>>>;

/// An iCalendar property that JSCalendar has no member for: name in lower case, value as it stood.
struct KeptProperty {
  std::string name;
  Parameters parameters;
  std::string value;
  bool operator==(const KeptProperty&) const = default;
};

/// An iCalendar component that JSCalendar has no member for, flat: each names its parent's place in the list, or −1.
struct KeptComponent {
  std::string name;
  int parent = -1;
  std::vector<KeptProperty> properties;
  bool operator==(const KeptComponent&) const = default;
};

/// How a property that became a member was written: its name where it is not the usual one, and what JSCalendar
/// cannot say of its parameters.
struct Converted {
  std::string name;
  Parameters parameters;
  bool operator==(const Converted&) const = default;
};

/// Someone invited (RFC 8984 section 4.4.6).
struct Participant {
  std::string id;
  std::string name, email;
  std::string kind;                ///< individual, group, resource, location
  std::string address;             ///< the calendar address, a URI: `mailto:ana@example.org`; may be empty
  std::vector<std::string> roles;  ///< sorted: attendee, chair, informational, optional, owner, …
  std::string status;              ///< needs-action (also if empty), accepted, declined, tentative, delegated
  std::optional<bool> expect_reply;
  Kept kept;
  bool operator==(const Participant&) const = default;

  bool has_role(std::string_view role) const;
};

/// Where (RFC 8984 section 4.2.5).
struct Location {
  std::string id, name;
  Kept kept;
  bool operator==(const Location&) const = default;
};

/// Something on the web (RFC 8984 section 4.2.7); the one with the id `url` is the URL of an iCalendar file.
struct Link {
  std::string id, href;
  Kept kept;
  bool operator==(const Link&) const = default;
};

/// A reminder (RFC 8984 section 4.5.2): at `when`, or `offset` from the start or end.
struct Alert {
  std::string id;
  std::string action;  ///< display, email; or what the calendar file says
  std::optional<time::Instant> when;
  time::Duration offset;
  bool from_end = false;
  std::optional<time::Instant> acknowledged;
  std::string uid;                       ///< of the VALARM, empty if it has none
  std::vector<KeptProperty> properties;  ///< the rest of a VALARM
  Kept kept;
  bool operator==(const Alert&) const = default;
};

/// What differs in one occurrence (RFC 8984 section 4.3.5), known by the local time at which the rule has it.
struct Override {
  time::LocalTime id;
  bool excluded = false;
  bool this_and_future = false;  ///< RANGE=THISANDFUTURE: later occurrences move and change with it
  bool moves = false;            ///< the patch may put it elsewhere in time, or make it longer
  Kept patch;                    ///< the PatchObject; empty for an added occurrence that is like the others
  bool operator==(const Override&) const = default;
};

struct Event {
  enum class Kind : std::uint8_t { event, task, note } kind = Kind::event;

  std::string uid;
  std::string method;  ///< of the iTIP message that this is, in lower case; empty: the event itself
  std::optional<time::LocalTime> recurrence_id;  ///< an occurrence whose series is not at hand
  std::string recurrence_id_time_zone;
  std::optional<std::int64_t> sequence;
  std::optional<time::Instant> created, updated;

  std::string title, description, description_type;
  std::optional<time::LocalTime> start;    ///< always given for an event that is no message
  std::string time_zone;                   ///< empty: floating
  time::ZonePtr zone;                      ///< of `time_zone`; null: floating
  std::string end_time_zone;               ///< where the end is shown, if elsewhere
  std::optional<time::Duration> duration;  ///< PT0S if not given; for a task, the estimate
  std::optional<time::LocalTime> due;      ///< tasks
  std::optional<bool> show_without_time;   ///< an all-day event
  std::vector<RecurrenceRule> rules, excluded_rules;
  std::vector<Override> overrides;  ///< by ascending id

  std::string status;            ///< event: confirmed (also if empty), tentative, cancelled; task: its progress
  std::string free_busy_status;  ///< busy (also if empty), free, tentative
  std::string privacy;           ///< public (also if empty), private, secret
  std::optional<std::int64_t> priority, percent_complete;
  std::string color, reply_to;  ///< `reply_to`: the organizer's address, a URI
  std::vector<std::string> keywords;
  std::vector<Participant> participants;
  std::vector<Location> locations;
  std::vector<Link> links;
  std::vector<Alert> alerts;
  std::optional<time::Instant> progress_updated;  ///< tasks

  std::vector<std::shared_ptr<const ZoneDefinition>> zones;  ///< definitions that `time_zone` and the like need
  std::map<std::string, Converted, std::less<>> converted;   ///< by JSON Pointer of the member
  std::vector<KeptProperty> properties;
  std::vector<KeptComponent> components;
  Kept kept;

  bool all_day() const { return show_without_time.value_or(false); }
  bool cancelled() const { return status == "cancelled"; }
  bool recurring() const { return !rules.empty() || !overrides.empty(); }
  /// Whether it takes time of those who attend: neither cancelled nor free.
  bool busy() const { return !cancelled() && free_busy_status != "free"; }
  const time::Zone& zone_or(const time::Zone& floating) const { return zone ? *zone : floating; }
};

/// What stands after `mailto:`; empty for another kind of address.
std::string_view mail_address(std::string_view address);

/// The id of who has a calendar address: one that JSCalendar allows (RFC 8984 section 1.4.1), the same everywhere.
std::string participant_id(std::string_view address);
/// Whether the id of a participant is the one made of the address.
bool has_usual_id(const Participant& participant);

/// Whether the length of an event is best written as DURATION: it says days for a timed event, less for an all-day
/// one, or nothing at all.
bool prefers_duration(const Event& event);

}  // namespace relais::calendar
