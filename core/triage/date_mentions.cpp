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
    std::vector<Group> groups = group_pieces(pieces, tokens_, reading_);
    std::vector<Mention> mentions;
    mentions.reserve(groups.size());
    for (const Group& group : groups) mentions.push_back(to_mention(group));
    const MentionedTokens text = with_mentions(tokens_, mentions);
    assign_roles(text, reading_.language, mentions);
    anchor(mentions);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (i > 0) inherit(mentions[i - 1], mentions[i]);
      if (groups[i].lender) follow(mentions[*groups[i].lender], groups[i], mentions[i]);
      if (i > 0 && goes_on(mentions[i - 1], groups[i], mentions[i]))
        groups[i].lent = day_of(mentions[i - 1].value.start);
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

  // `before then`, `d'ici là`, `avant cette date`, `any time before I go`
  bool names_limit_before(std::size_t at) const {
    const std::string_view word = tokens_[at].text, next = tokens_[at + 1].text;
    const std::string_view third = at + 2 < tokens_.size() ? std::string_view(tokens_[at + 2].text) : "";
    if (french_) {
      if (word == "ici" && next == "la") return true;
      if (word != "avant" || (at > 0 && tokens_[at - 1].is("comme"))) return false;
      const bool noun = is_one_of(third, {"date", "echeance", "terme", "seance", "jour", "moment"});
      return is_one_of(next, {"cela", "ca", "lors", "svp", "merci", ",", ".", "stp", "!"}) ||
             (noun && is_one_of(next, {"cette", "ce"}));
    }
    if (is_one_of(word, {"before", "by"}) && next == "then") return true;
    if (word != "before") return false;
    const bool leaves = is_one_of(third, {"go",    "goes",   "leave",  "leaves",  "fly",   "flies",  "walk", "walks",
                                          "come",  "comes",  "arrive", "arrives", "start", "starts", "open", "opens",
                                          "close", "closes", "land",   "lands",   "board", "boards"});
    return (leaves && is_one_of(next, {"i", "we", "he", "she", "they", "it"})) ||
           (is_one_of(next, {"that", "this"}) && is_one_of(third, {"date", "deadline"}));
  }

  // The date named last before `before then` is the limit.
  void anchor(std::vector<Mention>& mentions) const {
    std::size_t next_mention = 0;
    for (std::size_t at = 0; at + 1 < tokens_.size(); ++at) {
      if (!names_limit_before(at) || (at > 0 && is_one_of(tokens_[at - 1].text, {"not", "pas"}))) continue;
      while (next_mention < mentions.size() && mentions[next_mention].last <= at) ++next_mention;
      std::size_t before = next_mention;
      while (before > 0 && (mentions[before - 1].amount || mentions[before - 1].role == Role::past)) --before;
      Mention* last = before == 0 ? nullptr : &mentions[before - 1];
      const bool skipped = before < next_mention && mentions[next_mention - 1].role == Role::past;
      if (skipped && last && tokens_[last->first].sentence + 2 < tokens_[at].sentence) continue;
      // `d'ici la fin du mois` names its own date.
      const bool dated = next_mention < mentions.size() && mentions[next_mention].first <= at + 2;
      if (dated || !last || last->role == Role::past || last->role == Role::greeting) continue;
      last->role = last->role_if_ahead = Role::deadline;
      last->weak = last->wondered = false;
    }
  }

  // `last Tuesday and one on Friday`, `Tues & Thurs`: what holds of the first holds of the second.
  void inherit(const Mention& before, Mention& mention) const {
    const std::size_t gap = mention.first - before.last;
    if (gap == 0 || gap > 4 || tokens_[mention.first].sentence - tokens_[before.first].sentence > 1) return;
    bool joined = false;
    for (std::size_t at = before.last; at < mention.first; ++at) {
      const std::string_view word = tokens_[at].text;
      const bool joint = is_one_of(word, {"and", "et", "&", "or", "ou", "puis", ",", "then"});
      if (!joint &&
          !is_one_of(word, {"one", "on",  "du",   "le",    "again", "the",     "des",   "un", "une", "of", "de", "at",
                            "all", "day", "also", "toute", "la",    "journee", "aussi", ".",  "en",  "\"", "«"}))
        return;
      joined = joined || joint;
    }
    const bool passes = before.role == Role::past || before.role == Role::available ||
                        before.role == Role::unavailable || before.role == Role::habit;
    if (!joined || !passes || mention.role != Role::plain) return;
    mention.role = before.role;
    if (before.role != Role::past) mention.role_if_ahead = before.role;
  }

  // `The room on Thursday was freezing, lunch came at two`: an hour goes with its day into the past.
  static void follow(const Mention& day, Group& group, Mention& mention) {
    if (day.role != Role::past || mention.role == Role::deadline) return;
    group.lent = day_of(day.value.start);
    mention.role = mention.role_if_ahead = Role::past;
  }

  // `… the party on 1 August. He took the drums away at half past one`: an hour of a tale, on the day it told of last.
  bool goes_on(const Mention& before, const Group& group, const Mention& mention) const {
    const bool hour_told = mention.role == Role::past && group.clock && !group.has_day() && !group.lent;
    return hour_told && before.role == Role::past && before.has_day && before.value.grain <= Grain::day &&
           day_of(before.value.start) + 1 < day_of(reading_.now) &&
           tokens_[group.first].sentence - tokens_[before.first].sentence <= 1;
  }

  // Amounts of time that set no limit are no mentions, nor are dates outside the years 1 to 9999.
  static void drop_unusable(std::vector<Mention>& mentions) {
    const LocalTime first = midnight(time::to_day({1, 1, 1})), end = midnight(time::to_day({10000, 1, 1}));
    const auto dated = [&](LocalTime at) { return first <= at && at < end; };
    std::vector<Mention> kept;
    for (const Mention& mention : mentions) {
      const bool limit = !mention.amount || mention.role == Role::deadline;
      const bool whole = !mention.value.end || (first <= *mention.value.end && *mention.value.end < end);
      if (limit && whole && dated(mention.value.start) && dated(mention.due)) kept.push_back(mention);
    }
    mentions = std::move(kept);
  }

  const Tokens& tokens_;
  const DateReading& reading_;
  bool french_;
};

// `b4 Friday`: the figure is part of the word.
void spell_out_before(Tokens& tokens) {
  for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
    if (!tokens[at].is("b") || !tokens[at + 1].is("4") || tokens[at + 1].space_before) continue;
    tokens[at].rename("before");
    tokens[at + 1].rename("-");
    tokens[at + 1].kind = TokenKind::mark;
  }
}

// `tomorrow's viewing`, `Friday's call`: the words that a date is read from, without the possessive that tokens
// swallow.
Tokens without_possessives(const Tokens& tokens) {
  Tokens out = tokens;
  spell_out_before(out);
  for (Token& token : out) {
    const bool swallowed = token.is_word() && token.text.size() > 3 && token.text.back() == 's' &&
                           token.end - token.start > token.text.size();
    if (!swallowed) continue;
    const std::string stem = token.text.substr(0, token.text.size() - 1);
    const bool names_a_day = is_one_of(stem, {"tomorrow", "tmrw", "today", "tonight", "yesterday"}) ||
                             weekday_word(stem, Language::english) || month_word(stem, Language::english);
    if (names_a_day) token.rename(stem);
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
