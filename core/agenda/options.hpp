#pragma once

#include "core/agenda/ground.hpp"
#include "core/base/result.hpp"

#include <cstdint>
#include <span>
#include <vector>

/// The problem as a choice: each item takes one of its options or is left out, and options that want the same person or
/// room at the same time exclude each other: set packing over (start, room), whose bound is far tighter than that of
/// intervals with a beginning and an end.
namespace relais::agenda {

/// What is chosen about: an event that may move, or whether an optional person comes to one that may not.
struct Item {
  int event = 0;
  int attendance_of = -1;   ///< the optional person of a fixed event; −1: the item is the event itself
  int first = 0, last = 0;  ///< its options
  int first_kind = 0, last_kind = 0;
  std::int64_t unscheduled = 0;  ///< the cost of leaving it out
  std::int64_t duration = 0;
};

/// One way to hold an item: in which room, with whom. Its options differ in their start alone.
struct Kind {
  int item = 0;
  int room = -1;            ///< −1: none
  std::vector<int> people;  ///< those it takes time of, ascending
  int first = 0, last = 0;  ///< its options, by start
};

struct Model {
  std::vector<Item> items;
  std::vector<Kind> kinds;

  // Options, by item, kind, start.
  std::vector<std::int64_t> starts;  ///< seconds since 1970
  std::vector<std::int64_t> costs;
  std::vector<int> kind_of;
  std::vector<int> by_cost;    ///< the options of each item, cheapest first
  std::vector<int> load_from;  ///< options + 1 places in `load_shares`; empty without loads
  std::vector<LoadShare> load_shares;
  std::vector<Load> loads;  ///< those that the shares name

  int option_count() const { return static_cast<int>(starts.size()); }
  const Kind& kind(int option) const {
    return kinds[static_cast<std::size_t>(kind_of[static_cast<std::size_t>(option)])];
  }
  int item_of(int option) const { return kind(option).item; }
  std::span<const LoadShare> shares(int option) const;
  std::span<const int> cheapest_first(const Item& item) const {
    return std::span(by_cost).subspan(static_cast<std::size_t>(item.first),
                                      static_cast<std::size_t>(item.last - item.first));
  }
};

/// An optional person is chosen about where other events want the same person; of more than so many of one event, the
/// search counts the rest as present and the final answer says who of them can come.
inline constexpr int chosen_optionals = 3;
std::vector<int> optionals_chosen_about(const Ground& ground, const Event& event);

/// Error `too-many` beyond limits::agenda_options.
Result<Model> make_model(const Ground& ground);

/// The items of the model as models of their own, none of which can exclude an option of another; with the places of
/// their items and options in `model`.
struct Part {
  Model model;
  std::vector<int> items;
  std::vector<int> options;
};
std::vector<Part> split_model(const Ground& ground, const Model& model);

/// The cost of holding an event at a start in a room (−1: none), its optional people aside.
std::int64_t placement_cost(const Problem& problem, const Event& event, time::Instant start, int room);

/// The cost of an arrangement, an option or −1 for each item, the model's base cost aside.
std::int64_t total_cost(const Model& model, const std::vector<int>& chosen);

/// The seconds that must at least lie between the end of a `before` and the start of an `after`; −1 if they share
/// neither person nor room, or are of the same item.
std::int64_t separation(const Model& model, const Gaps& gaps, const Kind& before, const Kind& after);

}  // namespace relais::agenda
