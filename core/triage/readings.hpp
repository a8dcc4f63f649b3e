#pragma once

#include "core/triage/evidence.hpp"
#include "core/triage/extract.hpp"
#include "core/triage/features.hpp"

#include <map>
#include <string>
#include <vector>

namespace relais::triage {

/// A request and all that was read in it: what costs time, and depends on nothing but the request.
struct ReadRequest {
  Request request;
  time::LocalTime received;  ///< stands in where the request does not say when it came
  Evidence evidence;
  Judgement rules;    ///< what the rules alone make of it
  Features features;  ///< what the learned layer sees of it
  Extracted extracted;
};

ReadRequest read(Request request, time::LocalTime received);

/// Requests as they were read, from one ranking to the next.
class Readings {
 public:
  /// Reads it, unless it was read before as it is.
  const ReadRequest& of(const Request& request, time::LocalTime received);
  /// Forgets all but these.
  void keep(const std::vector<Request>& requests);

 private:
  std::map<std::string, ReadRequest, std::less<>> held_;
};

}  // namespace relais::triage
