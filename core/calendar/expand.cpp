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

// An occurrence while it is looked for and sorted: small, and moved at no cost.
struct Row {
  Interval time;
  LocalTime start, id;
  std::uint32_t index;
  std::int32_t changed;  // place in Found::changed; negative: like its series
  bool has_id;
};

struct Found {
  std::vector<Row> rows;
  std::vector<std::shared_ptr<const Event>> changed;
  std::vector<ExpansionProblem> problems;
};

constexpr std::int32_t unchanged = -1;

/// One event's occurrences in a window.
class Series {
 public:
  Series(const Event& event, std::size_t index, const Interval& window, const time::Zone& floating, Found& out)
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
  void emit(std::int32_t changed, std::optional<LocalTime> id, LocalTime start);
  void problem(Error error) { out_.problems.push_back({index_, std::move(error)}); }

  std::vector<Candidate> follow(const RecurrenceRule& rule, std::int64_t& steps);
  std::vector<Candidate> candidates(std::int64_t& steps);
  void find_shifts(std::int64_t& copies);
  void emit_override(const Override& change, std::int64_t& copies);
  void emit_plain(const Candidate& candidate);
  bool overridden(const Candidate& candidate) const;
  std::int32_t applied(const Override& change, std::int64_t& copies);
  const Event& changed(std::int32_t place) const { return *out_.changed[static_cast<std::size_t>(place)]; }

  // An override for this and later occurrences: what they become, and how much later.
  struct Shift {
    LocalTime id;
    std::int32_t changed;
    std::int64_t seconds;
  };

  const Event& event_;
  std::size_t index_;
  const Interval& window_;
  const time::Zone& floating_;
  const time::Zone& zone_;
  Recurrence::Form form_;
  Found& out_;
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

void Series::emit(std::int32_t changed, std::optional<LocalTime> id, LocalTime start) {
  const Interval time = interval(changed == unchanged ? event_ : this->changed(changed), start);
  if (!in_window(time)) return;
  out_.rows.push_back(
      {time, start, id.value_or(LocalTime{}), static_cast<std::uint32_t>(index_), changed, id.has_value()});
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

// The place of the changed event; `unchanged`, and a problem, where the change cannot be applied.
std::int32_t Series::applied(const Override& change, std::int64_t& copies) {
  if (!plain_) plain_ = without_recurrence(event_);
  copies -= weight(*plain_);
  if (copies < 0) {
    problem({ErrorCode::too_many, {{"limit", limits::expansion_copies}, {"what", "changes"}}, "", ""});
    return unchanged;
  }
  auto event = apply_override(*plain_, change);
  if (!event.ok()) return problem(event.error()), unchanged;
  out_.changed.push_back(std::make_shared<const Event>(std::move(event).value()));
  return static_cast<std::int32_t>(out_.changed.size() - 1);
}

void Series::emit_override(const Override& change, std::int64_t& copies) {
  if (change.excluded) return;
  if (!change.moves && !may_reach(change.id, length(event_))) return;
  if (change.patch.empty()) return emit(unchanged, change.id, change.id);
  const std::int32_t place = applied(change, copies);
  if (place != unchanged) emit(place, change.id, *changed(place).start);
}

void Series::find_shifts(std::int64_t& copies) {
  for (const Override& change : event_.overrides) {
    if (!change.this_and_future || change.excluded) continue;
    const std::int32_t place = applied(change, copies);
    if (place == unchanged) continue;
    const std::int64_t seconds = *changed(place).start - change.id;
    margin_ = std::max(margin_, std::abs(seconds) + length(changed(place)) + 2 * seconds_per_day);
    shifts_.push_back({change.id, place, seconds});
  }
}

void Series::emit_plain(const Candidate& candidate) {
  const auto later = [](LocalTime at, const Shift& shift) { return at < shift.id; };
  const auto after = std::upper_bound(shifts_.begin(), shifts_.end(), candidate.nominal, later);
  if (after == shifts_.begin()) return emit(unchanged, candidate.nominal, candidate.local);
  const Shift& shift = *std::prev(after);
  emit(shift.changed, candidate.nominal, candidate.nominal + shift.seconds);
}

void Series::expand(std::int64_t& steps, std::int64_t& copies) {
  if (!event_.recurring()) return emit(unchanged, event_.recurrence_id, *event_.start);
  margin_ = length(event_) + 2 * seconds_per_day;
  find_shifts(copies);
  for (const Candidate& candidate : candidates(steps)) {
    if (!overridden(candidate)) emit_plain(candidate);
  }
  for (const Override& change : event_.overrides) emit_override(change, copies);
}

// The place of each event's uid among all of them: equal for equal ones.
std::vector<std::uint32_t> ranks(std::span<const Event> events) {
  std::vector<std::uint32_t> order(events.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return events[a].uid < events[b].uid; });
  std::vector<std::uint32_t> out(events.size());
  for (std::uint32_t i = 1; i < order.size(); ++i) {
    const bool same = events[order[i - 1]].uid == events[order[i]].uid;
    out[order[i]] = same ? out[order[i - 1]] : i;
  }
  return out;
}

// By start, end, uid, recurrence id.
std::vector<Occurrence> sorted(Found found, std::span<const Event> events) {
  const auto rank = ranks(events);
  std::stable_sort(found.rows.begin(), found.rows.end(), [&](const Row& a, const Row& b) {
    if (a.time.from != b.time.from) return a.time.from < b.time.from;
    if (a.time.to != b.time.to) return a.time.to < b.time.to;
    if (rank[a.index] != rank[b.index]) return rank[a.index] < rank[b.index];
    return a.has_id != b.has_id ? b.has_id : a.id < b.id;
  });
  std::vector<Occurrence> out;
  out.reserve(found.rows.size());
  for (const Row& row : found.rows) {
    auto event =
        row.changed == unchanged ? borrowed(events[row.index]) : found.changed[static_cast<std::size_t>(row.changed)];
    const auto id = row.has_id ? std::optional(row.id) : std::nullopt;
    out.push_back({row.index, std::move(event), id, row.start, row.time});
  }
  return out;
}

}  // namespace

Result<Expansion> expand(std::span<const Event> events, const Interval& window, const time::Zone& floating) {
  Found found;
  std::int64_t steps = limits::expansion_steps;
  std::int64_t copies = limits::expansion_copies;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (!events[i].start) continue;
    Series(events[i], i, window, floating, found).expand(steps, copies);
    if (found.rows.size() > limits::occurrences) {
      return Error{ErrorCode::too_many,
                   {{"limit", static_cast<std::int64_t>(limits::occurrences)}, {"what", "occurrences"}},
                   "",
                   "a shorter window"};
    }
  }
  Expansion out;
  out.problems = std::move(found.problems);
  out.occurrences = sorted(std::move(found), events);
  return out;
}

}  // namespace relais::calendar
