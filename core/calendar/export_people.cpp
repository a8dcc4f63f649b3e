#include "core/calendar/export_component.hpp"
#include "core/calendar/export_property.hpp"

#include <algorithm>

namespace relais::calendar {
namespace {

bool is_mail_to(std::string_view address, std::string_view email) {
  constexpr std::string_view mailto = "mailto:";
  return address.starts_with(mailto) && address.substr(mailto.size()) == email;
}

std::string_view role_of(const Participant& participant) {
  if (participant.has_role("chair")) return "CHAIR";
  if (participant.has_role("optional")) return "OPT-PARTICIPANT";
  if (!participant.has_role("attendee")) return participant.has_role("informational") ? "NON-PARTICIPANT" : "";
  for (const std::string& role : participant.roles) {
    if (role != "attendee" && role != "owner" && role != "contact") return role;
  }
  return "";
}

}  // namespace

void ComponentWriter::attendee(const Participant& participant) {
  out_.begin("ATTENDEE");
  const auto parameter = [&](const char* name, const std::string& value) {
    if (!value.empty()) out_.parameter(name, value);
  };
  parameter("CUTYPE", participant.kind == "location" ? "ROOM" : upper_name(participant.kind));
  parameter("ROLE", upper_name(role_of(participant)));
  parameter("PARTSTAT", upper_name(participant.status));
  if (participant.expect_reply) out_.parameter("RSVP", *participant.expect_reply ? "TRUE" : "FALSE");
  parameter("CN", participant.name);
  const std::string& address = participant.address;
  if (!is_mail_to(address, participant.email)) parameter("EMAIL", participant.email);
  if (!has_usual_id(participant)) parameter("JSID", participant.id);
  if (!event_.converted.empty()) converted_parameters("participants/" + participant.id);
  out_.value(address);
  out_.end();
}

// What the organizer's own line says, as far as no line as an attendee says it.
void ComponentWriter::organizer_parameters(const Participant& owner) {
  const Converted* said = converted("replyTo");
  const bool says_name = said && std::any_of(said->parameters.begin(), said->parameters.end(),
                                             [](const auto& parameter) { return parameter.first == "cn"; });
  if (!says_name && !owner.name.empty()) out_.parameter("CN", owner.name);
  const bool attends = owner.roles.size() > 1;
  if (attends) return;
  if (!owner.email.empty() && !is_mail_to(owner.address, owner.email)) out_.parameter("EMAIL", owner.email);
  if (!has_usual_id(owner)) out_.parameter("JSID", owner.id);
}

void ComponentWriter::organizer() {
  out_.begin("ORGANIZER");
  const auto& people = event_.participants;
  const auto owner = std::find_if(people.begin(), people.end(), [&](const Participant& participant) {
    return participant.has_role("owner") && participant.address == event_.reply_to;
  });
  if (owner != people.end()) organizer_parameters(*owner);
  converted_parameters("replyTo");
  out_.value(event_.reply_to);
  out_.end();
}

void ComponentWriter::people() {
  if (!event_.reply_to.empty()) organizer();
  for (const Participant& participant : event_.participants) {
    const bool only_owner = participant.roles.size() == 1 && participant.has_role("owner");
    if (!participant.address.empty() && !only_owner) attendee(participant);
  }
}

}  // namespace relais::calendar
