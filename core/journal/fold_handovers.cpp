#include "core/journal/fold_handovers.hpp"

#include "core/journal/payload_json.hpp"

namespace relais::journal {
namespace {

using Status = Handover::Status;

bool is_over(Status status) { return status != Status::issued && status != Status::queried; }

// A handover that is over stays as it ended, and one that was issued is never issued anew; a desk may be claimed
// whatever became of a handover that was not accepted.
bool may_become(const Handover* known, Status status) {
  if (!known) return true;
  if (status == Status::issued) return false;
  if (status != Status::claimed) return !is_over(known->status);
  return known->status != Status::accepted && known->status != Status::claimed;
}

// Who leads the queue, and so has the tasks of a handover that nobody took.
std::optional<std::string> lead_of(const Json* payload) {
  if (!payload) return std::nullopt;
  const auto found = payload->find("lead");
  const auto* text = found == payload->end() ? nullptr : found->get_ptr<const std::string*>();
  return text ? std::optional(*text) : std::nullopt;
}

}  // namespace

void HandoverFold::change(Status status, const Step& step) {
  std::vector<Handover>& handovers = step.state.handovers;
  const Head& head = step.head();
  const Handover* known = places_.find(handovers, head.ref);
  if (!may_become(known, status)) return step.odd(Oddity::Kind::order);
  Handover handover = known ? *known : Handover{};
  handover.id = head.ref;
  handover.status = status;
  handover.at = head.at;
  if (status == Status::issued) handover.issued_by = head.by;
  auto after = step.changed(handover, read_handover);
  if (!after) return;
  // One holder at a time: who claims the desk must have seen who has it.
  if (status == Status::claimed && after->size < claimed_at_) return step.odd(Oddity::Kind::order);
  const bool takes = status == Status::accepted || status == Status::claimed;
  if (takes && after->reader.empty()) after->reader = head.by;
  take_desk(*after, step);
  step.keep(places_.find_or_add(handovers, head.ref), *std::move(after));
}

void HandoverFold::take_desk(Handover& handover, const Step& step) {
  std::string& holder = step.state.holder;
  switch (handover.status) {
    case Status::issued:
      handover.owner = handover.issued_by;
      if (holder.empty()) holder = handover.owner;
      return;
    case Status::accepted:
      handover.owner = handover.reader;
      break;
    case Status::claimed:
      handover.owner = step.head().by;
      claimed_at_ = step.head().seq;
      break;
    case Status::lapsed:
      handover.owner = lead_of(step.payload()).value_or(handover.issued_by);
      break;
    default:
      handover.owner = handover.issued_by;
      return;
  }
  if (!handover.owner.empty()) holder = handover.owner;
}

}  // namespace relais::journal
