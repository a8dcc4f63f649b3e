#include "core/calendar/zone_definition.hpp"

#include "core/base/limits.hpp"
#include "core/calendar/recurrence.hpp"

#include <algorithm>

namespace relais::calendar {
namespace {

constexpr std::int64_t most_work = 4000;  // steps without an onset: some centuries by a rule of years
constexpr std::size_t most_onsets = 300;  // of one rule: one a year; a rule by the minute is not a zone's

/// What the rules of one zone may cost together: two by the year from 1601 on need less.
struct Budget {
  std::int64_t steps = 20'000;
  std::size_t onsets = 2 * most_onsets;
};

void add(const Observance& observance, time::LocalTime onset, std::vector<time::Transition>& out) {
  out.push_back({{onset.seconds - observance.offset_from}, observance.offset_to, observance.daylight});
}

void follow(const RecurrenceRule& rule, const Observance& observance, Budget& budget,
            std::vector<time::Transition>& out) {
  const time::LocalTime end = time::midnight(time::to_day({limits::zone_definition_year + 1, 1, 1}));
  Recurrence onsets(rule, observance.start, Recurrence::Form::time, nullptr);
  onsets.seek({0});
  onsets.limit_work(std::min(budget.steps, most_work));
  for (std::size_t i = 0; i < most_onsets && budget.onsets > 0; ++i) {
    const auto onset = onsets.next();
    if (!onset || onset->local >= end) break;
    add(observance, onset->local, out);
    --budget.onsets;
  }
  budget.steps = std::max<std::int64_t>(budget.steps - onsets.steps(), 0);
}

void add_onsets(const Observance& observance, Budget& budget, std::vector<time::Transition>& out) {
  add(observance, observance.start, out);
  for (const time::LocalTime date : observance.dates) add(observance, date, out);
  for (const RecurrenceRule& rule : observance.rules) {
    if (budget.steps > 0) follow(rule, observance, budget, out);
  }
}

}  // namespace

time::ZonePtr build_zone(const ZoneDefinition& definition) {
  std::vector<time::Transition> transitions;
  Budget budget;
  std::int32_t initial = 0;
  std::optional<time::Instant> first;
  for (const Observance& observance : definition.observances) {
    const time::Instant onset{observance.start.seconds - observance.offset_from};
    if (!first || onset < *first) initial = observance.offset_from;
    if (!first || onset < *first) first = onset;
    add_onsets(observance, budget, transitions);
  }
  std::stable_sort(transitions.begin(), transitions.end(),
                   [](const time::Transition& a, const time::Transition& b) { return a.at < b.at; });
  // Of several at one instant the last holds.
  const auto same = [](const time::Transition& a, const time::Transition& b) { return a.at == b.at; };
  const auto kept = std::unique(transitions.rbegin(), transitions.rend(), same).base();
  return std::make_shared<const time::Zone>(definition.id, initial,
                                            std::vector<time::Transition>(kept, transitions.end()), std::nullopt);
}

}  // namespace relais::calendar
