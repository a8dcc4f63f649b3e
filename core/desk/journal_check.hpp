#pragma once

#include "core/base/json.hpp"
#include "core/journal/verify.hpp"

#include <string_view>

namespace relais::desk {

/// Verifies a journal of any length, a line at a time: JSON Lines, as it is saved.
///
///     JournalCheck check;
///     while (read_line(file, line)) check.add_line(line);
///     const Result<Json> found = check.finish(anchors);   // as `journal.verify` answers
class JournalCheck {
 public:
  /// Empty lines are passed over; what is no journal line is a problem of the journal.
  void add_line(std::string_view line);

  /// `anchors`: a position `{size, head}`, a handover document or a pack, which carry one, or an array of these; null
  /// for none. `now`: null, or the present, to find times that have not come.
  Result<Json> finish(const Json& anchors, const Json& now);

 private:
  journal::Verifier verifier_;
};

}  // namespace relais::desk
