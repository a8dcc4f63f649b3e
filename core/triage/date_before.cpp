#include "core/triage/date_piece.hpp"

// Days counted back from a date: la veille de l'audience du 2 décembre, the day before Friday, two days before.
namespace relais::triage {

// `the day before`, `two days before`, `la veille`, `trois jours avant`.
std::optional<PieceReader::HowLong> PieceReader::how_long_before(std::size_t at) const {
  if (french_) {
    if (const auto next = match(at, {"la", "veille"})) return HowLong{1, next};
    if (const auto next = match(at, {"l", "avant", "veille"})) return HowLong{2, next};
  } else if (const auto next = match(at, {"the", "day", "before"})) {
    return HowLong{1, next};
  }
  if (!read_quantity(tokens_, at, reading_.language) || is(at, "the")) return std::nullopt;
  const auto amount = counted(at, at, 1);
  if (!amount || amount->moment.grain != Grain::day || !is_any(amount->last, "before", "avant")) return std::nullopt;
  return HowLong{day_of(amount->moment.start) - today_, amount->last + 1};
}

// `l'audience du 2 décembre`, `the board meeting on Friday`: the day of what a noun names.
std::optional<Piece> PieceReader::dated_behind_noun(std::size_t at) const {
  constexpr std::size_t longest_noun = 3;  // words
  const bool article = is_any(at, "le", "la", "l", "les", "notre", "votre", "mon", "ma", "the", "our", "your", "my");
  const bool contracted = at > 0 && is(at - 1, "du");  // `du conseil de vendredi`
  if (!article && !contracted) return std::nullopt;
  const std::size_t noun = article ? at + 1 : at;
  for (std::size_t here = noun + 1; here <= noun + longest_noun && here < tokens_.size(); ++here) {
    if (!tokens_[here - 1].is_word() || tokens_[here].sentence != tokens_[at].sentence) return std::nullopt;
    const bool joint = is_any(here, "du", "de", "le", "of", "on");
    if (!joint) continue;
    if (auto day = read_day(skip(here + 1, "the"))) return day;
  }
  return std::nullopt;
}

std::optional<Piece> PieceReader::before_date(std::size_t at) const {
  const auto ahead = how_long_before(at);
  if (!ahead) return std::nullopt;
  const bool of = french_ && is_any(ahead->next, "de", "du", "d");
  const std::size_t base = of ? ahead->next + 1 : ahead->next;
  const bool article = is_any(base, "le", "the");
  auto day = read_day(article ? base + 1 : base);
  if (!day && (day = dated_behind_noun(base))) {
    // The hour is that of the noun: `the day before the hearing of 2 December at 9am`.
    const std::size_t hour = skip(day->last, french_ ? "a" : "at");
    if (const auto clock = hour > day->last ? clock_time(hour, true) : std::nullopt) day->last = clock->last;
  }
  if (!day || day->first < base) return std::nullopt;
  day->first = at;
  day->day = day->day + -ahead->days;
  return day;
}

// Whether a phrase leads back to a day named before: `two days before.`, `before it`, `the day before the hearing`.
bool PieceReader::refers_back(std::size_t at) const {
  if (at >= tokens_.size() || !tokens_[at].is_word()) return true;
  if (is_any(at, "it", "that", "cela", "ca", "please", "svp", "merci")) return true;
  if (!is_any(at, "the", "l", "le", "la") || at + 1 >= tokens_.size() || !tokens_[at + 1].is_word()) return false;
  constexpr std::size_t reach = 30;  // words back to the noun's first mention
  for (std::size_t here = at; here > 0 && at - here < reach; --here) {
    if (tokens_[here - 1].is(tokens_[at + 1].text)) return true;
  }
  return false;
}

// `The hearing is on 2 December; we need the bundle two days before.`
std::optional<Piece> PieceReader::before_named_day(std::size_t at, const std::vector<Piece>& earlier) const {
  const auto ahead = how_long_before(at);
  if (!ahead) return std::nullopt;
  const bool of = french_ && is_any(ahead->next, "de", "du", "d");
  if (!refers_back(of ? ahead->next + 1 : ahead->next)) return std::nullopt;
  for (std::size_t i = earlier.size(); i-- > 0;) {
    const Piece& named = earlier[i];
    if (tokens_[at].sentence - tokens_[named.first].sentence > 1) break;
    if (named.kind != Piece::Kind::day) continue;
    Piece piece = named;
    piece.first = at;
    piece.last = ahead->next;
    piece.day = named.day + -ahead->days;
    return piece;
  }
  return std::nullopt;
}

}  // namespace relais::triage
