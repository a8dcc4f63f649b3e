#pragma once

#include "core/journal/fold_step.hpp"

namespace relais::journal {

/// What is so around the tasks: events, standing instructions, absences, work done.
class FactFold {
 public:
  void change_event(EventChange::Kind kind, const Step& step);
  void instruct(const Step& step);

 private:
  Places events_, instructions_;
};

void add_absence(const Step& step);
void add_work(const Step& step);

}  // namespace relais::journal
