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
  std::string ref, client, to, about;
  std::optional<Moment> by;
  bool done = false;
  std::string promised_by;
  Sources sources;
};

/// The last word of the journal on an event.
struct EventChange {
  enum class Kind : std::uint8_t { booked, moved, cancelled };
  std::string uid, recurrence_id, client, title, room, time_zone;
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

struct Absence {
  std::string person, reason;
  std::optional<Moment> from, to;
  Sources sources;
};

struct Handover {
  enum class Status : std::uint8_t { issued, queried, accepted, refused };
  std::string id, reader, issued_by;
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
  };
  std::int64_t seq = 0;
  Kind kind = Kind::payload;
};

struct State {
  time::Instant as_of;      ///< The latest `at` taken in.
  std::int64_t size = 0;    ///< The greatest seq taken in.
  std::vector<Task> tasks;  ///< In the order of opening.
  std::vector<Callback> callbacks;
  std::vector<EventChange> events;
  std::vector<Instruction> instructions;
  std::vector<Absence> absences;
  std::vector<Handover> handovers;
  std::map<std::string, std::int64_t> worked;  ///< Minutes a client.
  std::vector<Oddity> oddities;
};

}  // namespace relais::journal
