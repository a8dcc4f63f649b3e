#pragma once

#include "core/journal/state.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace relais::handover {

/// A piece of open work. One home: an open task and the open request that it serves are one piece, the task's.
struct Work {
  journal::Task task;   ///< As it stands with its request: what the task does not say itself, the request says.
  std::string request;  ///< The id of the request that it serves and carries; empty if it carries none.
  std::optional<journal::Moment> request_due;  ///< The request's own deadline, where the task has another.
};

/// All open work, in the order of opening. Of several tasks that serve one request the first carries it.
class OpenWork {
 public:
  explicit OpenWork(const journal::State& state);

  const std::vector<Work>& pieces() const { return pieces_; }

  /// Null for what is not open, and for a request that a task carries.
  const Work* find(std::string_view id) const;

  /// The task that carries a request, else the id itself.
  std::string_view home_of(std::string_view id) const;

 private:
  std::vector<Work> pieces_;
  std::map<std::string, std::size_t, std::less<>> places_;
  std::map<std::string, std::string, std::less<>> homes_;
};

}  // namespace relais::handover
