#include "core/handover/pack.hpp"

#include "core/handover/withheld.hpp"
#include "core/journal/fold.hpp"

namespace relais::handover {

Pack pack(std::vector<journal::Entry> entries, const policy::Policy& policy, Question question) {
  question.is_signed = false;
  Pack out;
  out.document = compose(entries, policy, question);
  const journal::State state = journal::fold(entries, {question.at, INT64_MAX});
  out.withheld = withheld_from(entries, View(state, policy, question.reader, question.at));
  for (journal::Entry& entry : entries) {
    if (!out.withheld.contains(entry.head.seq)) continue;
    entry.payload.reset();
    entry.salt.reset();
  }
  out.withheld.insert(question.withheld.begin(), question.withheld.end());
  out.entries = std::move(entries);
  return out;
}

}  // namespace relais::handover
