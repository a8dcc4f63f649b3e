#pragma once

#include "core/handover/mask.hpp"
#include "core/handover/shift.hpp"
#include "core/handover/work.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace relais::handover {

/// The desk at one instant, seen by one reader.
struct View {
  View(const journal::State& state, const policy::Policy& policy, std::string_view reader, time::Instant at);

  /// The zone in which a client's local times are meant; the reader's for a client that the policy does not know.
  const time::Zone& zone_of(std::string_view client) const;

  /// How the document writes a time: local to the reader, a day as it is.
  std::string local(time::Instant at) const;
  std::string local(const journal::Moment& moment, std::string_view client) const;

  Clearance level_of(std::string_view task) const;
  bool masked(std::string_view task) const { return level_of(task) > clearance; }

  /// The level of a promise, its own or that of its task, and whether the reader learns of it as an open one. What a
  /// masked promise says does not matter to that: it counts as open until any call is made for its ref.
  Clearance level_of(const journal::Callback& promise) const;
  bool is_open(const journal::Callback& promise) const;

  /// Promises that are not kept yet, for a piece of work or what it carries.
  const std::vector<const journal::Callback*>& promises(const std::string& home) const;

  /// Null if the journal has none of that id.
  const journal::Task* task(std::string_view id) const;

  /// Whether an absence has a part in `[from, to)`; one that names no end is a day long.
  bool within(const journal::Absence& absence, time::Instant from, time::Instant to) const;

  bool away_in_shift(std::string_view person) const { return away_.contains(person); }

  const journal::State& state;
  const OpenWork work;
  const policy::Policy& policy;
  std::string reader;
  time::Instant at;
  time::Instant soon;  ///< 48 hours later.
  Clearance clearance = Clearance::internal;
  time::ZonePtr zone;
  time::WorkingHours hours;
  Shift shift;
  time::Instant promise_limit;  ///< Two working hours from now: a promise before then is urgent.

 private:
  std::map<std::string, Clearance, std::less<>> levels_;
  std::map<std::string, std::vector<const journal::Callback*>, std::less<>> promises_;  // By home.
  std::map<std::string_view, const journal::Task*> tasks_;
  std::set<std::string_view> away_;
};

}  // namespace relais::handover
