#include "tests/fuzz/fuzz.hpp"

// A line with an operation's name, then its parameters: every operation answers, and the same both times.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace relais;
  std::string_view text = fuzz::text_of(data, size);
  const desk::Operation* operation = desk::find_operation(fuzz::take_line(text));
  if (!operation) return 0;
  auto params = parse_json(text);
  if (!params.ok()) return 0;
  if (operation->start) fuzz::bound_effort(*params);
  const Json first = fuzz::answer(operation->name, *params);
  fuzz::require(dump(fuzz::answer(operation->name, *params)) == dump(first));
  return 0;
}
