#pragma once

#include "core/calendar/event.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

/// One event lies in the calendar of each who attends, and not every copy hears of each change. What the newest says of
/// when and whether it takes place holds for all; whether it takes someone's time is for their own copy to say.
namespace relais::agenda {

/// How new a copy is: sequence, then the latest update, then one occurrence by itself before one that its series has.
using Version = std::tuple<std::int64_t, std::int64_t, bool>;
Version version_of(const calendar::Event& event);

class NewestCopies {
 public:
  /// `events` outlive this.
  void add(const std::vector<calendar::Event>& events);

  /// Whether another copy of the event is newer.
  bool is_outdated(const calendar::Event& own) const;
  /// The newest copy with what the own one says of its person: free or busy, and, as long as nothing was planned anew
  /// (the sequence is the same), the answer of the participant `self` (an id, or empty).
  calendar::Event renewed(const calendar::Event& own, const std::string& self) const;

 private:
  using Key = std::pair<std::string, std::int64_t>;
  static Key key_of(const calendar::Event& event);

  std::map<Key, const calendar::Event*> newest_;
};

}  // namespace relais::agenda
