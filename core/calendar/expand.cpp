#include "core/calendar/expand.hpp"

#include "core/base/limits.hpp"
#include "core/calendar/event_json.hpp"
#include "core/calendar/recurrence.hpp"

#include <algorithm>
#include <cstdlib>

namespace relais::calendar {
namespace {

using time::Instant;
using time::Interval;
using time::LocalTime;
using time::seconds_per_day;

// A shared pointer to what the caller keeps.
std::shared_ptr<const Event> borrowed(const Event& event) { return {std::shared_ptr<void>(), &event}; }

// What an occurrence takes from a copy of its series, for the bound on such copies.
std::int64_t weight(const Event& event) {
  const std::size_t parts = event.participants.size() + event.locations.size() + event.links.size() +
                            event.alerts.size() + event.properties.size() + event.components.size();
  const std::size_t text = event.description.size() + event.title.size();
  return static_cast<std::int64_t>(1 + parts + text / 100);
}

std::int64_t length(const Event& event) { return total_seconds(event.duration.value_or(time::Duration{})); }

/// One event's occurrences in a window.
class Series {
 public:
  Series(const Event& event, std::size_t index, const Interval& window, const time::Zone& floating, Expansion& out)
      : event_(event),
        index_(index),
        window_(window),
        floating_(floating),
        zone_(event.zone_or(floating)),
        form_(event.all_day() ? Recurrence::Form::day : Recurrence::Form::time),
        out_(out) {}

  /// Spends from `steps` and `copies`, the bounds of the whole expansion.
  void expand(std::int64_t& steps, std::int64_t& copies);

 private:
  struct Candidate {
    LocalTime nominal, local;
  };

  Instant place(const Event& event, LocalTime start) const;
  Interval interval(const Event& event, LocalTime start) const;
  bool in_window(const Interval& time) const;
  bool may_reach(LocalTime at, std::int64_t after) const;
  void emit(std::shared_ptr<const Event> event, std::optional<LocalTime> id, LocalTime start);
  void problem(Error error) { out_.problems.push_back({index_, std::move(error)}); }

  std::vector<Candidate> follow(const RecurrenceRule& rule, std::int64_t& steps);
  std::vector<Candidate> candidates(std::int64_t& steps);
  void find_shifts(std::int64_t& copies);
  void emit_override(const Override& change, std::int64_t& copies);
  void emit_plain(const Candidate& candidate);
  bool overridden(const Candidate& candidate) const;
  std::shared_ptr<const Event> applied(const Override& change, std::int64_t& copies);

  // An override for this and later occurrences: what they become, and how much later.
  struct Shift {
    LocalTime id;
    std::shared_ptr<const Event> event;
    std::int64_t seconds;
  };

  const Event& event_;
  std::size_t index_;
  const Interval& window_;
  const time::Zone& floating_;
  const time::Zone& zone_;
  Recurrence::Form form_;
  Expansion& out_;
  std::optional<Event> plain_;
  std::vector<Shift> shifts_;
  std::int64_t margin_ = 0;  // how far from its place in the rule an occurrence may still reach the window
};

Instant Series::place(const Event& event, LocalTime start) const {
  return (event.all_day() ? floating_ : event.zone_or(floating_)).to_instant(start);
}

// Days are nominal and the rest exact (RFC 8984 section 1.4.6).
Interval Series::interval(const Event& event, LocalTime start) const {
  const time::Duration duration = event.duration.value_or(time::Duration{});
  const Instant from = place(event, start);
  const Instant after_days = duration.days == 0 ? from : place(event, start + duration.days * seconds_per_day);
  return {from, after_days + duration.seconds};
}

bool Series::in_window(const Interval& time) const {
  return time.empty() ? time.from >= window_.from && time.from < window_.to : overlap(time, window_);
}

void Series::emit(std::shared_ptr<const Event> event, std::optional<LocalTime> id, LocalTime start) {
  const Interval time = interval(*event, start);
  if (in_window(time)) out_.occurrences.push_back({index_, std::move(event), id, start, time});
}

// Zones differ from UTC by less than a day, and a gap moves a time by less than another.
bool Series::may_reach(LocalTime at, std::int64_t after) const {
  return at.seconds - 2 * seconds_per_day < window_.to.seconds &&
         at.seconds + after + 2 * seconds_per_day > window_.from.seconds;
}

std::vector<Series::Candidate> Series::follow(const RecurrenceRule& rule, std::int64_t& steps) {
  std::vector<Candidate> out;
  Recurrence recurrence(rule, *event_.start, form_, &zone_);
  recurrence.seek({window_.from.seconds - margin_});
  recurrence.limit_work(std::min(steps, limits::recurrence_work));
  const std::int64_t most = steps;
  std::optional<RecurrenceInstance> next = recurrence.next();
  for (; next && recurrence.steps() <= most; next = recurrence.next()) {
    if (next->local.seconds - margin_ >= window_.to.seconds) break;
    if (next->local.seconds + margin_ > window_.from.seconds) out.push_back({next->nominal, next->local});
  }
  steps = most - std::min(most, recurrence.steps());
  if (recurrence.ended() == Recurrence::Ended::work || steps == 0) {
    problem({ErrorCode::too_many, {{"limit", limits::expansion_steps}, {"what", "steps"}}, "", ""});
  }
  return out;
}

std::vector<Series::Candidate> Series::candidates(std::int64_t& steps) {
  std::vector<Candidate> all;
  const LocalTime local =
      form_ == Recurrence::Form::day ? *event_.start : zone_.to_local(zone_.to_instant(*event_.start));
  if (may_reach(*event_.start, margin_)) all.push_back({*event_.start, local});
  for (const RecurrenceRule& rule : event_.rules) {
    const std::vector<Candidate> more = follow(rule, steps);
    all.insert(all.end(), more.begin(), more.end());
  }
  const auto less = [](const Candidate& a, const Candidate& b) { return a.local < b.local; };
  const auto same = [](const Candidate& a, const Candidate& b) { return a.local == b.local; };
  std::stable_sort(all.begin(), all.end(), less);
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
  for (const RecurrenceRule& rule : event_.excluded_rules) {
    const std::vector<Candidate> less_those = follow(rule, steps);
    std::vector<Candidate> rest;
    std::set_difference(all.begin(), all.end(), less_those.begin(), less_those.end(), std::back_inserter(rest), less);
    all = std::move(rest);
  }
  return all;
}

// An override may name an occurrence by what the rule says or by what the clock shows.
bool Series::overridden(const Candidate& candidate) const {
  const auto has = [&](LocalTime id) {
    const auto found = std::lower_bound(event_.overrides.begin(), event_.overrides.end(), id,
                                        [](const Override& change, LocalTime at) { return change.id < at; });
    return found != event_.overrides.end() && found->id == id;
  };
  return has(candidate.nominal) || (candidate.local != candidate.nominal && has(candidate.local));
}

std::shared_ptr<const Event> Series::applied(const Override& change, std::int64_t& copies) {
  if (!plain_) plain_ = without_recurrence(event_);
  copies -= weight(*plain_);
  if (copies < 0) {
    problem({ErrorCode::too_many, {{"limit", limits::expansion_copies}, {"what", "changes"}}, "", ""});
    return nullptr;
  }
  auto event = apply_override(*plain_, change);
  if (event.ok()) return std::make_shared<const Event>(std::move(event).value());
  problem(event.error());
  return nullptr;
}

void Series::emit_override(const Override& change, std::int64_t& copies) {
  if (change.excluded) return;
  if (!change.moves && !may_reach(change.id, length(event_))) return;
  if (change.patch.empty()) return emit(borrowed(event_), change.id, change.id);
  const auto event = applied(change, copies);
  if (event) emit(event, change.id, *event->start);
}

void Series::find_shifts(std::int64_t& copies) {
  for (const Override& change : event_.overrides) {
    if (!change.this_and_future || change.excluded) continue;
    auto event = applied(change, copies);
    if (!event) continue;
    const std::int64_t seconds = *event->start - change.id;
    margin_ = std::max(margin_, std::abs(seconds) + length(*event) + 2 * seconds_per_day);
    shifts_.push_back({change.id, std::move(event), seconds});
  }
}

void Series::emit_plain(const Candidate& candidate) {
  const auto later = [](LocalTime at, const Shift& shift) { return at < shift.id; };
  const auto after = std::upper_bound(shifts_.begin(), shifts_.end(), candidate.nominal, later);
  if (after == shifts_.begin()) return emit(borrowed(event_), candidate.nominal, candidate.local);
  const Shift& shift = *std::prev(after);
  emit(shift.event, candidate.nominal, candidate.nominal + shift.seconds);
}

void Series::expand(std::int64_t& steps, std::int64_t& copies) {
  if (!event_.recurring()) return emit(borrowed(event_), event_.recurrence_id, *event_.start);
  margin_ = length(event_) + 2 * seconds_per_day;
  find_shifts(copies);
  for (const Candidate& candidate : candidates(steps)) {
    if (!overridden(candidate)) emit_plain(candidate);
  }
  for (const Override& change : event_.overrides) emit_override(change, copies);
}

bool before(const Occurrence& a, const Occurrence& b) {
  if (a.time.from != b.time.from) return a.time.from < b.time.from;
  if (a.time.to != b.time.to) return a.time.to < b.time.to;
  if (const int order = a.event->uid.compare(b.event->uid)) return order < 0;
  return a.recurrence_id < b.recurrence_id;
}

}  // namespace

Result<Expansion> expand(std::span<const Event> events, const Interval& window, const time::Zone& floating) {
  Expansion out;
  std::int64_t steps = limits::expansion_steps;
  std::int64_t copies = limits::expansion_copies;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (!events[i].start) continue;
    Series(events[i], i, window, floating, out).expand(steps, copies);
    if (out.occurrences.size() > limits::occurrences) {
      return Error{ErrorCode::too_many,
                   {{"limit", static_cast<std::int64_t>(limits::occurrences)}, {"what", "occurrences"}},
                   "",
                   "a shorter window"};
    }
  }
  std::stable_sort(out.occurrences.begin(), out.occurrences.end(), before);
  return out;
}

}  // namespace relais::calendar
