#pragma once

#include "core/triage/request.hpp"

#include <optional>
#include <vector>

namespace relais::triage {

/// For each request the index of the earlier one that it repeats: the same sender, much the same words, within three
/// days. A proposal; nothing is merged.
std::vector<std::optional<std::size_t>> find_duplicates(const std::vector<Request>& requests);

/// Who sent it, for comparison: the e-mail address, else the telephone, else the name with the client. Empty if
/// unknown.
std::string sender_key(const Sender& sender, std::string_view client);

}  // namespace relais::triage
