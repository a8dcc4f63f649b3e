#include "core/cli/one_shot.hpp"

#include "core/cli/files.hpp"

#include <nlohmann/json.hpp>
#include <unistd.h>

#include <chrono>
#include <cstdlib>

namespace relais::cli {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::int64_t slice = 10000;  // units of effort between two looks at the clock

Result<std::int64_t> positive_integer(const std::string& option, const std::string& text) {
  char* end = nullptr;
  const std::int64_t value = std::strtoll(text.c_str(), &end, 10);
  if (text.empty() || *end != '\0' || value < 1) {
    return Error{ErrorCode::invalid_value, {{"value", text}}, "", "a whole number from 1 for --" + option};
  }
  return value;
}

void show(const Json& progress) {
  std::string line;
  for (const auto& [name, value] : progress.items()) line += "  " + name + " " + value.dump();
  std::fprintf(stderr, "\r\033[K%s", line.c_str());
}

Result<Json> run_in_slices(const desk::Operation& operation, const Json& params, const Arguments& arguments) {
  RELAIS_TRY(const auto work, operation.start(params));
  std::optional<Clock::time_point> deadline;
  if (const auto seconds = arguments.option("seconds")) {
    RELAIS_TRY(const std::int64_t limit, positive_integer("seconds", *seconds));
    deadline = Clock::now() + std::chrono::seconds(limit);
  }
  const bool on_terminal = isatty(STDERR_FILENO) != 0;
  auto shown = Clock::now();
  while (work->advance(slice)) {
    const auto time = Clock::now();
    if (deadline && time >= *deadline) {
      work->stop("clock");
      break;
    }
    if (on_terminal && time - shown > std::chrono::milliseconds(100)) {
      show(work->progress());
      shown = time;
    }
  }
  if (on_terminal) std::fprintf(stderr, "\r\033[K");
  return work->answer();
}

bool found_something(const desk::Operation& operation, const Json& answer) {
  if (operation.name == "agenda.conflicts") return !answer["conflicts"].empty();
  if (operation.name == "journal.verify") return !answer["ok"].get<bool>();
  return false;
}

// An answer that may be long is never held as values too.
int print_written(const desk::Operation& operation, const Json& params) {
  const auto text = operation.write(params);
  if (!text.ok()) return report(text.error());
  print_text(*text);
  return 0;
}

}  // namespace

Result<Json> run_operation(const desk::Operation& operation, Json params, const Arguments& arguments) {
  if (params.is_object()) {
    if (const auto effort = arguments.option("effort")) {
      RELAIS_TRY(params["effort"], positive_integer("effort", *effort));
    }
    if (operation.takes_now && !params.contains("now")) params["now"] = arguments.option_or("now", now());
  }
  return operation.start ? run_in_slices(operation, params, arguments) : operation.run(params);
}

int run_one_shot(const desk::Operation& operation, const std::string& file, const Arguments& arguments) {
  const auto text = read_file(file);
  if (!text.ok()) return report(text.error());
  auto params = parse_json(*text);
  if (!params.ok()) return report(params.error());
  if (operation.write && !prints_for_people()) return print_written(operation, *params);
  const auto answer = run_operation(operation, std::move(params).value(), arguments);
  if (!answer.ok()) return report(answer.error());
  print(*answer);
  return found_something(operation, *answer) ? 1 : 0;
}

}  // namespace relais::cli
