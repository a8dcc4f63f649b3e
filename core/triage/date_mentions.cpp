#include "core/triage/date_groups.hpp"
#include "core/triage/date_roles.hpp"
#include "core/triage/date_settling.hpp"

// From pieces to mentions: the words around a group of pieces say in which sense it is meant.
namespace relais::triage {
namespace {

using time::LocalTime;

class Mentions {
 public:
  Mentions(const Tokens& tokens, const DateReading& reading)
      : tokens_(tokens), reading_(reading), french_(reading.language == Language::french) {}

  std::vector<Mention> run() const {
    std::vector<Piece> pieces = PieceReader(tokens_, reading_).read();
    const std::vector<Group> groups = group_pieces(pieces, tokens_, reading_);
    std::vector<Mention> mentions;
    for (const Group& group : groups) mentions.push_back(to_mention(group));
    const MentionedTokens text = with_mentions(tokens_, mentions);
    assign_roles(text, reading_.language, mentions);
    anchor(mentions);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (i > 0) inherit(mentions[i - 1], mentions[i]);
      settle(groups[i], tokens_, reading_, mentions[i]);
    }
    drop_unusable(mentions);
    return mentions;
  }

 private:
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
      const bool english = is_one_of(word, {"before", "by"}) && next == "then";
      const bool then = word == "ici" && next == "la";
      const bool before_that = word == "avant" &&
                               is_one_of(next, {"cela", "ca", "lors", "svp", "merci", ",", ".", "stp", "!"}) &&
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
      const bool joint = is_one_of(word, {"and", "et", "&", "or", "ou", "puis", ",", "then"});
      if (!joint && !is_one_of(word, {"one", "on", "du", "le", "again", "the", "des", "un", "une", "of", "de", "at"}))
        return;
      joined = joined || joint;
    }
    const bool passes = before.role == Role::past || before.role == Role::available ||
                        before.role == Role::unavailable || before.role == Role::habit;
    if (!joined || !passes || mention.role != Role::plain) return;
    mention.role = before.role;
    if (before.role != Role::past) mention.role_if_ahead = before.role;
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
    const bool names_a_day = is_one_of(stem, {"tomorrow", "tmrw", "today", "tonight", "yesterday"}) ||
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
