#pragma once

#include "core/handover/view.hpp"

#include <optional>
#include <vector>

namespace relais::handover {

struct Assessment {
  Severity severity = Severity::green;
  bool overdue = false;
  std::optional<time::Instant> act_by;  ///< The earliest of its deadlines, service levels and promises.
  std::vector<Reason> reasons;          ///< The gravest first.
};

/// How grave a piece of open work is, and why. Computed, never typed: a person raises it by its priority or its
/// deadline.
///
/// Red: a service level ends, or a promise to call back is due within two working hours, or a deadline of high priority
/// ends before the reader's next shift does; or the priority is critical. Amber: another deadline ends in that shift; a
/// service level ends within 48 hours; a wait is older than the policy allows, or is to be chased; a request of high
/// priority has no answer; its owner is away. Who was promised a call and not reached is to be tried again: red within
/// two working hours, else amber. The service levels of a request of low priority make it amber at most; those of one
/// that is to be filtered count for nothing. What is overdue stands in the first section even if it is green.
///
/// For a masked task only its deadlines, its priority and its owner count, so that severity tells nothing more.
Assessment assess(const Work& work, const View& view);

/// When a wait began, and how much working time it has lasted.
time::Instant waiting_since(const journal::Task& task, const View& view);
std::int64_t waiting_seconds(const journal::Task& task, const View& view);

}  // namespace relais::handover
