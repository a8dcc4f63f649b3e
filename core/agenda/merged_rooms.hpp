#pragma once

#include "core/agenda/cliques.hpp"
#include "core/agenda/options.hpp"
#include "core/agenda/simplex.hpp"

#include <optional>
#include <span>
#include <vector>

/// A model whose rooms are told apart only as far as they cost differently: the room an event has, and any other. Where
/// there are many rooms, that leaves a fraction of the options and none of the ties between rooms that are as good as
/// each other. It is a relaxation: rooms are counted, and found afterwards for an arrangement that is whole.
namespace relais::agenda {

struct MergedRooms {
  Model model;                          ///< kinds of several rooms have room −1
  std::vector<std::vector<int>> rooms;  ///< of each merged kind, ascending; empty: it needs none
  std::vector<int> options_from;        ///< merged options + 1 places in `options`
  std::vector<int> options;             ///< the options of the whole model, by merged option

  std::span<const int> options_of(int merged) const;
  /// Whether any kind stands for several rooms.
  bool merges() const;
};

MergedRooms merge_rooms(const Ground& ground, const Model& model);

/// Every room told apart: the model itself.
MergedRooms keep_rooms(const Model& model);

/// Options of the whole model that stand for `chosen` merged ones (−1: left out), each in a room of its own; nothing if
/// none are found within a fixed number of tries.
std::optional<std::vector<int>> with_rooms(const MergedRooms& merged, const Model& model,
                                           const std::vector<int>& chosen);

/// Rows that count rooms: at no time more events than rooms that are open, for each set of rooms that some event may
/// take.
class RoomCounts {
 public:
  RoomCounts(const Ground& ground, const MergedRooms& merged);

  /// Rows that `shares` (ascending by option) break.
  std::vector<Row> broken(const std::vector<Share>& shares) const;

 private:
  struct Pool {
    std::vector<int> rooms;  ///< ascending, at least two
    std::vector<int> kinds;  ///< those that take one of them whatever happens, ascending
  };

  std::int64_t open_at(const Pool& pool, std::int64_t point) const;
  double taken_at(const Pool& pool, const std::vector<Share>& shares, std::int64_t point) const;
  Row row(const Pool& pool, std::int64_t point) const;
  std::int64_t end_of(int option) const;

  const Ground& ground_;
  const Model& model_;
  std::vector<Pool> pools_;
};

}  // namespace relais::agenda
