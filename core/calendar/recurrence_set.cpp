#include "core/calendar/recurrence_set.hpp"

#include "core/base/limits.hpp"

#include <algorithm>

namespace relais::calendar {
namespace {

using time::LocalTime;

// One ascending source of occurrences and the next of them.
struct Source {
  Recurrence recurrence;
  std::optional<RecurrenceInstance> next;

  void advance() { next = recurrence.next(); }
};

class Union {
 public:
  Union(const RecurrenceSet& set, const std::vector<RecurrenceRule>& rules, std::vector<LocalTime> dates)
      : dates_(std::move(dates)) {
    std::sort(dates_.begin(), dates_.end());
    const auto rule_count = static_cast<std::int64_t>(std::max<std::size_t>(rules.size(), 1));
    for (const RecurrenceRule& rule : rules) {
      sources_.push_back({Recurrence(rule, set.start, set.form, set.zone.get()), std::nullopt});
      sources_.back().recurrence.limit_work(limits::recurrence_work / rule_count);
      if (set.from) sources_.back().recurrence.seek(*set.from);
      sources_.back().advance();
    }
  }

  std::optional<LocalTime> peek() const {
    std::optional<LocalTime> least;
    if (at_ < dates_.size()) least = dates_[at_];
    for (const Source& source : sources_) {
      if (source.next && (!least || source.next->local < *least)) least = source.next->local;
    }
    return least;
  }

  /// Takes every occurrence up to `last`.
  void pass(LocalTime last) {
    while (at_ < dates_.size() && dates_[at_] <= last) ++at_;
    for (Source& source : sources_) {
      while (source.next && source.next->local <= last) source.advance();
    }
  }

  const std::vector<Source>& sources() const { return sources_; }

 private:
  std::vector<Source> sources_;
  std::vector<LocalTime> dates_;
  std::size_t at_ = 0;
};

// The calendar ends, and the rule does not.
bool cut_off(const Source& source) {
  const Recurrence::Ended ended = source.recurrence.ended();
  return ended == Recurrence::Ended::work || (ended == Recurrence::Ended::horizon && source.recurrence.given() > 0);
}

bool holds(Union& excluded, LocalTime at) {
  while (true) {
    const auto next = excluded.peek();
    if (!next || *next > at) return false;
    if (*next == at) return true;
    excluded.pass(*next);
  }
}

Status check_counts(const RecurrenceSet& set, const Union& all) {
  for (std::size_t i = 0; i < set.rules.size(); ++i) {
    const Recurrence& recurrence = all.sources()[i].recurrence;
    const auto& count = set.rules[i].count;
    const bool unmet = count && recurrence.given() > 0 && recurrence.given() < *count;
    if (!unmet || recurrence.ended() != Recurrence::Ended::horizon) continue;
    return Error{ErrorCode::out_of_range,
                 {{"value", *count}},
                 "",
                 "a COUNT that is met by the end of the year " + std::to_string(limits::recurrence_last_year)};
  }
  return std::monostate{};
}

}  // namespace

Result<RecurrenceAnswer> occurrences_of(const RecurrenceSet& set) {
  Union all(set, set.rules, set.dates);
  Union excluded(set, set.excluded_rules, set.excluded_dates);
  RecurrenceAnswer answer;
  auto next = all.peek();
  for (; next && (!set.to || *next < *set.to); next = all.peek()) {
    all.pass(*next);
    if ((set.from && *next < *set.from) || holds(excluded, *next)) continue;
    if (answer.occurrences.size() == set.limit) return answer;
    answer.occurrences.push_back(*next);
  }
  RELAIS_TRY([[maybe_unused]] const auto checked, check_counts(set, all));
  answer.complete = next || std::none_of(all.sources().begin(), all.sources().end(), cut_off);
  return answer;
}

}  // namespace relais::calendar
