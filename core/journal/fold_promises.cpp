#include "core/journal/fold_promises.hpp"

#include "core/journal/payload_json.hpp"

namespace relais::journal {

bool PromiseFold::has_open(const std::string& ref) const {
  const auto open = open_.find(ref);
  return open != open_.end() && !open->second.empty();
}

void PromiseFold::promise(const Step& step) {
  Callback blank;
  blank.ref = step.head().ref;
  blank.client = step.head().client;
  blank.promised_by = step.head().by;
  auto callback = step.changed(blank, read_callback);
  if (!callback) return;
  std::vector<Callback>& callbacks = step.state.callbacks;
  open_[step.head().ref].push_back(callbacks.size());
  step.keep(callbacks.emplace_back(), *std::move(callback));
}

void PromiseFold::attempt(const Step& step) {
  if (!has_open(step.head().ref)) return;
  const auto attempt = step.changed(Callback{}, read_attempt);
  if (!attempt) return;
  std::vector<Callback>& callbacks = step.state.callbacks;
  const std::vector<std::size_t>& open = open_[step.head().ref];
  const auto is_to = [&](std::size_t place) { return callbacks[place].to == attempt->to; };
  const bool named = std::any_of(open.begin(), open.end(), is_to);
  for (const std::size_t place : open) {
    if (named && !is_to(place)) continue;
    Callback& callback = callbacks[place];
    ++callback.attempts;
    callback.last_attempt = step.head().occurred_at;
    callback.next = attempt->next;
    step.add_sources(callback.sources);
  }
}

void PromiseFold::keep(const Step& step) {
  step.state.calls_made[step.head().ref] = step.head().seq;
  const auto done = step.changed(Callback{}, read_callback);
  if (!done) return;
  std::vector<std::size_t>& open = open_[step.head().ref];
  std::vector<std::size_t> left;
  for (const std::size_t place : open) {
    Callback& callback = step.state.callbacks[place];
    if (!done->to.empty() && callback.to != done->to) {
      left.push_back(place);
      continue;
    }
    callback.done = true;
    step.add_sources(callback.sources);
  }
  open = std::move(left);
}

}  // namespace relais::journal
