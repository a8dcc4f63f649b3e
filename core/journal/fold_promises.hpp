#pragma once

#include "core/journal/fold_step.hpp"

namespace relais::journal {

/// How entries about promised calls change them.
class PromiseFold {
 public:
  void promise(const Step& step);

  /// What was tried and kept no promise: `callback.done` would have said so. An attempt that names nobody, or somebody
  /// to whom nothing was promised, counts for every promise of its ref.
  void attempt(const Step& step);

  /// Keeps every open promise of its ref; with `to`, those to that person alone.
  void keep(const Step& step);

  bool has_open(const std::string& ref) const;

 private:
  std::map<std::string, std::vector<std::size_t>> open_;
};

}  // namespace relais::journal
