#include "core/journal/retention.hpp"

#include "core/journal/fold.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace relais::journal {
namespace {

struct Row {
  std::string_view type, retention;
};

// By type or, with a dot at the end, by all types of that family.
constexpr std::array rows{
    Row{"request.", "request"}, Row{"satisfaction.", "request"},  Row{"task.", "task"},    Row{"callback.", "contact"},
    Row{"contact.", "contact"}, Row{"message.", "contact"},       Row{"event.", "agenda"}, Row{"calendar.", "agenda"},
    Row{"time.", "work"},       Row{"instruction.given", "desk"}, Row{"absence", "desk"},  Row{"handover.", "handover"},
    Row{"followup.", "task"},   Row{"journal.", "trace"},         Row{"entry.", "trace"},  Row{"erased", "trace"},
    Row{"read", "trace"},       Row{"exported", "trace"},         Row{"printed", "trace"},
};

bool covers(const Row& row, std::string_view type) {
  return row.type.ends_with('.') ? type.starts_with(row.type) : type == row.type;
}

// The entries that the desk still works from.
std::set<std::int64_t> sources_in_use(const State& state, time::Instant at) {
  std::set<std::int64_t> out;
  const auto add = [&](const Sources& sources) { out.insert(sources.begin(), sources.end()); };
  for (const Task& task : state.tasks) {
    if (task.open) add(task.sources);
  }
  for (const Callback& callback : state.callbacks) {
    if (!callback.done) add(callback.sources);
  }
  const time::Zone& utc = *time::find_zone("UTC");
  const auto is_over = [&](const std::optional<Moment>& to) { return to && deadline(*to, utc) <= at; };
  for (const Instruction& instruction : state.instructions) {
    if (!is_over(instruction.to)) add(instruction.sources);
  }
  for (const Absence& absence : state.absences) {
    if (!is_over(absence.to)) add(absence.sources);
  }
  return out;
}

}  // namespace

std::string_view retention_class(std::string_view type) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return covers(row, type); });
  return found == rows.end() ? "other" : found->retention;
}

Expired expired(std::span<const Entry> entries, const std::map<std::string, time::Duration>& periods,
                time::Instant at) {
  const std::set<std::int64_t> in_use = sources_in_use(fold(entries, {at, INT64_MAX}), at);
  Expired out;
  for (const Entry& entry : entries) {
    const Head& head = entry.head;
    if (!entry.payload || head.type == "erased") continue;
    const auto period = periods.find(head.retention.empty() ? std::string(retention_class(head.type)) : head.retention);
    if (period == periods.end() || head.at + time::total_seconds(period->second) > at) continue;
    (in_use.contains(head.seq) ? out.in_use : out.seqs).push_back(head.seq);
  }
  return out;
}

}  // namespace relais::journal
