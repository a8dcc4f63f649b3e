#include "tests/fuzz/fuzz.hpp"

// JSON text: what is read can be written, and reads as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace relais;
  const auto json = parse_json(fuzz::text_of(data, size));
  if (!json.ok()) return 0;
  const std::string written = dump(*json);
  const auto again = parse_json(written);
  fuzz::require(again.ok() && *again == *json && dump(*again) == written);
  return 0;
}
