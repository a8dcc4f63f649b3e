#include "core/base/base64.hpp"

#include "tests/fuzz/fuzz.hpp"

// A mail message: its requests can be ranked.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace relais;
  const std::string_view bytes = fuzz::text_of(data, size);
  const Json imported = fuzz::answer("triage.import", {{"format", "eml"}, {"base64", encode_base64(bytes)}});
  if (!imported.is_object()) return 0;
  fuzz::answer("triage.rank", {{"requests", imported.at("requests")}, {"policy", Json::object()}});
  return 0;
}
