#include "core/triage/judgement.hpp"

#include "core/policy/policy_json.hpp"
#include "core/triage/action.hpp"
#include "core/triage/category.hpp"
#include "core/triage/priority_scale.hpp"
#include "core/triage/sender.hpp"
#include "core/triage/weighing.hpp"

#include <algorithm>
#include <array>

namespace relais::triage {
namespace {

using policy::Priority;

class Judge {
 public:
  Judge(const Request& request, const Evidence& evidence, const policy::Policy& policy, const History& history,
        const Learned& learned)
      : request_(request),
        evidence_(evidence),
        policy_(policy),
        history_(history),
        learned_(evidence.words > 0 ? learned : of_priority_alone(learned)),
        understood_{request, evidence, policy.client(request.client), Category::information, std::nullopt} {}

  Judgement run() {
    verdict_.vip = is_vip(request_, understood_.client);
    understood_.category = by_rules_ = choose_category(evidence_, request_).category;
    verdict_.category = name(understood_.category);
    if (deadline_binds()) understood_.deadline = verdict_.deadline = evidence_.deadline;
    weigh_signals();
    apply_learned();
    apply_hard_rules();
    verdict_.action = choose_action(understood_, weighed_);
    apply_policy_rules();
    verdict_.probabilities = probabilities_of(verdict_.score);
    verdict_.priority = priority_of(verdict_.score);
    const bool as_learned = likely_ && verdict_.score == learned_score_ && verdict_.priority == *likely_;
    if (as_learned) verdict_.probabilities = shares_;
    if (!action_fixed_) settle_action();
    ask();
    std::stable_sort(
        verdict_.reasons.begin(), verdict_.reasons.end(),
        [](const Contribution& a, const Contribution& b) { return std::abs(a.weight) > std::abs(b.weight); });
    return std::move(verdict_);
  }

 private:
  // Where the body says nothing, the learned layer knows neither what it is about nor what to do: a summons may be
  // all in its subject.
  static Learned of_priority_alone(Learned learned) {
    learned.category.reset();
    learned.action.reset();
    return learned;
  }

  void add(std::string_view code, std::int64_t weight, std::optional<Place> place, Arguments args = {},
           Source source = Source::signal) {
    verdict_.score += weight;
    verdict_.reasons.push_back({{std::string(code), std::move(args)}, place, weight, source});
  }

  bool in_danger() const { return weighed_.danger != nullptr; }

  void weigh_signals() {
    weighed_ = weigh(understood_, policy_, history_);
    verdict_.score = weighed_.score;
    verdict_.reasons = std::move(weighed_.reasons);
  }

  // What the signals come to by their usual weights, without the journal: the learned layer knows no others, and what
  // a desk's own weights and its journal add stands beside what it says.
  std::int64_t usual_score() const {
    const bool as_usual = policy_.weights.empty() && history_.open_requests == 0 && history_.missed_callbacks == 0;
    return as_usual ? verdict_.score : weigh(understood_, {}, {}).score;
  }

  bool deadline_binds() const {
    if (!evidence_.deadline) return false;
    const std::string_view category =
        learned_.category ? std::string_view(learned_.category->first) : name(understood_.category);
    return binds(*evidence_.deadline, evidence_.mentions[evidence_.deadline->mention],
                 {category, evidence_.wording.urgency, evidence_.context.changes_appointment, evidence_.now});
  }

  void take_learned_category() {
    if (!learned_.category) return;
    const bool agrees = verdict_.category == learned_.category->first;
    verdict_.category = learned_.category->first;
    for (std::size_t i = 0; i < category_count; ++i) {
      if (category_names()[i] == verdict_.category) understood_.category = static_cast<Category>(i);
    }
    if (agrees && !learned_.from_desk) return;
    add(learned_.from_desk ? "learned-category" : "learned-category-text", 0, std::nullopt,
        {{"category", verdict_.category}, {"certainty", learned_.category->second}}, Source::learned);
  }

  // Where the signals come to the priority that the learned layer finds most likely, it moves nothing; elsewhere it
  // leads to the score that its shares expect within that priority.
  std::int64_t score_by_shares(std::int64_t usual, const std::array<std::int64_t, 4>& shares) const {
    if (priority_of(usual) == *likely_) return usual;
    std::int64_t expected = 0;
    for (std::size_t k = 0; k < shares.size(); ++k) expected += shares[k] * middle_score(static_cast<Priority>(k));
    const auto [least, most] = scores_of(*likely_);
    return std::clamp(expected / 1000, least, most);
  }

  void take_shares(const std::array<std::int64_t, 4>& shares) {
    shares_ = shares;
    likely_ = static_cast<Priority>(std::max_element(shares.begin(), shares.end()) - shares.begin());
  }

  // Where no harm is named, the shipped layer's `critical` is mostly right of a story, which may call small what is
  // grave. Of a thing that broke or is minor, told in a line, it knows too little: unless it is very sure, it is high.
  bool may_be_critical() const {
    constexpr std::int64_t very_sure = 900;
    constexpr std::size_t few_words = 9, one_line = 24;
    const bool trifle = (evidence_.find("breakdown") && evidence_.words <= few_words) ||
                        (evidence_.find("minor") && evidence_.words <= one_line);
    return !trifle || in_danger() || learned_.from_desk || shares_[0] >= very_sure;
  }

  void hold_back() {
    if (*likely_ != Priority::critical || may_be_critical()) return;
    std::swap(shares_[0], shares_[1]);
    likely_ = Priority::high;
  }

  void apply_learned() {
    const std::int64_t usual = learned_.priority ? usual_score() : 0;
    take_learned_category();
    if (!learned_.priority) return;
    take_shares(*learned_.priority);
    hold_back();
    const std::int64_t certainty = shares_[static_cast<std::size_t>(*likely_)];
    const std::int64_t led_to = score_by_shares(usual, *learned_.priority);
    add(learned_.from_desk ? "learned" : "learned-text", led_to - usual, std::nullopt,
        {{"priority", std::string(policy::name(*likely_))}, {"certainty", certainty}}, Source::learned);
    constexpr std::int64_t lifted_to = 700;  // one of the two is then likelier than either of the others
    const Finding* floor = find_floor();
    const bool desk_is_sure = learned_.from_desk && certainty >= 900;
    if (floor && !desk_is_sure && shares_[0] + shares_[1] < lifted_to) {
      take_shares(lifted(shares_, lifted_to));
      add("signal-floor", score_by_shares(usual, shares_) - led_to, floor->place,
          {{"signal", std::string(floor->signal->code)}, {"certainty", lifted_to}}, Source::rule);
      lifted_ = true;
    }
    learned_score_ = verdict_.score;
  }

  bool sees_haste() const {
    constexpr std::int64_t fair_share = 300;
    return shares_[0] + shares_[1] >= fair_share;
  }

  // Danger is also a trade's subject: a price for fire alarms, a course in first aid.
  bool seen_through() const {
    if (understood_.category == Category::solicitation || understood_.category == Category::thanks) return true;
    const auto quiet = [](Category category) {
      return category == Category::quote || category == Category::information || category == Category::solicitation;
    };
    return (quiet(understood_.category) || quiet(by_rules_)) && !sees_haste();
  }

  // Named signals that the learned layer must not outvote: danger, and contact that was left without an answer or a
  // promise. Of requests never trained on, 95 of 100 with danger and 9 of 10 with such contact are high or critical;
  // one word of contact alone tells less than the whole text does. What is contained, waits or wants nothing is left
  // to the learned layer.
  const Finding* find_floor() const {
    const bool waits = evidence_.wording.urgency < 0 || evidence_.find("contained") ||
                       evidence_.find("no-reply-needed") || evidence_.find("acknowledgement");
    // A court that sits today does not wait for whoever only lets it be known.
    if (in_danger() && weighed_.danger->code == "hearing-today" && sees_haste()) return weighed_.read_in;
    if (waits || seen_through()) return nullptr;
    if (in_danger() && weighed_.danger->weight >= 1900 && weighed_.danger == weighed_.read_in->signal)
      return weighed_.read_in;
    const Finding* promised = evidence_.find("promise-missed");
    const Finding* repeated = evidence_.find("repeated-contact");
    const bool alone = evidence_.find("unanswered") || evidence_.find("no-show");
    if (promised && (repeated || alone)) return promised;
    return repeated && alone ? repeated : nullptr;
  }

  // The shares nearest to those given (by relative entropy) that leave so much to high and critical together.
  static std::array<std::int64_t, 4> lifted(const std::array<std::int64_t, 4>& shares, std::int64_t least) {
    const std::int64_t upper = std::max<std::int64_t>(shares[0] + shares[1], 1), lower = 1000 - upper;
    const std::int64_t critical = shares[0] * least / upper,
                       low = shares[3] * (1000 - least) / std::max<std::int64_t>(lower, 1);
    return {critical, least - critical, 1000 - least - low, low};
  }

  // The learned action holds for the priority that was learned; where rules or the journal moved it, theirs does.
  void settle_action() {
    if (!learned_.action || lifted_ || (likely_ && *likely_ != verdict_.priority)) {
      verdict_.action = reconcile(verdict_.action, verdict_.priority, understood_, weighed_);
      return;
    }
    const Action by_rules = reconcile(verdict_.action, verdict_.priority, understood_, weighed_);
    const bool unheard = learned_.action->first == Action::filter && !learned_.from_desk && is_concerned();
    verdict_.action = unheard ? by_rules : learned_.action->first;
    if (verdict_.action != by_rules || learned_.from_desk)
      add(learned_.from_desk ? "learned-action" : "learned-action-text", 0, std::nullopt,
          {{"action", std::string(name(verdict_.action))}, {"certainty", learned_.action->second}}, Source::learned);
  }

  // Who has harm, a loss, a silence or anger to tell of is not put aside by the look of the words.
  bool is_concerned() const {
    if (understood_.category == Category::solicitation) return false;
    return std::any_of(evidence_.findings.begin(), evidence_.findings.end(), [](const Finding& finding) {
      const SignalGroup group = finding.signal->group;
      return group != SignalGroup::calm && group != SignalGroup::social && group != SignalGroup::topic;
    });
  }

  void lead_to(std::string_view code, std::int64_t score, Arguments args = {}) {
    add(code, score - verdict_.score, std::nullopt, std::move(args), Source::rule);
  }

  void apply_hard_rules() {
    if (understood_.category == Category::solicitation && !learned_.from_desk) {
      if (verdict_.score > middle_score(Priority::low)) lead_to("spam-rule", middle_score(Priority::low));
      return;
    }
    const bool by_signals_alone = !learned_.priority;
    if (by_signals_alone && in_danger() && weighed_.danger->weight >= 2000 && !evidence_.find("contained") &&
        verdict_.score < 1700) {
      lead_to("safety-rule", 1700, {{"signal", std::string(weighed_.danger->code)}});
    }
    if (verdict_.vip && verdict_.score < middle_score(Priority::high)) lead_to("vip", middle_score(Priority::high));
  }

  bool holds(const policy::Rule::When& when) const {
    const auto is = [](const std::optional<std::string>& wanted, std::string_view given) {
      return !wanted || *wanted == given;
    };
    if (!is(when.client, request_.client) ||
        !is(when.kind, understood_.client ? std::string_view(understood_.client->kind) : ""))
      return false;
    if (!is(when.channel, request_.channel) || !is(when.category, verdict_.category)) return false;
    if (!is(when.lang, name(evidence_.language)) || (when.vip && *when.vip != verdict_.vip)) return false;
    return !when.signal || has_signal(*when.signal);
  }

  bool has_signal(std::string_view code) const {
    return evidence_.find(code) || std::any_of(verdict_.reasons.begin(), verdict_.reasons.end(),
                                               [&](const Contribution& c) { return c.reason.code == code; });
  }

  void apply_policy_rules() {
    for (const policy::Rule& rule : policy_.rules) {
      if (!holds(rule.when)) continue;
      const Arguments args{{"rule", rule.id}};
      if (rule.then.priority) {
        lead_to("rule", middle_score(*rule.then.priority), args);
      } else {
        add("rule", 0, std::nullopt, args, Source::rule);
      }
      if (rule.then.category) verdict_.category = *rule.then.category;
      if (rule.then.route) verdict_.route = *rule.then.route;
      if (rule.then.action) {
        for (std::size_t i = 0; i < action_count; ++i) {
          if (action_names()[i] == *rule.then.action) verdict_.action = static_cast<Action>(i);
        }
        action_fixed_ = true;
      }
      if (rule.stop) return;
    }
  }

  // One question, where no priority is more likely than all others together, or the body says nothing.
  void ask() {
    const auto best = *std::max_element(verdict_.probabilities.begin(), verdict_.probabilities.end());
    if (best >= 500 && evidence_.words > 0) return;
    std::string code = "ask-what-about";
    if (understood_.category == Category::incident || in_danger())
      code = "ask-what-is-at-stake";
    else if (!verdict_.deadline && evidence_.words > 0)
      code = "ask-by-when";
    verdict_.ask = Reason{code, {}};
  }

  const Request& request_;
  const Evidence& evidence_;
  const policy::Policy& policy_;
  const History& history_;
  const Learned learned_;
  Understood understood_;
  Category by_rules_ = Category::information;
  Weighed weighed_;
  bool action_fixed_ = false;
  std::optional<Priority> likely_;        ///< what the learned layer finds most likely
  std::array<std::int64_t, 4> shares_{};  ///< of the priorities, by the learned layer
  bool lifted_ = false;                   ///< whether signals lifted them
  std::int64_t learned_score_ = 0;        ///< the score it led to
  Judgement verdict_;
};

}  // namespace

std::string_view name(Source source) {
  constexpr std::array<std::string_view, 3> names{"signal", "rule", "learned"};
  return names[static_cast<std::size_t>(source)];
}

Judgement judge(const Request& request, const Evidence& evidence, const policy::Policy& policy, const History& history,
                const Learned& learned) {
  return Judge(request, evidence, policy, history, learned).run();
}

void set_by_person(Judgement& judgement, Priority priority) {
  const std::int64_t weight = middle_score(priority) - judgement.score;
  judgement.score += weight;
  judgement.reasons.insert(
      judgement.reasons.begin(),
      {{"corrected", {{"priority", std::string(policy::name(priority))}}}, std::nullopt, weight, Source::rule});
  judgement.priority = priority;
  judgement.probabilities = {};
  judgement.probabilities[static_cast<std::size_t>(priority)] = 1000;
  judgement.ask.reset();
}

Judgement judge_by_rules(const Request& request, const Evidence& evidence) {
  static const policy::Policy none;
  return judge(request, evidence, none, {}, {});
}

}  // namespace relais::triage
