#pragma once

#include "core/base/reason.hpp"
#include "core/policy/policy.hpp"
#include "core/triage/judgement.hpp"

#include <vector>

/// The order of work: expected apparent-tardiness cost (Vepsäläinen and Morton 1987) over the probabilities. An item's
/// index is what waiting costs under each priority it may have, weighed by how likely that priority is, discounted by
/// the business time left before it is due, and divided by the time it takes. The discount fades within minutes: with
/// priorities that are only likely, what is already late must come before what may become so (the generalized cμ rule
/// of van Mieghem 1995 is its limit). What has waited for days gains a floor.
namespace relais::triage {

struct Waiting {
  std::string id;
  std::array<std::int64_t, 4> probabilities{};
  std::array<std::int64_t, 4>
      slack{};               ///< business minutes before it must be begun, under each priority; negative: over
  std::int64_t age = 0;      ///< business minutes since it came
  std::int64_t minutes = 5;  ///< what it takes
  bool unwanted = false;     ///< to be filtered: it never ages
  policy::Priority priority = policy::Priority::normal;
  bool set_by_person = false;  ///< the priority: it stands before the first one of a lower priority
};

struct QueuePlace {
  std::size_t index = 0;  ///< into the items given
  Reason because;
};

/// The order, the most costly to leave first; equals keep their order. `free`: minutes of work that can be done today.
std::vector<QueuePlace> order_of_work(const std::vector<Waiting>& items, std::optional<std::int64_t> free);

/// How long an action takes, in minutes.
std::int64_t minutes_of(Action action);

}  // namespace relais::triage
