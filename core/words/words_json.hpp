#pragma once

#include "core/base/json_reader.hpp"
#include "core/words/words.hpp"

namespace relais::words {

/// A member `lang`: `en` or `fr`.
Language read_language(ObjectReader& object, std::string_view member);

/// A member that maps ids to names; empty if not given.
Names read_names(ObjectReader& object, std::string_view member);

/// `{code, args?}`, arguments being integers or texts. Other members are let pass, so that a reason of triage (which
/// has its span and weight beside it) or an error of any operation can be worded as it stands.
Reason read_reason(ObjectReader& object);

}  // namespace relais::words
