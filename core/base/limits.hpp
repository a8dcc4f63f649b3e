#pragma once

#include <cstddef>
#include <cstdint>

/// Every limit of the core, in one place. One past a limit is an error that names it; never a cut, a hang or a crash.
namespace relais::limits {

inline constexpr std::size_t input_bytes = 32u << 20;                      ///< One text handed to an operation: 32 MiB.
inline constexpr int json_depth = 100;                                     ///< Nested arrays and objects.
inline constexpr std::int64_t json_integer = (std::int64_t{1} << 53) - 1;  ///< RFC 8259 section 6, either sign.

inline constexpr int mail_depth = 20;            ///< Multiparts inside one another in an e-mail.
inline constexpr std::size_t mail_parts = 1000;  ///< Parts of one e-mail.
inline constexpr std::size_t model_labels = 64;  ///< Categories that a triage model can tell apart.
inline constexpr std::size_t triage_requests =
    20'000;  ///< Requests of one `triage.rank`, corrections of one `triage.learn`.
inline constexpr std::size_t policy_problems = 200;  ///< `policy.check` reports the reader's errors up to this many.

inline constexpr int first_year = 1;  ///< Civil years, as RFC 3339 writes them in four digits.
inline constexpr int last_year = 9999;
inline constexpr std::int64_t duration_days = 3'660'000;    ///< Days, or the seconds in them, of one duration.
inline constexpr std::size_t spans_per_day = 48;            ///< Spans of working hours on one weekday.
inline constexpr std::size_t days_off = 10'000;             ///< Days in one list of holidays.
inline constexpr std::int64_t business_time_days = 36'600;  ///< One question about working time: a hundred years.
inline constexpr std::int64_t agents = 10'000;              ///< Agents of one reception.

inline constexpr int agenda_days = 400;               ///< The horizon of an agenda problem.
inline constexpr std::int64_t agenda_starts = 40000;  ///< Grid starts in it: a year of quarter hours fits.
inline constexpr std::size_t agenda_events = 100000;
inline constexpr std::size_t agenda_people = 1000;
inline constexpr std::size_t agenda_rooms = 500;
inline constexpr std::size_t agenda_busy = 10000;             ///< Busy blocks of one person or room.
inline constexpr std::size_t agenda_travel = 10000;           ///< Ways between locations.
inline constexpr std::size_t agenda_attendees = 200;          ///< People of one event.
inline constexpr std::size_t agenda_windows = 100;            ///< Windows of one event.
inline constexpr std::int64_t agenda_cost = 10000000;         ///< One member of an event's cost.
inline constexpr std::size_t agenda_options = 4000000;        ///< Starts times rooms of all events of one search.
inline constexpr std::size_t agenda_conflicts = 100000;       ///< Conflicts of one answer.
inline constexpr std::int64_t agenda_alternatives = 10;       ///< Further solutions of one answer.
inline constexpr std::int64_t agenda_slots = 200;             ///< Slots of one answer.
inline constexpr std::int64_t agenda_effort = 1000000000000;  ///< Units of effort of one search.
inline constexpr std::size_t occurrences = 500'000;           ///< What one expansion may give.
inline constexpr std::int64_t recurrence_work = 20'000'000;   ///< Steps that one rule may take without giving anything.
inline constexpr std::int64_t expansion_steps = 20'000'000;   ///< Occurrences that one expansion may walk past.
inline constexpr std::int64_t expansion_copies = 2'000'000;   ///< Parts of events that its overrides may copy.
inline constexpr std::int64_t recurrence_count = 100'000;     ///< Given by `calendar.recur` where no `limit` is.
inline constexpr int recurrence_last_year = 9998;             ///< So that ends and instants still have four digits.
inline constexpr int zone_definition_year = 2199;             ///< How far a zone's own rules are followed.
inline constexpr int zone_export_year = 2037;  ///< How far a written VTIMEZONE lists changes that follow no rule.
inline constexpr std::size_t calendar_components = 500'000;    ///< Components of one calendar, nested ones included.
inline constexpr std::size_t calendar_problems = 10'000;       ///< Listed of one calendar; further ones are counted.
inline constexpr std::size_t calendar_properties = 2'000'000;  ///< Properties and parameters of one calendar.
inline constexpr std::size_t property_parameters = 200;        ///< Parameters of one property.
inline constexpr int calendar_depth = 32;                      ///< Components within components.

inline constexpr std::int64_t journal_entries = 1'000'000;  ///< In one journal, or in one call that adds to it.

}  // namespace relais::limits
