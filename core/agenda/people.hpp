#pragma once

#include "core/agenda/problem.hpp"
#include "core/calendar/event.hpp"
#include "core/policy/policy.hpp"

#include <string>
#include <string_view>

/// Who is who: the people of a problem, the participants of calendar events, and what the policy knows of both.
namespace relais::agenda {

/// A person as the policy knows them; `known` tells whether it does.
struct KnownPerson {
  Person person;
  std::string name;
  bool known = false;
};
KnownPerson find_person(const policy::Policy& policy, std::string_view client, std::string_view id);

/// The e-mail address of a URI or a bare address, in lower case: `mailto:Ana@example.org` → `ana@example.org`.
std::string email_of(std::string_view address);
std::string email_of(const calendar::Participant& participant);

/// Whether an address is that of a person.
bool is_person(std::string_view id, std::string_view name, std::string_view email);

/// The organizer's address in lower case, empty if the event names none.
std::string organizer_of(const calendar::Event& event);

}  // namespace relais::agenda
