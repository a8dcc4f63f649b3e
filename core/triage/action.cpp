#include "core/triage/action.hpp"

#include <algorithm>

namespace relais::triage {
namespace {

using policy::Priority;

// What breaks at a dentist's or a garage is put right by an appointment, unless it hurts.
bool put_right_by_visit(const Understood& understood, const Weighed& weighed) {
  constexpr std::string_view visited[] = {"dental", "garage", "medical", "optician", "veterinary", "physiotherapy"};
  const std::string_view kind = understood.client && !understood.client->kind.empty()
                                    ? std::string_view(understood.client->kind)
                                    : std::string_view(understood.request.client);
  const bool visit = std::find(std::begin(visited), std::end(visited), kind) != std::end(visited);
  if (understood.category != Category::incident || weighed.danger || understood.evidence.find("strong-pain") ||
      understood.evidence.find("cannot-work"))
    return false;
  return visit && !understood.evidence.find("no-reply-needed");
}

// An acknowledgement wants nothing; a word of praise wants to be passed on.
bool brief_thanks(const Understood& understood) {
  const bool spoken = understood.request.channel == "phone" || understood.request.channel == "voicemail" ||
                      understood.request.channel == "visit";
  if (spoken) return false;
  return understood.evidence.find("acknowledgement") || understood.evidence.words <= 16;
}

}  // namespace

Action choose_action(const Understood& understood, const Weighed& weighed) {
  if (understood.category == Category::solicitation || understood.evidence.find("wrong-number")) return Action::filter;
  const bool machine = understood.evidence.find("automatic-message");
  if (machine && (understood.category == Category::information || understood.category == Category::thanks))
    return Action::filter;
  if (understood.category == Category::appointment || put_right_by_visit(understood, weighed)) return Action::schedule;
  if (understood.category == Category::information)
    return understood.evidence.find("no-reply-needed") && !understood.evidence.find("practical-question")
               ? Action::message
               : Action::answer;
  if (quick_price(understood, weighed.days)) return Action::answer;
  const bool heated = understood.evidence.find("anger") || understood.evidence.find("repeated-contact");
  const bool copy = understood.evidence.find("copy-of-bill") &&
                    (understood.category == Category::billing || understood.category == Category::administrative);
  if (copy && !heated) return Action::answer;
  if (understood.category == Category::thanks) return brief_thanks(understood) ? Action::filter : Action::message;
  return Action::message;
}

Action reconcile(Action action, policy::Priority priority, const Understood& understood, const Weighed& weighed) {
  if (action == Action::filter) return priority <= Priority::high ? Action::transfer : action;
  if (priority == Priority::critical) return Action::transfer;
  if (priority != Priority::high) return action;
  const bool staff_missing = understood.evidence.find("people-waiting") &&
                             understood.category == Category::appointment && understood.request.channel == "phone";
  const bool schedulable =
      (understood.category == Category::appointment && !understood.evidence.find("no-show") && !staff_missing) ||
      put_right_by_visit(understood, weighed);
  return schedulable ? Action::schedule : Action::transfer;
}

}  // namespace relais::triage
