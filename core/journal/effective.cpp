#include "core/journal/effective.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace relais::journal {
namespace {

// Of entries with one seq the one counts that the next entry names, else the first.
std::vector<const Entry*> one_a_seq(std::vector<const Entry*> entries) {
  std::size_t kept = 0;
  for (std::size_t i = 0, end = 0; i < entries.size(); i = end) {
    for (end = i + 1; end < entries.size() && entries[end]->head.seq == entries[i]->head.seq;) ++end;
    std::size_t chosen = i;
    for (std::size_t k = end; k-- > i && end < entries.size();) {
      if (entries[k]->hash == entries[end]->head.prev) chosen = k;
    }
    entries[kept++] = entries[chosen];
  }
  entries.resize(kept);
  return entries;
}

std::vector<const Entry*> written(std::span<const Entry> entries, const Until& until) {
  std::vector<const Entry*> out;
  for (const Entry& entry : entries) {
    const bool counts = entry.head.at <= until.at && entry.head.seq <= until.seq;
    if (counts) out.push_back(&entry);
  }
  const auto by_seq = [](const Entry* a, const Entry* b) { return a->head.seq < b->head.seq; };
  if (!std::is_sorted(out.begin(), out.end(), by_seq)) std::stable_sort(out.begin(), out.end(), by_seq);
  return one_a_seq(std::move(out));
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
