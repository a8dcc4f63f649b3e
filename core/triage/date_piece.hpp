#pragma once

#include "core/triage/calendar_words.hpp"
#include "core/triage/moment.hpp"
#include "core/triage/numerals.hpp"

#include <optional>
#include <vector>

/// The parts of a mention before they are put together: days, clock times, parts of a day, spans.
namespace relais::triage {

/// How a day was named, which decides what a past tense makes of it.
enum class DayForm : std::uint8_t {
  exact,     ///< with its year, or relative to today
  weekday,   ///< the next one, unless the sentence tells of the past
  yearless,  ///< `2 March`
  day_only,  ///< `the 15th`
};

struct Piece {
  enum class Kind : std::uint8_t { day, clock, part, span, duration };
  Kind kind = Kind::day;
  std::size_t first = 0, last = 0;  ///< tokens, half-open

  time::Day day;  ///< day; for a part or a clock the day it names itself, if `has_day`
  bool has_day = false;
  DayForm form = DayForm::exact;
  bool past = false;     ///< the words themselves say so: `hier`, `last Monday`, `ago`
  bool shifted = false;  ///< `next`, `prochain`, `en huit`: never read as past

  int minutes = 0;             ///< clock: since midnight; 1440 is the midnight that ends the day
  int end_minutes = -1;        ///< clock: of a range
  bool half_day_known = true;  ///< whether `am`, `pm`, 24 hours or the words leave no doubt
  bool minute_grain = false;

  DayPart part;              ///< part
  bool part_of_now = false;  ///< `this morning`, not `in the morning`

  Moment moment;        ///< span: weeks, months, offsets
  time::LocalTime due;  ///< span: see Mention::due
  bool due_has_hour = false;
  bool marked = false;  ///< the piece holds its own deadline word: `within`, `sous`, `d'ici`
  bool not_before = false;

  bool has_clock() const { return kind == Kind::clock; }
};

/// One reading of tokens into pieces; the readers try at one place and say what they found.
class PieceReader {
 public:
  PieceReader(const Tokens& tokens, const DateReading& reading)
      : tokens_(tokens),
        reading_(reading),
        french_(reading.language == Language::french),
        today_(day_of(reading.now)) {}

  /// All pieces, the longest reading first at each place, without overlaps.
  std::vector<Piece> read() const;

 private:
  // date_days.cpp
  std::optional<Piece> read_day(std::size_t at) const;
  Piece with_weekday_behind(Piece piece) const;
  std::optional<Piece> relative_day(std::size_t at) const;
  // date_written.cpp
  std::optional<Piece> iso_date(std::size_t at) const;
  std::optional<int> short_year(std::size_t at, bool glued) const;
  std::optional<Piece> mixed_date(std::size_t at) const;
  bool announces_date(std::size_t at, std::size_t behind) const;
  std::optional<Piece> spaced_date(std::size_t at) const;
  std::optional<Piece> numeric_date(std::size_t at) const;
  std::optional<Piece> marked_date(std::size_t at) const;
  std::optional<Piece> french_month_and_day(std::size_t at, int month) const;
  std::optional<Piece> day_and_month(std::size_t at) const;
  std::optional<Piece> month_and_day(std::size_t at) const;
  // date_day_numbers.cpp
  std::optional<Piece> day_of_month(std::size_t at) const;
  std::optional<time::Day> next_day_numbered(time::Day from, int number) const;
  std::optional<Numeral> french_day_number(std::size_t at) const;
  std::optional<Numeral> english_day_number(std::size_t at) const;
  // date_weekdays.cpp
  std::optional<time::Weekday> weekday_named(std::size_t at) const;
  std::optional<Piece> weekday_date(std::size_t at) const;
  std::optional<Piece> date_after_weekday(std::size_t at, std::size_t here, time::Weekday wanted) const;
  std::optional<Piece> day_number_after_weekday(std::size_t at, std::size_t here, time::Weekday wanted) const;
  Piece agreeing(Piece date, time::Weekday wanted) const;
  Piece french_weekday(const Piece& piece, time::Weekday wanted) const;
  Piece english_weekday(Piece piece, time::Weekday wanted) const;
  // date_holidays.cpp
  std::optional<Piece> holiday(std::size_t at) const;
  // date_ranges.cpp
  std::optional<Piece> day_range(std::size_t at) const;
  std::size_t range_start(std::size_t at, bool& between) const;
  std::size_t range_joint(std::size_t at, bool between) const;
  Piece range_piece(std::size_t first, std::size_t last, const Piece& from, time::Day to) const;
  std::optional<Piece> range_of_dates(std::size_t at, std::size_t start, bool between) const;
  std::optional<Piece> range_of_numbers(std::size_t at, std::size_t start, bool between) const;
  std::optional<Piece> range_of_bare_numbers(std::size_t at, std::size_t start, std::size_t behind,
                                             std::size_t second) const;
  bool unit_follows(std::size_t at) const;
  std::optional<Piece> range_of_months(std::size_t at, std::size_t start, bool between) const;
  std::optional<Piece> written_date(std::size_t at) const;
  bool month_word_follows(std::size_t at) const;
  std::optional<Piece> day_of_named_month(std::size_t at) const;
  std::optional<Piece> weekday_and_date(std::size_t at) const;
  std::int64_t day_number(std::size_t at) const;
  std::size_t number_end(std::size_t at) const;
  // date_ordinals.cpp
  std::optional<time::Day> named_month(std::size_t at, std::size_t& next) const;
  std::optional<int> counted_year(std::size_t at, std::size_t& next) const;
  int rank_word(std::size_t at, std::size_t& next) const;
  std::optional<Piece> counted_in_month(std::size_t at) const;
  std::optional<Piece> counted_weekdays(std::size_t at) const;
  // date_clocks.cpp
  std::optional<Piece> read_clock(std::size_t at) const;
  std::optional<Piece> clock_time(std::size_t at, bool expected) const;
  bool inside_figures(std::size_t at, bool expected) const;
  bool two_digit_minutes(std::size_t at) const;
  std::optional<Piece> colon_clock(std::size_t at, const Numeral& hour) const;
  std::optional<Piece> unmarked_clock(std::size_t at, std::int64_t value, bool expected) const;
  // date_french_clocks.cpp
  struct Minutes {
    std::int64_t value = 0;
    std::size_t next = 0;
    bool exact = false;
  };
  std::optional<Piece> article_hour(std::size_t at) const;
  std::optional<Piece> french_clock(std::size_t at, const Numeral& hour, bool expected) const;
  Minutes french_minutes(std::size_t hour_word) const;
  std::optional<Piece> french_hours(std::size_t at, const Numeral& hour, bool expected) const;
  bool announces_hour(std::size_t at) const;
  // date_english_clocks.cpp
  std::optional<Piece> english_clock(std::size_t at, const Numeral& hour, bool expected) const;
  std::optional<Piece> continental_clock(std::size_t at, std::int64_t hour, bool expected) const;
  std::optional<Piece> dotted_clock(std::size_t at, std::int64_t hour, bool expected) const;
  std::optional<Piece> spaced_clock(Piece piece) const;
  std::optional<Piece> spelled_minutes(Piece piece, bool expected, bool& settled) const;
  bool bare_hour_ends(const Numeral& hour) const;
  // date_half_days.cpp
  struct HalfDay {
    std::size_t next = 0;  ///< behind the words; 0 if none stand there
    bool evening = false;
  };
  void apply_half_day(Piece& piece) const;
  HalfDay french_half_day(std::size_t at) const;
  HalfDay english_half_day(const Piece& clock) const;
  bool short_am(const Piece& clock) const;
  // date_clock_ranges.cpp
  std::optional<Piece> clock_range(std::size_t at) const;
  bool day_just_named(std::size_t at) const;
  // date_spoken_clocks.cpp
  std::optional<Piece> spoken_clock(std::size_t at) const;
  std::optional<Piece> french_spoken_clock(std::size_t at) const;
  Minutes past_noon(std::size_t at) const;
  std::optional<Piece> english_spoken_clock(std::size_t at) const;
  std::optional<Minutes> minutes_past_or_to(std::size_t at) const;
  // date_day_parts.cpp
  std::optional<Piece> day_part(std::size_t at) const;
  bool stands_alone(std::size_t first, std::size_t last) const;
  // date_spans.cpp
  std::optional<Piece> read_span(std::size_t at) const;
  std::optional<Piece> offset(std::size_t at) const;
  std::optional<Piece> from_now_on(std::optional<Piece> piece) const;
  std::optional<Piece> offset_ago(std::size_t at) const;
  std::optional<Piece> counted_from(const Piece& amount, std::size_t at, int sign) const;
  // date_before.cpp
  struct HowLong {
    int days = 0;
    std::size_t next = 0;  ///< behind `before`
  };
  std::optional<HowLong> how_long_before(std::size_t at) const;
  std::optional<Piece> dated_behind_noun(std::size_t at) const;
  std::optional<Piece> before_date(std::size_t at) const;
  std::optional<Piece> before_named_day(std::size_t at, const std::vector<Piece>& earlier) const;
  bool refers_back(std::size_t at) const;
  std::optional<Piece> offset_after_now(std::size_t at) const;
  std::optional<Piece> duration(std::size_t at) const;
  // date_rolling.cpp
  int rolling_word(std::size_t at) const;
  std::optional<Piece> rolling_units(std::size_t at) const;
  std::optional<Piece> rolling_span(std::size_t first, std::size_t last, int count, bool past, Unit unit) const;
  // date_weeks.cpp
  enum class MonthPart : std::uint8_t { whole, beginning, middle, end };
  Piece whole_week(std::size_t first, std::size_t last, int shift) const;
  Piece part_of_week(std::size_t first, std::size_t last, int shift, MonthPart part) const;
  Piece part_of_week_from(std::size_t first, std::size_t last, time::Day start, MonthPart part) const;
  std::optional<Piece> running_out(std::size_t at) const;
  std::optional<Piece> week_span(std::size_t at) const;
  std::optional<Piece> weekend_span(std::size_t at) const;
  std::optional<Piece> french_week(std::size_t at) const;
  std::optional<Piece> english_week(std::size_t at) const;
  std::optional<Piece> week_of_date(std::size_t at) const;
  // date_months.cpp
  MonthPart month_part(std::size_t at, std::size_t& next) const;
  Piece part_of_month(std::size_t first, std::size_t last, time::Day month, MonthPart part) const;
  std::optional<int> french_month_shift(std::size_t here, MonthPart part, std::size_t& next) const;
  std::optional<int> english_month_shift(std::size_t here, MonthPart part, std::size_t& next) const;
  std::optional<Piece> month_span(std::size_t at) const;
  bool of_impossible_day(std::size_t month) const;
  std::optional<Piece> named_month_span(std::size_t at, std::size_t here, MonthPart which) const;
  std::optional<Piece> numbered_month_span(std::size_t at) const;
  std::optional<int> named_year(std::size_t at, bool part, std::size_t& next) const;
  std::optional<Piece> year_span(std::size_t at) const;
  Piece part_of_year(std::size_t first, std::size_t last, int of, MonthPart part) const;

  bool is(std::size_t at, std::string_view text) const { return at < tokens_.size() && tokens_[at].is(text); }
  template <class... Words>
  bool is_any(std::size_t at, Words... words) const {
    return (is(at, words) || ...);
  }
  /// The index behind the words, hyphens between them skipped; 0 if they do not stand there.
  std::size_t match(std::size_t at, std::initializer_list<std::string_view> words) const;
  std::size_t match(std::size_t at, std::string_view phrase) const;
  std::size_t skip(std::size_t at, std::string_view word) const { return is(at, word) ? at + 1 : at; }
  bool before_is(std::size_t at, std::string_view word) const { return at > 0 && tokens_[at - 1].is(word); }
  bool touches(std::size_t at) const { return at < tokens_.size() && !tokens_[at].space_before; }
  std::int64_t number(std::size_t at, std::int64_t least, std::int64_t most) const;
  std::optional<int> year(std::size_t at, std::size_t& next) const;

  Piece day_piece(std::size_t first, std::size_t last, time::Day day, DayForm form) const;
  std::optional<Piece> dated(std::size_t first, std::size_t last, int month, int day, std::optional<int> year) const;
  Piece span_piece(std::size_t first, std::size_t last, time::Day from, time::Day to, Grain grain, time::Day due) const;
  std::optional<Piece> offset_piece(std::size_t first, std::size_t last, std::int64_t count, bool half, UnitWord unit,
                                    int sign, bool business) const;
  std::optional<Piece> counted(std::size_t first, std::size_t at, int sign) const;
  time::Day next_weekday(time::Weekday weekday, time::Day after) const;
  time::Day last_weekday(time::Weekday weekday) const;
  time::Day monday() const { return today_ + -static_cast<int>(weekday(today_)); }

  const Tokens& tokens_;
  const DateReading& reading_;
  bool french_;
  time::Day today_;
};

constexpr int noon = 12 * 60;              ///< minutes
constexpr int midnight_minutes = 24 * 60;  ///< the midnight that ends the day

Piece clock_piece(std::size_t first, std::size_t last, std::int64_t minutes, bool half_day_known, bool minute_grain);

/// The day `count` months after `day`; the last of the month where that day does not exist.
time::Day add_months(time::Day day, int count);

/// The day `count` working days, Monday to Friday, after `day`.
time::Day add_working_days(time::Day day, std::int64_t count);

}  // namespace relais::triage
