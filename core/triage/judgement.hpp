#pragma once

#include "core/base/reason.hpp"
#include "core/policy/policy.hpp"
#include "core/triage/evidence.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace relais::triage {

enum class Source : std::uint8_t { signal, rule, learned };
std::string_view name(Source source);

/// One contribution to the score, or to the category where its weight is 0.
struct Contribution {
  Reason reason;
  std::optional<Place> place;
  std::int64_t weight = 0;  ///< thousandths
  Source source = Source::signal;
};

/// What is known of a sender besides this message, from the journal.
struct History {
  int open_requests = 0;         ///< of this sender, not answered
  int missed_callbacks = 0;      ///< promised to this sender and past
  std::int64_t oldest_days = 0;  ///< how long the oldest of them waits
};

/// What the learned layer says of one request; certainties in thousandths.
struct Learned {
  std::optional<std::array<std::int64_t, 4>> priority;  ///< the shares of critical, high, normal, low
  std::optional<std::pair<std::string, int>> category;
  std::optional<std::pair<Action, int>> action;
  bool from_desk = false;  ///< whether this desk's corrections speak in it
};

/// What the engine makes of one request.
struct Judgement {
  policy::Priority priority = policy::Priority::normal;
  std::array<std::int64_t, 4> probabilities{};  ///< critical, high, normal, low; thousandths
  std::string category;
  Action action = Action::message;
  std::optional<Deadline> deadline;
  std::int64_t score = 0;  ///< the sum of the contributions' weights
  std::vector<Contribution> reasons;
  std::optional<std::string> route;  ///< of a rule
  std::optional<Reason> ask;         ///< one question: the priority is unsure, or the body says nothing
  bool vip = false;
};

Judgement judge(const Request& request, const Evidence& evidence, const policy::Policy& policy, const History& history,
                const Learned& learned);

/// A person's word on the priority: a reason of its own, the score in its middle, no doubt and no question left.
void set_by_person(Judgement& judgement, policy::Priority priority);

/// What the rules alone make of it: no policy, nothing of the journal, nothing learned.
Judgement judge_by_rules(const Request& request, const Evidence& evidence);

}  // namespace relais::triage
