#include "core/journal/retention.hpp"

#include <algorithm>
#include <array>

namespace relais::journal {
namespace {

struct Row {
  std::string_view type, retention;
};

// By type or, with a dot at the end, by all types of that family.
constexpr std::array rows{
    Row{"request.", "request"}, Row{"satisfaction.", "request"},  Row{"task.", "task"},    Row{"callback.", "contact"},
    Row{"contact.", "contact"}, Row{"message.", "contact"},       Row{"event.", "agenda"}, Row{"calendar.", "agenda"},
    Row{"time.", "work"},       Row{"instruction.given", "desk"}, Row{"absence", "desk"},  Row{"handover.", "handover"},
    Row{"entry.", "trace"},     Row{"erased", "trace"},           Row{"read", "trace"},    Row{"exported", "trace"},
    Row{"printed", "trace"},
};

bool covers(const Row& row, std::string_view type) {
  return row.type.ends_with('.') ? type.starts_with(row.type) : type == row.type;
}

}  // namespace

std::string_view retention_class(std::string_view type) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return covers(row, type); });
  return found == rows.end() ? "other" : found->retention;
}

}  // namespace relais::journal
