#pragma once

#include "core/agenda/problem.hpp"
#include "core/base/result.hpp"
#include "core/calendar/event.hpp"
#include "core/policy/policy.hpp"

#include <optional>
#include <string>
#include <vector>

/// A problem from calendars as they are.
///
/// - One UID is one event (one occurrence: UID and RECURRENCE-ID) however many calendars hold it. When and whether it
///   takes place is for the newest copy to say: the highest sequence, then the latest update, then an occurrence by
///   itself, then the first calendar. Its people are those whose calendars hold it.
/// - Cancelled and free events occupy nobody; one that a person declined does not occupy that person; OPT-PARTICIPANT
///   is optional. Events that take no time are left out.
/// - A busy all-day event blocks those days of its person; no meeting is planned on them, and none moves it.
/// - An event with an organizer who is not ours is `ask`; one that sticks out of the horizon does not move.
/// - A participant or organizer is one of our people if its id, its e-mail, the part of that before the @, or its name
///   is theirs (policy: id and name), and ours if its e-mail is one of a client's addresses.
/// - A person's hours, days off and zone are, in this order, those of the assistant, the client's contact (of the
///   calendar's client first; hours and days off that it has not are the client's) or the client of that id; otherwise
///   the zone of the calendar's client, and no hours.
/// - JSCalendar's priority gives the importance: 1–2 → 5, 3–4 → 4, 5 and none → 3, 6–7 → 2, 8–9 → 1.
namespace relais::agenda {

struct HeldCalendar {
  std::string client, person;
  std::vector<calendar::Event> events;
};

struct CalendarRequest {
  std::vector<HeldCalendar> calendars;
  policy::Policy policy;
  time::Day from, to;
  std::optional<time::Instant> now;
  time::ZonePtr zone;  ///< of the problem; null: that of the first calendar's person that has one, else of the first
                       ///< event, else UTC
};

/// Errors: `too-many` people, events, busy blocks or occurrences. A series that cannot be followed is listed in the
/// problem's `unread`.
Result<Problem> problem_from_calendars(const CalendarRequest& request);

}  // namespace relais::agenda
