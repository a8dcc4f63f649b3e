#include "core/triage/moment.hpp"

#include <array>

namespace relais::triage {

std::string_view name(Grain grain) {
  constexpr std::array<std::string_view, 8> names{"second", "minute", "hour",    "day",
                                                  "week",   "month",  "quarter", "year"};
  return names[static_cast<std::size_t>(grain)];
}

std::string_view name(Sense sense) {
  constexpr std::array<std::string_view, 4> names{"deadline", "event", "not-before", "past"};
  return names[static_cast<std::size_t>(sense)];
}

bool writes_month_first(Language language, std::string_view zone) {
  if (language != Language::english) return false;
  for (const std::string_view elsewhere :
       {"Europe/", "Africa/", "Asia/", "Australia/", "Indian/", "Atlantic/", "Pacific/Auckland", "GB"}) {
    if (zone.substr(0, elsewhere.size()) == elsewhere) return false;
  }
  return true;
}

MentionedTokens with_mentions(const Tokens& tokens, const std::vector<Mention>& mentions) {
  MentionedTokens out;
  std::size_t next = 0;
  for (std::size_t at = 0; at < tokens.size();) {
    if (next < mentions.size() && mentions[next].first == at) {
      Token token = tokens[at];
      token.rename(mentions[next].amount ? "@amount" : "@date");
      token.kind = TokenKind::word;
      token.end = tokens[mentions[next].last - 1].end;
      out.tokens.push_back(std::move(token));
      out.origin.push_back(at);
      out.mention.push_back(static_cast<std::int32_t>(next));
      at = mentions[next++].last;
    } else {
      out.tokens.push_back(tokens[at]);
      out.origin.push_back(at);
      out.mention.push_back(-1);
      ++at;
    }
  }
  return out;
}

}  // namespace relais::triage
