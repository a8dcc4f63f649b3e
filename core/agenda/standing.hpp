#pragma once

#include "core/agenda/answer.hpp"
#include "core/agenda/options.hpp"

#include <optional>
#include <vector>

/// What stands of an answer that was given before, when a problem is solved again: a lock or an accepted change leaves
/// nearly all of it.
namespace relais::agenda {

/// Where an event was held.
struct Place {
  time::Instant start;
  int room = -1;  ///< −1: none
};

/// The place that an earlier answer gave each event of the problem. Nothing for an event that was left out, or of which
/// that answer says nothing, or a room that is no longer there; the first counts where it speaks twice.
std::vector<std::optional<Place>> places_of(const Problem& problem, const std::vector<Answer>& last);

/// For each item the option that holds it at its place with the fewest people, −1 where it has none there. With few
/// people the most of them fit side by side.
std::vector<int> standing_options(const Model& model, const std::vector<std::optional<Place>>& places);

}  // namespace relais::agenda
