#pragma once

#include "core/base/json_reader.hpp"
#include "core/journal/append.hpp"
#include "core/journal/entry.hpp"
#include "core/journal/merge.hpp"
#include "core/journal/snapshot.hpp"
#include "core/journal/verify.hpp"

#include <vector>

namespace relais::journal {

/// A journal line `{head, payload, salt}`. Members of the head that Relais does not know are kept, and hashed with it.
Entry read_entry(ObjectReader& line);

/// Whether a member is a list of at most limits::journal_entries; an error if not.
bool check_lines(ObjectReader& object, std::string_view member);

/// The lines of a member that must be there, up to limits::journal_entries.
std::vector<Entry> read_entries(ObjectReader& object, std::string_view member);

/// The lines of a member, those that cannot be read being problems of the journal instead of errors of the call.
std::vector<ReadLine> read_lines(ObjectReader& object, std::string_view member);

/// What of a journal can be used, and where it cannot be read.
struct Readable {
  std::vector<Entry> entries;
  std::vector<std::int64_t> unreadable;  ///< Seqs of lines that are none, or their places from 1.
};
Readable read_readable(ObjectReader& object, std::string_view member);

/// One line, whatever it is.
ReadLine read_line(const Json& json);

/// `{size, head}`.
Tip read_tip(ObjectReader& object);

/// A tip as another person holds it: of its head at least the 16 characters that a handover prints.
Tip read_anchor(ObjectReader& object);

/// `{size, head, digest}`
Snapshot read_snapshot(ObjectReader& object);

/// Distinct seqs of a member that must be there; nothing if it may be absent and is.
std::vector<std::int64_t> read_seqs(ObjectReader& object, std::string_view member);

/// A salt, 32 lower-case hex characters; nothing if not given.
std::optional<std::string> read_optional_salt(ObjectReader& object, std::string_view member);

/// `{at, by, type, ref, client?, payload, salt, occurredAt?, class?}`.
Draft read_draft(ObjectReader& object);

Json to_json(const Entry& entry);
Json to_json(const std::vector<Entry>& entries);
Json to_json(const Tip& tip);
Json to_json(const Snapshot& snapshot);
Json to_json(const Verification& verification);
Json to_json(const Merged& merged);

}  // namespace relais::journal
