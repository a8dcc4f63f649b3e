#pragma once

#include "core/base/json_reader.hpp"
#include "core/handover/compose.hpp"
#include "core/journal/journal_json.hpp"
#include "core/policy/policy.hpp"

#include <vector>

namespace relais::handover {

/// What `handover.compose` and `desk.pack` are asked.
struct Asked {
  std::vector<journal::Entry> entries;
  policy::Policy policy;
  Question question;
};

/// `{entries, policy?, reader, at?, calendars?, withheld?}`. Lines of the journal that cannot be read are told in the
/// document, and the rest is used.
Asked read_asked(ObjectReader& object);

}  // namespace relais::handover
