#pragma once

#include "core/agenda/options.hpp"

#include <cstdint>
#include <map>
#include <vector>

/// Who is where while a search moves items about: a bit for each start of the model and each person and room.
namespace relais::agenda {

class Board {
 public:
  Board(const Ground& ground, const Model& model);

  /// Whether an option excludes none of those placed: times, travel as far as it always counts, loads.
  bool fits(int option) const { return crew_fits(option) && room_fits(option); }
  /// As much of its people and loads alone, and of its room alone.
  bool crew_fits(int option) const;
  bool room_fits(int option) const;
  void place(int option);
  void remove(int option);

  /// The items whose placed options keep `option` out by time; empty if something else does.
  void blockers(int option, std::vector<int>& out) const;

  /// Whether two options of different items exclude each other.
  bool exclude(int option, int other) const;

  /// As `separation`, by kinds.
  std::int64_t separation_of(int kind, int other) const;
  std::int64_t load_left(int load) const { return load_left_[static_cast<std::size_t>(load)]; }

  /// Whether the travel time between all neighbours is kept for everyone whom these items may want.
  bool neighbours_hold(std::span<const int> items) const;

  /// The placed option of an item, or −1.
  int option_of(int item) const { return chosen_[static_cast<std::size_t>(item)]; }
  const std::vector<int>& chosen() const { return chosen_; }

  const Model& model() const { return model_; }

 private:
  /// Beyond so many crews nothing is tabled.
  static constexpr std::size_t most_crews = 1500;

  /// What a kind takes: a person or a room, for how long.
  struct Use {
    int resource = 0;
    int length = 0;  ///< place in `until_`
  };
  struct Range {
    int from = 0, to = 0;
  };

  Range range(int option, const Use& use) const;
  bool is_free(int resource, Range range) const;
  void set(int resource, Range range, int item, bool taken);
  bool apart_by_travel(int option) const;
  bool loads_allow(int option) const;
  bool line_holds(int person) const;
  void number_points();
  void number_uses();
  void number_crews();
  int resource(int number);
  int length_class(std::int64_t seconds);

  const Ground& ground_;
  const Model& model_;
  const Gaps& gaps_;
  bool travel_ = false;
  std::vector<std::int64_t> points_;  ///< the distinct starts
  std::vector<int> point_of_;         ///< of each option
  std::vector<std::int64_t> lengths_;
  std::vector<std::vector<int>> until_;  ///< by length and point: the first point that is free again
  std::vector<std::vector<Use>> uses_;   ///< of each kind
  std::vector<int> crew_of_;             ///< of each kind
  std::size_t crews_ = 0;
  std::vector<std::int32_t> apart_;  ///< by the crew before and the one after, as `separation`
  std::map<int, int> resources_;     ///< people, then rooms, to the numbers of those that are wanted at all
  std::size_t words_ = 0;            ///< of one resource
  std::vector<std::uint64_t> bits_;
  std::vector<int> owner_;  ///< by resource and point: the item that takes it
  std::vector<int> chosen_;
  std::vector<std::int64_t> load_left_;
  std::vector<std::vector<int>> options_of_person_;  ///< placed ones; kept where there is travel
};

}  // namespace relais::agenda
