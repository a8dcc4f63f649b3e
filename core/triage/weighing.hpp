#pragma once

#include "core/triage/judgement.hpp"

#include <optional>
#include <string_view>
#include <vector>

/// What the signals, dates and wording of a request weigh, and what its sender's history adds.
namespace relais::triage {

/// A request as far as it is understood.
struct Understood {
  const Request& request;
  const Evidence& evidence;
  const policy::Client* client = nullptr;  ///< may be null
  Category category = Category::information;
  std::optional<Deadline> deadline;  ///< if it binds
};

struct Weighed {
  std::int64_t score = 0;  ///< thousandths, the sum of the reasons' weights
  std::vector<Contribution> reasons;
  const Signal* danger = nullptr;    ///< the gravest, if there is harm to come
  const Finding* read_in = nullptr;  ///< what the danger was read in
  std::optional<int> days;           ///< working days left until the deadline
};

Weighed weigh(const Understood& understood, const policy::Policy& policy, const History& history);

/// A price asked for in a line of chat, which is told from the list.
bool quick_price(const Understood& understood, std::optional<int> days);

}  // namespace relais::triage
