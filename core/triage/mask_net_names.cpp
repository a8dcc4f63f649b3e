#include "core/triage/mask_cuts.hpp"

#include <algorithm>

namespace relais::triage {
namespace {

constexpr std::string_view domains[] = {"com", "fr", "org", "net", "uk", "co", "be",
                                        "ch",  "ca", "eu",  "de",  "io", "me"};

class NetNames {
 public:
  NetNames(std::string_view text, const Tokens& tokens) : text_(text), tokens_(tokens) {}

  std::vector<Cut> run() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (const std::size_t end = spelled_end(at))
        cuts_.push_back({spelled_start(at), tokens_[end - 1].end, "[email]"});
      const bool handle = tokens_[at].is("@") && tokens_[at].kind == TokenKind::mark && at + 1 < tokens_.size() &&
                          !tokens_[at + 1].space_before;
      if (handle || site(at)) cuts_.push_back({tokens_[at].start, behind(tokens_[at].start), "[link]"});
    }
    return std::move(cuts_);
  }

 private:
  bool is(std::size_t at, std::string_view word) const { return at < tokens_.size() && tokens_[at].is(word); }
  bool is_dot(std::size_t at) const { return is(at, ".") || is(at, "dot") || is(at, "point"); }
  bool is_domain(std::size_t at) const {
    return at < tokens_.size() &&
           std::find(std::begin(domains), std::end(domains), tokens_[at].text) != std::end(domains);
  }

  // The end of `at gmail dot com` if it stands here, in brackets or not; else 0.
  std::size_t spelled_end(std::size_t at) const {
    if (!is(at, "at") && !is(at, "arobase") && !is(at, "arobas")) return 0;
    std::size_t here = at + 1;
    if (is(here, "]") || is(here, ")")) ++here;
    if (here + 2 >= tokens_.size() || !tokens_[here].is_word() || !is_dot(here + 1) || !is_domain(here + 2)) return 0;
    return here + 3;
  }

  // Back over the words and dots in front of it.
  std::size_t spelled_start(std::size_t at) const {
    std::size_t first = at;
    if (first > 0 && (is(first - 1, "[") || is(first - 1, "("))) --first;
    if (first > 0) --first;
    while (first >= 2 && (is_dot(first - 1) || is(first - 1, "-") || is(first - 1, "_"))) first -= 2;
    return tokens_[first].start;
  }

  // `facebook.com/…`
  bool site(std::size_t at) const {
    const bool joined =
        at + 3 < tokens_.size() && tokens_[at].is_word() && is(at + 1, ".") && is_domain(at + 2) && is(at + 3, "/");
    return joined && tokens_[at + 3].start == tokens_[at].end + 1 + (tokens_[at + 2].end - tokens_[at + 2].start);
  }

  std::size_t behind(std::size_t start) const {
    const std::size_t end = std::min(text_.find_first_of(" \t\r\n,;)", start), text_.size());
    return end > start && text_[end - 1] == '.' ? end - 1 : end;
  }

  std::string_view text_;
  const Tokens& tokens_;
  std::vector<Cut> cuts_;
};

}  // namespace

std::vector<Cut> net_names_in(std::string_view text, const Tokens& tokens) { return NetNames(text, tokens).run(); }

}  // namespace relais::triage
