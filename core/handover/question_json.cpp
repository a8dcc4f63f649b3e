#include "core/handover/question_json.hpp"

#include "core/calendar/event_json.hpp"
#include "core/policy/policy_json.hpp"
#include "core/time/time_json.hpp"

#include <algorithm>

namespace relais::handover {
namespace {

time::Instant latest(const std::vector<journal::Entry>& entries) {
  time::Instant at;
  for (const journal::Entry& entry : entries) at = std::max(at, entry.head.at);
  return at;
}

HeldCalendar read_held_calendar(ObjectReader& object) {
  HeldCalendar held{object.string_or("client", ""), object.string("person"), calendar::read_events(object, "events")};
  object.finish();
  return held;
}

}  // namespace

Asked read_asked(ObjectReader& object) {
  Asked asked;
  journal::Readable journal = journal::read_readable(object, "entries");
  asked.entries = std::move(journal.entries);
  asked.policy = policy::read_policy(object, "policy");
  Question& question = asked.question;
  question.unreadable = std::move(journal.unreadable);
  question.reader = object.string("reader");
  question.at = time::read_optional_instant(object, "at").value_or(latest(asked.entries));
  object.each("calendars", [&](ObjectReader& one) { question.calendars.push_back(read_held_calendar(one)); });
  const std::vector<std::int64_t> withheld = journal::read_seqs(object, "withheld");
  question.withheld.insert(withheld.begin(), withheld.end());
  return asked;
}

}  // namespace relais::handover
