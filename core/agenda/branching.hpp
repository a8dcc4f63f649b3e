#pragma once

#include "core/agenda/board.hpp"
#include "core/agenda/guide.hpp"
#include "core/agenda/relaxation.hpp"

#include <cstdint>
#include <optional>
#include <vector>

/// The proof: depth-first branch and bound over the tightened relaxation, whether an item is left out first, then when
/// it is held, then where. Choices that the bound shows to be too dear are struck out on the way down.
namespace relais::agenda {

class Branching {
 public:
  /// `board` judges whole arrangements of `model` and stays empty between calls.
  Branching(const Ground& ground, const Model& model, MergedRooms merged, Board& board);

  /// An arrangement of that cost is known: only cheaper ones are looked for.
  void cut_off(std::int64_t cost);

  /// One small piece of work, at most some hundred microseconds; false once all is proved or the numbers fail.
  bool step();

  bool done() const { return state_ == State::done; }
  bool failed() const { return state_ == State::failed; }
  /// Failed because rooms that had been merged have to be told apart.
  bool wants_rooms() const { return wants_rooms_; }
  /// No arrangement costs less than this, unless it costs at least `cutoff`.
  std::int64_t bound() const;
  std::int64_t cutoff() const { return cutoff_; }
  /// Better arrangements found here, newest last; each takes its cost as the next cutoff.
  std::optional<std::vector<int>> take_found();
  /// How often the relaxation of the whole was solved, each time with a new guide.
  int roots() const { return roots_; }
  const Guide& guide() const { return guide_; }
  /// A part of an arrangement to go on from, found by rounding.
  std::optional<std::vector<int>> take_rounded();

  std::int64_t effort() const { return relaxation_.effort() + effort_; }

 private:
  enum class State : std::uint8_t { solving, tightening, rounding, backtracking, done, failed };

  struct Node {
    std::vector<int> basis;
    std::vector<int> strike;  ///< the choices that this branch gives up
    std::size_t trail = 0;
    std::int64_t bound = 0;
    int depth = 0;
  };

  void solve();
  void settle();
  void strike_too_dear();
  void strike(int choice);
  void check_whole();
  void check(const std::vector<int>& chosen);
  void divide();
  bool stands(const std::vector<int>& options);
  void branch();
  void split();
  void push(std::vector<int> strike);
  void backtrack();
  void mark_root();
  void leave_root();
  void begin_again();
  void round();
  void fix(int option);
  void end_rounding();
  void undo_strikes(std::size_t length);
  std::optional<int> item_in_question(const std::vector<Share>& shares) const;
  std::vector<int> choices_of(int item) const;
  std::vector<int> first_part(int item, const std::vector<Share>& shares) const;
  std::vector<int> undecided_choice(const std::vector<int>& chosen) const;

  const Model& whole_;
  MergedRooms merged_;
  const Model& model_;  ///< with rooms merged
  Board& board_;
  Relaxation relaxation_;
  State state_ = State::solving;
  std::int64_t cutoff_;
  std::int64_t node_bound_ = 0;
  double objective_before_ = 0;
  int rounds_ = 0;
  int weak_rounds_ = 0;
  int depth_ = 0;
  bool wants_rooms_ = false;
  std::vector<Node> open_;
  std::vector<int> trail_;    ///< choices struck, in order
  std::vector<bool> struck_;  ///< those struck at the root
  std::vector<std::vector<int>> found_;
  std::optional<std::vector<int>> rounded_;
  std::vector<int> fixed_;  ///< while rounding: the option of each item, −1 if it is open
  std::size_t trail_before_rounding_ = 0;
  int roots_ = 0;
  Guide guide_;
  std::int64_t root_bound_ = 0;
  std::int64_t root_cutoff_ = 0;  ///< when the root was left
  std::vector<int> root_basis_;
  std::int64_t effort_ = 0;
};

}  // namespace relais::agenda
