#pragma once

#include "core/triage/judgement.hpp"

namespace relais::triage {

/// To whom a request goes, and why. Empty `to`: nobody is known.
struct Route {
  std::string to;
  Reason because;
};

/// A rule's word first; what is transferred to the client's contact who is named or has the skill; the rest to an
/// assistant who speaks the language and knows the field.
Route choose_route(const Request& request, const Evidence& evidence, const Judgement& judgement,
                   const policy::Policy& policy);

}  // namespace relais::triage
