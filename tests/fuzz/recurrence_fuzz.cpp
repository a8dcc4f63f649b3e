#include "tests/fuzz/fuzz.hpp"

#include <algorithm>

// A start, a zone and a rule, a line each: occurrences ascend, and a shorter list is the head of a longer one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace relais;
  std::string_view text = fuzz::text_of(data, size);
  if (find_invalid_utf8(text)) return 0;
  Json params{{"start", fuzz::take_line(text)}, {"limit", 40}};
  if (const auto zone = fuzz::take_line(text); !zone.empty()) params["timeZone"] = zone;
  params["rule"] = text;
  const Json forty = fuzz::answer("calendar.recur", params);
  if (!forty.is_object()) return 0;
  const Json& occurrences = forty.at("occurrences");
  fuzz::require(occurrences.size() <= 40);
  fuzz::require(std::is_sorted(occurrences.begin(), occurrences.end()));
  params["limit"] = 5;
  const Json five = fuzz::answer("calendar.recur", params);
  fuzz::require(five.is_object());
  const Json& head = five.at("occurrences");
  fuzz::require(head.size() == std::min<std::size_t>(5, occurrences.size()));
  fuzz::require(std::equal(head.begin(), head.end(), occurrences.begin()));
  return 0;
}
