#pragma once

#include "core/base/limits.hpp"
#include "core/calendar/recurrence_days.hpp"
#include "core/time/zone.hpp"

#include <optional>
#include <vector>

/// The occurrences of one rule, one after another: never a list that must fit somewhere, and never a walk that does
/// not end.
///
///     Recurrence all(*parse_rrule("FREQ=DAILY;COUNT=3"), start, {}, new_york.get());
///     while (const auto next = all.next()) use(next->local);
namespace relais::calendar {

struct RecurrenceInstance {
  time::LocalTime nominal;  ///< as the rule says it, even where the clock skips it
  time::LocalTime local;    ///< as the clock shows it
  time::Instant at;         ///< in the zone; without a zone, `local` read as UTC
};

/// The rule's own set: the start is in it only if the rule has it. A set is counted and bounded before the start cuts
/// it (BYSETPOS counts whole periods). With a zone, a time that the clock skips occurs as much later as the clock is
/// put forward (RFC 5545 section 3.3.5), and once if that is another occurrence; the clock of a rule by hours or less
/// is the one on the wall.
class Recurrence {
 public:
  enum class Form : std::uint8_t { time, day };
  enum class Ended : std::uint8_t {
    no,
    set,      ///< COUNT or UNTIL is reached
    horizon,  ///< the calendar ends: limits::recurrence_last_year
    work,     ///< limits::recurrence_work steps gave nothing
  };

  /// `start` at midnight for `Form::day`: parts that speak of less than a day are then ignored, and a rule by hours or
  /// less goes by days. `zone` may be null; it must outlive this.
  Recurrence(const RecurrenceRule& rule, time::LocalTime start, Form form, const time::Zone* zone);

  /// What lies before `from` is not needed: skipped without a walk where COUNT does not forbid it. Before `next`.
  void seek(time::LocalTime from);

  /// The next one, ascending; nothing once `ended()` says why.
  std::optional<RecurrenceInstance> next();

  /// As limits::recurrence_work, in its place.
  void limit_work(std::int64_t steps) { most_idle_ = steps; }
  /// Steps taken so far, those that gave nothing included.
  std::int64_t steps() const { return steps_; }

  Ended ended() const { return ended_; }
  std::int64_t given() const { return given_; }

 private:
  void prepare_times(const RecurrenceRule& rule, Form form);
  void prepare_filter(const RecurrenceRule& rule);
  void pick_positions();
  bool load();
  bool load_period();
  bool load_day();
  bool load_units();
  bool days_alike() const;
  std::int64_t load_slots(time::Day day);
  bool next_nominal(time::LocalTime& out);
  RecurrenceInstance placed(time::LocalTime nominal);
  std::optional<RecurrenceInstance> next_placed();
  std::optional<RecurrenceInstance> next_bounded();
  bool end(Ended why);
  bool spend(std::int64_t steps = 1);
  bool regular() const;
  std::int64_t in_first_period();
  std::int64_t periods_before(time::Day day) const;

  RecurrenceDays days_;
  Frequency frequency_;
  std::int64_t interval_;
  time::Weekday week_start_;
  std::vector<int> positions_;
  std::optional<std::int64_t> count_;
  std::optional<Until> until_;
  time::LocalTime start_;
  const time::Zone* zone_;

  std::int64_t period_ = 0;            // index of the period to load next, in units of the interval
  time::Day day_;                      // rules by hours or less: the day to load next
  std::vector<time::Day> loaded_;      // the days of the period
  std::vector<std::int32_t> times_;    // seconds of each day; for rules by hours or less, of each unit
  std::vector<std::int32_t> slots_;    // the units of the loaded day
  std::vector<std::int32_t> allowed_;  // the units of any day that BYHOUR and the like let pass
  std::vector<bool> allowed_at_;       // the same, by unit
  bool filtered_ = false;
  std::int32_t unit_ = 0;                // seconds of a unit: 3600, 60, 1; 0 for rules by days or more
  std::vector<time::LocalTime> picked_;  // what BYSETPOS leaves of a period
  std::size_t outer_ = 0, inner_ = 0;    // place in loaded_ × times_, slots_ × times_, or picked_
  time::LocalTime base_;                 // midnight of loaded_[outer_], or of the loaded day

  time::LocalTime clear_until_;  // no transition in sight before this local time
  std::int32_t offset_ = 0;      // and this offset
  bool clear_ = false;
  std::vector<RecurrenceInstance> shifted_;
  std::size_t shifted_at_ = 0;
  std::optional<RecurrenceInstance> ahead_, last_;
  Ended raw_ended_ = Ended::no, ended_ = Ended::no;
  std::int64_t given_ = 0, idle_ = 0, steps_ = 0, most_idle_ = limits::recurrence_work;
};

}  // namespace relais::calendar
