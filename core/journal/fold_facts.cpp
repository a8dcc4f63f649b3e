#include "core/journal/fold_facts.hpp"

#include "core/journal/payload_json.hpp"

namespace relais::journal {

void FactFold::change_event(EventChange::Kind kind, const Step& step) {
  std::string recurrence;
  if (step.payload() && step.payload()->contains("recurrenceId")) {
    const auto* text = (*step.payload())["recurrenceId"].get_ptr<const std::string*>();
    if (text) recurrence = *text;
  }
  const std::string key = step.head().ref + "\n" + recurrence;
  const EventChange* known = events_.find(step.state.events, key);
  EventChange event = known ? *known : EventChange{};
  event.uid = step.head().ref;
  event.recurrence_id = recurrence;
  event.client = step.head().client;
  event.kind = kind;
  auto after = step.changed(event, read_event);
  if (after) step.keep(events_.find_or_add(step.state.events, key), *std::move(after));
}

void FactFold::instruct(const Step& step) {
  Instruction blank;
  blank.id = step.head().ref;
  blank.client = step.head().client;
  blank.given = step.head().at;
  blank.erased = !step.payload();
  auto instruction = step.changed(blank, read_instruction);
  if (!instruction) return;
  step.keep(instructions_.find_or_add(step.state.instructions, blank.id), *std::move(instruction));
}

void add_absence(const Step& step) {
  Absence blank;
  blank.person = step.head().ref;
  auto absence = step.changed(blank, read_absence);
  if (absence) step.keep(step.state.absences.emplace_back(), *std::move(absence));
}

void add_work(const Step& step) {
  if (!step.payload()) return;
  Reading reading;
  ObjectReader payload(*step.payload(), "", reading);
  const std::int64_t minutes = payload.integer("minutes", {-1'000'000, 1'000'000});
  if (reading.failed()) return step.odd(Oddity::Kind::payload);
  const auto day = time::day_of(time::LocalTime{step.head().occurred_at.seconds});
  Worked& worked = step.state.worked[step.head().ref];
  worked.days[day.days] += minutes;
  step.add_sources(worked.sources);
}

}  // namespace relais::journal
