#include "core/triage/date_gate.hpp"
#include "core/triage/date_piece.hpp"

#include <algorithm>

namespace relais::triage {
namespace {

// Runs of figures that are telephone numbers, amounts of money or long references: nothing in them is a date.
std::vector<bool> find_figures(const Tokens& tokens) {
  std::vector<bool> blocked(tokens.size(), false);
  for (std::size_t at = 0; at < tokens.size();) {
    if (!tokens[at].is_number()) {
      ++at;
      continue;
    }
    std::size_t end = at, digits = 0, groups = 0;
    bool slash = false;
    for (std::size_t here = at; here < tokens.size() && here < at + 24; ++here) {
      if (tokens[here].is_number()) {
        digits += tokens[here].text.size();
        ++groups;
        end = here + 1;
      } else if (tokens[here].is(".") || tokens[here].is("-") || tokens[here].is(")") || tokens[here].is("(")) {
        if (here + 1 >= tokens.size() || tokens[here + 1].sentence != tokens[at].sentence) break;
      } else {
        slash = tokens[here].is("/") || tokens[here].is(":");
        break;
      }
    }
    const bool phone = digits >= 9 && groups >= 3 && !slash;
    const bool currency_behind =
        end < tokens.size() && (tokens[end].is("€") || tokens[end].is("euros") || tokens[end].is("$") ||
                                tokens[end].is("£") || tokens[end].is("%") || tokens[end].is("eur"));
    const bool currency_before = at > 0 && (tokens[at - 1].is("$") || tokens[at - 1].is("£") ||
                                            tokens[at - 1].is("€") || tokens[at - 1].is("#"));
    const bool reference = groups == 1 && tokens[at].text.size() >= 5;
    if (phone || currency_behind || currency_before || reference) {
      std::fill(blocked.begin() + static_cast<std::ptrdiff_t>(at), blocked.begin() + static_cast<std::ptrdiff_t>(end),
                true);
      at = end;
    } else {
      ++at;
    }
  }
  return blocked;
}

// A longer reading wins; of two of the same length, the more telling.
bool better(const Piece& a, const Piece& b) {
  if ((a.kind == Piece::Kind::duration) != (b.kind == Piece::Kind::duration)) return b.kind == Piece::Kind::duration;
  if (a.last != b.last) return a.last > b.last;
  return a.first < b.first;
}

}  // namespace

std::size_t PieceReader::match(std::size_t at, std::initializer_list<std::string_view> words) const {
  std::size_t here = at;
  bool first = true;
  for (const std::string_view word : words) {
    if (!first && is(here, "-")) ++here;
    if (!is(here, word)) return 0;
    if (!first && tokens_[here].sentence != tokens_[at].sentence) return 0;
    first = false;
    ++here;
  }
  return here;
}

// As above, of words parted by spaces.
std::size_t PieceReader::match(std::size_t at, std::string_view phrase) const {
  std::size_t here = at;
  while (!phrase.empty()) {
    const std::size_t length = std::min(phrase.find(' '), phrase.size());
    if (here > at && is(here, "-")) ++here;
    if (!is(here, phrase.substr(0, length)) || tokens_[here].sentence != tokens_[at].sentence) return 0;
    ++here;
    phrase.remove_prefix(std::min(length + 1, phrase.size()));
  }
  return here;
}

std::int64_t PieceReader::number(std::size_t at, std::int64_t least, std::int64_t most) const {
  if (at >= tokens_.size() || !tokens_[at].is_number()) return -1;
  const std::int64_t value = tokens_[at].value();
  return value >= least && value <= most ? value : -1;
}

std::vector<Piece> PieceReader::read() const {
  const std::vector<bool> blocked = find_figures(tokens_);
  const std::vector<bool> can_begin =
      reading_.gated ? where_dates_can_begin(tokens_) : std::vector<bool>(tokens_.size(), true);
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < tokens_.size();) {
    // Nothing begins at a mark: `dix-sept.` is no September.
    if (blocked[at] || !can_begin[at] || tokens_[at].kind == TokenKind::mark) {
      ++at;
      continue;
    }
    std::optional<Piece> best;
    for (const auto read : {&PieceReader::read_day, &PieceReader::read_span, &PieceReader::read_clock}) {
      auto piece = (this->*read)(at);
      if (piece && (!best || better(*piece, *best))) best = piece;
    }
    if (auto piece = before_named_day(at, pieces)) best = piece;
    // English hours without am or pm need a word that announces them: `at 9`, `by 4`, `until 8`.
    const bool announced = !french_ && at > 0 &&
                           is_any(at - 1, "at", "by", "before", "after", "until", "till", "til", "around", "about", "@",
                                  "from", "than", "approx");
    if (!best && announced) best = clock_time(at, true);
    // `my 8.30 tomorrow`, `9 on Friday`: the day right behind announces it as well.
    if (!best && !french_ && tokens_[at].is_number()) {
      auto piece = clock_time(at, true);
      const std::size_t behind = piece ? skip(piece->last, ",") : at;
      const auto part = piece && behind < tokens_.size() ? day_part(behind) : std::nullopt;
      const bool day_behind = piece && piece->last < tokens_.size() && read_day(piece->last);
      if (day_behind || (part && part->part_of_now)) best = piece;
    }
    if (!best) {
      ++at;
      continue;
    }
    // `next Friday` and `a week on Friday` begin before the place where they were found.
    while (!pieces.empty() && pieces.back().last > best->first) pieces.pop_back();
    at = std::max(best->last, at + 1);
    pieces.push_back(*best);
  }
  return pieces;
}

}  // namespace relais::triage
