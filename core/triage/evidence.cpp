#include "core/triage/evidence.hpp"

#include "core/triage/pattern.hpp"
#include "core/triage/resolved.hpp"
#include "core/triage/triage_dates.hpp"

#include <algorithm>

namespace relais::triage {
namespace {

/// The patterns of a language, compiled once: rows by their place in the table, `unless` beside them.
struct Compiled {
  explicit Compiled(Language language) : words(word_classes(language)), unless(word_classes(language)) {}

  PatternSet words, unless;
  std::vector<SignalWords> rows;
};

const Compiled& compiled(Language language) {
  const auto build = [](std::span<const SignalWords> phrases, Language of) {
    Compiled out(of);
    out.rows.assign(phrases.begin(), phrases.end());
    const std::span<const SignalWords> words = topic_words(of);
    out.rows.insert(out.rows.end(), words.begin(), words.end());
    for (std::uint32_t row = 0; row < out.rows.size(); ++row) {
      out.words.add(row, out.rows[row].patterns);
      out.unless.add(row, out.rows[row].unless);
    }
    return out;
  };
  static const Compiled french = build(french_signals(), Language::french);
  static const Compiled english = build(english_signals(), Language::english);
  return language == Language::french ? french : english;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_negator(std::string_view word, Language language) {
  if (language == Language::french)
    return is_one_of(word, {"pas", "aucun", "aucune", "sans", "jamais", "ni", "non", "nul", "nulle", "plus"});
  return is_one_of(word, {"no", "not", "without", "never", "none", "isnt", "wasnt", "arent", "dont", "doesnt", "didnt",
                          "hasnt", "havent", "wont", "nor", "neither", "nothing"});
}

// `pas de fuite`, `aucune douleur`, `ne déborde pas`, `no leak`, `isn't flooding`, `en cas de fuite`.
bool is_negated(const Tokens& tokens, const Hit& hit, Language language) {
  const std::uint32_t sentence = tokens[hit.first].sentence;
  for (std::size_t back = 1; back <= 3 && back <= hit.first; ++back) {
    const Token& token = tokens[hit.first - back];
    if (token.sentence != sentence || token.is(",") ||
        is_one_of(token.text, {"mais", "but", "et", "and", "car", "because"}))
      break;
    if (is_negator(token.text, language)) {
      // `je ne peux plus attendre, ça fuit`: `plus` and `pas` negate what follows `de`, or the verb at hand.
      const bool verb_negation = language == Language::french && is_one_of(token.text, {"plus", "pas"}) && back > 1 &&
                                 !is_one_of(tokens[hit.first - back + 1].text,
                                            {"de", "d", "du", "mal", "la", "le", "trop", "vraiment", "une", "un"});
      if (!verb_negation) return true;
    }
    if (token.is("cas") || token.is("case")) return true;
  }
  if (language == Language::english || hit.last >= tokens.size()) return false;
  const Token& next = tokens[hit.last];
  const bool after = next.sentence == sentence && is_one_of(next.text, {"pas", "jamais"});
  return after && hit.first > 0;
}

constexpr std::int64_t long_ago = 10 * time::seconds_per_day;

class Reader {
 public:
  Reader(const Request& request, time::LocalTime received) : request_(request) {
    evidence_.now = request.received_at.value_or(received);
  }

  Evidence run() {
    evidence_.parts = split_message(request_.body, request_.subject, request_.from.name);
    evidence_.subject = tokenize(request_.subject);
    evidence_.body = tokenize(evidence_.parts.message);
    choose_language();
    for (const Token& token : evidence_.body) evidence_.words += token.is_word();
    read_field(Field::subject, evidence_.subject);
    read_field(Field::body, evidence_.body);
    read_deadline();
    read_wording_of_both();
    gather();
    return std::move(evidence_);
  }

 private:
  void choose_language() {
    std::optional<Language> given = request_.lang.empty() ? std::nullopt : parse_language(request_.lang);
    std::optional<Language> found = given;
    if (!found) found = detect_language(evidence_.body);
    if (!found) found = detect_language(evidence_.subject);
    evidence_.language_known = found.has_value();
    evidence_.language = found.value_or(Language::french);
  }

  void read_field(Field field, const Tokens& tokens) {
    const DateReading reading{evidence_.language, evidence_.now,
                              writes_month_first(evidence_.language, request_.zone->name())};
    const std::vector<Mention> mentions = find_mentions(tokens, reading);
    const MentionedTokens text = with_mentions(tokens, mentions);
    const Compiled& tables = compiled(evidence_.language);
    std::optional<std::vector<Hit>> resolutions;  // looked for only where there is harm
    const std::vector<Hit> hits = tables.words.find(text.tokens, 20);
    const bool excusable =
        std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) { return !tables.rows[hit.rule].unless.empty(); });
    const std::vector<Hit> excuses = excusable ? tables.unless.find(text.tokens, 100) : std::vector<Hit>();
    for (const Hit& hit : hits) {
      const bool excused = std::any_of(excuses.begin(), excuses.end(), [&](const Hit& excuse) {
        return excuse.rule == hit.rule && excuse.first < hit.last + 3 && hit.first < excuse.last + 3;
      });
      const Signal* signal = find_signal(tables.rows[hit.rule].code);
      if (excused || !signal) continue;
      if (signal->negatable && is_negated(text.tokens, hit, evidence_.language)) continue;
      const bool harm = signal->group == SignalGroup::danger;
      if (harm && told_of_long_ago(text, mentions, hit)) continue;
      if (harm && !resolutions) resolutions = find_resolutions(text.tokens, evidence_.language);
      if (harm && is_resolved(text.tokens, hit, *resolutions, evidence_.language)) continue;
      hits_.push_back({hit.rule, signal, {field, text.tokens[hit.first].start, text.tokens[hit.last - 1].end}});
    }
    const DeadlineContext context = read_deadline_context(text.tokens, evidence_.language);
    const bool changes = std::any_of(hits_.begin(), hits_.end(),
                                     [](const RowHit& hit) { return hit.signal->code == "appointment-change"; });
    evidence_.context.changes_appointment |= context.changes_appointment || changes;
    evidence_.context.books_appointment |= context.books_appointment;
    evidence_.context.offers |= context.offers;
    evidence_.mentions.insert(evidence_.mentions.end(), mentions.begin(), mentions.end());
    evidence_.mention_fields.insert(evidence_.mention_fields.end(), mentions.size(), field);
    for (const Token& token : tokens) evidence_.asks = evidence_.asks || token.is("?");
  }

  // A flood of four years ago is no flood.
  bool told_of_long_ago(const MentionedTokens& text, const std::vector<Mention>& mentions, const Hit& hit) const {
    const std::uint32_t sentence = text.tokens[hit.first].sentence;
    for (std::size_t at = 0; at < text.tokens.size(); ++at) {
      const std::int32_t index = text.mention[at];
      if (index < 0 || text.tokens[at].sentence != sentence) continue;
      const Mention& mention = mentions[static_cast<std::size_t>(index)];
      if (mention.role == Role::past && evidence_.now - mention.value.start > long_ago &&
          mention.value.grain <= Grain::year)
        return true;
    }
    return false;
  }

  // The subject's dates count with the body's, as one text.
  void read_deadline() { evidence_.deadline = choose_deadline(evidence_.mentions, evidence_.now, evidence_.context); }

  void read_wording_of_both() {
    const Wording subject = read_wording(evidence_.subject, evidence_.language);
    evidence_.wording = read_wording(evidence_.body, evidence_.language);
    Wording& both = evidence_.wording;
    // `For urgent matters please contact …` of an answering machine is no haste.
    const bool machine = std::any_of(hits_.begin(), hits_.end(),
                                     [](const RowHit& hit) { return hit.signal->code == "automatic-message"; });
    if (machine && both.urgency > 0) both.urgency = 0;
    if (subject.urgency != 0 && !machine && (both.urgency == 0 || subject.urgency < 0)) both.urgency = subject.urgency;
    const auto place_in = [&](const Wording& wording, const Tokens& tokens, Field field) {
      for (const Wording::Place& place : wording.places) {
        if (place.sign != both.urgency || evidence_.wording_place) continue;
        evidence_.wording_place = Place{field, tokens[place.first].start, tokens[place.last - 1].end};
      }
    };
    place_in(both, evidence_.body, Field::body);
    place_in(subject, evidence_.subject, Field::subject);
  }

  // One finding a signal. Votes: the first hit of a row counts fully, the second half, the subject's one and a half.
  void gather() {
    const std::vector<SignalWords>& rows = compiled(evidence_.language).rows;
    std::vector<int> seen(rows.size(), 0);
    for (const Signal& signal : signals()) {
      Finding finding;
      for (const RowHit& hit : hits_) {
        if (hit.signal != &signal) continue;
        const int strength = rows[hit.row].strength;
        if (!finding.signal) finding = {&signal, hit.place, strength, 0};
        finding.strength = std::max(finding.strength, strength);
        const int most = signal.group == SignalGroup::social ? 5 : 3;
        const int share = seen[hit.row] == 0 ? 2 : seen[hit.row] < most ? 1 : 0;
        finding.points += strength * share * (hit.place.field == Field::subject ? 3 : 2) / 2;
        ++seen[hit.row];
      }
      // `Merci` under a long message closes it; alone it is an answer.
      const bool closes = signal.code == "acknowledgement" && evidence_.words > 20;
      if (finding.signal && !closes) evidence_.findings.push_back(finding);
    }
  }

  struct RowHit {
    std::uint32_t row = 0;
    const Signal* signal = nullptr;
    Place place;
  };

  const Request& request_;
  Evidence evidence_;
  std::vector<RowHit> hits_;
};

}  // namespace

std::string_view name(Field field) { return field == Field::subject ? "subject" : "body"; }

const Finding* Evidence::find(std::string_view code) const {
  const auto found =
      std::find_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.signal->code == code; });
  return found == findings.end() ? nullptr : &*found;
}

Evidence read_evidence(const Request& request, time::LocalTime received) { return Reader(request, received).run(); }

}  // namespace relais::triage
