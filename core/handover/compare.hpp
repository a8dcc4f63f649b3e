#pragma once

#include "core/base/result.hpp"
#include "core/handover/document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace relais::handover {

/// What the reader says back of one line, in the reader's own words.
struct Said {
  std::string id;
  std::optional<std::string> owner, due, next;
};

struct Match {
  std::string id, field;
};

struct Difference {
  std::string id, field;
  std::string document;  ///< Empty if the document does not say.
  std::string said;
};

struct Comparison {
  std::vector<Match> matches;
  std::vector<Difference> differs;
  std::vector<Match> missing;  ///< What the document says and the reader did not say back.
};

/// Compares a read-back with its document, line by line: all lines that are to be read back, in their order, then
/// others that were. An owner may be said by id or by name; a time as the document has it, or as an instant; the next
/// step without regard to case, accents, punctuation and spaces. Errors: a line that the document does not have, or
/// one that stands twice.
Result<Comparison> compare(const Document& document, const std::vector<Said>& read_back);

}  // namespace relais::handover
