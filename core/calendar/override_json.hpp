#pragma once

#include "core/base/json.hpp"
#include "core/base/json_reader.hpp"
#include "core/calendar/event.hpp"

/// What differs in one occurrence of a series (RFC 8984 section 4.3.5).
namespace relais::calendar {

Override read_override(time::LocalTime id, const Json& patch);

/// The zone that `event.time_zone` names; an error at `object` if nobody knows it.
void resolve_zone(Event& event, ObjectReader& object);

/// A copy without rules and overrides: what the occurrences of a series start from.
Event without_recurrence(const Event& series);

/// The occurrence that an override makes of `plain`, its series without recurrence: `recurrence_id` set, `start` that
/// of the occurrence unless the patch moves it. An error if the patch does not fit.
Result<Event> apply_override(const Event& plain, const Override& change);

/// Makes overrides of one series; the inverse of `apply_override`.
class OverrideMaker {
 public:
  /// `plain`: the series without recurrence.
  explicit OverrideMaker(const Event& plain);
  /// The override that makes `occurrence`, whose `recurrence_id` says which one it is.
  Override make(const Event& occurrence) const;

 private:
  Kept plain_;
};

}  // namespace relais::calendar
