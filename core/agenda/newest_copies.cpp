#include "core/agenda/newest_copies.hpp"

#include <algorithm>
#include <limits>

namespace relais::agenda {

Version version_of(const calendar::Event& event) {
  return {event.sequence.value_or(0), event.updated.value_or(time::Instant{}).seconds, event.recurrence_id.has_value()};
}

NewestCopies::Key NewestCopies::key_of(const calendar::Event& event) {
  constexpr std::int64_t whole = std::numeric_limits<std::int64_t>::min();
  return {event.uid, event.recurrence_id ? event.recurrence_id->seconds : whole};
}

void NewestCopies::add(const std::vector<calendar::Event>& events) {
  for (const calendar::Event& event : events) {
    if (event.kind != calendar::Event::Kind::event) continue;
    const auto [found, is_new] = newest_.emplace(key_of(event), &event);
    if (!is_new && version_of(event) > version_of(*found->second)) found->second = &event;
  }
}

bool NewestCopies::is_outdated(const calendar::Event& own) const {
  const auto found = newest_.find(key_of(own));
  return found != newest_.end() && version_of(*found->second) > version_of(own);
}

calendar::Event NewestCopies::renewed(const calendar::Event& own, const std::string& self) const {
  calendar::Event out = *newest_.at(key_of(own));
  out.free_busy_status = own.free_busy_status;
  if (out.sequence.value_or(0) != own.sequence.value_or(0)) return out;
  const auto is_self = [&](const calendar::Participant& one) { return one.id == self; };
  const auto answer = std::find_if(own.participants.begin(), own.participants.end(), is_self);
  const auto here = std::find_if(out.participants.begin(), out.participants.end(), is_self);
  if (answer != own.participants.end() && here != out.participants.end()) here->status = answer->status;
  return out;
}

}  // namespace relais::agenda
