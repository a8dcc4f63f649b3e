#include "core/triage/features.hpp"

#include "core/policy/policy_json.hpp"
#include "core/triage/business_days.hpp"
#include "core/triage/concepts.hpp"
#include "core/triage/fixed.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace relais::triage {
namespace {

constexpr std::size_t most_words = 400;  // further words of a long text say little
constexpr std::int64_t one = 256;
constexpr std::int32_t text_length = 6 * one;

// FNV-1a, 32 bits, and a last stir: the low bits choose the bucket.
constexpr std::uint32_t start = 2166136261u;
constexpr std::uint32_t hash(std::string_view text, std::uint32_t seed = start) {
  for (const char c : text) seed = (seed ^ static_cast<unsigned char>(c)) * 16777619u;
  return seed;
}
constexpr std::uint32_t stir(std::uint32_t h) { return h ^ (h >> 15); }

// Moves features into ascending order of one byte of their bucket; those alike keep their order.
void sort_by_byte(const Features& from, Features& to, int shift) {
  std::array<std::uint32_t, 257> begins{};
  const auto byte_of = [&](const Feature& f) { return static_cast<std::size_t>(f.bucket >> shift & 0xFF); };
  for (const Feature& f : from) ++begins[byte_of(f) + 1];
  for (std::size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
  to.resize(from.size());
  for (const Feature& f : from) to[begins[byte_of(f)]++] = f;
}

// One feature a bucket, the greatest weight of each.
void settle(Features& features) {
  Features by_low_byte;
  sort_by_byte(features, by_low_byte, 0);
  sort_by_byte(by_low_byte, features, 8);
  std::size_t kept = 0;
  for (const Feature& f : features) {
    if (kept > 0 && features[kept - 1].bucket == f.bucket) {
      features[kept - 1].weight = std::max(features[kept - 1].weight, f.weight);
    } else {
      features[kept++] = f;
    }
  }
  features.resize(kept);
}

class TextFeatures {
 public:
  void read(const Tokens& tokens) {
    for (const Token& token : tokens) {
      if (words_ >= most_words) return;
      if (speaks(token)) take(token);
    }
    if (!tokens.empty()) add(hash("$", pair_), one);
  }

  Features finish() {
    settle(features_);
    std::int64_t squares = 0;
    for (const Feature& f : features_) squares += std::int64_t{f.weight} * f.weight;
    // At most 2^16 features of weight 1: all of it fits into 32 bits.
    const auto length = static_cast<std::int32_t>(std::max<std::int64_t>(square_root(squares), 1));
    for (Feature& f : features_) f.weight = static_cast<std::int16_t>(f.weight * text_length / length);
    return std::move(features_);
  }

 private:
  static constexpr std::uint32_t word = hash("w"), pair = hash("b"), gap = hash("s"), piece = hash("c");

  static bool speaks(const Token& token) {
    constexpr std::array<std::string_view, 5> marks{"?", "!", "$", "£", "€"};
    return token.kind != TokenKind::mark || std::find(marks.begin(), marks.end(), token.text) != marks.end();
  }

  void add(std::uint32_t code, std::int64_t weight) {
    features_.push_back({static_cast<std::uint16_t>(stir(code) % text_buckets), static_cast<std::int16_t>(weight)});
  }

  void take(const Token& token) {
    // A number counts by its length, a link by being one.
    if (token.is_number()) {
      take_form("0" + std::to_string(token.text.size()));
    } else {
      take_form(token.kind == TokenKind::link ? std::string_view("&") : std::string_view(token.text));
    }
    if (token.is_word()) take_pieces(token.text);
    ++words_;
  }

  void take_form(std::string_view form) {
    add(hash(form, word), one);
    add(hash(form, pair_), one);
    add(hash(form, gap_), one / 2);
    gap_ = next_gap_;
    next_gap_ = after(form, gap);
    pair_ = after(form, pair);
  }

  // Pieces of four and five letters: each of five begins with one of four.
  void take_pieces(std::string_view text) {
    if (text.size() > 40) return;
    frame_ = '<';
    frame_ += text;
    frame_ += '>';
    for (std::size_t at = 0; at + 4 <= frame_.size(); ++at) {
      const std::uint32_t four = hash(std::string_view(frame_).substr(at, 4), piece);
      add(four, one / 2);
      if (at + 5 <= frame_.size()) add(hash(std::string_view(frame_).substr(at + 4, 1), four), one / 2);
    }
  }

  static constexpr std::uint32_t after(std::string_view form, std::uint32_t kind) {
    return hash(" ", hash(form, kind));
  }

  Features features_;
  // The beginnings of the next pair, of the next pair with a gap and of the one behind it.
  std::uint32_t pair_ = after("^", pair), gap_ = after("^^", gap), next_gap_ = after("^", gap);
  std::string frame_;
  std::size_t words_ = 0;
};

class SignalFeatures {
 public:
  void add(std::string_view family, std::string_view what, std::int64_t weight) {
    const std::uint32_t code = stir(hash(what, hash(family)));
    const auto bucket = static_cast<std::uint16_t>(text_buckets + 1 + code % (signal_buckets - 1));
    features.push_back({bucket, static_cast<std::int16_t>(weight)});
  }

  Features features{{bias_bucket, one}};
};

int logarithm(std::size_t value) {
  int log = 0;
  while (value > 1) {
    value >>= 1;
    ++log;
  }
  return log;
}

void add_time(SignalFeatures& out, const Evidence& evidence) {
  std::string_view left = "none";
  if (evidence.deadline) {
    const int days = working_days_until(office_hours(), evidence.now, evidence.deadline->at);
    left = days <= 0 ? "today" : days <= 1 ? "one" : days <= 3 ? "three" : days <= 10 ? "ten" : "far";
    if (evidence.deadline->marked) out.add("marked:", left, one);
  }
  out.add("left:", left, one);
  if (evidence.context.changes_appointment) out.add("context:", "changes", one);
  if (evidence.context.books_appointment) out.add("context:", "books", one);
}

void add_findings(SignalFeatures& out, const Evidence& evidence) {
  for (const Finding& finding : evidence.findings)
    out.add("signal:", finding.signal->code, std::min<std::int64_t>(one * 3 / 2, one / 2 + one / 4 * finding.points));
  std::array<std::int64_t, category_count> votes{};
  for (const Finding& finding : evidence.findings) {
    for (const Vote& vote : finding.signal->votes)
      votes[static_cast<std::size_t>(vote.category)] += vote.points * finding.points;
  }
  for (std::size_t i = 0; i < votes.size(); ++i) {
    if (votes[i] > 0) out.add("votes:", category_names()[i], std::min<std::int64_t>(2 * one, votes[i] * one / 16));
  }
}

// What the words are about, whatever the words: once a concept, the more often the more.
void add_concepts(SignalFeatures& out, const Evidence& evidence) {
  std::array<int, 256> seen{};
  for (const Tokens* tokens : {&evidence.subject, &evidence.body}) {
    for (const Token& token : *tokens) {
      if (!token.is_word()) continue;
      for (const Concept one_of : concepts_of(token.text, evidence.language)) ++seen[one_of];
    }
  }
  const std::span<const ConceptWords> concepts = concepts_in(evidence.language);
  for (std::size_t i = 0; i < concepts.size(); ++i) {
    if (seen[i] > 0) out.add("concept:", concepts[i].name, seen[i] > 1 ? one * 2 : one);
  }
}

void add_form(SignalFeatures& out, const Request& request, const Evidence& evidence) {
  out.add("words:", std::to_string(evidence.wording.urgency), one);
  out.add("asks:", evidence.asks ? "yes" : "no", one / 2);
  out.add("length:", std::to_string(logarithm(evidence.words + 1)), one / 2);
  if (!request.channel.empty()) out.add("channel:", request.channel, one / 2);
  if (!request.client.empty()) out.add("client:", request.client, one / 2);
  if (!request.from.email.empty()) out.add("from:", fold(request.from.email), one);
  int shouted = 0, numbers = 0;
  for (const Token& token : evidence.body) {
    shouted += token.all_capitals;
    numbers += token.is_number();
  }
  out.add("shouted:", std::to_string(std::min(shouted, 3)), one / 2);
  out.add("numbers:", std::to_string(std::min(numbers, 4)), one / 2);
}

void add_rules(SignalFeatures& out, const Judgement& rules) {
  out.add("rules-category:", rules.category, one);
  out.add("rules-action:", name(rules.action), one);
  out.add("rules-priority:", policy::name(rules.priority), one);
  out.add("rules-score:", std::to_string((rules.score + 3000) / 300), one / 2);
  const std::int64_t score = std::clamp<std::int64_t>(rules.score, -3000, 3000);
  out.add("rules:", "score", score * one / 1000);
}

}  // namespace

Features features_of(const Request& request, const Evidence& evidence, const Judgement& rules) {
  TextFeatures text;
  text.read(evidence.subject);
  text.read(evidence.body);
  Features features = text.finish();
  SignalFeatures signals;
  add_findings(signals, evidence);
  add_concepts(signals, evidence);
  add_time(signals, evidence);
  add_form(signals, request, evidence);
  add_rules(signals, rules);
  settle(signals.features);
  features.insert(features.end(), signals.features.begin(), signals.features.end());
  return features;
}

Features with_decision(const Features& features, const Request& request, policy::Priority priority,
                       std::string_view category) {
  SignalFeatures decided;
  const std::string both = std::string(policy::name(priority)) + " " + std::string(category);
  decided.add("decided:", both, one);
  decided.add("decided-priority:", policy::name(priority), one);
  decided.add("decided-category:", category, one);
  decided.add("decided-client:", std::string(category) + " " + request.client, one / 2);
  // All of it belongs among the signals, which come last.
  const auto signals =
      std::find_if(features.begin(), features.end(), [](const Feature& f) { return f.bucket >= text_buckets; });
  decided.features.insert(decided.features.begin(), signals, features.end());
  settle(decided.features);
  Features out(features.begin(), signals);
  out.insert(out.end(), decided.features.begin(), decided.features.end());
  return out;
}

}  // namespace relais::triage
