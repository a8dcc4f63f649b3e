#pragma once

#include "core/base/limits.hpp"
#include "core/base/reason.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace relais::calendar {

/// Something in a calendar file that could not be taken as it stands, and what was done: the code says both.
struct Problem {
  std::size_t line = 0;  ///< from 1; 0 where a file has no lines
  Reason reason;
};

/// The problems of one file. Beyond limits::calendar_problems they are counted and no longer listed.
class Problems {
 public:
  void add(std::size_t line, const char* code, Arguments args = {}) {
    if (++count_ <= limits::calendar_problems) list_.push_back({line, {code, std::move(args)}});
  }
  void add_all(const Problems& others) {
    for (const Problem& problem : others.list_) list_.push_back(problem);
    count_ += others.count_;
  }
  std::size_t count() const { return count_; }
  const std::vector<Problem>& list() const { return list_; }

 private:
  std::vector<Problem> list_;
  std::size_t count_ = 0;
};

}  // namespace relais::calendar
