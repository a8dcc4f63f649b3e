#include "core/triage/date_groups.hpp"

namespace relais::triage {
namespace {

using time::Day;

class Grouping {
 public:
  Grouping(std::vector<Piece>& pieces, const Tokens& tokens, const DateReading& reading)
      : pieces_(pieces),
        tokens_(tokens),
        french_(reading.language == Language::french),
        now_(reading.now),
        today_(day_of(reading.now)) {}

  std::vector<Group> run() {
    join();
    lend_days();
    return std::move(groups_);
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
          french_
              ? is_one_of(word, {"a",        "vers", "le",  "la",        "l",       "du",     "de",        "d", "dans",
                                 "en",       "au",   "aux", "alentours", "environ", "pour",   "-",         ",", "(",
                                 "prochain", "rdv",  "des", "disons",    "soit",    "plutot", "idealement"})
              : is_one_of(word, {"at", "on", "the", ",",    "around", "about",   "in",     "from",    "of",  "-",
                                 "@",  "(",  "for", "like", "say",    "roughly", "approx", "ideally", "abt", "day"});
      const bool limit = french_ ? is_one_of(word, {"avant", "jusqu", "ici"})
                                 : is_one_of(word, {"before", "by", "until", "till", "til"});
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

  // `la semaine du 5, le mercredi`, `fin de semaine, vendredi`: a weekday that lies in the span.
  static bool of_week(const Piece& span, Day weekday_of) {
    if (span.moment.grain == Grain::week) return true;
    const Day found = in_week_of(span, weekday_of);
    return span.moment.grain == Grain::day && span.moment.end && span.moment.start <= midnight(found) &&
           midnight(found) < *span.moment.end && *span.moment.end - span.moment.start <= 7 * time::seconds_per_day;
  }

  // `November 4th …, the Wednesday`: a weekday that the date before it falls on is that date.
  void identify(Piece& piece) const {
    place_after(piece);
    place_in_week(piece);
    place_in_month(piece);
    if (piece.kind != Piece::Kind::day || piece.form != DayForm::weekday || piece.shifted || groups_.empty()) return;
    const Group& before = groups_.back();
    const bool near = piece.first - before.last <= 6 && tokens_[before.first].sentence == tokens_[piece.first].sentence;
    if (!near || !before.day || before.day->form == DayForm::weekday || weekday(before.day->day) != weekday(piece.day))
      return;
    piece.day = before.day->day;
    piece.form = before.day->form;
  }

  // `by the middle of next week …, on the Thursday`: the weekday with its article lies in the week just named.
  void place_in_week(Piece& piece) const {
    if (piece.kind != Piece::Kind::day || piece.form != DayForm::weekday || piece.shifted || groups_.empty()) return;
    const Group& before = groups_.back();
    const bool article = piece.first > 0 && tokens_[piece.first - 1].is(french_ ? "le" : "the");
    if (!article || !before.span || before.day || tokens_[piece.first].sentence - tokens_[before.first].sentence > 1)
      return;
    const Moment& span = before.span->moment;
    const bool week = span.end && *span.end - span.start <= 7 * time::seconds_per_day && span.start > now_;
    if (week) piece.day = in_week_of(*before.span, piece.day);
  }

  // `a week on Friday …, the following Monday`, `vendredi …, le lundi qui suit`: counted from the day just named.
  void place_after(Piece& piece) const {
    if (piece.kind != Piece::Kind::day || piece.form != DayForm::weekday || groups_.empty()) return;
    const Group& before = groups_.back();
    if (!before.day || before.day->day < today_ || tokens_[piece.first].sentence - tokens_[before.first].sentence > 1)
      return;
    const bool follows = tokens_[piece.first].is("following") || tokens_[piece.last - 1].is("suivant") ||
                         stands(piece.last, "qui", "suit") || stands(piece.last, "d", "apres") ||
                         (!french_ && stands(piece.last, "after", {}));
    if (!follows) return;
    int distance = static_cast<int>(weekday(piece.day)) - static_cast<int>(weekday(before.day->day));
    if (distance <= 0) distance += 7;
    piece.day = before.day->day + distance;
    piece.shifted = true;
  }

  bool stands(std::size_t at, std::string_view word, std::string_view next) const {
    if (at >= tokens_.size() || !tokens_[at].is(word)) return false;
    return next.empty() || (at + 1 < tokens_.size() && tokens_[at + 1].is(next));
  }

  // `open on 1 May and close on the 22nd`: a day alone behind a date to come lies in its month.
  void place_in_month(Piece& piece) const {
    if (piece.kind != Piece::Kind::day || piece.form != DayForm::day_only || groups_.empty()) return;
    const Group& before = groups_.back().span && groups_.size() > 1 ? groups_[groups_.size() - 2] : groups_.back();
    const bool dated = before.day && before.day->form != DayForm::weekday && before.day->form != DayForm::day_only;
    if (!dated || !same_sentence(before.first, piece.first) || before.day->day <= piece.day) return;
    if (before.day->day - today_ > 62) return;  // without its year, it may have passed
    const time::Date named = to_date(before.day->day);
    const int number = to_date(piece.day).day;
    if (number > named.day && number <= time::days_in_month(named.year, named.month))
      piece.day = time::to_day({named.year, named.month, number});
  }

  bool same_sentence(std::size_t a, std::size_t b) const { return tokens_[a].sentence == tokens_[b].sentence; }

  // `demain dans la journée`, `Friday during the day`: the day is the one just named.
  bool repeats_the_day(const Piece& piece) const {
    if (piece.kind != Piece::Kind::day || piece.day != today_ || groups_.empty() || !groups_.back().has_day())
      return false;
    if (piece.first - groups_.back().last > 1) return false;
    for (std::size_t at = piece.first; at < piece.last; ++at) {
      if (is_one_of(tokens_[at].text, {"journee", "day"})) return true;
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
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      Group& group = groups_[i];
      if (!group.clock || group.has_day()) continue;
      group.lent = day_before(i, group.lender);
      if (!group.lent) group.lent = day_ahead(i);
      if (group.lent) group.lent_part = part_before(i);
    }
  }

  std::optional<Day> day_before(std::size_t index, std::optional<std::size_t>& lender) const {
    const Group& group = groups_[index];
    const std::uint32_t sentence = tokens_[group.first].sentence;
    for (std::size_t back = index; back-- > 0 && index - back <= 12;) {
      const Group& other = groups_[back];
      const std::uint32_t other_sentence = tokens_[other.first].sentence;
      if (sentence - other_sentence > 8) break;
      const bool same_clock = other.clock && (other.clock->minutes == group.clock->minutes ||
                                              other.clock->end_minutes == group.clock->minutes);
      const std::optional<Day> day =
          other.has_day() && !other.named_past() ? std::optional(other.named_day()) : other.lent;
      if (day && (same_clock || (other_sentence == sentence && !names_another(back, index)))) {
        lender = other.has_day() ? back : other.lender;
        return day;
      }
    }
    return std::nullopt;
  }

  std::optional<Day> day_ahead(std::size_t index) const {
    const Group& group = groups_[index];
    const std::uint32_t sentence = tokens_[group.first].sentence;
    for (std::size_t ahead = index + 1; ahead < groups_.size(); ++ahead) {
      const Group& other = groups_[ahead];
      if (tokens_[other.first].sentence != sentence || other.first - group.last > 4) break;
      if (parted(group.last, other.first)) break;
      if (other.has_day() && !other.clock) return other.named_day();
    }
    return std::nullopt;
  }

  // `by 5.30 or completion slides to Monday`: what follows is another matter.
  bool parted(std::size_t from, std::size_t to) const {
    for (std::size_t at = from; at < to; ++at) {
      if (is_one_of(tokens_[at].text, {"or", "ou", "else", "sinon", "otherwise", "until", "till", "to"})) return true;
    }
    return false;
  }

  // `the hearing of the 18th … until four`, `l'audience du 18 … jusqu'à seize heures`: the day is the hearing's, the
  // limit today's.
  bool names_another(std::size_t day, std::size_t clock) const {
    const std::size_t before_day = groups_[day].first, before_clock = groups_[clock].first;
    if (before_day == 0 || before_clock < 2 || before_clock - groups_[day].last < 3) return false;
    const bool of_a_noun = tokens_[before_day - 1].is(french_ ? "du" : "of") ||
                           (before_day > 1 && !french_ && tokens_[before_day - 2].is("of"));
    const bool limit = is_one_of(tokens_[before_clock - 1].text, {"avant", "before", "until", "till", "by"}) ||
                       tokens_[before_clock - 2].is("jusqu");
    return of_a_noun && limit;
  }

  // `first thing Tuesday …, the vans leave at six`: the part of the day before goes with its day.
  const DayPart* part_before(std::size_t index) const {
    if (index == 0 || !groups_[index - 1].part) return nullptr;
    const bool together = tokens_[groups_[index - 1].first].sentence == tokens_[groups_[index].first].sentence;
    return together ? &groups_[index - 1].part->part : nullptr;
  }

  std::vector<Piece>& pieces_;
  const Tokens& tokens_;
  bool french_;
  time::LocalTime now_;
  Day today_;
  std::vector<Group> groups_;
};

}  // namespace

Day in_week_of(const Piece& span, Day weekday_of) {
  const Day start = day_of(span.moment.start);
  return start + (static_cast<int>(weekday(weekday_of)) - static_cast<int>(weekday(start)));
}

std::vector<Group> group_pieces(std::vector<Piece>& pieces, const Tokens& tokens, const DateReading& reading) {
  return Grouping(pieces, tokens, reading).run();
}

}  // namespace relais::triage
