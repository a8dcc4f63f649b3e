#pragma once

#include "core/journal/fold_step.hpp"

namespace relais::journal {

/// How entries about tasks and requests change them.
class TaskFold {
 public:
  void receive(const Step& step);
  void open(const Step& step);
  void change(const Step& step);
  void triage(const Step& step);
  void correct(const Step& step);
  void answer(const Step& step);
  void close(const Step& step);
  void reopen(const Step& step);
  void contact(const Step& step);  ///< A message sent or a contact tried.
  void follow_up(const Step& step);
  void rate(const Step& step);

  bool knows(const Step& step) const { return places_.find(step.state.tasks, step.head().ref) != nullptr; }

 private:
  template <class Read>
  void open_as(bool is_request, const Step& step, Read read);

  Places places_;
};

}  // namespace relais::journal
