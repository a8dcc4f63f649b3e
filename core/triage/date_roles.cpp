#include "core/triage/date_roles.hpp"

#include "core/triage/date_tense.hpp"
#include "core/triage/pattern.hpp"

#include <algorithm>
#include <array>

namespace relais::triage {
namespace {

const PatternSet& patterns(Language language) {
  const auto build = [](Language of) {
    PatternSet set;
    std::uint32_t rule = 0;
    for (const RoleRow& row : role_rows(of)) set.add(rule++, row.patterns);
    return set;
  };
  static const PatternSet french_set = build(Language::french);
  static const PatternSet english_set = build(Language::english);
  return language == Language::french ? french_set : english_set;
}

bool asks_somebody(std::string_view word, Language language) {
  constexpr std::array<std::string_view, 12> french_requests{
      "pouvez", "pourriez", "peux", "pourrais", "voulez", "svp", "stp", "merci", "dire", "dites", "plait", "faut"};
  constexpr std::array<std::string_view, 11> english_requests{"you",  "u",    "please", "pls",     "need",    "must",
                                                              "tell", "send", "let",    "someone", "somebody"};
  return language == Language::french
             ? std::find(french_requests.begin(), french_requests.end(), word) != french_requests.end()
             : std::find(english_requests.begin(), english_requests.end(), word) != english_requests.end();
}

// `I would not alarm anybody, but this morning …`: what is asked for before the turn is not asked by then.
bool turns(const Tokens& tokens, const Hit& hit, Language language) {
  for (std::size_t at = hit.first; at < hit.mention && at < hit.last; ++at) {
    const Token& token = tokens[at];
    if (language == Language::french ? token.is("mais") || token.is("car") : token.is("but") || token.is("because"))
      return true;
  }
  return false;
}

// `Peut-on se parler avant le comité de mercredi ?`: the limit is nearer than the offer.
bool crosses_limit(const Tokens& tokens, const Hit& hit) {
  for (std::size_t at = hit.first; at < hit.mention && at < hit.last; ++at) {
    if (tokens[at].is("avant") || tokens[at].is("ici") || tokens[at].is("before") || tokens[at].is("by")) return true;
  }
  return false;
}

// `Tomorrow?`
bool is_whole_question(const Tokens& tokens, std::size_t at) {
  const bool begins = at == 0 || tokens[at - 1].sentence != tokens[at].sentence;
  return begins && at > 0 && at + 1 < tokens.size() && tokens[at + 1].is("?");
}

// Tokens of the sentences that end in a question mark and ask nobody to do anything.
std::vector<bool> questions_without_request(const Tokens& tokens, Language language) {
  std::vector<bool> wondering(tokens.size(), false);
  for (std::size_t first = 0, last = 0; first < tokens.size(); first = last) {
    bool asks = false, requests = false;
    for (last = first; last < tokens.size() && tokens[last].sentence == tokens[first].sentence; ++last) {
      asks = asks || tokens[last].is("?");
      requests = requests || asks_somebody(tokens[last].text, language);
    }
    if (asks && !requests)
      std::fill(wondering.begin() + static_cast<std::ptrdiff_t>(first),
                wondering.begin() + static_cast<std::ptrdiff_t>(last), true);
  }
  return wondering;
}

// Of the rows that match a mention the first counts.
void apply_rows(const MentionedTokens& text, Language language, std::vector<Mention>& mentions) {
  const std::span<const RoleRow> rows = role_rows(language);
  const auto none = static_cast<std::uint32_t>(rows.size());
  std::vector<std::uint32_t> best(mentions.size(), none), best_ahead(mentions.size(), none);
  for (const Hit& hit : patterns(language).find(text.tokens)) {
    const RoleRow& row = rows[hit.rule];
    if (row.weak && turns(text.tokens, hit, language)) continue;
    if (row.role == Role::available && crosses_limit(text.tokens, hit)) continue;
    for (std::size_t at = hit.first; at < hit.last; ++at) {
      if (text.mention[at] < 0) continue;
      const auto index = static_cast<std::size_t>(text.mention[at]);
      best[index] = std::min(best[index], hit.rule);
      if (!row.tense) best_ahead[index] = std::min(best_ahead[index], hit.rule);
    }
  }
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (best[i] < none) mentions[i].role = rows[best[i]].role;
    if (best_ahead[i] < none) mentions[i].role_if_ahead = rows[best_ahead[i]].role;
    mentions[i].weak = best_ahead[i] < none && rows[best_ahead[i]].weak;
  }
}

// Where no words tell, the tense of the verb does.
bool tense_tells(const MentionedTokens& text, std::size_t at, Language language, const Mention& mention) {
  const bool open = mention.role == Role::plain || (mention.role == Role::deadline && mention.weak);
  if (open && told_in_past(text, at, language)) return true;
  return (open || mention.role == Role::deadline) && told_in_past_behind(text, at, language);
}

}  // namespace

std::span<const RoleRow> role_rows(Language language) {
  return language == Language::french ? french_role_rows() : english_role_rows();
}

void assign_roles(const MentionedTokens& text, Language language, std::vector<Mention>& mentions) {
  if (mentions.empty()) return;
  apply_rows(text, language, mentions);
  const std::vector<bool> wondering = questions_without_request(text.tokens, language);
  for (std::size_t at = 0; at < text.tokens.size(); ++at) {
    if (text.mention[at] < 0) continue;
    Mention& mention = mentions[static_cast<std::size_t>(text.mention[at])];
    mention.wondered = wondering[at];
    if (mention.role == Role::plain && is_whole_question(text.tokens, at))
      mention.role = mention.role_if_ahead = Role::available;
    if (tense_tells(text, at, language, mention)) mention.role = Role::past;
  }
}

}  // namespace relais::triage
