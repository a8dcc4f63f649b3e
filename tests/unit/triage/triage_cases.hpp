#pragma once

#include "core/triage/evidence.hpp"
#include "core/triage/learn.hpp"
#include "core/triage/rank.hpp"

#include <string>
#include <string_view>

/// Requests for the tests of this room: received on Tuesday 10 March 2026 at 10:00 in Paris.
namespace relais::triage {

inline Request request_of(std::string_view lang, std::string_view body, std::string_view subject = {}) {
  Request request;
  request.id = "r1";
  request.lang = std::string(lang);
  request.body = std::string(body);
  request.subject = std::string(subject);
  request.channel = "email";
  request.zone = time::find_zone("Europe/Paris");
  request.received_at = time::parse_local_time("2026-03-10T10:00:00");
  return request;
}

inline Evidence evidence_of(const Request& request) { return read_evidence(request, *request.received_at); }

inline Judgement judged(const Request& request, const Model& model = Model()) {
  const Evidence evidence = evidence_of(request);
  return judge(request, evidence, {}, {}, consult(model, request, evidence, judge_by_rules(request, evidence)));
}

}  // namespace relais::triage
