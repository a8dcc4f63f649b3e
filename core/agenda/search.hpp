#pragma once

#include "core/agenda/alternatives.hpp"
#include "core/agenda/answer.hpp"
#include "core/agenda/explain.hpp"
#include "core/agenda/part_search.hpp"
#include "core/agenda/plan.hpp"
#include "core/base/result.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

/// Solving an agenda, in slices:
///
///     auto search = Search::start(std::move(problem));
///     while (search.value()->advance(2000)) show(search.value()->progress());
///     Solution solution = search.value()->solution();
///
/// A unit of effort is about a microsecond of a desktop machine. However it is sliced, the same problem, after the same
/// last answer, takes the same steps: stopped by the clock, it names the effort that reproduces its answer.
namespace relais::agenda {

class Search {
 public:
  /// Spent where the problem names no effort: an ordinary week is proved with far less.
  static constexpr std::int64_t default_effort = 10'000'000;

  /// `last`: what was answered before, of this problem or of one much like it. Its places that are still possible are
  /// the first arrangement of each part unless the search begins with a cheaper one; those that are not are passed
  /// over, as is what it says of other events. It changes the way to the proof, never what is proved. Errors:
  /// `too-many` starts and rooms to try, or conflicts of immovable events.
  static Result<std::unique_ptr<Search>> start(Problem problem, const std::vector<Answer>& last = {});

  /// Spends about `units`, on the search never more than the problem's effort; false once there is nothing left to do.
  /// After the search come the reasons: they count as no effort, and come after `stop` too.
  bool advance(std::int64_t units);
  /// Ends the search where it stands.
  void stop(Stopped why);

  const Problem& problem() const { return problem_; }

  struct Progress {
    std::int64_t cost = 0, bound = 0, effort = 0;
  };
  Progress progress() const;
  /// The best arrangement so far, with its reasons: at once where `advance` has said false.
  Solution solution() const;

 private:
  explicit Search(Problem problem);
  Status prepare(const std::vector<Answer>& last);
  bool work_left();
  void work();
  void search_a_part();
  void begin_alternatives();
  bool explain_some(std::int64_t units);
  Solution unexplained() const;
  std::vector<std::vector<int>> best_of_parts() const;

  Problem problem_;
  Ground ground_;
  Model model_;
  std::vector<Part> parts_;
  std::vector<std::unique_ptr<PartSearch>> searches_;
  std::size_t turn_ = 0;
  std::unique_ptr<Alternatives> alternatives_;
  std::vector<Unresolved> immovable_;
  bool collides_ = false;
  std::int64_t effort_ = 0;
  std::int64_t most_effort_ = 0;
  bool finished_ = false;
  Stopped stopped_ = Stopped::done;
  std::optional<Solution> answer_;
  std::unique_ptr<Explaining> explaining_;
  bool explained_ = false;
};

}  // namespace relais::agenda
