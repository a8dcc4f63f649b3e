#include "core/triage/readings.hpp"

#include <set>
#include <utility>

namespace relais::triage {

ReadRequest read(Request request, time::LocalTime received) {
  ReadRequest out;
  out.evidence = read_evidence(request, received);
  out.rules = judge_by_rules(request, out.evidence);
  out.features = features_of(request, out.evidence, out.rules);
  out.extracted = extract(request.subject.empty() ? request.body : request.subject + "\n" + request.body);
  out.request = std::move(request);
  out.received = received;
  return out;
}

const ReadRequest& Readings::of(const Request& request, time::LocalTime received) {
  const auto found = held_.find(request.id);
  const bool same = found != held_.end() && found->second.received == received && found->second.request == request;
  return same ? found->second : held_.insert_or_assign(request.id, read(request, received)).first->second;
}

void Readings::keep(const std::vector<Request>& requests) {
  std::set<std::string_view> ids;
  for (const Request& request : requests) ids.insert(request.id);
  std::erase_if(held_, [&](const auto& one) { return !ids.contains(one.first); });
}

}  // namespace relais::triage
