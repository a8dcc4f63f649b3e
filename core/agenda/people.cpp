#include "core/agenda/people.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace relais::agenda {
namespace {

const policy::Contact* find_contact(const policy::Client& client, std::string_view id) {
  const auto found = std::find_if(client.contacts.begin(), client.contacts.end(),
                                  [&](const policy::Contact& contact) { return contact.id == id; });
  return found == client.contacts.end() ? nullptr : &*found;
}

/// What a contact does not say of its hours, its client says.
time::WorkingHours hours_of(const policy::Contact& contact, const policy::Client& client) {
  time::WorkingHours hours = contact.hours;
  if (hours.empty()) hours.week = client.hours.week;
  if (!hours.region && hours.closed.empty()) {
    hours.region = client.hours.region;
    hours.closed = client.hours.closed;
  }
  return hours;
}

KnownPerson known(std::string_view id, std::string_view client, std::string_view name, const time::ZonePtr& zone,
                  const time::WorkingHours& hours) {
  KnownPerson out;
  out.person.id = id;
  out.person.client = client;
  out.person.zone = zone;
  out.person.hours = hours;
  out.name = name;
  out.known = true;
  return out;
}

}  // namespace

KnownPerson find_person(const policy::Policy& policy, std::string_view client, std::string_view id) {
  if (const auto* one = policy.assistant(id)) return known(id, client, one->name, one->zone, one->hours);
  const policy::Client* own = policy.client(client);
  if (own) {
    if (const auto* one = find_contact(*own, id)) return known(id, client, one->name, own->zone, hours_of(*one, *own));
  }
  for (const policy::Client& other : policy.clients) {
    if (const auto* one = find_contact(other, id))
      return known(id, client, one->name, other.zone, hours_of(*one, other));
  }
  if (const auto* one = policy.client(id)) return known(id, client, one->name, one->zone, one->hours);
  KnownPerson out;
  out.person.id = id;
  out.person.client = client;
  out.person.zone = own ? own->zone : nullptr;
  return out;
}

std::string email_of(std::string_view address) {
  constexpr std::string_view scheme = "mailto:";
  if (address.size() > scheme.size() && equals_ignoring_case(address.substr(0, scheme.size()), scheme)) {
    address.remove_prefix(scheme.size());
  }
  return address.find('@') == std::string_view::npos ? std::string() : to_lower(trim(address));
}

std::string email_of(const calendar::Participant& participant) {
  const std::string email = email_of(participant.email);
  return email.empty() ? email_of(participant.address) : email;
}

bool is_person(std::string_view id, std::string_view name, std::string_view email) {
  if (email.empty()) return false;
  const std::string_view box = email.substr(0, email.find('@'));
  return equals_ignoring_case(id, email) || equals_ignoring_case(id, box) ||
         (!name.empty() && equals_ignoring_case(name, email));
}

std::string organizer_of(const calendar::Event& event) {
  std::string address = email_of(event.reply_to);
  if (!address.empty()) return address;
  for (const calendar::Participant& one : event.participants) {
    if (one.has_role("owner")) return email_of(one);
  }
  return {};
}

}  // namespace relais::agenda
