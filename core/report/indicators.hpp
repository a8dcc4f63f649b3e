#pragma once

#include "core/report/history.hpp"
#include "core/report/statistics.hpp"

#include <array>

/// The numbers of a desk over a window `[from, to)`, told as it stood at the window's end, or now if that is earlier.
///
/// Times are seconds on the client's business clock where the policy gives it hours, else around the clock. A request
/// that nobody has answered yet is told beside the median, as still waiting, and never left out silently.
namespace relais::report {

struct Window {
  time::Instant from, to;
  time::Instant now;

  time::Instant as_of() const { return now < to ? now : to; }
};

/// A case that is open, and how long it has been.
struct Oldest {
  std::string id;
  std::int64_t seconds = 0;
};

/// Of the requests received in the window: from the message to the first human answer.
struct FirstResponse {
  Summary answered;
  std::int64_t still_waiting = 0;
  std::optional<Oldest> longest_waiting;
  std::int64_t closed_unanswered = 0;  ///< filtered, or done with no need of an answer
  std::int64_t outbound_first = 0;     ///< the desk wrote first: no response
};

/// Of the requests closed in the window and not reopened since: from the message to the last closing, time spent
/// waiting for the client aside.
struct Resolution {
  Summary closed;
};

/// How a time allowed was kept: by requests that had one.
struct Attainment {
  std::int64_t met = 0, breached = 0;
  std::int64_t overdue = 0;  ///< still open and too late already: missed as well
  std::int64_t pending = 0;  ///< still open and in time: not judged yet

  std::int64_t judged() const { return met + breached + overdue; }
};

/// Days with work on the client's calendar since the day of arrival: 0, 1–2, 3–6, 7–13, 14 and more. Without hours,
/// every day is one.
constexpr std::array<std::int64_t, 5> band_starts{0, 1, 3, 7, 14};

struct Backlog {
  std::int64_t open = 0;
  std::array<std::int64_t, band_starts.size()> bands{};
  std::optional<Oldest> oldest;  ///< by arrival; seconds around the clock
};

struct Flow {
  std::int64_t opened = 0, closed = 0, reopened = 0;  ///< in the window
  std::int64_t open = 0;                              ///< at its end
};

struct EventCounts {
  std::int64_t booked = 0, moved = 0, cancelled = 0;
};

/// Scores 4 and 5 among the answers of the window. Told only from `least_answers` on: fewer tell about persons.
struct Satisfaction {
  static constexpr std::int64_t least_answers = 5;
  std::int64_t answers = 0, satisfied = 0;
  std::int64_t asked = 0;  ///< requests closed in the window, answered or not, and those that answered
};

struct Figures {
  Flow requests, tasks;
  FirstResponse first_response;
  Resolution resolution;
  Attainment first_response_kept, resolution_kept;
  Backlog backlog;
  EventCounts events;
  std::int64_t minutes = 0;
  Satisfaction satisfaction;
};

struct HandoverFigures {
  std::int64_t issued = 0, accepted = 0, queries = 0, refusals = 0;
  Summary to_accept;  ///< seconds around the clock
};

struct Indicators {
  Figures all;
  std::map<std::string, Figures> clients;  ///< of all that the journal names, by id; "" is nobody's
  HandoverFigures handovers;               ///< issued in the window
};

Indicators compute_indicators(const History& history, const policy::Policy& policy, const Window& window);

}  // namespace relais::report
