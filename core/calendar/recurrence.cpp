#include "core/calendar/recurrence.hpp"

#include <algorithm>
#include <limits>

namespace relais::calendar {
namespace {

using time::Day;
using time::LocalTime;

constexpr std::int32_t seconds_per_day = static_cast<std::int32_t>(time::seconds_per_day);

std::int32_t unit_of(Frequency frequency) {
  switch (frequency) {
    case Frequency::hourly:
      return 3600;
    case Frequency::minutely:
      return 60;
    case Frequency::secondly:
      return 1;
    default:
      return 0;
  }
}

// The first day after the last that may occur.
Day horizon() { return time::to_day({limits::recurrence_last_year + 1, 1, 1}); }

template <class T>
void sort_unique(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// The places that BYSETPOS picks among `size`, ascending.
std::vector<std::size_t> places(const std::vector<int>& positions, std::size_t size) {
  std::vector<std::size_t> out;
  for (const int position : positions) {
    const auto place = position > 0 ? std::int64_t{position} - 1 : static_cast<std::int64_t>(size) + position;
    if (place >= 0 && place < static_cast<std::int64_t>(size)) out.push_back(static_cast<std::size_t>(place));
  }
  sort_unique(out);
  return out;
}

std::vector<int> unique(std::vector<int> list) {
  sort_unique(list);
  return list;
}

std::vector<int> seconds_of(const RecurrenceRule& rule, int fallback) {
  if (rule.by_second.empty()) return {fallback};
  std::vector<int> out = rule.by_second;
  for (int& second : out) second = std::min(second, 59);
  return unique(std::move(out));
}

std::vector<int> given_or(const std::vector<int>& list, int fallback) {
  return list.empty() ? std::vector<int>{fallback} : unique(list);
}

std::int64_t ceil_div(std::int64_t a, std::int64_t b) { return a >= 0 ? (a + b - 1) / b : -(-a / b); }

}  // namespace

Recurrence::Recurrence(const RecurrenceRule& rule, LocalTime start, Form form, const time::Zone* zone)
    : days_(rule, time::day_of(start)),
      frequency_(form == Form::day && rule.frequency > Frequency::daily ? Frequency::daily : rule.frequency),
      interval_(frequency_ == rule.frequency ? rule.interval : 1),
      week_start_(rule.week_start),
      positions_(unique(rule.by_set_position)),
      count_(rule.count),
      until_(rule.until),
      start_(start),
      zone_(form == Form::day ? nullptr : zone),
      day_(time::day_of(start)),
      unit_(unit_of(frequency_)) {
  prepare_times(rule, form);
  if (unit_ != 0) prepare_filter(rule);
  if (!until_) return;
  if (form == Form::day) {
    until_ = Until{Until::Form::local, time::midnight(time::day_of(until_->at))};
  } else if (until_->form == Until::Form::day) {
    until_ = Until{Until::Form::local, until_->at + (time::seconds_per_day - 1)};
  } else if (!zone_) {
    until_->form = Until::Form::local;
  }
}

void Recurrence::prepare_times(const RecurrenceRule& rule, Form form) {
  const int start = time::second_of_day(start_);
  if (form == Form::day) {
    times_.push_back(0);
  } else {
    const bool by_hours = frequency_ <= Frequency::daily;
    const bool by_minutes = frequency_ <= Frequency::hourly;
    const bool by_seconds = frequency_ <= Frequency::minutely;
    const auto hours = by_hours ? given_or(rule.by_hour, start / 3600) : std::vector<int>{0};
    const auto minutes = by_minutes ? given_or(rule.by_minute, start / 60 % 60) : std::vector<int>{0};
    const auto seconds = by_seconds ? seconds_of(rule, start % 60) : std::vector<int>{0};
    for (const int hour : hours) {
      for (const int minute : minutes) {
        for (const int second : seconds) times_.push_back(hour * 3600 + minute * 60 + second);
      }
    }
  }
  sort_unique(times_);
  if (frequency_ >= Frequency::daily && !positions_.empty()) {
    std::vector<std::int32_t> picked;
    for (const std::size_t place : places(positions_, times_.size())) picked.push_back(times_[place]);
    times_ = std::move(picked);
    positions_.clear();
  }
}

// Which times of a day rules by the hour, minute or second may have.
void Recurrence::prepare_filter(const RecurrenceRule& rule) {
  const auto has = [](const std::vector<int>& list, int value) {
    return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
  };
  filtered_ =
      !rule.by_hour.empty() || (unit_ <= 60 && !rule.by_minute.empty()) || (unit_ == 1 && !rule.by_second.empty());
  if (!filtered_) return;
  const std::vector<int> seconds = unit_ == 1 && !rule.by_second.empty() ? seconds_of(rule, 0) : std::vector<int>{};
  allowed_at_.resize(static_cast<std::size_t>(seconds_per_day / unit_));
  for (std::int32_t at = 0; at < seconds_per_day; at += unit_) {
    if (!has(rule.by_hour, at / 3600)) continue;
    if (unit_ <= 60 && !has(rule.by_minute, at / 60 % 60)) continue;
    if (!has(seconds, at % 60)) continue;
    allowed_.push_back(at);
    allowed_at_[static_cast<std::size_t>(at / unit_)] = true;
  }
}

bool Recurrence::end(Ended why) {
  raw_ended_ = why;
  return false;
}

bool Recurrence::spend(std::int64_t steps) {
  idle_ += steps;
  steps_ += steps;
  return idle_ <= most_idle_ || end(Ended::work);
}

// The number of whole periods from the start's to that of `day`, in units of the interval.
std::int64_t Recurrence::periods_before(Day day) const {
  const Day start = time::day_of(start_);
  if (frequency_ == Frequency::daily) return (day - start) / interval_;
  if (frequency_ == Frequency::weekly) return (day - start) / 7 / interval_;
  const time::Date from = time::to_date(start);
  const time::Date to = time::to_date(day);
  if (frequency_ == Frequency::monthly) return ((to.year - from.year) * 12 + to.month - from.month) / interval_;
  return (to.year - from.year) / interval_;
}

bool Recurrence::load_period() {
  const Day start = time::day_of(start_);
  if (frequency_ == Frequency::yearly) {
    const int base = days_.counts_weeks() ? days_.week_year(start) : time::to_date(start).year;
    const std::int64_t year = base + period_ * interval_;
    if (year > limits::recurrence_last_year) return end(Ended::horizon);
    days_.in_year(static_cast<int>(year), loaded_);
    ++period_;
  } else if (frequency_ == Frequency::monthly) {
    const time::Date date = time::to_date(start);
    const std::int64_t month = std::int64_t{date.year} * 12 + date.month - 1 + period_ * interval_;
    if (month / 12 > limits::recurrence_last_year) return end(Ended::horizon);
    days_.in_month(static_cast<int>(month / 12), static_cast<int>(month % 12) + 1, loaded_);
    ++period_;
  } else if (frequency_ == Frequency::weekly) {
    const int since = (static_cast<int>(time::weekday(start)) - static_cast<int>(week_start_) + 7) % 7;
    const std::int64_t first = start.days - since + 7 * period_ * interval_;
    if (period_ * interval_ > 1'000'000 || first >= horizon().days) return end(Ended::horizon);
    days_.in_week({static_cast<std::int32_t>(first)}, loaded_);
    ++period_;
  } else {
    return load_day();
  }
  return spend();
}

// The next day of a rule by days.
bool Recurrence::load_day() {
  loaded_.clear();
  const std::int64_t at = time::day_of(start_).days + period_ * interval_;
  if (period_ > 0 && interval_ > horizon().days) return end(Ended::horizon);
  if (at >= horizon().days) return end(Ended::horizon);
  const Day day{static_cast<std::int32_t>(at)};
  ++period_;
  if (!days_.has_filter() || days_.passes(day)) {
    loaded_.push_back(day);
    return spend();
  }
  const Day next = days_.next_in_month(day);
  if (next > day) period_ += ceil_div(next - day, interval_) - 1;
  return spend();
}

// The units of a day, by the interval from the start's unit on, that BYHOUR and the like let pass. Gives the first of
// them, in seconds from midnight, before they are sifted: beyond the day if it has none.
std::int64_t Recurrence::load_slots(Day day) {
  const std::int64_t anchor = start_.seconds - ((start_.seconds % unit_) + unit_) % unit_;
  const std::int64_t step = std::min<std::int64_t>(interval_, std::int64_t{1} << 40) * unit_;
  const std::int64_t midnight = time::midnight(day).seconds;
  const std::int64_t first = std::max(anchor, anchor + ceil_div(midnight - anchor, step) * step) - midnight;
  if (!filtered_) {
    for (std::int64_t at = first; at < seconds_per_day; at += step) slots_.push_back(static_cast<std::int32_t>(at));
  } else if (static_cast<std::int64_t>(allowed_.size()) <= seconds_per_day / step) {
    for (const std::int32_t at : allowed_) {
      if (at >= first && (at - first) % step == 0) slots_.push_back(at);
    }
  } else {
    for (std::int64_t at = first; at < seconds_per_day; at += step) {
      if (allowed_at_[static_cast<std::size_t>(at / unit_)]) slots_.push_back(static_cast<std::int32_t>(at));
    }
  }
  return first;
}

// The next day, or period, that has something; `outer_` and `inner_` at its beginning.
bool Recurrence::load() {
  outer_ = inner_ = 0;
  if (unit_ == 0) {
    if (!load_period()) return false;
    if (!positions_.empty()) pick_positions();
    if (!loaded_.empty()) base_ = time::midnight(loaded_.front());
    return true;
  }
  return load_units();
}

// Whether the units fall on the same times every day.
bool Recurrence::days_alike() const {
  return interval_ <= seconds_per_day / unit_ && seconds_per_day % (interval_ * unit_) == 0;
}

bool Recurrence::load_units() {
  slots_.clear();
  day_ = days_.next_in_month(day_);
  if (day_ >= horizon() || (filtered_ && allowed_.empty())) return end(Ended::horizon);
  base_ = time::midnight(day_);
  if (days_.has_filter() && !days_.passes(day_)) {
    day_ = day_ + 1;
    return spend();
  }
  const std::int64_t first = load_slots(day_);
  const bool whole_day = day_ > time::day_of(start_);
  if (filtered_ && slots_.empty() && whole_day && days_alike()) return end(Ended::horizon);
  const std::int64_t days = std::min<std::int64_t>(first / seconds_per_day, horizon().days);
  day_ = day_ + static_cast<std::int32_t>(std::max<std::int64_t>(days, 1));
  return spend(1 + static_cast<std::int64_t>(allowed_.size()) / 64);
}

void Recurrence::pick_positions() {
  picked_.clear();
  const std::size_t each = times_.size();
  for (const std::size_t place : places(positions_, loaded_.size() * each)) {
    picked_.push_back(time::midnight(loaded_[place / each]) + times_[place % each]);
  }
}

bool Recurrence::next_nominal(LocalTime& out) {
  if (times_.empty()) return end(Ended::horizon);
  while (true) {
    if (!positions_.empty()) {
      if (outer_ < picked_.size()) return out = picked_[outer_++], true;
    } else if (outer_ < (unit_ == 0 ? loaded_.size() : slots_.size())) {
      out = base_ + ((unit_ == 0 ? 0 : slots_[outer_]) + times_[inner_]);
      if (++inner_ == times_.size()) {
        inner_ = 0;
        ++outer_;
        if (unit_ == 0 && outer_ < loaded_.size()) base_ = time::midnight(loaded_[outer_]);
      }
      return true;
    }
    if (raw_ended_ != Ended::no || !load()) return false;
  }
}

RecurrenceInstance Recurrence::placed(LocalTime nominal) {
  if (!zone_) return {nominal, nominal, {nominal.seconds}};
  if (clear_ && nominal < clear_until_) return {nominal, nominal, {nominal.seconds - offset_}};
  const time::Instant at = zone_->to_instant(nominal);
  const LocalTime local = zone_->to_local(at);
  offset_ = static_cast<std::int32_t>(local.seconds - at.seconds);
  const time::Instant far = at + 400 * time::seconds_per_day;
  const auto next = zone_->next_transition(at, far);
  clear_ = local == nominal;
  clear_until_ =
      next ? LocalTime{next->at.seconds + std::min(offset_, next->offset)} : LocalTime{far.seconds + offset_};
  return {nominal, local, at};
}

// Placed in the zone and not past UNTIL.
std::optional<RecurrenceInstance> Recurrence::next_bounded() {
  LocalTime nominal;
  while (next_nominal(nominal)) {
    if (nominal < start_) continue;
    if (until_ && until_->form == Until::Form::local && nominal > until_->at) return end(Ended::set), std::nullopt;
    const RecurrenceInstance instance = placed(nominal);
    if (!until_ || until_->form == Until::Form::local || instance.at.seconds <= until_->at.seconds) return instance;
    if (instance.local == nominal) return end(Ended::set), std::nullopt;
  }
  return std::nullopt;
}

// In the order of the clock: a time that was put forward waits for those that now come before it.
std::optional<RecurrenceInstance> Recurrence::next_placed() {
  while (true) {
    if (!ahead_) ahead_ = next_bounded();
    if (ahead_ && ahead_->local != ahead_->nominal) {
      shifted_.push_back(*ahead_);
      ahead_.reset();
      continue;
    }
    const bool waiting = shifted_at_ < shifted_.size();
    std::optional<RecurrenceInstance> out;
    if (waiting && (!ahead_ || shifted_[shifted_at_].local < ahead_->local)) {
      out = shifted_[shifted_at_++];
    } else {
      out.swap(ahead_);
      if (!waiting) shifted_.clear(), shifted_at_ = 0;
    }
    if (!out || !last_ || out->local > last_->local) return out;
  }
}

std::optional<RecurrenceInstance> Recurrence::next() {
  if (ended_ != Ended::no) return std::nullopt;
  if (count_ && given_ >= *count_) {
    ended_ = Ended::set;
    return std::nullopt;
  }
  auto out = next_placed();
  if (!out) {
    ended_ = raw_ended_;
    return std::nullopt;
  }
  last_ = out;
  idle_ = 0;
  ++steps_;
  ++given_;
  return out;
}

// Whether each period but the first has as many occurrences as the next.
bool Recurrence::regular() const {
  if (times_.size() != 1 && zone_) return false;
  if (frequency_ == Frequency::daily) return !days_.has_filter();
  if (frequency_ != Frequency::weekly || !positions_.empty()) return false;
  return days_.only_weekdays();
}

std::int64_t Recurrence::in_first_period() {
  const bool loaded = load_period();
  std::int64_t count = 0;
  for (const Day day : loaded_) {
    for (const std::int32_t second : times_) count += loaded && time::midnight(day) + second >= start_ ? 1 : 0;
  }
  return count;
}

void Recurrence::seek(LocalTime from) {
  const Day day = time::day_of(from);
  if (day <= time::day_of(start_)) return;
  if (unit_ != 0) {
    if (!count_) day_ = std::max(day_, day + -1);
    return;
  }
  const std::int64_t skipped = periods_before(day) - 1;
  if (skipped <= 0) return;
  if (count_) {
    if (!regular()) return;
    const std::int64_t each = frequency_ == Frequency::weekly ? days_.weekday_count() : 1;
    given_ = in_first_period() + (skipped - 1) * each * static_cast<std::int64_t>(times_.size());
    loaded_.clear();
  }
  period_ = skipped;
}

}  // namespace relais::calendar
