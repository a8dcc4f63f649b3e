#include "core/triage/date_settling.hpp"

#include <algorithm>

namespace relais::triage {
namespace {

using time::Day;
using time::LocalTime;

class Settling {
 public:
  Settling(const Tokens& tokens, const DateReading& reading)
      : tokens_(tokens),
        reading_(reading),
        french_(reading.language == Language::french),
        today_(day_of(reading.now)) {}

  void run(const Group& group, Mention& mention) const {
    heed_own_words(group, mention);
    mention.has_clock = group.clock != nullptr;
    mention.has_day = group.has_day() || group.lent || (group.span && group.span->moment.grain >= Grain::day);
    mention.part_alone = group.part && !group.clock && !group.has_day();
    read_value(group, mention);
    const bool told_past = group.named_past() || (group.span && group.span->past);
    if (mention.role == Role::past && !told_past && !may_be_told(group, mention) && !is_over(mention)) {
      mention.role = mention.role_if_ahead;
      read_value(group, mention);
    }
    if (mention.role == Role::past && !told_past) mention.ahead = read_ahead(group, mention);
    if (states_now(group, mention)) mention.role = Role::greeting;
    const bool settled = mention.role == Role::greeting || mention.role == Role::habit;
    if (!settled && (told_past || is_over(mention))) mention.role = Role::past;
    if (!told_past) look_to_next_week(group, mention);
    if (mention.role == Role::deadline && names_a_month(group, mention)) mention.role = Role::plain;
    mention.sense = sense_of(mention.role);
  }

 private:
  // `within 7 days`, `today before 4 pm`: a limit whatever stands around it; `dans la semaine` may be offered.
  static void heed_own_words(const Group& group, Mention& mention) {
    if (!group.marked) return;
    const bool offered = mention.role_if_ahead == Role::available && group.span && group.span->marked &&
                         group.span->moment.grain != Grain::week;
    if (mention.role_if_ahead == Role::plain || offered) {
      mention.role_if_ahead = Role::deadline;
      if (mention.role != Role::past) mention.role = Role::deadline;
    }
    if (mention.role_if_ahead == Role::deadline) mention.weak = false;
  }

  // What a past tense can tell of though it is not over: a limit that was promised, an hour that has struck, today.
  bool may_be_told(const Group& group, const Mention& mention) const {
    const bool reported_limit = group.span && !group.day && group.span->marked && was_told(group);
    // `il est parti à 15 h`, if it is past three
    const bool has_struck = group.clock && !group.has_day() && !group.lent && mention.value.start <= reading_.now;
    return reported_limit || has_struck || covers_now(mention);
  }

  void look_to_next_week(const Group& group, Mention& mention) const {
    if (mention.role_if_ahead != Role::deadline || !group.span) return;
    const auto next = week_to_come(*group.span);
    if (!next) return;
    mention.role = Role::deadline;
    settle_span(*next, mention);
  }

  // `les rapports d'avril`; `the figures for May`, where nothing but a wish says that they are due
  bool names_a_month(const Group& group, const Mention& mention) const {
    const bool long_span = group.span && !group.day && group.span->moment.grain >= Grain::month;
    return long_span && (mention.weak || is_one_of(tokens_[group.first].text, {"d", "de"}));
  }

  int clock_minutes(const Group& group, Day day) const {
    int minutes = group.clock->minutes;
    if (group.clock->half_day_known) return minutes;
    const DayPart* part = group.part ? &group.part->part : group.lent_part;
    // `this evening at 12` is midnight.
    if (part && part->from >= 18 && minutes == noon) return minutes + noon;
    if (part && part->from >= 12 && minutes < noon) return minutes + noon;
    if (part && part->to <= 12) return minutes;
    if (minutes >= noon || minutes == 0) return minutes;
    const bool early = minutes < (french_ ? 6 : 7) * 60;
    if (early && !(french_ && day > today_ && minutes >= 5 * 60)) return minutes + noon;
    if (day == today_ && minutes < 9 * 60 && minutes * 60 < second_of_day(reading_.now) &&
        (minutes + noon) * 60 > second_of_day(reading_.now)) {
      return minutes + noon;
    }
    return minutes;
  }

  Day day_for_clock(const Group& group, const Mention& mention) const {
    if (group.has_day()) return group.named_day();
    if (group.lent) return *group.lent;
    const int minutes = clock_minutes(group, today_);
    const std::int64_t last = std::max(minutes, group.clock->end_minutes) * 60;
    if (last >= second_of_day(reading_.now)) return today_;
    // A time that has just passed is told of, unless it is asked for.
    const bool asked_for = mention.role == Role::deadline && !mention.weak;
    // What is dated in the small hours and is not told of comes tomorrow: `at 3 in the morning`.
    const bool small_hours = group.clock->half_day_known && last < 6 * 3600;
    const bool just_passed = second_of_day(reading_.now) - last <= 4 * 3600 && !asked_for && !small_hours;
    return just_passed || mention.role == Role::past ? today_ : today_ + 1;
  }

  // `on m'a dit sous une semaine`, `he promised it within the hour`: a limit that somebody else set.
  bool was_told(const Group& group) const {
    for (std::size_t at = group.first; at > 0 && group.first - at < 9; --at) {
      const Token& token = tokens_[at - 1];
      if (token.sentence != tokens_[group.first].sentence) return false;
      if (is_one_of(token.text, {"dit", "promis", "assure", "annonce", "garanti", "jure", "said", "told", "promised",
                                 "swore", "assured", "quoted", "guaranteed"}))
        return true;
    }
    return false;
  }

  void read_value(const Group& group, Mention& mention) const {
    mention.value = {};
    mention.due_has_hour = false;
    if (group.span && !group.day) {
      settle_span(*group.span, mention);
    } else {
      settle_day(group, mention);
    }
  }

  // `They changed it this morning`: the day that runs can be told of.
  bool covers_now(const Mention& mention) const {
    return !mention.has_clock && mention.value.grain <= Grain::day && day_of(mention.value.start) == today_ &&
           (mention.due_has_hour ? mention.value.start <= reading_.now : true);
  }

  // `by the middle of the week`, written on a Sunday
  std::optional<Piece> week_to_come(Piece span) const {
    const Day monday = today_ + -static_cast<int>(weekday(today_));
    const bool of_this_week = span.moment.end && span.moment.grain <= Grain::week && !span.past &&
                              midnight(monday) <= span.moment.start && *span.moment.end <= midnight(monday + 7);
    if (weekday(today_) < time::Weekday::saturday || !of_this_week || day_of(span.due) > today_) return std::nullopt;
    span.moment.start = span.moment.start + 7 * time::seconds_per_day;
    span.moment.end = *span.moment.end + 7 * time::seconds_per_day;
    span.due = std::min(span.due + 7 * time::seconds_per_day, midnight(monday + 11));  // its Friday at the latest
    return span;
  }

  // When it is due if the tense misleads: `we had said Friday at 2`.
  std::optional<LocalTime> read_ahead(const Group& group, Mention mention) const {
    mention.role = Role::plain;
    read_value(group, mention);
    const bool to_come = mention.role == Role::plain && mention.due_has_hour && mention.value.start > reading_.now;
    return to_come ? std::optional(mention.value.start) : std::nullopt;
  }

  bool is_over(const Mention& mention) const {
    if (mention.value.end) return *mention.value.end <= reading_.now;
    return mention.due_has_hour ? mention.value.start < reading_.now : day_of(mention.due) < today_;
  }

  // `It's now Thursday`, `il est 17 h`: what a calendar and a clock show at this moment.
  bool states_now(const Group& group, const Mention& mention) const {
    if (group.first == 0) return false;
    std::size_t before = group.first - 1;
    const auto is_before = [&](std::initializer_list<std::string_view> words) {
      return is_one_of(tokens_[before].text, words);
    };
    while (before > 0 && is_before({"now", "already", "only", "the", "deja", "le", "maintenant"})) --before;
    if (!is_before({"its", "est", "sommes", "is"})) return false;
    if (is_before({"is"}) && (before == 0 || !tokens_[before - 1].is("it"))) return false;
    if (group.day && !group.clock)
      return group.day->form == DayForm::weekday && weekday(group.day->day) == weekday(today_);
    const std::int64_t distance = mention.value.start - reading_.now;
    const std::int64_t of_day = (distance % time::seconds_per_day + time::seconds_per_day) % time::seconds_per_day;
    return group.clock && (of_day <= 3600 || of_day >= time::seconds_per_day - 3600 ||
                           (of_day >= 11 * 3600 && of_day <= 13 * 3600 && !group.clock->half_day_known));
  }

  static Sense sense_of(Role role) {
    switch (role) {
      case Role::deadline:
        return Sense::deadline;
      case Role::not_before:
        return Sense::not_before;
      case Role::past:
        return Sense::past;
      default:
        return Sense::event;
    }
  }

  void settle_span(const Piece& span, Mention& mention) const {
    mention.value = span.moment;
    mention.due = span.due;
    mention.due_has_hour = span.due_has_hour;
    const bool may_shift = span.form == DayForm::yearless && span.moment.start > reading_.now && !span.shifted;
    if (mention.role != Role::past || !may_shift) return;
    const Day earlier = add_months(day_of(span.moment.start), -12);
    if (today_ - earlier > day_of(span.moment.start) - today_) return;
    mention.value.start = midnight(earlier);
    if (mention.value.end) mention.value.end = midnight(add_months(day_of(*mention.value.end), -12));
    mention.due = midnight(add_months(day_of(mention.due), -12));
  }

  void settle_day(const Group& group, Mention& mention) const {
    Day day = group.has_day() ? group.named_day() : today_;
    if (group.span && group.day) day = in_week_of(*group.span, group.day->day);
    const Piece* named = group.day;
    if (mention.role == Role::past && named && !named->shifted && !named->past && !group.span)
      day = shifted_to_past(*named, day);
    const bool begins = group.first > 0 && is_one_of(tokens_[group.first - 1].text,
                                                     {"from", "by", "before", "until", "starting", "avant", "partir"});
    if (mention.role != Role::past && named && named->form == DayForm::yearless && day - today_ >= 300 && !begins &&
        !alone(mention)) {
      day = shifted_to_past(*named, day);
      mention.role = Role::past;
    }
    if (group.clock) {
      if (!group.has_day()) day = day_for_clock(group, mention);
      const int minutes = clock_minutes(group, day);
      settle_clock(*group.clock, day, minutes, mention);
      return;
    }
    if (group.part && !group.has_day()) {
      const bool over = group.part->part.to * 3600 <= second_of_day(reading_.now);
      if (over) day = day + 1;
    }
    mention.value.start = midnight(day);
    mention.value.grain = Grain::day;
    mention.due = midnight(day);
    if (!group.part) return;
    const DayPart hours = group.part->part;
    mention.value.start = midnight(day) + hours.from * 3600;
    mention.value.end = midnight(day) + hours.to * 3600;
    mention.value.grain = Grain::hour;
    const bool this_noon = french_ && group.part->part_of_now && hours.from == 12 && hours.to == 14;
    if (this_noon) {
      mention.due = midnight(day) + noon * 60;
      mention.due_has_hour = true;
    }
    if (group.part->part_of_now && hours.to == 12 && reading_.now < midnight(day) + noon * 60) {
      mention.due = midnight(day) + noon * 60;
      mention.due_has_hour = true;
    }
  }

  void settle_clock(const Piece& clock, Day day, int minutes, Mention& mention) const {
    mention.value.start = midnight(day) + minutes * 60;
    mention.value.grain = clock.minute_grain ? Grain::minute : Grain::hour;
    mention.due = mention.value.start;
    mention.due_has_hour = true;
    if (minutes == 24 * 60) mention.due = mention.value.start + -60;
    if (minutes == 24 * 60 && mention.role == Role::past && !mention.has_day)
      mention.due = mention.value.start = midnight(day);
    if (clock.end_minutes >= 0) {
      const int shift = minutes - clock.minutes;  // a range keeps its length when `evening` moves it
      mention.value.end = midnight(day) + (clock.end_minutes + shift) * 60;
      mention.due = *mention.value.end;
    }
  }

  // Whether the mention is all there is to read.
  bool alone(const Mention& mention) const { return mention.last - mention.first + 2 >= tokens_.size(); }

  // The day as a past tense means it: of two readings of a date without its year, the nearer.
  Day shifted_to_past(const Piece& named, Day day) const {
    if (day <= today_ && named.form != DayForm::weekday) return day;
    Day earlier = day;
    switch (named.form) {
      case DayForm::weekday:
        return day + -7;
      case DayForm::yearless: {
        const time::Date date = to_date(day);
        if (date.day > time::days_in_month(date.year - 1, date.month)) return day;
        earlier = time::to_day({date.year - 1, date.month, date.day});
        break;
      }
      case DayForm::day_only:
        return add_months(day, -1);
      default:
        return day;
    }
    return today_ - earlier <= day - today_ ? earlier : day;
  }

  const Tokens& tokens_;
  const DateReading& reading_;
  bool french_;
  Day today_;
};

}  // namespace

void settle(const Group& group, const Tokens& tokens, const DateReading& reading, Mention& mention) {
  Settling(tokens, reading).run(group, mention);
}

}  // namespace relais::triage
