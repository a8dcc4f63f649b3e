#pragma once

#include "core/base/json_reader.hpp"
#include "core/calendar/event.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace relais::calendar {

/// One member of a JSCalendar object: how it is read, and written (null: not given). Reading marks the member as known.
struct EventMember {
  enum class For : std::uint8_t { all, tasks, others };

  std::string_view name;
  For kinds;
  void (*read)(ObjectReader& object, std::string_view name, Event& event);
  Json (*write)(const Event& event);

  bool of(Event::Kind kind) const { return kinds == For::all || (kinds == For::tasks) == (kind == Event::Kind::task); }
};

/// All that are known, by name.
std::span<const EventMember> event_members();

/// The member of that name that this kind has, or null.
const EventMember* find_event_member(std::string_view name, Event::Kind kind);

}  // namespace relais::calendar
