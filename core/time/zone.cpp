#include "core/time/zone.hpp"

#include <algorithm>
#include <array>

namespace relais::time {
namespace {

Day day_of_change(const YearlyChange& change, int year) {
  const Day first = to_day({year, 1, 1});
  switch (change.kind) {
    case YearlyChange::Kind::zero_based:
      return first + change.day;
    case YearlyChange::Kind::julian_without_leap:
      return first + (change.day - 1 + (is_leap(year) && change.day > 59 ? 1 : 0));
    case YearlyChange::Kind::month_week_day:
      break;
  }
  const Day month = to_day({year, change.month, 1});
  const int first_weekday = (static_cast<int>(weekday(month)) + 1) % 7;  // Sunday 0
  const int first_match = (change.weekday - first_weekday + 7) % 7;
  const int wished = first_match + (change.week - 1) * 7;
  const int last = days_in_month(year, change.month) - 1;
  return month + (wished > last ? wished - 7 : wished);
}

// When a change of a year happens, told by the clock that it ends.
Instant instant_of_change(const YearlyChange& change, int year, std::int32_t offset_before) {
  return {midnight(day_of_change(change, year)).seconds + change.time - offset_before};
}

constexpr int years_around = 2;
using Changes = std::array<Transition, 2 * (2 * years_around + 1)>;

// The changes of a year and its neighbours in order. Where daylight time lasts all year (RFC 8536 section 3.3.1), the
// end of one year's and the start of the next are one instant: the start then stands last and holds.
Changes changes_around(const YearlyRule& rule, int year) {
  Changes changes;
  std::size_t size = 0;
  for (int y = year - years_around; y <= year + years_around; ++y) {
    const Transition start{instant_of_change(rule.to_daylight, y, rule.standard_offset), rule.daylight_offset, true};
    const Transition end{instant_of_change(rule.to_standard, y, rule.daylight_offset), rule.standard_offset, false};
    const bool start_first = start.at <= end.at;
    changes[size++] = start_first ? start : end;
    changes[size++] = start_first ? end : start;
  }
  std::stable_sort(changes.begin(), changes.end(),
                   [](const Transition& a, const Transition& b) { return a.at < b.at; });
  return changes;
}

int year_of(Instant at) { return to_date(day_of(LocalTime{at.seconds})).year; }

std::int32_t offset_by_rule(const YearlyRule& rule, Instant at) {
  if (!rule.has_daylight) return rule.standard_offset;
  std::int32_t offset = rule.standard_offset;
  for (const Transition& change : changes_around(rule, year_of(at))) {
    if (change.at <= at) offset = change.offset;
  }
  return offset;
}

// The first change by rule after `at`; none if the clock never really changes.
std::optional<Transition> next_by_rule(const YearlyRule& rule, Instant at) {
  if (!rule.has_daylight) return std::nullopt;
  const Changes changes = changes_around(rule, year_of(at));
  std::int32_t offset = offset_by_rule(rule, at);
  for (std::size_t i = 0; i + 1 < changes.size(); ++i) {
    const bool holds = changes[i].at < changes[i + 1].at;
    if (changes[i].at > at && holds && changes[i].offset != offset) return changes[i];
  }
  return std::nullopt;
}

constexpr int last_spelt_year = 2060;

bool earlier(Instant at, const Transition& transition) { return at < transition.at; }

}  // namespace

Zone::Zone(std::string name, std::int32_t initial_offset, std::vector<Transition> transitions,
           std::optional<YearlyRule> rule)
    : name_(std::move(name)), initial_offset_(initial_offset), transitions_(std::move(transitions)), rule_(rule) {
  if (rule_ && !transitions_.empty()) spell_out();
}

// The changes of the rule as far as most look, so that they are found as quickly as those of the table.
void Zone::spell_out() {
  const Instant until{midnight(to_day({last_spelt_year + 1, 1, 1})).seconds};
  Instant at = transitions_.back().at;
  while (const auto next = next_by_rule(*rule_, at)) {
    if (next->at >= until) break;
    transitions_.push_back(*next);
    at = next->at;
  }
}

std::int32_t Zone::offset_at(Instant at) const {
  const bool after_last = transitions_.empty() || transitions_.back().at <= at;
  if (after_last && rule_) return offset_by_rule(*rule_, at);
  const auto next = std::upper_bound(transitions_.begin(), transitions_.end(), at, earlier);
  return next == transitions_.begin() ? initial_offset_ : std::prev(next)->offset;
}

std::optional<Transition> Zone::next_transition(Instant at, Instant until) const {
  std::optional<Transition> found;
  const auto next = std::upper_bound(transitions_.begin(), transitions_.end(), at, earlier);
  if (next != transitions_.end()) {
    found = *next;
  } else if (rule_) {
    found = next_by_rule(*rule_, at);
  }
  if (found && found->at > until) found.reset();
  return found;
}

Instant Zone::to_instant(LocalTime at) const {
  constexpr std::int64_t widest_offset = 100'000;  // more than a day and its offset either side
  const Instant until{at.seconds + widest_offset};
  Instant from{at.seconds - widest_offset};
  std::int32_t offset = offset_at(from);
  while (true) {
    const Instant candidate{at.seconds - offset};
    const auto jump = next_transition(from, until);
    if (!jump || candidate < jump->at) return candidate;
    const bool skipped = at.seconds < jump->at.seconds + jump->offset;
    if (skipped) return candidate;
    from = jump->at;
    offset = offset_at(from);
  }
}

}  // namespace relais::time
