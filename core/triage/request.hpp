#pragma once

#include "core/time/zone.hpp"

#include <optional>
#include <string>
#include <vector>

namespace relais::triage {

struct Sender {
  std::string name, phone, email, company;  ///< empty where not known
  bool operator==(const Sender&) const = default;
};

/// One message as the desk received it.
struct Request {
  std::string id, lang, channel, client, to, subject, body, thread_id, message_id;
  std::optional<time::LocalTime> received_at;
  time::ZonePtr zone;  ///< never null
  Sender from;
  std::string attachments;  ///< JSON as given, empty if none
  std::string extra;        ///< what an import did not understand, JSON; empty if nothing
  bool operator==(const Request&) const = default;
};

}  // namespace relais::triage
