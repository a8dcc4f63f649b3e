#include "core/calendar/rrule_repair.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <string>

namespace relais::calendar {
namespace {

// `20261231T120000Z` of `20261231T120000ZZ`, `2026-12-31T12:00:00Z`; any other text as it stands.
std::string basic_until(std::string_view text) {
  if (text.size() > 2 && equals_ignoring_case(text.substr(text.size() - 2), "ZZ")) text.remove_suffix(1);
  const bool extended = text.size() >= 10 && text[4] == '-' && text[7] == '-';
  std::string out(text);
  if (extended) std::erase_if(out, [](char c) { return c == '-' || c == ':'; });
  return out;
}

// Where the first of several parts ends: at a comma before another name.
std::size_t part_end(std::string_view parts) {
  const std::size_t second = parts.find('=', std::min(parts.find('='), parts.size() - 1) + 1);
  return second == std::string_view::npos ? parts.size() : std::min(parts.rfind(',', second), parts.size());
}

void append_part(std::string& out, std::string_view part) {
  const std::size_t equals = part.find('=');
  const std::string_view name = trim(part.substr(0, equals));
  const std::string_view value = equals == std::string_view::npos ? part : trim(part.substr(equals + 1));
  const bool list = name.size() > 2 && equals_ignoring_case(name.substr(0, 2), "BY");
  if (list && value.empty()) return;
  out += ';';
  out += equals_ignoring_case(name, "UNTIL") ? "UNTIL=" + basic_until(value) : std::string(part);
}

std::string repaired(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t semicolon = std::min(text.find(';'), text.size());
    for (std::string_view parts = text.substr(0, semicolon); !parts.empty();) {
      const std::size_t end = part_end(parts);
      append_part(out, parts.substr(0, end));
      parts.remove_prefix(std::min(end + 1, parts.size()));
    }
    text.remove_prefix(std::min(semicolon + 1, text.size()));
  }
  return out;
}

}  // namespace

Result<RuleAsMeant> parse_rrule_as_meant(std::string_view text) {
  auto exact = parse_rrule(text);
  if (exact.ok()) return RuleAsMeant{std::move(exact).value(), false};
  if (exact.error().code != ErrorCode::invalid_value) return exact.error();
  auto meant = parse_rrule(repaired(text));
  if (!meant.ok()) return exact.error();
  return RuleAsMeant{std::move(meant).value(), true};
}

}  // namespace relais::calendar
