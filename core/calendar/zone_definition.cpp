#include "core/calendar/zone_definition.hpp"

#include "core/base/limits.hpp"
#include "core/calendar/recurrence.hpp"

#include <algorithm>

namespace relais::calendar {
namespace {

constexpr std::int64_t most_work = 4000;  // steps without an onset: some centuries by a rule of years
constexpr std::size_t most_onsets = 500;  // of one rule: two a year; one by the minute is not a zone's

void add(const Observance& observance, time::LocalTime onset, std::vector<time::Transition>& out) {
  out.push_back({{onset.seconds - observance.offset_from}, observance.offset_to, observance.daylight});
}

void add_onsets(const Observance& observance, std::vector<time::Transition>& out) {
  const time::LocalTime end = time::midnight(time::to_day({limits::zone_definition_year + 1, 1, 1}));
  add(observance, observance.start, out);
  for (const time::LocalTime date : observance.dates) add(observance, date, out);
  for (const RecurrenceRule& rule : observance.rules) {
    Recurrence onsets(rule, observance.start, Recurrence::Form::time, nullptr);
    onsets.seek({0});
    onsets.limit_work(most_work);
    for (std::size_t i = 0; i < most_onsets; ++i) {
      const auto onset = onsets.next();
      if (!onset || onset->local >= end) break;
      add(observance, onset->local, out);
    }
  }
}

}  // namespace

time::ZonePtr build_zone(const ZoneDefinition& definition) {
  std::vector<time::Transition> transitions;
  std::int32_t initial = 0;
  std::optional<time::Instant> first;
  for (const Observance& observance : definition.observances) {
    const time::Instant onset{observance.start.seconds - observance.offset_from};
    if (!first || onset < *first) initial = observance.offset_from;
    if (!first || onset < *first) first = onset;
    add_onsets(observance, transitions);
  }
  std::stable_sort(transitions.begin(), transitions.end(),
                   [](const time::Transition& a, const time::Transition& b) { return a.at < b.at; });
  // Of several at one instant the last holds.
  std::vector<time::Transition> kept;
  for (const time::Transition& transition : transitions) {
    if (!kept.empty() && kept.back().at == transition.at) kept.pop_back();
    kept.push_back(transition);
  }
  return std::make_shared<const time::Zone>(definition.id, initial, std::move(kept), std::nullopt);
}

}  // namespace relais::calendar
