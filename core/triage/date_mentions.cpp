#include "core/triage/date_piece.hpp"
#include "core/triage/date_roles.hpp"

#include <algorithm>
#include <array>

// From pieces to mentions: `demain` + `à` + `17h` is one moment, and the words around it say in which sense.
namespace relais::triage {
namespace {

using time::Day;
using time::LocalTime;

constexpr int noon = 12 * 60;

/// Pieces that name one moment together.
struct Group {
  std::size_t first = 0, last = 0;
  const Piece* day = nullptr;
  const Piece* clock = nullptr;
  const Piece* part = nullptr;
  const Piece* span = nullptr;
  bool marked = false;  // a deadline word stands inside: `today before 4 pm`

  bool has_day() const { return day || (part && part->has_day); }
  Day named_day() const { return day ? day->day : part->day; }
};

bool is_in(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Mentions {
 public:
  Mentions(const Tokens& tokens, const DateReading& reading)
      : tokens_(tokens),
        reading_(reading),
        french_(reading.language == Language::french),
        today_(day_of(reading.now)) {}

  std::vector<Mention> run() {
    pieces_ = PieceReader(tokens_, reading_).read();
    join();
    lend_days();
    std::vector<Mention> mentions;
    for (std::size_t i = 0; i < groups_.size(); ++i) mentions.push_back(to_mention(groups_[i]));
    const MentionedTokens text = with_mentions(tokens_, mentions);
    assign_roles(text, reading_.language, mentions);
    anchor(mentions);
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      if (i > 0) inherit(mentions[i - 1], mentions[i]);
      settle(groups_[i], mentions[i]);
    }
    drop_unusable(mentions);
    return mentions;
  }

 private:
  // Whether the words between two pieces let them be one moment.
  bool glued(std::size_t from, std::size_t to, bool& deadline_word) const {
    if (to < from || to - from > 4) return false;
    for (std::size_t at = from; at < to; ++at) {
      const Token& token = tokens_[at];
      if (token.sentence != tokens_[from - 1].sentence || token.sentence != tokens_[to].sentence) return false;
      const std::string_view word = token.text;
      const bool joint =
          french_ ? is_in(word, {"a",        "vers", "le",  "la",        "l",       "du",     "de",        "d", "dans",
                                 "en",       "au",   "aux", "alentours", "environ", "pour",   "-",         ",", "(",
                                 "prochain", "rdv",  "des", "disons",    "soit",    "plutot", "idealement"})
                  : is_in(word, {"at", "on", "the", ",",    "around", "about",   "in",     "from",    "of",  "-",
                                 "@",  "(",  "for", "like", "say",    "roughly", "approx", "ideally", "abt", "day"});
      const bool limit =
          french_ ? is_in(word, {"avant", "jusqu", "ici"}) : is_in(word, {"before", "by", "until", "till", "til"});
      if (!joint && !limit) return false;
      deadline_word = deadline_word || limit;
    }
    return to < tokens_.size() && tokens_[to].sentence == tokens_[from - 1].sentence;
  }

  bool joins(const Group& group, const Piece& piece) const {
    switch (piece.kind) {
      case Piece::Kind::clock:
        return !group.clock && (group.day || group.part) && !group.span;
      case Piece::Kind::part:
        return !group.part && (group.day || group.clock) && !group.span &&
               !(group.day && piece.has_day && group.day->day != piece.day);
      case Piece::Kind::day:
        if (group.span && !group.day) return piece.form == DayForm::weekday && of_week(*group.span, piece.day);
        return !group.day && !group.span && !(group.part && group.part->has_day) && (group.clock || group.part);
      default:
        return false;
    }
  }

  // The day of that weekday in the week that the span belongs to.
  static Day in_week_of(const Piece& span, Day weekday_of) {
    const Day start = day_of(span.moment.start);
    return start + (static_cast<int>(weekday(weekday_of)) - static_cast<int>(weekday(start)));
  }

  // `la semaine du 5, le mercredi`, `fin de semaine, vendredi`: a weekday that lies in the span.
  static bool of_week(const Piece& span, Day weekday_of) {
    if (span.moment.grain == Grain::week) return true;
    const Day found = in_week_of(span, weekday_of);
    return span.moment.grain == Grain::day && span.moment.end && span.moment.start <= midnight(found) &&
           midnight(found) < *span.moment.end && *span.moment.end - span.moment.start <= 7 * time::seconds_per_day;
  }

  // `November 4th …, the Wednesday`: a weekday that the date before it falls on is that date.
  void identify(Piece& piece) const {
    if (piece.kind != Piece::Kind::day || piece.form != DayForm::weekday || piece.shifted || groups_.empty()) return;
    const Group& before = groups_.back();
    const bool near = piece.first - before.last <= 6 && tokens_[before.first].sentence == tokens_[piece.first].sentence;
    if (!near || !before.day || before.day->form == DayForm::weekday || weekday(before.day->day) != weekday(piece.day))
      return;
    piece.day = before.day->day;
    piece.form = before.day->form;
  }

  // `demain dans la journée`, `Friday during the day`: the day is the one just named.
  bool repeats_the_day(const Piece& piece) const {
    if (piece.kind != Piece::Kind::day || piece.day != today_ || groups_.empty() || !groups_.back().has_day())
      return false;
    if (piece.first - groups_.back().last > 1) return false;
    for (std::size_t at = piece.first; at < piece.last; ++at) {
      if (is_in(tokens_[at].text, {"journee", "day"})) return true;
    }
    return false;
  }

  void join() {
    for (Piece& piece : pieces_) {
      identify(piece);
      bool deadline_word = false;
      if (repeats_the_day(piece)) {
        groups_.back().last = piece.last;
        continue;
      }
      if (!groups_.empty() && joins(groups_.back(), piece) && glued(groups_.back().last, piece.first, deadline_word)) {
        Group& group = groups_.back();
        const bool clock_first = deadline_word && !group.has_day();
        if (!clock_first) {
          add(group, piece);
          group.last = piece.last;
          group.marked = group.marked || deadline_word;
          continue;
        }
      }
      Group group;
      group.first = piece.first;
      group.last = piece.last;
      group.marked = piece.marked;
      add(group, piece);
      groups_.push_back(group);
    }
  }

  static void add(Group& group, const Piece& piece) {
    switch (piece.kind) {
      case Piece::Kind::day:
        group.day = &piece;
        break;
      case Piece::Kind::clock:
        group.clock = &piece;
        break;
      case Piece::Kind::part:
        group.part = &piece;
        break;
      default:
        group.span = &piece;
    }
  }

  // A clock time alone belongs to the day named just before in its sentence, or to the day of the same time before.
  void lend_days() {
    lent_.assign(groups_.size(), std::nullopt);
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      Group& group = groups_[i];
      if (!group.clock || group.has_day()) continue;
      const std::uint32_t sentence = tokens_[group.first].sentence;
      for (std::size_t back = i; back-- > 0 && i - back <= 12;) {
        const Group& other = groups_[back];
        const std::uint32_t other_sentence = tokens_[other.first].sentence;
        if (sentence - other_sentence > 8) break;
        const bool same_clock = other.clock && (other.clock->minutes == group.clock->minutes ||
                                                other.clock->end_minutes == group.clock->minutes);
        const std::optional<Day> day =
            other.has_day() && !named_past(other) ? std::optional(other.named_day()) : lent_[back];
        if (!day) continue;
        if (other_sentence == sentence || same_clock) {
          lent_[i] = day;
          break;
        }
      }
      if (lent_[i]) continue;
      for (std::size_t ahead = i + 1; ahead < groups_.size() && tokens_[groups_[ahead].first].sentence == sentence;
           ++ahead) {
        if (groups_[ahead].first - group.last > 4) break;
        if (groups_[ahead].has_day() && !groups_[ahead].clock && groups_[ahead].first - group.last <= 4) {
          lent_[i] = groups_[ahead].named_day();
          break;
        }
      }
    }
  }

  static bool named_past(const Group& group) {
    return (group.day && group.day->past) || (group.part && group.part->past);
  }

  int clock_minutes(const Group& group, Day day) const {
    int minutes = group.clock->minutes;
    if (group.clock->half_day_known) return minutes;
    const DayPart* part = group.part ? &group.part->part : lent_part(group);
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

  // `first thing Tuesday …, the vans leave at six`: the part of the day before goes with its day.
  const DayPart* lent_part(const Group& group) const {
    const std::size_t index = static_cast<std::size_t>(&group - groups_.data());
    if (index == 0 || !lent_[index] || !groups_[index - 1].part) return nullptr;
    return tokens_[groups_[index - 1].first].sentence == tokens_[group.first].sentence ? &groups_[index - 1].part->part
                                                                                       : nullptr;
  }

  Day day_for_clock(const Group& group, const Mention& mention, std::size_t index) const {
    if (group.has_day()) return group.named_day();
    if (lent_[index]) return *lent_[index];
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

  Mention to_mention(const Group& group) const {
    Mention mention;
    mention.first = group.first;
    mention.last = group.last;
    mention.start = tokens_[group.first].start;
    mention.end = tokens_[group.last - 1].end;
    mention.amount = group.span && group.span->kind == Piece::Kind::duration;
    return mention;
  }

  // `before then`, `d'ici là`: the date named last is the limit.
  void anchor(std::vector<Mention>& mentions) const {
    std::size_t next_mention = 0;
    for (std::size_t at = 0; at + 1 < tokens_.size(); ++at) {
      const std::string_view word = tokens_[at].text, next = tokens_[at + 1].text;
      const bool english = is_in(word, {"before", "by"}) && next == "then";
      const bool then = word == "ici" && next == "la";
      const bool before_that = word == "avant" &&
                               is_in(next, {"cela", "ca", "lors", "svp", "merci", ",", ".", "stp", "!"}) &&
                               !(at > 0 && tokens_[at - 1].is("comme"));
      if (french_ ? !then && !before_that : !english) continue;
      while (next_mention < mentions.size() && mentions[next_mention].last <= at) ++next_mention;
      std::size_t before = next_mention;
      while (before > 0 && (mentions[before - 1].amount || mentions[before - 1].role == Role::past)) --before;
      Mention* last = before == 0 ? nullptr : &mentions[before - 1];
      const bool skipped = before < next_mention && mentions[next_mention - 1].role == Role::past;
      if (skipped && last && tokens_[last->first].sentence + 1 < tokens_[at].sentence) continue;
      // `d'ici la fin du mois` names its own date.
      const bool dated = next_mention < mentions.size() && mentions[next_mention].first <= at + 2;
      if (dated || !last || last->role == Role::past || last->role == Role::greeting) continue;
      last->role = last->role_if_ahead = Role::deadline;
      last->weak = false;
    }
  }

  // `last Tuesday and one on Friday`, `Tues & Thurs`: what holds of the first holds of the second.
  void inherit(const Mention& before, Mention& mention) const {
    const std::size_t gap = mention.first - before.last;
    if (gap == 0 || gap > 4 || tokens_[before.last].sentence != tokens_[mention.first].sentence) return;
    bool joined = false;
    for (std::size_t at = before.last; at < mention.first; ++at) {
      const std::string_view word = tokens_[at].text;
      const bool joint = is_in(word, {"and", "et", "&", "or", "ou", "puis", ",", "then"});
      if (!joint && !is_in(word, {"one", "on", "du", "le", "again", "the", "des", "un", "une", "of", "de", "at"}))
        return;
      joined = joined || joint;
    }
    const bool passes = before.role == Role::past || before.role == Role::available ||
                        before.role == Role::unavailable || before.role == Role::habit;
    if (!joined || !passes || mention.role != Role::plain) return;
    mention.role = before.role;
    if (before.role != Role::past) mention.role_if_ahead = before.role;
  }

  // Fills in what is meant, now that the role is known.
  void settle(Group& group, Mention& mention) {
    const std::size_t index = static_cast<std::size_t>(&group - groups_.data());
    if (group.marked && (mention.role_if_ahead == Role::plain || mention.role_if_ahead == Role::available)) {
      mention.role_if_ahead = Role::deadline;
      if (mention.role != Role::past) mention.role = Role::deadline;
      mention.weak = false;
    }
    mention.has_clock = group.clock != nullptr;
    mention.has_day = group.has_day() || lent_[index] || (group.span && group.span->moment.grain >= Grain::day);
    mention.part_alone = group.part && !group.clock && !group.has_day();
    read_value(group, mention, index);
    const bool told_past = named_past(group) || (group.span && group.span->past);
    const bool reported_limit = group.span && !group.day && group.span->marked && was_told(group);
    // `il est parti à 15 h`, if it is past three
    const bool clock_of_the_past =
        group.clock && !group.has_day() && !lent_[index] && mention.value.start <= reading_.now;
    if (mention.role == Role::past && !told_past && !reported_limit && !clock_of_the_past && !is_over(mention)) {
      mention.role = mention.role_if_ahead;
      read_value(group, mention, index);
    }
    if (states_now(group, mention)) mention.role = Role::greeting;
    const bool settled = mention.role == Role::greeting || mention.role == Role::habit;
    if (!settled && (told_past || is_over(mention))) mention.role = Role::past;
    const bool long_span = group.span && !group.day && group.span->moment.grain >= Grain::month;
    if (mention.role == Role::deadline && mention.weak && long_span) mention.role = Role::plain;
    mention.sense = sense_of(mention.role);
  }

  // `on m'a dit sous une semaine`, `he promised it within the hour`: a limit that somebody else set.
  bool was_told(const Group& group) const {
    for (std::size_t at = group.first; at > 0 && group.first - at < 9; --at) {
      const Token& token = tokens_[at - 1];
      if (token.sentence != tokens_[group.first].sentence) return false;
      if (is_in(token.text, {"dit", "promis", "assure", "annonce", "garanti", "jure", "said", "told", "promised",
                             "swore", "assured", "quoted", "guaranteed"}))
        return true;
    }
    return false;
  }

  void read_value(const Group& group, Mention& mention, std::size_t index) const {
    mention.value = {};
    mention.due_has_hour = false;
    if (group.span && !group.day) {
      settle_span(*group.span, mention);
    } else {
      settle_day(group, mention, index);
    }
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
      return is_in(tokens_[before].text, words);
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

  void settle_day(const Group& group, Mention& mention, std::size_t index) const {
    Day day = group.has_day() ? group.named_day() : today_;
    if (group.span && group.day) day = in_week_of(*group.span, group.day->day);
    const Piece* named = group.day;
    if (mention.role == Role::past && named && !named->shifted && !named->past && !group.span)
      day = shifted_to_past(*named, day);
    const bool begins = group.first > 0 && is_in(tokens_[group.first - 1].text,
                                                 {"from", "by", "before", "until", "starting", "avant", "partir"});
    if (mention.role != Role::past && named && named->form == DayForm::yearless && day - today_ >= 300 && !begins &&
        !alone(mention)) {
      day = shifted_to_past(*named, day);
      mention.role = Role::past;
    }
    if (group.clock) {
      if (!group.has_day()) day = day_for_clock(group, mention, index);
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

  // Amounts of time that set no limit are no mentions, nor are dates outside the years 1 to 9999.
  static void drop_unusable(std::vector<Mention>& mentions) {
    const LocalTime first = midnight(time::to_day({1, 1, 1})), end = midnight(time::to_day({10000, 1, 1}));
    const auto dated = [&](LocalTime at) { return first <= at && at < end; };
    std::vector<Mention> kept;
    for (const Mention& mention : mentions) {
      const bool limit = !mention.amount || mention.role == Role::deadline;
      const bool whole = !mention.value.end || (first <= *mention.value.end && *mention.value.end <= end);
      if (limit && whole && dated(mention.value.start) && dated(mention.due)) kept.push_back(mention);
    }
    mentions = std::move(kept);
  }

  const Tokens& tokens_;
  const DateReading& reading_;
  bool french_;
  Day today_;
  std::vector<Piece> pieces_;
  std::vector<Group> groups_;
  std::vector<std::optional<Day>> lent_;
};

// `tomorrow's viewing`, `Friday's call`: the words that a date is read from, without the possessive that tokens
// swallow.
Tokens without_possessives(const Tokens& tokens) {
  Tokens out = tokens;
  for (Token& token : out) {
    const bool swallowed = token.is_word() && token.text.size() > 3 && token.text.back() == 's' &&
                           token.end - token.start > token.text.size();
    if (!swallowed) continue;
    const std::string stem = token.text.substr(0, token.text.size() - 1);
    const bool names_a_day = is_in(stem, {"tomorrow", "tmrw", "today", "tonight", "yesterday"}) ||
                             weekday_word(stem, Language::english) || month_word(stem, Language::english);
    if (names_a_day) token.text = stem;
  }
  return out;
}

}  // namespace

std::vector<Mention> find_mentions(const Tokens& tokens, const DateReading& reading) {
  if (reading.language == Language::french) return Mentions(tokens, reading).run();
  const Tokens bare = without_possessives(tokens);
  return Mentions(bare, reading).run();
}

}  // namespace relais::triage
