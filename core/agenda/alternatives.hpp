#pragma once

#include "core/agenda/neighbourhood.hpp"
#include "core/agenda/options.hpp"
#include "core/agenda/solution.hpp"

#include <cstdint>
#include <memory>
#include <vector>

/// Other arrangements beside the best one: each keeps one event that was moved where it stood, or off the day it was
/// moved to, and arranges the rest anew around that as well as a short search can. They differ from the best and from
/// one another in which events move or to which day.
namespace relais::agenda {

class Alternatives {
 public:
  /// `best` holds the choice for each part. At most `wished` are kept.
  Alternatives(const Ground& ground, const Model& model, const std::vector<Part>& parts,
               std::vector<std::vector<int>> best, std::int64_t wished);

  bool left() const { return next_ < trials_.size(); }
  /// A small piece of work, while something is left.
  void step();
  std::int64_t effort() const { return effort_; }
  /// The cheapest, cheapest first.
  std::vector<Alternative> found() const;

 private:
  /// What is tried: an item of a part that may not take some of its options.
  struct Trial {
    std::size_t part = 0;
    int item = 0;
    bool stays = false;  ///< only where it costs nothing; otherwise any day but the one it has
  };

  void list_trials();
  void begin(const Trial& trial);
  void finish();
  std::vector<bool> ruled_out(const Trial& trial) const;
  bool is_known(const std::vector<Placement>& plan) const;
  bool differ(const std::vector<Placement>& a, const std::vector<Placement>& b) const;

  const Ground& ground_;
  const Model& model_;
  const std::vector<Part>& parts_;
  std::vector<std::vector<int>> best_;
  std::int64_t wished_;
  std::vector<Trial> trials_;
  std::size_t next_ = 0;
  std::unique_ptr<NeighbourhoodSearch> search_;
  std::int64_t effort_ = 0;
  std::vector<Placement> main_;
  std::vector<Alternative> found_;
};

/// The choice for the whole model from that for each part.
std::vector<int> whole_choice(const Model& model, const std::vector<Part>& parts,
                              const std::vector<std::vector<int>>& choices);

}  // namespace relais::agenda
