#include "core/triage/mask.hpp"

#include "core/triage/extract.hpp"
#include "core/triage/mask_cuts.hpp"
#include "core/triage/token.hpp"

#include <algorithm>

namespace relais::triage {
namespace {

bool is_in(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_alphanumeric(char c) { return is_digit(c) || is_capital(c) || (c >= 'a' && c <= 'z'); }

// Luhn's check of a card number (ISO/IEC 7812-1, annex B).
bool is_card(std::string_view digits) {
  if (digits.size() < 13 || digits.size() > 19) return false;
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    int value = digits[digits.size() - 1 - i] - '0';
    if (i % 2 == 1) value = value * 2 > 9 ? value * 2 - 9 : value * 2;
    sum += value;
  }
  return sum % 10 == 0;
}

class Masker {
 public:
  Masker(std::string_view text, const Sender& from) : text_(text), from_(from), tokens_(tokenize(text)) {}

  std::string run() {
    find_accounts();
    find_links();
    find_addresses();
    find_postcodes();
    find_figures();
    find_amounts();
    find_names();
    take(identifiers_in(text_, tokens_));
    take(net_names_in(text_, tokens_));
    take(people_in(text_, tokens_));
    return replaced();
  }

 private:
  bool is(std::size_t at, std::string_view word) const { return at < tokens_.size() && tokens_[at].is(word); }
  bool touches(std::size_t at) const { return at < tokens_.size() && !tokens_[at].space_before; }

  void cut(std::size_t first, std::size_t last, std::string_view mark) {
    cuts_.push_back({tokens_[first].start, tokens_[last - 1].end, mark});
  }

  void take(const std::vector<Cut>& more) { cuts_.insert(cuts_.end(), more.begin(), more.end()); }

  // IBAN (ISO 13616): two letters, two figures, 11 to 30 more, in groups or not.
  void find_accounts() {
    for (std::size_t at = 0; at + 15 <= text_.size(); ++at) {
      const bool begins = is_capital(text_[at]) && is_capital(text_[at + 1]) && is_digit(text_[at + 2]) &&
                          is_digit(text_[at + 3]) && (at == 0 || !is_alphanumeric(text_[at - 1]));
      if (!begins) continue;
      std::size_t end = at, signs = 0, digits = 0;
      for (std::size_t here = at; here < text_.size() && signs < 34; ++here) {
        const char c = text_[here];
        if (c == ' ' && here + 1 < text_.size() && (is_digit(text_[here + 1]) || is_capital(text_[here + 1]))) continue;
        if (!is_digit(c) && !is_capital(c)) break;
        ++signs;
        digits += is_digit(c);
        if (is_digit(c)) end = here + 1;
      }
      if (signs < 15 || digits < 10) continue;
      cuts_.push_back({at, end, "[account]"});
      at = end;
    }
  }

  void find_links() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (tokens_[at].kind != TokenKind::link) continue;
      const bool mail =
          text_.substr(tokens_[at].start, tokens_[at].end - tokens_[at].start).find('@') != std::string_view::npos;
      cut(at, at + 1, mail ? "[email]" : "[link]");
    }
  }

  static bool french_street(std::string_view word) {
    return is_in(word, {"rue", "avenue", "av", "boulevard", "bd", "bvd", "place", "chemin", "allee", "impasse", "quai",
                        "route", "square", "cours", "passage", "ruelle", "sentier", "esplanade", "montee"});
  }
  static bool english_street(std::string_view word) {
    return is_in(word, {"street",   "st",    "road",  "rd",    "avenue",  "ave",       "lane", "ln",     "drive",
                        "close",    "court", "way",   "place", "terrace", "gardens",   "row",  "walk",   "square",
                        "crescent", "hill",  "grove", "mews",  "parade",  "boulevard", "blvd", "highway"});
  }

  // `14 bis rue des Lilas`, `3 Orchard Row`: a number, and a street's name and kind.
  void find_addresses() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (!tokens_[at].is_number() || tokens_[at].text.size() > 4) continue;
      std::size_t here = at + 1;
      while (here < tokens_.size() && is_in(tokens_[here].text, {"bis", "ter", ",", "a", "b"})) ++here;
      const std::size_t last =
          here < tokens_.size() && french_street(tokens_[here].text) ? french_end(here + 1) : english_end(at + 1);
      if (last == 0) continue;
      cut(at, last, "[address]");
      at = last - 1;
    }
  }

  // The name of a street: capitals, and the small words between them.
  std::size_t french_end(std::size_t from) const {
    std::size_t end = 0, small = 0;
    for (std::size_t at = from; at < tokens_.size() && at < from + 7; ++at) {
      const Token& token = tokens_[at];
      const bool link = is_in(token.text, {"de", "du", "des", "d", "la", "le", "les", "l", "-", "et", "aux", "au"});
      if (token.is_word() && token.capital && !link) {
        end = at + 1;
        small = 0;
      } else if (!link || ++small > 3) {
        break;
      }
    }
    return end;
  }

  std::size_t english_end(std::size_t from) const {
    for (std::size_t at = from; at < tokens_.size() && at < from + 5; ++at) {
      const Token& token = tokens_[at];
      if (!token.is_word() || !token.capital || token.sentence != tokens_[from].sentence) return 0;
      if (at > from && english_street(token.text)) return at + 1;
    }
    return 0;
  }

  // `75011 Paris`, `SW1A 2AA`.
  void find_postcodes() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const bool town_follows = at + 1 < tokens_.size() && tokens_[at + 1].is_word() && tokens_[at + 1].capital;
      if (tokens_[at].is_number() && tokens_[at].text.size() == 5 && town_follows) cut(at, at + 2, "[address]");
      if (const std::size_t last = british_postcode(at)) cut(at, last, "[address]");
    }
  }

  // Area letters, district figures and perhaps a letter; then a figure and two letters.
  std::size_t british_postcode(std::size_t at) const {
    const auto letters = [&](std::size_t index, std::size_t least, std::size_t most) {
      return index < tokens_.size() && tokens_[index].is_word() && tokens_[index].capital &&
             tokens_[index].text.size() >= least && tokens_[index].text.size() <= most;
    };
    const auto digits = [&](std::size_t index, std::size_t most) {
      return index < tokens_.size() && tokens_[index].is_number() && tokens_[index].text.size() <= most;
    };
    if (!letters(at, 1, 2) || !digits(at + 1, 2) || !touches(at + 1)) return 0;
    const std::size_t inward = letters(at + 2, 1, 1) && touches(at + 2) ? at + 3 : at + 2;
    const bool ends = digits(inward, 1) && letters(inward + 1, 2, 2) && touches(inward + 1);
    return ends ? inward + 2 : 0;
  }

  // Runs of figures: of 13 to 19 that pass the check a card, of 9 to 15 a telephone.
  void find_figures() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (!tokens_[at].is_number()) continue;
      std::string digits;
      std::size_t last = at;
      for (std::size_t here = at; here < tokens_.size() && here < at + 24; ++here) {
        const Token& token = tokens_[here];
        if (token.is_number()) {
          digits += token.text;
          last = here + 1;
        } else if (!is_in(token.text, {".", "-", "(", ")"})) {
          break;
        }
      }
      const bool plus = at > 0 && is(at - 1, "+");
      const bool phone = digits.size() >= 9 && digits.size() <= 15 && (plus || digits[0] == '0' || last > at + 1);
      const std::size_t first = plus || (at > 0 && is(at - 1, "(")) ? at - 1 : at;
      if (is_card(digits))
        cut(at, last, "[card]");
      else if (phone)
        cut(first, last, "[phone]");
      at = last - 1;
    }
  }

  static bool is_currency(std::string_view word) {
    return is_in(word, {"€", "£", "$", "euro", "euros", "eur", "pounds", "pound", "gbp", "quid", "dollars", "dollar",
                        "usd", "chf", "francs", "ke"});
  }

  // `1 250,50 €`, `£1,249.99`
  void find_amounts() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (!tokens_[at].is_number()) continue;
      std::size_t last = at + 1;
      while (last < tokens_.size()) {
        const bool group = tokens_[last].is_number() && tokens_[last].text.size() == 3;
        const bool fraction = (is(last, ",") || is(last, ".")) && touches(last) && touches(last + 1) &&
                              last + 1 < tokens_.size() && tokens_[last + 1].is_number();
        if (!group && !fraction) break;
        last += fraction ? 2 : 1;
      }
      const bool before = at > 0 && !tokens_[at - 1].is_word() && is_currency(tokens_[at - 1].text);
      const bool behind = last < tokens_.size() && is_currency(tokens_[last].text);
      if (before || behind) cut(before ? at - 1 : at, behind ? last + 1 : last, "[amount]");
      at = last - 1;
    }
  }

  // The words of the sender's name and firm, and of names behind a title.
  void find_names() {
    std::vector<std::string> names = extract(text_).names;
    names.insert(names.begin(), {from_.name, from_.company});
    for (const std::string& name : names) {
      if (name == "[name]") continue;  // masked already
      for (const Token& word : tokenize(name)) {
        const bool title = is_in(word.text, {"mme", "madame", "monsieur", "mlle", "maitre", "docteur", "mrs", "miss",
                                             "the", "and", "des", "les", "sarl", "sas", "ltd", "societe", "cabinet"});
        if (word.is_word() && word.text.size() >= 3 && !title) mask_word(word.text);
      }
    }
  }

  void mask_word(std::string_view word) {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const bool written_as_name = tokens_[at].capital || is_lower_throughout();
      if (tokens_[at].is(word) && written_as_name) cut(at, at + 1, "[name]");
    }
  }

  // A text message without capitals names people without them.
  bool is_lower_throughout() const {
    return std::none_of(tokens_.begin(), tokens_.end(), [](const Token& token) { return token.capital; });
  }

  // Of two cuts that overlap, the one that begins first, and of those the longer; names side by side become one.
  std::string replaced() {
    std::stable_sort(cuts_.begin(), cuts_.end(),
                     [](const Cut& a, const Cut& b) { return a.start != b.start ? a.start < b.start : a.end > b.end; });
    std::string out;
    std::size_t at = 0;
    std::string_view last_mark;
    for (const Cut& one : cuts_) {
      if (one.start < at) continue;
      const std::string_view between = text_.substr(at, one.start - at);
      const bool same_name = one.mark == "[name]" && last_mark == "[name]" && (between == " " || between == "-");
      if (!same_name) out.append(between).append(one.mark);
      at = one.end;
      last_mark = one.mark;
    }
    return out.append(text_.substr(at));
  }

  std::string_view text_;
  const Sender& from_;
  Tokens tokens_;
  std::vector<Cut> cuts_;
};

}  // namespace

std::string masked_text(std::string_view text, const Sender& from) { return Masker(text, from).run(); }

Request masked(Request request) {
  request.subject = masked_text(request.subject, request.from);
  request.body = masked_text(request.body, request.from);
  const auto mask_member = [](std::string& member, std::string_view mark) {
    if (!member.empty()) member = mark;
  };
  mask_member(request.from.name, "[name]");
  mask_member(request.from.phone, "[phone]");
  mask_member(request.from.email, "[email]");
  mask_member(request.from.company, "[name]");
  request.to = masked_text(request.to, {});
  request.thread_id.clear();
  request.message_id.clear();
  request.attachments.clear();
  request.extra.clear();
  return request;
}

}  // namespace relais::triage
