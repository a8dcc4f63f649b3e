#pragma once

#include "core/agenda/answer.hpp"
#include "core/base/result.hpp"
#include "core/calendar/event.hpp"

#include <optional>
#include <string>
#include <vector>

/// A solution made real: changed calendar events, what has to be sent (iTIP, RFC 5546) and what the journal records.
namespace relais::agenda {

struct Application {
  std::vector<calendar::Event> events;
  std::vector<Answer> answers;
  std::optional<std::vector<std::string>> accept;  ///< uids or references; none: all
  std::vector<std::string> ours;                   ///< e-mail addresses of organizers that are ours
};

/// `method`: REQUEST to those invited where the organizer is ours, CANCEL likewise for what is left out; COUNTER to an
/// organizer who is not, REPLY (declining) for what is left out.
struct Message {
  std::string method;
  std::string to;                       ///< e-mail addresses, joined by ", "
  std::vector<calendar::Event> events;  ///< one occurrence each
};

/// A journal entry without its time, author and salt: `event.moved` or `event.cancelled`.
struct Entry {
  std::string type, uid;
  std::optional<std::string> recurrence_id;
  std::string title, time_zone;
  time::LocalTime from, to;  ///< to: of `event.moved` alone
  std::optional<std::string> room;
  std::vector<std::string> people;  ///< ids of the participants
};

struct Applied {
  std::vector<calendar::Event> events;  ///< those that changed, whole: a series with its new override
  std::vector<Message> messages;
  std::vector<Entry> entries;
};

/// An answer without a recurrence id moves or drops a whole series. Events that the answers keep, and answers about
/// events that are not among those given, change nothing. An event of ours gets the next sequence number; the one of
/// another organizer keeps it, so that the organizer's own answer wins. Errors: `unknown-reference` for an accepted uid
/// without an answer, or an occurrence that its series has not; `invalid-value` for a start to which a series cannot
/// move, as its rule names other days or hours.
Result<Applied> apply(const Application& application);

}  // namespace relais::agenda
