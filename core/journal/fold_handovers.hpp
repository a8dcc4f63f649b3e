#pragma once

#include "core/journal/fold_step.hpp"

namespace relais::journal {

/// How handovers go from one status to the next, and who has the desk.
class HandoverFold {
 public:
  void change(Handover::Status status, const Step& step);

 private:
  void take_desk(Handover& handover, const Step& step);

  Places places_;
  std::int64_t claimed_at_ = 0;  // The seq of the last claim.
};

}  // namespace relais::journal
