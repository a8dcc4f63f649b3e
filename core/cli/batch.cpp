#include "core/cli/batch.hpp"

#include "core/base/json_reader.hpp"
#include "core/base/limits.hpp"
#include "core/base/text.hpp"
#include "core/cli/files.hpp"
#include "core/desk/operations.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

namespace relais::cli {
namespace {

// What is no JSON is told by the line of the stream and the column.
Result<std::string> answer_line(const std::string& line, std::int64_t number, Json& id) {
  auto parsed = parse_json(line);
  if (!parsed.ok()) {
    Error error = parsed.error();
    error.path = std::to_string(number) + error.path.substr(std::min(error.path.find(':'), error.path.size()));
    return error;
  }
  const Json json = std::move(parsed).value();
  Reading reading;
  ObjectReader object(json, "", reading);
  id = object.any("id");
  const std::string operation = object.string("op");
  const Json& params = object.any("params");
  object.finish();
  if (reading.failed()) return reading.error();
  return desk::write(operation, params.is_null() ? Json::object() : params);
}

}  // namespace

int run_batch(std::FILE* input) {
  std::string line;
  bool too_long = false;
  for (std::int64_t number = 1; read_line(input, line, too_long); ++number) {
    if (!too_long && trim(line).empty()) continue;
    Json id = nullptr;
    const auto answer =
        too_long ? Result<std::string>(input_too_large(limits::input_bytes + 1)) : answer_line(line, number, id);
    if (answer.ok()) {
      std::printf("{\"id\":%s,\"result\":%s}\n", dump(id).c_str(), answer.value().c_str());
    } else {
      std::printf("%s\n", dump(Json{{"id", std::move(id)}, {"error", to_json(answer.error())}}).c_str());
    }
    std::fflush(stdout);
  }
  return std::ferror(input) || std::ferror(stdout) ? 2 : 0;
}

}  // namespace relais::cli
