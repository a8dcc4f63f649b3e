#pragma once

#include "core/base/json_reader.hpp"
#include "core/journal/append.hpp"
#include "core/journal/entry.hpp"
#include "core/journal/verify.hpp"

#include <vector>

namespace relais::journal {

/// A journal line `{head, payload, salt}`. Members of the head that Relais does not know are kept, and hashed with it.
Entry read_entry(ObjectReader& line);

/// The lines of a member that must be there, up to limits::journal_entries.
std::vector<Entry> read_entries(ObjectReader& object, std::string_view member);

/// The lines of a member, those that cannot be read being problems of the journal instead of errors of the call.
std::vector<ReadLine> read_lines(ObjectReader& object, std::string_view member);

/// `{size, head}`.
Tip read_tip(ObjectReader& object);

/// A salt, 32 lower-case hex characters; nothing if not given.
std::optional<std::string> read_optional_salt(ObjectReader& object, std::string_view member);

/// `{at, by, type, ref, client?, payload, salt, occurredAt?, class?}`.
Draft read_draft(ObjectReader& object);

Json to_json(const Entry& entry);
Json to_json(const std::vector<Entry>& entries);
Json to_json(const Tip& tip);
Json to_json(const Verification& verification);

}  // namespace relais::journal
