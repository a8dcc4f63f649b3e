#include "core/triage/judgement.hpp"

#include "core/base/text.hpp"
#include "core/policy/policy_json.hpp"
#include "core/triage/business_days.hpp"
#include "core/triage/category.hpp"
#include "core/triage/fixed.hpp"

#include <algorithm>
#include <array>

namespace relais::triage {
namespace {

using policy::Priority;

// Where one priority ends and the next begins, and how sharp the border is.
constexpr std::array<std::int64_t, 3> borders{1500, 500, -500};  // critical | high | normal | low
constexpr std::int64_t softness = 280;

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits.size() > 9 ? digits.substr(digits.size() - 9) : digits;
}

bool is_vip(const Request& request, const policy::Client* client) {
  if (!client) return false;
  const auto same_text = [](const std::optional<std::string>& wanted, const std::string& given) {
    return !wanted || (!given.empty() && fold(*wanted) == fold(given));
  };
  const auto same_or_absent = [](const std::optional<std::string>& wanted, const std::string& given) {
    return !wanted || same_address(*wanted, given);
  };
  return std::any_of(client->vips.begin(), client->vips.end(), [&](const policy::Vip& vip) {
    const bool any = vip.name || vip.phone || vip.email || vip.company;
    return any && same_text(vip.name, request.from.name) && same_text(vip.company, request.from.company) &&
           same_or_absent(vip.phone, request.from.phone) && same_or_absent(vip.email, request.from.email);
  });
}

class Judge {
 public:
  Judge(const Request& request, const Evidence& evidence, const policy::Policy& policy, const History& history,
        const Learned& learned)
      : request_(request),
        evidence_(evidence),
        policy_(policy),
        history_(history),
        learned_(learned),
        client_(policy.client(request.client)) {}

  Judgement run() {
    verdict_.vip = is_vip(request_, client_);
    const CategoryChoice choice = choose_category(evidence_, request_);
    category_ = choice.category;
    verdict_.category = name(category_);
    if (deadline_binds()) verdict_.deadline = evidence_.deadline;
    weigh();
    apply_learned();
    apply_hard_rules();
    verdict_.action = choose_action();
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
  void add(std::string_view code, std::int64_t weight, std::optional<Place> place, Arguments args = {},
           Source source = Source::signal) {
    verdict_.score += weight;
    verdict_.reasons.push_back({{std::string(code), std::move(args)}, place, weight, source});
  }

  std::int64_t weight_of(std::string_view code, std::int64_t usual) const {
    const auto found = policy_.weights.find(std::string(code));
    return found == policy_.weights.end() ? usual : found->second;
  }

  bool in_danger() const { return danger_ != nullptr; }

  void weigh() {
    count_days();
    weigh_hearing();
    weigh_findings();
    weigh_contained();
    weigh_time();
    weigh_wording();
    weigh_topic();
    weigh_history();
    cap_without_danger();
  }

  // What the signals come to by their usual weights, without the journal: the learned layer knows no others, and what
  // a desk's own weights and its journal add stands beside what it says.
  std::int64_t usual_score() const {
    const bool as_usual = policy_.weights.empty() && history_.open_requests == 0 && history_.missed_callbacks == 0;
    if (as_usual) return verdict_.score;
    static const policy::Policy none;
    static const History nothing;
    Judge usual(request_, evidence_, none, nothing, learned_);
    usual.client_ = client_;
    usual.category_ = category_;
    usual.verdict_.deadline = verdict_.deadline;
    usual.weigh();
    return usual.verdict_.score;
  }

  // The gravest danger counts fully, further ones little; losses and contacts less and less.
  void weigh_findings() {
    const bool prospecting = category_ == Category::solicitation;
    for (const Finding& finding : evidence_.findings) {
      if (finding.signal->group == SignalGroup::danger && !prospecting &&
          (!danger_ || finding.signal->weight > danger_->weight))
        danger_ = finding.signal;
    }
    int losses = 0, contacts = 0, angers = 0, calms = 0;
    for (const Finding& finding : evidence_.findings) {
      const Signal& signal = *finding.signal;
      std::int64_t weight = weight_of(signal.code, signal.weight);
      switch (signal.group) {
        case SignalGroup::danger:
          weight = prospecting ? 0 : &signal == danger_ ? weight : 150;
          break;
        case SignalGroup::loss:
          weight = prospecting ? 0 : shared(loss_weight(signal, weight), losses++);
          break;
        case SignalGroup::contact:
          weight = prospecting ? 0 : shared(weight, contacts++);
          break;
        case SignalGroup::anger:
          weight = prospecting ? 0 : shared(weight, angers++);
          break;
        case SignalGroup::calm:
          weight = calm_weight(signal, weight, calms++);
          break;
        case SignalGroup::social:
          weight = social_weight(finding, weight);
          break;
        case SignalGroup::topic:
          weight = topic_weight(signal, weight);
          break;
      }
      const bool speaks = weight != 0 || votes_for(signal, category_);
      if (speaks) add(signal.code, weight, finding.place);
    }
  }

  // In a row of like signals the first counts fully, the second half, the third a quarter.
  static std::int64_t shared(std::int64_t weight, int before) { return weight >> std::min(before, 4); }

  std::int64_t calm_weight(const Signal& signal, std::int64_t weight, int before) const {
    if (signal.code == "contained" || signal.code == "minor") return 0;  // weighed below
    return in_danger() ? 0 : shared(weight, before);
  }

  // A court that sits within hours decides without those who are not there.
  void weigh_hearing() {
    const Finding* hearing = evidence_.find("hearing");
    if (!hearing || !verdict_.deadline || !verdict_.deadline->has_hour) return;
    constexpr std::int64_t soon = 5 * 3600;
    const std::int64_t left = verdict_.deadline->at - evidence_.now;
    if (left < 0 || left > soon || evidence_.context.changes_appointment) return;
    static const Signal hearing_today{"hearing-today", SignalGroup::danger, 1900, true, {}};
    danger_ = &hearing_today;
    add("hearing-today", weight_of("hearing-today", 1900), hearing->place, {{"deadline", format(*verdict_.deadline)}});
  }

  // That damage is contained or small takes away from what weighs, and no more.
  void weigh_contained() {
    for (const std::string_view code : {"contained", "minor"}) {
      const Finding* finding = evidence_.find(code);
      if (!finding || (in_danger() && code == "minor")) continue;
      const bool pressed = days_ && *days_ <= 1 && category_ != Category::solicitation;
      const std::int64_t usual = weight_of(code, finding->signal->weight) / (in_danger() ? 2 : pressed ? 3 : 1);
      const std::int64_t weight = std::max(usual, -std::max<std::int64_t>(verdict_.score, 0));
      if (weight != 0) add(code, weight, finding->place);
    }
  }

  // A loss that lies days ahead does not press yet.
  std::int64_t loss_weight(const Signal& signal, std::int64_t weight) const {
    const bool lies_ahead = signal.code == "loss-ahead" || signal.code == "people-waiting";
    if (!lies_ahead) return weight;
    if (!days_) return signal.code == "loss-ahead" ? weight / 2 : weight;
    return *days_ <= 1 ? weight : *days_ <= 3 ? weight / 4 : 0;
  }

  std::int64_t social_weight(const Finding& finding, std::int64_t weight) const {
    if (in_danger()) return 0;
    const std::string_view code = finding.signal->code;
    const bool of_category = category_ == Category::solicitation || category_ == Category::thanks;
    if (of_category || code == "wrong-number" || code == "automatic-message" || code == "private-matter") return weight;
    return code == "thanks" || code == "praise" ? weight / 4 : 0;
  }

  std::int64_t topic_weight(const Signal& signal, std::int64_t weight) const {
    if (in_danger()) return 0;
    const bool information = category_ == Category::information;
    if (signal.code == "question" || signal.code == "practical-question") return information ? weight : 0;
    if (signal.code == "breakdown") return category_ == Category::incident ? weight : 0;
    return weight;
  }

  static bool votes_for(const Signal& signal, Category category) {
    return std::any_of(signal.votes.begin(), signal.votes.end(),
                       [&](const Vote& vote) { return vote.points > 0 && vote.category == category; });
  }

  bool deadline_binds() const {
    if (!evidence_.deadline) return false;
    const std::string_view category = learned_.category ? std::string_view(learned_.category->first) : name(category_);
    return binds(*evidence_.deadline, evidence_.mentions[evidence_.deadline->mention],
                 {category, evidence_.wording.urgency, evidence_.context.changes_appointment, evidence_.now});
  }

  // The working days that are left until the deadline.
  void count_days() {
    if (!verdict_.deadline) return;
    days_ = working_days_until(client_ ? client_->hours : office_hours(), evidence_.now, verdict_.deadline->at);
  }

  void weigh_time() {
    if (!days_ || category_ == Category::solicitation || category_ == Category::thanks) return;
    const Deadline& deadline = *verdict_.deadline;
    const int days = *days_;
    const Mention& mention = evidence_.mentions[deadline.mention];
    const Place place{evidence_.mention_fields[deadline.mention], mention.start, mention.end};
    const Arguments args{{"deadline", format(deadline)}, {"days", days}};
    const bool appointment = evidence_.context.changes_appointment && category_ == Category::appointment;
    const bool wish = category_ == Category::callback && !deadline.marked && !deadline.has_hour;
    const bool hurried = evidence_.wording.urgency >= 0;
    if (days <= 1) {
      const std::int64_t close = appointment ? 1000 : wish ? 250 : deadline.marked ? 900 : 800;
      const std::int64_t weight = in_danger() ? 100 : hurried || appointment ? close : close / 2;
      add(appointment ? "appointment-close" : "deadline-close", weight_of("deadline-close", weight), place, args);
    } else if (days <= 3) {
      add("deadline-near", weight_of("deadline-near", 100), place, args);
    } else {
      add("deadline-far", weight_of("deadline-far", -50), place, args);
    }
  }

  void weigh_wording() {
    if (evidence_.wording.urgency == 0 || !evidence_.wording_place) return;
    const bool urgent = evidence_.wording.urgency > 0;
    const bool counts = !in_danger() && category_ != Category::solicitation;
    const std::int64_t weight = urgent ? (evidence_.find("automatic-message") ? 0 : 200) : -700;
    add(urgent ? "urgent-words" : "calm-words", counts ? weight_of(urgent ? "urgent-words" : "calm-words", weight) : 0,
        evidence_.wording_place);
  }

  // A price asked for in a line of chat is told from the list.
  bool quick_price() const {
    const bool short_channel = request_.channel == "chat" || request_.channel == "sms";
    return category_ == Category::quote && short_channel && evidence_.words <= 20 && !days_;
  }

  // Some matters wait well by their nature.
  void weigh_topic() {
    if (in_danger()) return;
    std::int64_t weight = 0;
    const bool pressed = days_ && *days_ <= 1;
    if (category_ == Category::information && !pressed) weight = -600;
    if (quick_price()) weight = -600;
    if (category_ == Category::thanks) weight = -600;
    if (category_ == Category::solicitation) weight = -700;
    if (weight != 0)
      add("quiet-topic", weight_of("quiet-topic", weight), std::nullopt, {{"category", std::string(name(category_))}});
  }

  void weigh_history() {
    if (category_ == Category::solicitation) return;
    if (history_.open_requests > 0) {
      const std::int64_t weight = std::min<std::int64_t>(300 + 150 * history_.open_requests, 900);
      add("asked-before", weight_of("asked-before", weight), std::nullopt,
          {{"n", history_.open_requests}, {"days", history_.oldest_days}});
    }
    if (history_.missed_callbacks > 0) {
      add("callback-missed", weight_of("callback-missed", 800), std::nullopt, {{"n", history_.missed_callbacks}});
    }
    if (evidence_.parts.earlier_by_sender > 0) {
      add("several-contacts", weight_of("several-contacts", 700), std::nullopt,
          {{"n", evidence_.parts.earlier_by_sender}});
    }
  }

  // Without harm to come, everything together is at most high; nothing alone makes it less than low.
  void cap_without_danger() {
    constexpr std::int64_t most = 1350, least = -1400;
    if (!in_danger() && verdict_.score > most) add("no-danger", most - verdict_.score, std::nullopt);
    if (verdict_.score < least) add("floor", least - verdict_.score, std::nullopt);
  }

  // Where a priority's scores begin and end, a little inside its borders.
  static std::pair<std::int64_t, std::int64_t> scores_of(Priority priority) {
    constexpr std::int64_t inside = 60;
    const auto k = static_cast<std::size_t>(priority);
    return {k < 3 ? borders[k] + inside : -1500, k > 0 ? borders[k - 1] - inside : 2500};
  }

  void take_learned_category() {
    if (!learned_.category) return;
    const bool agrees = verdict_.category == learned_.category->first;
    verdict_.category = learned_.category->first;
    for (std::size_t i = 0; i < category_count; ++i) {
      if (category_names()[i] == verdict_.category) category_ = static_cast<Category>(i);
    }
    if (agrees && !learned_.from_desk) return;
    add(learned_.from_desk ? "learned-category" : "learned-category-text", 0, std::nullopt,
        {{"category", verdict_.category}, {"certainty", learned_.category->second}}, Source::learned);
  }

  // Where the signals come to the priority that the learned layer finds most likely, it moves nothing; elsewhere it
  // leads to the score that its shares expect within that priority.
  std::int64_t score_by_shares(std::int64_t usual) const {
    if (priority_of(usual) == *likely_) return usual;
    std::int64_t expected = 0;
    for (std::size_t k = 0; k < shares_.size(); ++k) expected += shares_[k] * middle_score(static_cast<Priority>(k));
    const auto [least, most] = scores_of(*likely_);
    return std::clamp(expected / 1000, least, most);
  }

  void take_shares(const std::array<std::int64_t, 4>& shares) {
    shares_ = shares;
    likely_ = static_cast<Priority>(std::max_element(shares.begin(), shares.end()) - shares.begin());
  }

  void apply_learned() {
    const std::int64_t usual = learned_.priority ? usual_score() : 0;
    take_learned_category();
    if (!learned_.priority) return;
    take_shares(*learned_.priority);
    const std::int64_t certainty = shares_[static_cast<std::size_t>(*likely_)];
    const std::int64_t led_to = score_by_shares(usual);
    add(learned_.from_desk ? "learned" : "learned-text", led_to - usual, std::nullopt,
        {{"priority", std::string(policy::name(*likely_))}, {"certainty", certainty}}, Source::learned);
    constexpr std::int64_t lifted_to = 700;  // one of the two is then likelier than either of the others
    const Finding* floor = find_floor();
    const bool desk_is_sure = learned_.from_desk && certainty >= 900;
    if (floor && !desk_is_sure && shares_[0] + shares_[1] < lifted_to) {
      take_shares(lifted(shares_, lifted_to));
      add("signal-floor", score_by_shares(usual) - led_to, floor->place,
          {{"signal", std::string(floor->signal->code)}, {"certainty", lifted_to}}, Source::rule);
      lifted_ = true;
    }
    learned_score_ = verdict_.score;
  }

  // Named signals that the learned layer must not outvote: danger, and contact that was left without an answer or a
  // promise. Of requests never trained on, 95 of 100 with danger and 9 of 10 with such contact are high or critical;
  // one word of contact alone tells less than the whole text does. What is contained, waits or wants nothing is left
  // to the learned layer.
  const Finding* find_floor() const {
    const bool waits = evidence_.wording.urgency < 0 || evidence_.find("contained") ||
                       evidence_.find("no-reply-needed") || evidence_.find("acknowledgement");
    if (waits || category_ == Category::solicitation || category_ == Category::thanks) return nullptr;
    if (in_danger() && danger_->weight >= 1900) {
      if (const Finding* danger = evidence_.find(danger_->code)) return danger;
    }
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
      verdict_.action = reconcile(verdict_.action);
      return;
    }
    const Action by_rules = reconcile(verdict_.action);
    verdict_.action = learned_.action->first;
    if (verdict_.action != by_rules || learned_.from_desk)
      add(learned_.from_desk ? "learned-action" : "learned-action-text", 0, std::nullopt,
          {{"action", std::string(name(verdict_.action))}, {"certainty", learned_.action->second}}, Source::learned);
  }

  void lead_to(std::string_view code, std::int64_t score, Arguments args = {}) {
    add(code, score - verdict_.score, std::nullopt, std::move(args), Source::rule);
  }

  void apply_hard_rules() {
    if (category_ == Category::solicitation && !learned_.from_desk) {
      if (verdict_.score > middle_score(Priority::low)) lead_to("spam-rule", middle_score(Priority::low));
      return;
    }
    const bool by_signals_alone = !learned_.priority;
    if (by_signals_alone && in_danger() && danger_->weight >= 2000 && !evidence_.find("contained") &&
        verdict_.score < 1700) {
      lead_to("safety-rule", 1700, {{"signal", std::string(danger_->code)}});
    }
    if (verdict_.vip && verdict_.score < middle_score(Priority::high)) lead_to("vip", middle_score(Priority::high));
  }

  bool holds(const policy::Rule::When& when) const {
    const auto is = [](const std::optional<std::string>& wanted, std::string_view given) {
      return !wanted || *wanted == given;
    };
    if (!is(when.client, request_.client) || !is(when.kind, client_ ? std::string_view(client_->kind) : ""))
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

  static Priority priority_of(std::int64_t score) {
    return score >= borders[0]   ? Priority::critical
           : score >= borders[1] ? Priority::high
           : score >= borders[2] ? Priority::normal
                                 : Priority::low;
  }

  Action choose_action() const {
    if (category_ == Category::solicitation || evidence_.find("wrong-number")) return Action::filter;
    const bool machine = evidence_.find("automatic-message");
    if (machine && (category_ == Category::information || category_ == Category::thanks)) return Action::filter;
    if (category_ == Category::appointment || put_right_by_visit()) return Action::schedule;
    if (category_ == Category::information)
      return evidence_.find("no-reply-needed") && !evidence_.find("practical-question") ? Action::message
                                                                                        : Action::answer;
    if (quick_price()) return Action::answer;
    const bool heated = evidence_.find("anger") || evidence_.find("repeated-contact");
    const bool copy =
        evidence_.find("copy-of-bill") && (category_ == Category::billing || category_ == Category::administrative);
    if (copy && !heated) return Action::answer;
    if (category_ == Category::thanks) return brief_thanks() ? Action::filter : Action::message;
    return Action::message;
  }

  // What breaks at a dentist's or a garage is put right by an appointment, unless it hurts.
  bool put_right_by_visit() const {
    constexpr std::string_view visited[] = {"dental", "garage", "medical", "optician", "veterinary", "physiotherapy"};
    const std::string_view kind =
        client_ && !client_->kind.empty() ? std::string_view(client_->kind) : std::string_view(request_.client);
    const bool visit = std::find(std::begin(visited), std::end(visited), kind) != std::end(visited);
    if (category_ != Category::incident || in_danger() || evidence_.find("strong-pain") ||
        evidence_.find("cannot-work"))
      return false;
    return visit && !evidence_.find("no-reply-needed");
  }

  // An acknowledgement wants nothing; a word of praise wants to be passed on.
  bool brief_thanks() const {
    const bool spoken = request_.channel == "phone" || request_.channel == "voicemail" || request_.channel == "visit";
    if (spoken) return false;
    return evidence_.find("acknowledgement") || evidence_.words <= 16;
  }

  // What is high or critical goes to the person in charge, except what the assistant can put right in the agenda.
  Action reconcile(Action action) const {
    if (action == Action::filter) return verdict_.priority <= Priority::high ? Action::transfer : action;
    if (verdict_.priority == Priority::critical) return Action::transfer;
    if (verdict_.priority != Priority::high) return action;
    const bool staff_missing =
        evidence_.find("people-waiting") && category_ == Category::appointment && request_.channel == "phone";
    const bool schedulable =
        (category_ == Category::appointment && !evidence_.find("no-show") && !staff_missing) || put_right_by_visit();
    return schedulable ? Action::schedule : Action::transfer;
  }

  // One question, where no priority is more likely than all others together.
  void ask() {
    const auto best = *std::max_element(verdict_.probabilities.begin(), verdict_.probabilities.end());
    if (best >= 500 && !(evidence_.words == 0 && evidence_.subject.empty())) return;
    std::string code = "ask-what-about";
    if (category_ == Category::incident || in_danger())
      code = "ask-what-is-at-stake";
    else if (!verdict_.deadline && evidence_.words > 0)
      code = "ask-by-when";
    verdict_.ask = Reason{code, {}};
  }

  const Request& request_;
  const Evidence& evidence_;
  const policy::Policy& policy_;
  const History& history_;
  const Learned& learned_;
  const policy::Client* client_;
  const Signal* danger_ = nullptr;
  Category category_ = Category::information;
  bool action_fixed_ = false;
  std::optional<Priority> likely_;        ///< what the learned layer finds most likely
  std::array<std::int64_t, 4> shares_{};  ///< of the priorities, by the learned layer
  bool lifted_ = false;                   ///< whether signals lifted them
  std::int64_t learned_score_ = 0;        ///< the score it led to
  std::optional<int> days_;
  Judgement verdict_;
};

}  // namespace

std::string_view name(Source source) {
  constexpr std::array<std::string_view, 3> names{"signal", "rule", "learned"};
  return names[static_cast<std::size_t>(source)];
}

std::int64_t middle_score(Priority priority) {
  constexpr std::array<std::int64_t, 4> middles{2000, 1000, 0, -1000};
  return middles[static_cast<std::size_t>(priority)];
}

std::array<std::int64_t, 4> probabilities_of(std::int64_t score) {
  std::array<std::int64_t, 3> above{};  // that the priority is at least this high
  for (std::size_t i = 0; i < borders.size(); ++i) above[i] = logistic_q16((score - borders[i]) * one_q16 / softness);
  const std::vector<std::int64_t> shares =
      thousandths({above[0], above[1] - above[0], above[2] - above[1], one_q16 - above[2]});
  return {shares[0], shares[1], shares[2], shares[3]};
}

bool same_address(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return false;
  if (a.find('@') != std::string_view::npos) return equals_ignoring_case(trim(a), trim(b));
  const std::string left = digits_of(a);
  return left.size() >= 6 && left == digits_of(b);
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
