#pragma once

#include "core/base/json.hpp"
#include "core/journal/effective.hpp"
#include "core/journal/state.hpp"

#include <nlohmann/json.hpp>

#include <span>
#include <string>
#include <vector>

namespace relais::desk {

/// What a ranking is given of a journal.
struct OpenRequests {
  Json requests = Json::array(), corrections = Json::array();
  Json problems = Json::array();  ///< `{seq, ref, code, message, path?}` of each entry that no ranking can take.
};

/// The requests that a held journal received, each checked once, when it comes.
class HeldRequests {
 public:
  /// Takes what was received among entries that count, later ones in later calls.
  void add(std::span<const journal::Effective> entries);

  /// Those that are open, in the order of the journal, and what people said of them. A request that cannot be read, or
  /// whose id another one has, is told by its entry and left out, so that it stops none of the others.
  OpenRequests open(const journal::State& state) const;

 private:
  struct Received {
    std::int64_t seq = 0;
    std::string ref, id;
    Json request, problem;  // One of both.
  };
  static Received received(const journal::Effective& effective);

  std::vector<Received> received_;
};

}  // namespace relais::desk
