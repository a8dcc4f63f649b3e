#include "core/calendar/itip_reply_json.hpp"

#include "core/base/text.hpp"
#include "core/calendar/ics_value.hpp"
#include "core/calendar/json_lookup.hpp"

#include <nlohmann/json.hpp>

namespace relais::calendar {
namespace {

bool is_true(const Json& json, const char* member) {
  const auto found = json.find(member);
  return found != json.end() && *found == true;
}

// The calendar address, or the mail address where there is none.
std::string address_of(const Json& participant) {
  const auto ways = participant.find("sendTo");
  if (ways != participant.end() && ways->is_object()) {
    if (const std::string* address = text_of(*ways, "imip")) return to_lower(*address);
  }
  const std::string mail = text_or_empty(participant, "email");
  return mail.empty() ? mail : "mailto:" + to_lower(mail);
}

Json* invited(Json& event, const std::string& address) {
  const auto participants = event.find("participants");
  if (participants == event.end() || address.empty()) return nullptr;
  for (Json& participant : *participants) {
    if (address_of(participant) == address) return &participant;
  }
  return nullptr;
}

// COMMENT, which stands among what JSCalendar has no member for in an event.
std::string comment_of(const Json& reply) {
  const auto component = reply.find("iCalComponent");
  if (component == reply.end() || !component->contains("properties")) return {};
  for (const Json& property : (*component)["properties"]) {
    if (property[0] == "comment") return unescape_text(*property[3].get_ptr<const std::string*>());
  }
  return {};
}

void take_answer(Json& known, const Json& answer, const Json& reply) {
  const std::string at = text_or_empty(reply, "updated");
  const std::string before = text_or_empty(known, "scheduleUpdated");
  if (!at.empty() && at <= before) return;
  known["participationStatus"] = *text_of(answer, "participationStatus");
  const std::string comment = comment_of(reply);
  if (!comment.empty()) known["participationComment"] = comment;
  if (reply.contains("sequence")) known["scheduleSequence"] = reply["sequence"];
  if (!at.empty()) known["scheduleUpdated"] = at;
}

}  // namespace

MessageKind message_kind(const Json& event) {
  const std::string method = text_or_empty(event, "method");
  if (method == "reply") return MessageKind::reply;
  if (method == "add") return MessageKind::add;
  if (method == "counter" || method == "declinecounter" || method == "refresh") return MessageKind::request;
  return MessageKind::copy;
}

void apply_reply(Json& event, const Json& reply) {
  if (number_or_zero(reply, "sequence") < number_or_zero(event, "sequence")) return;
  const auto answers = reply.find("participants");
  if (answers == reply.end()) return;
  for (const Json& answer : *answers) {
    const auto roles = answer.find("roles");
    const bool attends = roles != answer.end() && is_true(*roles, "attendee");
    if (!attends || !text_of(answer, "participationStatus")) continue;
    if (Json* known = invited(event, address_of(answer))) take_answer(*known, answer, reply);
  }
}

}  // namespace relais::calendar
