#pragma once

#include "core/base/json.hpp"

#include <string>

namespace relais::calendar {

/// What a merge makes of an event, by the iTIP method of the message it comes in (RFC 5546 section 3.2).
enum class MessageKind : std::uint8_t {
  copy,     ///< a newer or older copy: PUBLISH, REQUEST, CANCEL, or no message at all
  reply,    ///< REPLY: what one of those invited answers
  add,      ///< ADD: one more occurrence of a series
  request,  ///< COUNTER, DECLINECOUNTER, REFRESH: asks or answers a person, changes nothing by itself
};
MessageKind message_kind(const Json& event);

/// Writes the answers of a REPLY into the event, or the occurrence, that they answer (RFC 5546 section 3.2.3;
/// `scheduleSequence` and `scheduleUpdated` of RFC 8984 section 4.4.6). Who is not invited, answers an older revision
/// or less recently than is known, changes nothing.
void apply_reply(Json& event, const Json& reply);

}  // namespace relais::calendar
