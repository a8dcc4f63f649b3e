#pragma once

#include "core/triage/deadline.hpp"
#include "core/triage/message_parts.hpp"
#include "core/triage/request.hpp"
#include "core/triage/signals.hpp"
#include "core/triage/wording.hpp"

#include <optional>
#include <string>
#include <vector>

namespace relais::triage {

enum class Field : std::uint8_t { subject, body };
std::string_view name(Field field);

/// A place in a request, in bytes of the field.
struct Place {
  Field field = Field::body;
  std::uint32_t start = 0, end = 0;
};

/// A signal found in a request.
struct Finding {
  const Signal* signal = nullptr;
  Place place;
  int strength = 1;  ///< the greatest of its rows
  int points = 0;    ///< votes, in halves: repeated hits count half, the subject counts more
};

/// All that can be read in a request, before anything is made of it.
struct Evidence {
  Language language = Language::french;
  bool language_known = false;
  time::LocalTime now;  ///< when it was received, on its own clocks
  MessageParts parts;
  Tokens subject, body;           ///< body: of the message alone
  std::vector<Finding> findings;  ///< one a signal, by the table's order
  std::vector<Mention> mentions;  ///< of subject and body, the subject's first
  std::vector<Field> mention_fields;
  std::optional<Deadline> deadline;
  DeadlineContext context;
  Wording wording;  ///< of both; places of the body
  std::optional<Place> wording_place;
  std::size_t words = 0;
  bool asks = false;  ///< a question or a request stands in it

  const Finding* find(std::string_view code) const;
};

/// `received` stands in where the request does not say when it came.
Evidence read_evidence(const Request& request, time::LocalTime received);

}  // namespace relais::triage
