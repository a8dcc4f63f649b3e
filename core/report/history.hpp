#pragma once

#include "core/journal/entry.hpp"
#include "core/policy/policy.hpp"
#include "core/time/interval.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// What a journal tells of each request and task over time, as indicators need it: not how things stand, which is
/// `journal::State`, but when they came to stand so.
namespace relais::report {

struct Turn {
  enum class Kind : std::uint8_t { closed, reopened } kind = Kind::closed;
  time::Instant at;
};

struct Answer {
  time::Instant at;
  std::int64_t score = 0;  ///< 1–5
};

/// A request or a task from its arrival on.
struct Case {
  std::string id, client;
  bool is_request = false;
  time::Instant opened;     ///< Of a request: when it was received, not when it was written down.
  std::vector<Turn> turns;  ///< By time; closing a closed case or reopening an open one is no turn.
  std::optional<time::Instant> answered;
  std::optional<policy::Priority> priority;                         ///< The last word: a person's before the engine's.
  std::optional<time::Instant> first_response_due, resolution_due;  ///< As triage promised for that priority.
  std::vector<time::Interval> paused;  ///< Waiting for the client, where the policy stops the clock for it.
  std::optional<Answer> satisfaction;  ///< The last one.

  bool open() const { return turns.empty() || turns.back().kind == Turn::Kind::reopened; }
};

struct EventChange {
  enum class Kind : std::uint8_t { booked, moved, cancelled } kind = Kind::booked;
  std::string client;
  time::Instant at;
};

struct Work {
  std::string client;
  time::Instant at;
  std::int64_t minutes = 0;
};

struct Handover {
  time::Instant issued;
  std::optional<time::Instant> accepted;
  int queries = 0, refusals = 0;
};

struct History {
  std::vector<Case> cases;  ///< By id.
  std::vector<EventChange> event_changes;
  std::vector<Work> work;
  std::map<std::string, Handover> handovers;
  std::int64_t unreadable = 0;  ///< Entries left out: their payload is not what their type says.
};

/// What had happened before `end`, as the whole journal knows it: corrections written later count. Times are those at
/// which things occurred. An erased payload tells no more than its head.
History read_history(std::span<const journal::Entry> entries, const policy::Policy& policy, time::Instant end);

}  // namespace relais::report
