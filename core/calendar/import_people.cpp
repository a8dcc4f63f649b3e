#include "core/base/text.hpp"
#include "core/calendar/import_event.hpp"

#include <algorithm>

/// Who takes part: ATTENDEE and ORGANIZER (RFC 5545 sections 3.8.4.1 and 3.8.4.3).
namespace relais::calendar {
namespace {

constexpr std::string_view mailto = "mailto:";

// A calendar address with its scheme in lower case.
std::string address_of(std::string_view value) {
  value = trim(value);
  if (value.starts_with(mailto) && trim(value.substr(mailto.size())).size() == value.size() - mailto.size()) {
    return std::string(value);
  }
  if (equals_ignoring_case(value.substr(0, mailto.size()), mailto)) {
    return std::string(mailto) + std::string(trim(value.substr(mailto.size())));
  }
  const bool bare_mail = value.find('@') != std::string_view::npos && value.find(':') == std::string_view::npos;
  return (bare_mail ? std::string(mailto) : std::string()) + std::string(value);
}

// Sorted, as `roles` is. A role of another name is kept as it is.
std::vector<std::string> roles_of(std::string_view role) {
  if (role.empty() || equals_ignoring_case(role, "REQ-PARTICIPANT")) return {"attendee"};
  if (equals_ignoring_case(role, "OPT-PARTICIPANT")) return {"attendee", "optional"};
  if (equals_ignoring_case(role, "CHAIR")) return {"attendee", "chair"};
  if (equals_ignoring_case(role, "NON-PARTICIPANT")) return {"informational"};
  std::vector<std::string> roles{"attendee", lower_name(role)};
  std::sort(roles.begin(), roles.end());
  return roles;
}

std::string kind_of(std::string_view type) {
  if (equals_ignoring_case(type, "ROOM")) return "location";
  return lower_name(type);
}

void add_role(Participant& participant, const std::string& role) {
  auto& roles = participant.roles;
  roles.insert(std::lower_bound(roles.begin(), roles.end(), role), role);
}

}  // namespace

Participant& EventImporter::participant(const std::string& address) {
  Participant out;
  const std::string base = participant_id(address);
  std::size_t& times_used = ids_[base];
  out.id = ++times_used == 1 ? base : base + "-" + std::to_string(times_used);
  while (out.id != base && ids_.contains(out.id)) out.id = base + "-" + std::to_string(++times_used);
  if (out.id != base) ids_[out.id] = 1;
  out.address = address;
  out.email = mail_address(address);
  event_.participants.push_back(std::move(out));
  return event_.participants.back();
}

bool EventImporter::attendee(const IcsProperty& property) {
  const std::string address = address_of(property.value);
  if (address.empty()) return refuse(property);
  Participant& out = participant(address);
  const auto value = [&](std::string_view name) { return tree_.text_parameter(property, name); };
  out.name = value("CN");
  if (const std::string email = value("EMAIL"); !email.empty()) out.email = email;
  if (const std::string id = value("JSID"); !id.empty() && ids_.emplace(id, 1).second) out.id = id;
  out.kind = kind_of(value("CUTYPE"));
  out.roles = roles_of(value("ROLE"));
  out.status = lower_name(value("PARTSTAT"));
  const std::string reply = value("RSVP");
  const bool says_reply = equals_ignoring_case(reply, "TRUE") || equals_ignoring_case(reply, "FALSE");
  if (says_reply) out.expect_reply = equals_ignoring_case(reply, "TRUE");
  convert(property, "participants/", {"CN", "EMAIL", "JSID", "CUTYPE", "ROLE", "PARTSTAT", says_reply ? "RSVP" : "CN"},
          out.id);
  return true;
}

bool EventImporter::organizer(const IcsProperty& property) {
  if (organizer_) return refuse(property, "repeated-property");
  event_.reply_to = address_of(property.value);
  if (event_.reply_to.empty()) return refuse(property);
  organizer_ = &property;
  convert(property, "replyTo", {"CN", "EMAIL", "JSID"});
  return true;
}

// The organizer owns the event; one who also attends is said once, with both roles.
void EventImporter::join_organizer() {
  if (!organizer_) return;
  const std::string name = tree_.text_parameter(*organizer_, "CN");
  const std::string email = tree_.text_parameter(*organizer_, "EMAIL");
  Participant* owner = nullptr;
  for (Participant& known : event_.participants) {
    if (!owner && equals_ignoring_case(known.address, event_.reply_to)) owner = &known;
  }
  const bool attends = owner != nullptr;
  if (!owner) owner = &participant(event_.reply_to);
  add_role(*owner, "owner");
  if (!attends && !email.empty()) owner->email = email;
  if (!attends || owner->name.empty()) owner->name = name;
  if (!attends) {
    const std::string id = tree_.text_parameter(*organizer_, "JSID");
    if (!id.empty()) owner->id = id;
  }
  if (owner->name != name) {
    Converted& converted = event_.converted["replyTo"];
    converted.name = "organizer";
    if (!name.empty()) converted.parameters.insert(converted.parameters.begin(), {"cn", {name}});
  }
}

}  // namespace relais::calendar
