#include "core/handover/withheld.hpp"

#include <algorithm>
#include <map>

namespace relais::handover {
namespace {

const std::string* text_of(const Json* payload, const char* member) {
  if (!payload || !payload->is_object()) return nullptr;
  const auto found = payload->find(member);
  return found == payload->end() ? nullptr : found->get_ptr<const std::string*>();
}

const Json* payload_of(const journal::Entry& entry) { return entry.payload ? &*entry.payload : nullptr; }

class Levels {
 public:
  Levels(std::span<const journal::Entry> entries, const View& view) : view_(view) {
    for (const journal::Entry& entry : entries) by_seq_[entry.head.seq] = &entry;
  }

  bool is_withheld(const journal::Entry& entry) const {
    const journal::Head& head = entry.head;
    if (head.type.starts_with("handover.")) {
      const std::string* reader = text_of(payload_of(entry), "reader");
      const bool speaks = entry.payload && (entry.payload->contains("document") || entry.payload->contains("readBack"));
      return speaks && (!reader || *reader != view_.reader);
    }
    return level_of(entry) > view_.clearance;
  }

 private:
  // An amendment says again what it amends, in other words.
  Clearance level_of(const journal::Entry& entry) const {
    Clearance level = own_level(entry);
    if (entry.head.type != "entry.amended") return level;
    if (entry.payload && entry.payload->contains("payload")) {
      level = std::max(level, said_level(&(*entry.payload)["payload"]));
    }
    const auto target = journal::target_seq(entry.head);
    const auto found = target && *target < entry.head.seq ? by_seq_.find(*target) : by_seq_.end();
    return found == by_seq_.end() ? level : std::max(level, level_of(*found->second));
  }

  Clearance own_level(const journal::Entry& entry) const {
    return std::max(said_level(payload_of(entry)), view_.level_of(entry.head.ref));
  }

  static Clearance said_level(const Json* payload) {
    const std::string* said = text_of(payload, "confidentiality");
    return said ? clearance_of(*said) : Clearance::open;
  }

  const View& view_;
  std::map<std::int64_t, const journal::Entry*> by_seq_;
};

}  // namespace

std::set<std::int64_t> withheld_from(std::span<const journal::Entry> entries, const View& view) {
  const Levels levels(entries, view);
  std::set<std::int64_t> out;
  for (const journal::Entry& entry : entries) {
    if (entry.payload && levels.is_withheld(entry)) out.insert(entry.head.seq);
  }
  return out;
}

}  // namespace relais::handover
