#include "core/journal/effective.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace relais::journal {
namespace {

std::vector<const Entry*> written(std::span<const Entry> entries, const Until& until) {
  std::vector<const Entry*> out;
  for (const Entry& entry : entries) {
    const bool counts = entry.head.at <= until.at && entry.head.seq <= until.seq;
    if (counts) out.push_back(&entry);
  }
  std::stable_sort(out.begin(), out.end(), [](const Entry* a, const Entry* b) { return a->head.seq < b->head.seq; });
  return out;
}

const Json* amended_payload(const Json* amendment) {
  if (!amendment) return nullptr;
  const auto payload = amendment->find("payload");
  return payload != amendment->end() && payload->is_object() ? &*payload : nullptr;
}

}  // namespace

// From the last entry to the first, so that what undoes or amends is met before what it is about.
std::vector<Effective> effective(std::span<const Entry> entries, const Until& until) {
  const std::vector<const Entry*> known = written(entries, until);
  std::set<std::int64_t> undone;
  std::map<std::int64_t, Effective> amended;
  std::vector<Effective> out;
  for (auto place = known.rbegin(); place != known.rend(); ++place) {
    const Head& head = (*place)->head;
    if (undone.contains(head.seq)) continue;
    Effective effective{*place, (*place)->payload ? &*(*place)->payload : nullptr, nullptr};
    if (const auto found = amended.find(head.seq); found != amended.end()) {
      effective.payload = found->second.payload;
      effective.amendment = found->second.entry;
    }
    const auto target = target_seq(head);
    if (head.type == "entry.reverted") {
      if (target && *target < head.seq) undone.insert(*target);
    } else if (head.type == "entry.amended") {
      const Json* payload = amended_payload(effective.payload);
      if (target && *target < head.seq && payload) amended.emplace(*target, Effective{*place, payload, nullptr});
    } else {
      out.push_back(effective);
    }
  }
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace relais::journal
