#include "core/triage/weighing.hpp"

#include "core/triage/business_days.hpp"

#include <algorithm>

namespace relais::triage {
namespace {

class Weighing {
 public:
  Weighing(const Understood& understood, const policy::Policy& policy, const History& history)
      : understood_(understood), policy_(policy), history_(history) {}

  Weighed run() {
    count_days();
    weigh_hearing();
    weigh_findings();
    weigh_contained();
    weigh_time();
    weigh_wording();
    weigh_topic();
    weigh_history();
    cap_without_danger();
    return std::move(out_);
  }

 private:
  void add(std::string_view code, std::int64_t weight, std::optional<Place> place, Arguments args = {}) {
    out_.score += weight;
    out_.reasons.push_back({{std::string(code), std::move(args)}, place, weight, Source::signal});
  }

  std::int64_t weight_of(std::string_view code, std::int64_t usual) const {
    const auto found = policy_.weights.find(std::string(code));
    return found == policy_.weights.end() ? usual : found->second;
  }

  bool in_danger() const { return out_.danger != nullptr; }

  // The gravest danger counts fully, further ones little; losses and contacts less and less.
  void weigh_findings() {
    const bool prospecting = understood_.category == Category::solicitation;
    for (const Finding& finding : understood_.evidence.findings) {
      if (finding.signal->group == SignalGroup::danger && !prospecting &&
          (!out_.danger || finding.signal->weight > out_.danger->weight)) {
        out_.danger = finding.signal;
        out_.read_in = &finding;
      }
    }
    int losses = 0, contacts = 0, angers = 0, calms = 0;
    for (const Finding& finding : understood_.evidence.findings) {
      const Signal& signal = *finding.signal;
      std::int64_t weight = weight_of(signal.code, signal.weight);
      switch (signal.group) {
        case SignalGroup::danger:
          weight = prospecting ? 0 : &signal == out_.danger ? weight : 150;
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
      const bool speaks = weight != 0 || votes_for(signal, understood_.category);
      if (speaks) add(signal.code, weight, finding.place);
    }
  }

  // In a row of like signals the first counts fully, the second half, the third a quarter.
  static std::int64_t shared(std::int64_t weight, int before) { return weight >> std::min(before, 4); }

  std::int64_t calm_weight(const Signal& signal, std::int64_t weight, int before) const {
    if (signal.code == "contained" || signal.code == "minor") return 0;  // weighed below
    return in_danger() ? 0 : shared(weight, before);
  }

  // The hour is the court's where both stand together; that of another sentence is of something else.
  bool stands_beside_deadline(const Place& place) const {
    constexpr std::uint32_t near = 60;  // bytes
    const std::size_t index = understood_.deadline->mention;
    const Mention& mention = understood_.evidence.mentions[index];
    if (understood_.evidence.mention_fields[index] != place.field)
      return true;  // the subject names what the body dates
    return mention.start <= place.end + near && place.start <= mention.end + near;
  }

  // A court that sits within hours decides without those who are not there.
  void weigh_hearing() {
    const Finding* hearing = understood_.evidence.find("hearing");
    if (!hearing || !understood_.deadline || !understood_.deadline->has_hour) return;
    constexpr std::int64_t soon = 5 * 3600;
    const std::int64_t left = understood_.deadline->at - understood_.evidence.now;
    if (left < 0 || left > soon || understood_.evidence.context.changes_appointment) return;
    if (!stands_beside_deadline(hearing->place)) return;
    static const Signal hearing_today{"hearing-today", SignalGroup::danger, 1900, true, {}};
    out_.danger = &hearing_today;
    out_.read_in = hearing;
    add("hearing-today", weight_of("hearing-today", 1900), hearing->place,
        {{"deadline", format(*understood_.deadline)}});
  }

  // That damage is contained or small takes away from what weighs, and no more.
  void weigh_contained() {
    for (const std::string_view code : {"contained", "minor"}) {
      const Finding* finding = understood_.evidence.find(code);
      if (!finding || (in_danger() && code == "minor")) continue;
      const bool pressed = out_.days && *out_.days <= 1 && understood_.category != Category::solicitation;
      const std::int64_t usual = weight_of(code, finding->signal->weight) / (in_danger() ? 2 : pressed ? 3 : 1);
      const std::int64_t weight = std::max(usual, -std::max<std::int64_t>(out_.score, 0));
      if (weight != 0) add(code, weight, finding->place);
    }
  }

  // A loss that lies days ahead does not press yet.
  std::int64_t loss_weight(const Signal& signal, std::int64_t weight) const {
    const bool lies_ahead = signal.code == "loss-ahead" || signal.code == "people-waiting";
    if (!lies_ahead) return weight;
    if (!out_.days) return signal.code == "loss-ahead" ? weight / 2 : weight;
    return *out_.days <= 1 ? weight : *out_.days <= 3 ? weight / 4 : 0;
  }

  std::int64_t social_weight(const Finding& finding, std::int64_t weight) const {
    if (in_danger()) return 0;
    const std::string_view code = finding.signal->code;
    const bool of_category = understood_.category == Category::solicitation || understood_.category == Category::thanks;
    if (of_category || code == "wrong-number" || code == "automatic-message" || code == "private-matter") return weight;
    return code == "thanks" || code == "praise" ? weight / 4 : 0;
  }

  std::int64_t topic_weight(const Signal& signal, std::int64_t weight) const {
    if (in_danger()) return 0;
    const bool information = understood_.category == Category::information;
    if (signal.code == "question" || signal.code == "practical-question") return information ? weight : 0;
    if (signal.code == "breakdown") return understood_.category == Category::incident ? weight : 0;
    return weight;
  }

  static bool votes_for(const Signal& signal, Category category) {
    return std::any_of(signal.votes.begin(), signal.votes.end(),
                       [&](const Vote& vote) { return vote.points > 0 && vote.category == category; });
  }

  // The working days that are left until the deadline.
  void count_days() {
    if (!understood_.deadline) return;
    out_.days = working_days_until(understood_.client ? understood_.client->hours : office_hours(),
                                   understood_.evidence.now, understood_.deadline->at);
  }

  void weigh_time() {
    if (!out_.days || understood_.category == Category::solicitation || understood_.category == Category::thanks)
      return;
    const Deadline& deadline = *understood_.deadline;
    const int days = *out_.days;
    const Mention& mention = understood_.evidence.mentions[deadline.mention];
    const Place place{understood_.evidence.mention_fields[deadline.mention], mention.start, mention.end};
    const Arguments args{{"deadline", format(deadline)}, {"days", days}};
    const bool appointment =
        understood_.evidence.context.changes_appointment && understood_.category == Category::appointment;
    const bool wish = understood_.category == Category::callback && !deadline.marked && !deadline.has_hour;
    const bool hurried = understood_.evidence.wording.urgency >= 0;
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
    if (understood_.evidence.wording.urgency == 0 || !understood_.evidence.wording_place) return;
    const bool urgent = understood_.evidence.wording.urgency > 0;
    const bool counts = !in_danger() && understood_.category != Category::solicitation;
    const std::int64_t weight = urgent ? (understood_.evidence.find("automatic-message") ? 0 : 200) : -700;
    add(urgent ? "urgent-words" : "calm-words", counts ? weight_of(urgent ? "urgent-words" : "calm-words", weight) : 0,
        understood_.evidence.wording_place);
  }

  // Some matters wait well by their nature.
  void weigh_topic() {
    if (in_danger()) return;
    std::int64_t weight = 0;
    const bool pressed = out_.days && *out_.days <= 1;
    if (understood_.category == Category::information && !pressed) weight = -600;
    if (quick_price(understood_, out_.days)) weight = -600;
    if (understood_.category == Category::thanks) weight = -600;
    if (understood_.category == Category::solicitation) weight = -700;
    if (weight != 0)
      add("quiet-topic", weight_of("quiet-topic", weight), std::nullopt,
          {{"category", std::string(name(understood_.category))}});
  }

  void weigh_history() {
    if (understood_.category == Category::solicitation) return;
    if (history_.open_requests > 0) {
      const std::int64_t weight = std::min<std::int64_t>(300 + 150 * history_.open_requests, 900);
      add("asked-before", weight_of("asked-before", weight), std::nullopt,
          {{"n", history_.open_requests}, {"days", history_.oldest_days}});
    }
    if (history_.missed_callbacks > 0) {
      add("callback-missed", weight_of("callback-missed", 800), std::nullopt, {{"n", history_.missed_callbacks}});
    }
    if (understood_.evidence.parts.earlier_by_sender > 0) {
      add("several-contacts", weight_of("several-contacts", 700), std::nullopt,
          {{"n", understood_.evidence.parts.earlier_by_sender}});
    }
  }

  // Without harm to come, everything together is at most high; nothing alone makes it less than low.
  void cap_without_danger() {
    constexpr std::int64_t most = 1350, least = -1400;
    if (!in_danger() && out_.score > most) add("no-danger", most - out_.score, std::nullopt);
    if (out_.score < least) add("floor", least - out_.score, std::nullopt);
  }

  const Understood& understood_;
  const policy::Policy& policy_;
  const History& history_;
  Weighed out_;
};

}  // namespace

Weighed weigh(const Understood& understood, const policy::Policy& policy, const History& history) {
  return Weighing(understood, policy, history).run();
}

bool quick_price(const Understood& understood, std::optional<int> days) {
  const bool short_channel = understood.request.channel == "chat" || understood.request.channel == "sms";
  return understood.category == Category::quote && short_channel && understood.evidence.words <= 20 && !days;
}

}  // namespace relais::triage
