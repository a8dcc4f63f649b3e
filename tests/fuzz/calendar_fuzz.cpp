#include "core/base/base64.hpp"

#include "tests/fuzz/fuzz.hpp"

// An iCalendar file: what is imported expands, exports, and is imported again as as many events.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace relais;
  const std::string_view bytes = fuzz::text_of(data, size);
  const Json imported = fuzz::answer("calendar.import", {{"format", "ics"}, {"base64", encode_base64(bytes)}});
  if (!imported.is_object()) return 0;
  const Json& events = imported.at("events");
  fuzz::answer("calendar.expand", {{"events", events},
                                   {"from", "2026-03-01T00:00:00Z"},
                                   {"to", "2026-04-01T00:00:00Z"},
                                   {"timeZone", "Europe/Paris"}});
  const Json exported =
      fuzz::answer("calendar.export", {{"format", "ics"}, {"events", events}, {"stamp", "2026-03-01T00:00:00Z"}});
  if (!exported.is_object()) return 0;
  const Json again = fuzz::answer("calendar.import", {{"format", "ics"}, {"text", exported.at("text")}});
  fuzz::require(again.is_object() && again.at("events").size() == events.size());
  return 0;
}
