#include "core/triage/extract.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace relais::triage {
namespace {

constexpr std::size_t most = 20;  // of each kind

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

void add(std::vector<std::string>& to, std::string text) {
  if (!text.empty() && to.size() < most && std::find(to.begin(), to.end(), text) == to.end())
    to.push_back(std::move(text));
}

bool is_among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Figures with blanks, dots, hyphens and brackets between them: a number of 9 to 15 figures.
void find_phones(std::string_view text, Extracted& out) {
  for (std::size_t at = 0; at < text.size();) {
    const bool starts =
        is_digit(text[at]) || ((text[at] == '+' || text[at] == '(') && at + 1 < text.size() && is_digit(text[at + 1]));
    const bool inside = at > 0 && (is_letter(text[at - 1]) || is_digit(text[at - 1]) || text[at - 1] == '.' ||
                                   text[at - 1] == '/' || text[at - 1] == '-');
    if (!starts || inside) {
      ++at;
      continue;
    }
    std::size_t end = at, last_digit = at;
    int separators = 0;
    while (end < text.size() && end - at < 30) {
      const char c = text[end];
      if (is_digit(c)) {
        last_digit = end;
        separators = 0;
      } else if (std::string_view(" .-()+").find(c) == std::string_view::npos || (c == '+' && end != at) ||
                 ++separators > 2) {
        break;
      }
      ++end;
    }
    const std::string_view candidate = text.substr(at, last_digit + 1 - at);
    const std::string phone = normalized_phone(candidate);
    const std::size_t size = phone.size() - (phone.empty() || phone[0] != '+' ? 0 : 1);
    const bool local = phone.size() >= 9 && (phone[0] == '0' || phone[0] == '+' ||
                                             candidate.find_first_of(" -.(") != std::string_view::npos);
    const bool unit = last_digit + 1 < text.size() &&
                      (text[last_digit + 1] == '/' || text[last_digit + 1] == ':' || is_letter(text[last_digit + 1]));
    if (size >= 9 && size <= 15 && local && !unit) add(out.phones, phone);
    at = last_digit + 1;
  }
}

void find_links(std::string_view text, const Tokens& tokens, Extracted& out) {
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::link) continue;
    const std::string_view link = text.substr(token.start, token.end - token.start);
    if (link.find('@') != std::string_view::npos && link.find('/') == std::string_view::npos)
      add(out.emails, to_lower(link));
  }
}

std::string_view currency_of(std::string_view token) {
  if (is_among(token, {"€", "euro", "euros", "eur"})) return "EUR";
  if (is_among(token, {"£", "pounds", "pound", "gbp", "quid"})) return "GBP";
  if (is_among(token, {"$", "dollars", "dollar", "usd", "bucks"})) return "USD";
  return {};
}

// `1 249,50 €`, `£1,188.14`, `$640`, `48 600 €`: from token `at`, cents and the index behind.
bool read_amount(const Tokens& tokens, std::size_t at, std::int64_t& cents, std::size_t& next) {
  std::string whole = tokens[at].text;
  next = at + 1;
  const auto three_digits = [&](std::size_t index) {
    return index < tokens.size() && tokens[index].is_number() && tokens[index].text.size() == 3;
  };
  while (whole.size() <= 9) {
    if (three_digits(next) && tokens[next].space_before && tokens[at].text.size() <= 3) {
      whole += tokens[next++].text;
    } else if (next < tokens.size() && (tokens[next].is(",") || tokens[next].is(".")) && !tokens[next].space_before &&
               three_digits(next + 1) && !tokens[next + 1].space_before) {
      whole += tokens[next + 1].text;
      next += 2;
    } else {
      break;
    }
  }
  std::int64_t fraction = 0;
  if (next + 1 < tokens.size() && (tokens[next].is(",") || tokens[next].is(".")) && !tokens[next].space_before &&
      tokens[next + 1].is_number() && !tokens[next + 1].space_before && tokens[next + 1].text.size() <= 2) {
    fraction = tokens[next + 1].value() * (tokens[next + 1].text.size() == 1 ? 10 : 1);
    next += 2;
  }
  if (whole.size() > 12) return false;
  std::int64_t units = 0;
  for (const char c : whole) units = units * 10 + (c - '0');
  cents = units * 100 + fraction;
  return true;
}

void find_amounts(const Tokens& tokens, Extracted& out) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (!tokens[at].is_number()) continue;
    std::int64_t cents = 0;
    std::size_t next = at;
    if (!read_amount(tokens, at, cents, next)) continue;
    std::string_view currency = at > 0 ? currency_of(tokens[at - 1].text) : std::string_view{};
    if (at > 0 && tokens[at - 1].is_word()) currency = {};
    if (currency.empty() && next < tokens.size()) currency = currency_of(tokens[next].text);
    if (!currency.empty() && out.amounts.size() < most) out.amounts.push_back({cents, std::string(currency)});
    at = next - 1;
  }
}

// `#20418`, `n° 78004`, `F-2219`, `EC-2240`, `commande 77120`, `order 50218`.
void find_references(std::string_view text, const Tokens& tokens, Extracted& out) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    if (!token.is_number() || token.text.size() < 3 || token.text.size() > 12) continue;
    const bool hyphen = at >= 2 && tokens[at - 1].is("-") && !token.space_before && !tokens[at - 1].space_before &&
                        tokens[at - 2].is_word() && tokens[at - 2].capital && tokens[at - 2].text.size() <= 4;
    if (hyphen) {
      add(out.references, std::string(text.substr(tokens[at - 2].start, token.end - tokens[at - 2].start)));
      continue;
    }
    std::size_t before = at;
    bool named = false;
    for (int back = 0; back < 4 && before > 0 && !named; ++back) {
      --before;
      const std::string_view word = tokens[before].text;
      named = is_among(word, {"#", "commande", "order", "facture", "invoice", "dossier", "ticket", "reference", "ref",
                              "cmde", "inv", "case", "claim", "policy", "contrat", "candidate", "batch", "lot"});
      if (!named && !is_among(word, {"n", "no", "°", ".", ":", "number", "numero", "º", "nr"})) break;
    }
    const bool money = at + 1 < tokens.size() && !currency_of(tokens[at + 1].text).empty();
    if (named && !money) add(out.references, token.text);
  }
}

void find_names(std::string_view text, const Tokens& tokens, Extracted& out) {
  for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
    if (!is_among(tokens[at].text, {"mme", "madame", "monsieur", "m", "mr", "mrs", "ms", "miss", "dr", "docteur",
                                    "maitre", "me", "mlle"}))
      continue;
    if (tokens[at].text.size() <= 2 && !tokens[at].capital) continue;
    std::size_t next = at + 1;
    if (tokens[next].is(".")) ++next;
    std::size_t end = next;
    while (end < tokens.size() && end - next < 5 &&
           ((tokens[end].is_word() && tokens[end].capital && !tokens[end].all_capitals) ||
            (end > next && tokens[end].is("-") && !tokens[end].space_before) ||
            (tokens[end].is_word() && tokens[end].text == "d" && tokens[end].capital)))
      ++end;
    if (end > next && !is_among(tokens[next].text, {"bonjour", "merci", "je", "i", "the"})) {
      add(out.names, std::string(text.substr(tokens[next].start, tokens[end - 1].end - tokens[next].start)));
    }
  }
}

}  // namespace

std::string normalized_phone(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_digit(c)) out += c;
    if (c == '+' && out.empty()) out = "+";
  }
  return out.size() < 6 ? std::string() : out;
}

Extracted extract(std::string_view text) {
  Extracted out;
  const Tokens tokens = tokenize(text);
  find_phones(text, out);
  find_links(text, tokens, out);
  find_amounts(tokens, out);
  find_references(text, tokens, out);
  find_names(text, tokens, out);
  return out;
}

}  // namespace relais::triage
