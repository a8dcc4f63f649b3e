#pragma once

#include "core/triage/extract.hpp"
#include "core/triage/judgement.hpp"
#include "core/triage/learn.hpp"
#include "core/triage/queue.hpp"
#include "core/triage/readings.hpp"
#include "core/triage/route.hpp"
#include "core/triage/service_levels.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// Sorting requests: what each of them is, how urgent, by when, for whom, and in which order to take them. Every
/// number is the sum of reasons that are shown.
namespace relais::triage {

/// What the journal knows of one earlier request or promise.
struct Earlier {
  std::string id, client;
  Sender from;
  bool open = false, answered = false;
  std::optional<time::Instant> opened;
};

struct Promise {
  std::string ref, to, client;
  std::optional<time::Instant> by;
};

struct DeskState {
  std::vector<Earlier> requests;
  std::vector<Promise> callbacks;  ///< not kept yet
};

/// What a person said of a request; it wins over what the engine makes of it.
struct Said {
  std::optional<policy::Priority> priority;
  std::optional<std::string> category;
  std::optional<Action> action;
};

struct RankParameters {
  std::vector<Request> requests;
  std::map<std::string, Said> corrections;  ///< by the id of a request; others are passed over
  policy::Policy policy;
  Model model;
  DeskState state;
  std::optional<std::int64_t> free;
  std::optional<time::Instant> now;
};

struct Item {
  std::string id;
  time::Instant as_of;
  time::ZonePtr zone;
  Judgement judgement;
  Route route;
  Due due;
  std::optional<std::string> duplicate_of;
  Extracted extracted;
  Language language = Language::french;
  int urgency = 0;            ///< of the wording
  std::string subject, body;  ///< for spans
};

struct Ordered {
  std::string id;
  Reason because;
};

struct Ranking {
  std::vector<Item> items;
  std::vector<Ordered> order;
};

/// Pure: the same parameters give the same answer. `now` defaults to the latest time at which a request came. What an
/// earlier ranking has left in `held` is not read again.
Ranking rank(const RankParameters& parameters, Readings* held = nullptr);

}  // namespace relais::triage
