#include "core/cli/arguments.hpp"
#include "core/cli/batch.hpp"
#include "core/cli/files.hpp"
#include "core/cli/friendly.hpp"
#include "core/cli/one_shot.hpp"
#include "core/desk/operations.hpp"

#include <cstdio>
#include <memory>

namespace relais::cli {
namespace {

int print_help() {
  std::printf(
      "relais: the desk of a virtual assistant\n\n"
      "  relais OPERATION [FILE|-] [--effort N] [--seconds S] [--now INSTANT]\n"
      "      parameters as JSON in, the answer as JSON out\n"
      "  relais batch [FILE|-]\n"
      "      one {\"id\", \"op\", \"params\"} a line in, one {\"id\", \"result\"} or {\"id\", \"error\"} a line out\n");
  print_friendly();
  std::printf(
      "  relais --help, relais --version\n\n"
      "Exit codes: 0 answered; 1 conflicts or damage found; 2 bad input, the error as JSON on standard error.\n\n"
      "Operations:\n");
  for (const desk::Operation& operation : desk::operations()) {
    std::printf("  %s\n", std::string(operation.name).c_str());
  }
  return 0;
}

int print_version() {
  std::printf("relais %s, time zones %s\n", std::string(desk::version()).c_str(),
              std::string(desk::zone_data_version()).c_str());
  return 0;
}

int run_batch_over(const std::string& file) {
  if (file == "-") return run_batch(stdin);
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> input(std::fopen(file.c_str(), "rb"), std::fclose);
  if (!input) return report(unreadable_file(file));
  return run_batch(input.get());
}

// `agenda.solve P` and `agenda solve P` alike.
int run_words(const Arguments& arguments) {
  const auto& words = arguments.words;
  if (const FriendlyCommand* command = find_friendly(words[0])) return command->run(arguments);
  std::size_t used = 1;
  const desk::Operation* operation = desk::find_operation(words[0]);
  if (!operation && words.size() > 1) {
    operation = desk::find_operation(words[0] + "." + words[1]);
    used = 2;
  }
  if (!operation) {
    return report({ErrorCode::unknown_operation, {{"operation", words[0]}}, "", "one that `relais --help` names"});
  }
  if (words.size() > used + 1) {
    return report({ErrorCode::unknown_member, {{"member", words[used + 1]}}, "", "one file of parameters"});
  }
  return run_one_shot(*operation, words.size() > used ? words[used] : "-", arguments);
}

int run(int count, const char* const* values) {
  const auto parsed = parse_arguments(count, values);
  if (!parsed.ok()) return report(parsed.error());
  const Arguments& arguments = *parsed;
  if (arguments.has("version")) return print_version();
  if (arguments.has("help") || arguments.words.empty()) return print_help();
  if (arguments.words[0] == "batch") return run_batch_over(arguments.words.size() > 1 ? arguments.words[1] : "-");
  return run_words(arguments);
}

}  // namespace
}  // namespace relais::cli

int main(int count, char** values) { return relais::cli::run(count, values); }
