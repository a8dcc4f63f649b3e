#include "core/triage/message_parts.hpp"

#include "core/base/text.hpp"
#include "core/triage/token.hpp"

#include <algorithm>
#include <array>

namespace relais::triage {
namespace {

struct Line {
  std::size_t start = 0, end = 0;
  std::string folded;  // only its beginning, for comparison
};

constexpr std::size_t compared = 160;

std::vector<Line> split_lines(std::string_view body) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at <= body.size();) {
    const std::size_t end = std::min(body.find('\n', at), body.size());
    lines.push_back({at, end, fold(trim(body.substr(at, std::min(end - at, compared))))});
    at = end + 1;
  }
  return lines;
}

bool begins(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

template <std::size_t N>
bool begins_with_any(std::string_view text, const std::array<std::string_view, N>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view with) { return begins(text, with); });
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool ends(std::string_view text, std::string_view with) {
  return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}

// `Le 4 mai, Didier Pommier a écrit :`, `On 15 Oct 2026, the Property Team wrote:`
bool is_attribution(std::string_view line) {
  while (begins(line, ">") || begins(line, " ")) line.remove_prefix(1);
  const bool french = begins(line, "le ") && (ends(line, "a ecrit :") || ends(line, "a ecrit:"));
  const bool english = begins(line, "on ") && ends(line, "wrote:");
  return french || english;
}

bool is_separator(std::string_view line) {
  const bool dashes = begins(line, "---") || begins(line, "___") || begins(line, "===");
  return dashes && (contains(line, "original") || contains(line, "origine") || contains(line, "transfere") ||
                    contains(line, "forwarded") || contains(line, "message"));
}

bool says_forwarded(std::string_view line) { return contains(line, "transfere") || contains(line, "forwarded"); }

// `De : … / Envoyé : … / Objet : …` within a few lines.
bool is_header_block(const std::vector<Line>& lines, std::size_t at) {
  constexpr std::array<std::string_view, 4> from{"de :", "de:", "from:", "from :"};
  constexpr std::array<std::string_view, 12> others{
      "envoye", "sent:", "date :", "date:", "objet :", "objet:", "subject:", "to:", "a :", "a:", "cc:", "cc :"};
  if (!begins_with_any(lines[at].folded, from)) return false;
  int found = 0;
  for (std::size_t next = at + 1; next < lines.size() && next <= at + 5; ++next) {
    found += begins_with_any(lines[next].folded, others);
  }
  return found > 0;
}

constexpr std::array<std::string_view, 40> closings{"cordialement",
                                                    "bien cordialement",
                                                    "tres cordialement",
                                                    "bien a vous",
                                                    "bien a toi",
                                                    "sinceres salutations",
                                                    "salutations",
                                                    "respectueusement",
                                                    "amicalement",
                                                    "bien amicalement",
                                                    "amities",
                                                    "avec mes remerciements",
                                                    "meilleures salutations",
                                                    "cdt",
                                                    "cdlt",
                                                    "bav",
                                                    "a bientot",
                                                    "avec toutes mes",
                                                    "best regards",
                                                    "kind regards",
                                                    "warm regards",
                                                    "regards",
                                                    "best wishes",
                                                    "all the best",
                                                    "yours sincerely",
                                                    "yours faithfully",
                                                    "yours truly",
                                                    "sincerely",
                                                    "respectfully",
                                                    "kindest regards",
                                                    "many thanks",
                                                    "thanks,",
                                                    "thank you,",
                                                    "cheers,",
                                                    "merci,",
                                                    "best,",
                                                    "warmly",
                                                    "speak soon",
                                                    "veuillez agreer",
                                                    "je vous prie d agreer"};

bool is_closing(std::string_view folded) {
  return folded.size() <= 70 && begins_with_any(folded, closings) && !ends(folded, "?");
}

constexpr std::array<std::string_view, 22> disclaimers{"confidentiality",
                                                       "this email",
                                                       "this e-mail",
                                                       "this message",
                                                       "the information contained",
                                                       "ce message",
                                                       "ce courriel",
                                                       "cet e-mail",
                                                       "ce mail",
                                                       "avis de confidentialite",
                                                       "think before you print",
                                                       "please consider the environment",
                                                       "pensez a l",
                                                       "n imprimez",
                                                       "sent from my",
                                                       "envoye de mon",
                                                       "envoye depuis",
                                                       "get outlook",
                                                       "telecharger outlook",
                                                       "please note our payment runs",
                                                       "mentions legales",
                                                       "registered in"};

// Whether a line is the sender's name, alone or before a title: `Yolanda Marsh, RN`.
bool is_name(std::string_view folded, const Tokens& sender) {
  const Tokens words = tokenize(folded);
  std::size_t count = 0, shared = 0;
  for (const Token& token : words) {
    if (!token.is_word()) continue;
    ++count;
    shared += std::any_of(sender.begin(), sender.end(), [&](const Token& name) {
      return name.is_word() && name.text.size() > 2 && name.text == token.text;
    });
  }
  return count > 0 && count <= 6 && shared > 0 && shared * 3 >= count;
}

class Splitter {
 public:
  Splitter(std::string_view body, std::string_view subject, std::string_view sender)
      : body_(body), lines_(split_lines(body)), sender_(tokenize(sender)) {
    const std::string title = fold(subject);
    forwarding_ = begins(title, "tr:") || begins(title, "tr :") || begins(title, "fw:") || begins(title, "fwd:");
  }

  MessageParts run() {
    parts_.message = blank(body_);
    parts_.quoted = parts_.message;
    for (std::size_t i = 0; i < lines_.size(); ++i) place(i);
    return std::move(parts_);
  }

 private:
  enum class State { message, signature, quoted };

  static std::string blank(std::string_view text) {
    std::string out(text.size(), ' ');
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') out[i] = '\n';
    }
    return out;
  }

  void keep(std::string& in, const Line& line) const {
    in.replace(line.start, line.end - line.start, body_.substr(line.start, line.end - line.start));
  }

  void place(std::size_t i) {
    const Line& line = lines_[i];
    const std::string_view text = line.folded;
    if (state_ != State::quoted) look_for_quotation(i);
    const bool marked = begins(text, ">");
    if (marked || state_ == State::quoted || is_attribution(text)) {
      count_earlier(text);
      if (state_ != State::message || marked || !parts_.forwarded) keep(parts_.quoted, line);
      return;
    }
    if (state_ == State::message) look_for_signature(i);
    if (state_ == State::signature && (begins(text, "ps") || begins(text, "p.s") || begins(text, "nb ")))
      state_ = State::message;
    if (state_ == State::message && !begins_with_any(text, disclaimers)) keep(parts_.message, line);
    content_ = content_ || !text.empty();
  }

  void look_for_quotation(std::size_t i) {
    const std::string_view text = lines_[i].folded;
    const bool separator = is_separator(text);
    const bool header = is_header_block(lines_, i);
    if (separator && says_forwarded(text)) parts_.forwarded = true;
    if (parts_.forwarded || (forwarding_ && (separator || header))) {
      parts_.forwarded = true;
      if (separator || header) state_ = State::message;
      return;
    }
    if (separator || header || is_attribution(text)) state_ = State::quoted;
  }

  void look_for_signature(std::size_t i) {
    const std::string_view text = lines_[i].folded;
    if (!content_) return;
    const bool mark = text == "--" || text == "-- ";
    const bool closing = is_closing(text) || (is_name(text, sender_) && i > 0);
    if (mark || (closing && rest_is_signature(i + 1))) state_ = State::signature;
  }

  // Short lines only, or legal text, up to a quotation.
  bool rest_is_signature(std::size_t i) const {
    std::size_t count = 0;
    for (; i < lines_.size(); ++i) {
      const std::string_view text = lines_[i].folded;
      if (begins(text, ">") || is_attribution(text) || is_separator(text) || is_header_block(lines_, i)) return true;
      if (begins(text, "ps") || begins(text, "p.s")) return true;
      if (begins_with_any(text, disclaimers)) continue;
      if (contains(text, "environment") || contains(text, "payment runs") || contains(text, "confidential")) continue;
      if (lines_[i].end - lines_[i].start > 90 || ++count > 14 || ends(text, "?")) return false;
    }
    return true;
  }

  void count_earlier(std::string_view line) {
    if (!is_attribution(line)) return;
    const Tokens words = tokenize(line);
    const bool same = std::any_of(words.begin(), words.end(), [&](const Token& word) {
      return word.text.size() > 2 && word.is_word() &&
             std::any_of(sender_.begin(), sender_.end(), [&](const Token& name) { return name.text == word.text; });
    });
    parts_.earlier_by_sender += same;
  }

  std::string_view body_;
  std::vector<Line> lines_;
  Tokens sender_;
  MessageParts parts_;
  State state_ = State::message;
  bool forwarding_ = false;
  bool content_ = false;
};

}  // namespace

MessageParts split_message(std::string_view body, std::string_view subject, std::string_view sender) {
  return Splitter(body, subject, sender).run();
}

}  // namespace relais::triage
