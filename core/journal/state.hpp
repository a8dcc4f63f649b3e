#pragma once

#include "core/journal/moment.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// The desk as its journal tells it. Every thing names the entries that made it, by seq.
namespace relais::journal {

using Sources = std::vector<std::int64_t>;  ///< Ascending.

/// What to do should it happen.
struct IfThen {
  std::string condition, action, who;
};

struct WaitingOn {
  std::string who, what;
  std::optional<Moment> since, chase;
  time::Instant noted;  ///< When the journal said so; the beginning of the wait if `since` is not given.
};

/// A message or a call that is to follow; over once a message is sent or a contact tried.
struct FollowUp {
  std::optional<Moment> on;
  std::string what;
  bool drafted = false;  ///< Its text is written.
};

struct Requester {
  std::string name, phone, email, company;
};

/// A message sent or a call tried about a task.
struct Contact {
  std::int64_t seq = 0;
  time::Instant at;
  std::string who, channel, outcome;
};

/// A task, or a request, which is a task of the desk until it is closed. Texts are empty where nothing is known.
struct Task {
  std::string id, client;
  bool is_request = false;
  bool open = true;
  std::string title;  ///< Of a request: its subject, else the first line of its body.
  std::string owner, next, priority, category, action;
  std::string confidentiality;      ///< `public`, `internal`, `confidential`, `secret`, or empty
  std::string request;              ///< The request that a task serves.
  std::string route;                ///< To whom triage would give it.
  std::set<std::string> corrected;  ///< The members on which a person has the last word.
  std::optional<Moment> due;
  std::optional<time::Instant> first_response_due, resolution_due;
  std::optional<IfThen> if_then;
  std::optional<WaitingOn> waiting_on;
  std::optional<FollowUp> follow_up;

  Requester from;
  std::string channel;
  std::optional<time::Instant> answered;
  std::optional<std::int64_t> satisfaction;  ///< 1–5

  std::vector<Contact> contacts;
  std::string opened_by;
  time::Instant opened, changed;
  std::optional<time::Instant> closed;
  std::string closing_reason;
  int reopenings = 0;
  bool erased = false;  ///< Some of its payloads are gone.
  Sources sources;
};

struct Callback {
  std::string ref, client, to, about, confidentiality;
  std::optional<Moment> by;
  bool done = false;
  std::string promised_by;
  std::int64_t attempts = 0;  ///< Contacts tried since the promise that did not keep it.
  std::optional<time::Instant> last_attempt;
  std::optional<Moment> next;  ///< When to try again, as the last attempt said.
  Sources sources;
};

/// The last word of the journal on an event.
struct EventChange {
  enum class Kind : std::uint8_t { booked, moved, cancelled };
  std::string uid, recurrence_id, client, title, room, time_zone, confidentiality;
  Kind kind = Kind::booked;
  std::optional<time::LocalTime> from, start;
  std::vector<std::string> people;
  Sources sources;
};

struct Instruction {
  std::string id, client, text, confidentiality;
  std::optional<Moment> from, to;
  bool erased = false;
  time::Instant given;
  Sources sources;
};

/// What was worked for a client.
struct Worked {
  std::map<std::int32_t, std::int64_t> days;  ///< Minutes by day, in UTC: core/time/civil.hpp's `Day::days`.
  Sources sources;
};

struct Absence {
  std::string person, reason;
  std::optional<Moment> from, to;
  Sources sources;
};

/// A handover goes from issued, and queried any number of times, to accepted, refused or lapsed. A desk can be claimed
/// without a handover, or with one that was never accepted.
struct Handover {
  enum class Status : std::uint8_t { issued, queried, accepted, refused, lapsed, claimed };
  std::string id, reader, issued_by;
  std::string owner;  ///< Who answers for the tasks as things stand; empty if nobody is known.
  Status status = Status::issued;
  std::int64_t size = 0;  ///< The anchor that it carries.
  std::string head;
  time::Instant at;  ///< Of its last change.
  Sources sources;
};

/// Something in an entry that the state could not take: the entry is passed over, the rest stands.
struct Oddity {
  enum class Kind : std::uint8_t {
    payload,    ///< A member of its payload is missing or of another type.
    reference,  ///< It is about a thing that the journal never opened.
    order,      ///< It comes too late: its handover is over, or someone else had claimed the desk unseen.
  };
  std::int64_t seq = 0;
  Kind kind = Kind::payload;
};

struct State {
  time::Instant as_of;      ///< The latest `at` taken in.
  std::int64_t size = 0;    ///< The greatest seq taken in.
  std::vector<Task> tasks;  ///< In the order of opening.
  std::vector<Callback> callbacks;
  std::map<std::string, std::int64_t> calls_made;  ///< The seq of the last `callback.done` of a ref, whomever it names.
  std::vector<EventChange> events;
  std::vector<Instruction> instructions;
  std::vector<Absence> absences;
  std::vector<Handover> handovers;
  std::string holder;  ///< Who has the desk: the last who accepted or claimed it, or issued a handover that is open.
  std::map<std::string, Worked> worked;  ///< By client.
  std::vector<Oddity> oddities;
};

}  // namespace relais::journal
