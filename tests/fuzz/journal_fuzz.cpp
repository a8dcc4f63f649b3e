#include "tests/fuzz/fuzz.hpp"

// Journal lines: they are verified whatever they are, and a journal that holds is folded.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace relais;
  std::string_view text = fuzz::text_of(data, size);
  Json entries = Json::array();
  while (!text.empty()) {
    if (auto line = parse_json(fuzz::take_line(text)); line.ok()) entries.push_back(*std::move(line));
  }
  const Json verified = fuzz::answer("journal.verify", {{"entries", entries}});
  fuzz::require(verified.is_object());
  const Json state = fuzz::answer("journal.state", {{"entries", entries}});
  fuzz::require(state.is_object() || !verified.at("ok").get_ref<const bool&>());
  fuzz::answer("report.indicators", {{"entries", entries}, {"from", "2026-03-01"}, {"to", "2026-04-01"}});
  return 0;
}
