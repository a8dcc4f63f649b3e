#pragma once

#include "core/base/reason.hpp"
#include "core/journal/entry.hpp"
#include "core/journal/state.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// The handover document as data: who reads it, what is open, and why. Every line names the journal entries that it
/// comes from. What people typed stands in it word for word; everything else is a code, an id, a number or a time, so
/// that it can be said in either language. Times are local to the reader's zone: `2026-03-10T17:00:00`, `2026-03-10`.
///
/// One home: every piece of open work stands in exactly one of `watch`, `soon`, `waiting` and `steady`. A request that
/// an open task serves stands in that task's line.
namespace relais::handover {

using journal::Sources;

enum class Severity : std::uint8_t {
  red,    ///< Harm or a broken promise before the end of the reader's next shift, if nothing is done.
  amber,  ///< It can turn red within 48 hours.
  green,
};

struct Waiting {
  std::string who, what;  ///< Word for word; empty is a gap.
  std::string since;
  std::string chase;         ///< When to ask again; empty if nobody said.
  std::int64_t minutes = 0;  ///< Of the reader's working time since then; of all time if the reader has no hours.
  std::int64_t chases = 0;   ///< Messages and calls since then.
  std::int64_t times = 0;    ///< After how many the policy says to stop; 0 if it says nothing.
};

/// Why a line has no words, and who may say them.
struct Masked {
  std::string level;  ///< `confidential`, `secret`, `internal`
  std::string ask;    ///< An id; empty if nobody is known.
};

struct Line {
  std::string id, client;
  std::string request;  ///< The open request that it serves: its home is here too.
  bool is_request = false;
  Severity severity = Severity::green;
  bool overdue = false;
  std::string title, next, from, channel;  ///< Word for word; all empty if it is masked.
  std::string owner;
  std::string suggested;  ///< To whom triage would give it.
  std::string due;
  std::string request_due;  ///< The request's own deadline, if it is another.
  std::optional<Waiting> waiting;
  std::optional<journal::IfThen> if_then;
  std::vector<Reason> reasons;
  std::vector<std::string> gaps;  ///< `title`, `next`, `owner`, `due`, `ifThen`: what it should have and has not.
  std::optional<Masked> masked;
  bool erased = false;
  Sources sources;
};

/// Something of the next 48 hours: an appointment, a promise, a follow-up, an absence, a contract that runs out.
struct AgendaItem {
  Reason reason;
  std::string when;
  std::string ref, client;
  std::string title, who;  ///< Word for word; empty if masked.
  std::optional<Masked> masked;
  Sources sources;  ///< Empty if a calendar says it.
};

struct Change {
  Reason reason;
  std::string id, client;
  std::string title;  ///< Word for word; empty if masked.
  Sources sources;
};

struct InstructionLine {
  std::string id, client, text;  ///< `text` word for word.
  std::string from, to;          ///< `to` is the last day, or the end.
  bool is_new = false;
  Sources sources;  ///< Empty if the policy says it.
};

struct SteadyTask {
  std::string id, title;  ///< `title` word for word; empty if masked or unknown.
  std::string request;    ///< The open request that it serves.
  Sources sources;
};

struct SteadyClient {
  std::string client;
  std::vector<SteadyTask> tasks;
};

struct Counts {
  std::int64_t open = 0, red = 0, amber = 0, overdue = 0, waiting = 0, masked = 0;
};

/// What the document cannot say, counted; printed even where it is nothing.
struct Limits {
  std::int64_t masked = 0;               ///< Open tasks whose words the reader may not read.
  std::int64_t instructions_masked = 0;  ///< Standing instructions likewise.
  std::int64_t erased = 0;               ///< Open tasks some of whose words were erased.
  std::int64_t no_owner = 0, no_deadline = 0, no_next = 0;
  std::int64_t red_without_if_then = 0;
  std::int64_t drafts_unsent = 0;        ///< Follow-ups whose text is written and not sent.
  std::int64_t unanswered = 0;           ///< Open requests that nobody answered.
  std::int64_t not_triaged = 0;          ///< Open requests without a priority.
  std::int64_t entries_later = 0;        ///< Entries dated later than the document, which do not count.
  std::int64_t entries_passed_over = 0;  ///< Entries of the journal that could not be taken in.
  std::int64_t journal_problems = 0;     ///< Entries that do not verify.
};

/// From where on changes are told.
struct Since {
  time::Instant at;
  std::string handover;  ///< The last one that this reader accepted; empty if the time was given.
};

struct Document {
  std::string id, reader, from, zone, clearance;
  std::string holder;  ///< Who answers for the tasks until the reader accepts; empty if nobody is known.
  time::Instant at;
  std::optional<Since> since;
  std::int64_t size =
      0;  ///< The journal's anchor: this document in the reader's hands shows a cut or rewritten journal.
  std::string head;
  Counts counts;
  std::string first_due;        ///< The earliest time to come at which something is to be done; empty if there is none.
  std::vector<Reason> notices;  ///< What to know before reading on.
  std::vector<Line> watch, soon, waiting;
  std::vector<AgendaItem> agenda;
  std::vector<Change> changes;
  std::vector<InstructionLine> instructions;
  std::vector<SteadyClient> steady;
  Limits limits;
  std::vector<std::string> read_back;                     ///< Ids of the lines that the reader says back.
  std::map<std::string, std::string, std::less<>> names;  ///< Of the ids in it.
};

}  // namespace relais::handover
