#include "core/cli/arguments.hpp"

#include <algorithm>
#include <array>

namespace relais::cli {
namespace {

constexpr std::array<std::string_view, 3> flags{"help", "version", "json"};
constexpr std::array<std::string_view, 9> valued{"effort", "seconds", "now",    "from",  "to",
                                                 "lang",   "format",  "policy", "anchor"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::string Arguments::option_or(std::string_view name, std::string_view fallback) const {
  return option(name).value_or(std::string(fallback));
}

std::optional<std::string> Arguments::option(std::string_view name) const {
  const auto found = options.find(name);
  if (found == options.end()) return std::nullopt;
  return found->second;
}

Result<Arguments> parse_arguments(int count, const char* const* values) {
  Arguments arguments;
  bool options_ended = false;
  for (int i = 1; i < count; ++i) {
    const std::string_view word = values[i];
    if (options_ended || word.size() < 3 || word.substr(0, 2) != "--") {
      if (word == "--" && !options_ended) {
        options_ended = true;
      } else if (word == "-h" && !options_ended) {
        arguments.options["help"];
      } else {
        arguments.words.emplace_back(word);
      }
      continue;
    }
    const auto equals = word.find('=');
    const std::string name(word.substr(2, equals == std::string_view::npos ? equals : equals - 2));
    if (contains(flags, name)) {
      arguments.options[name];
    } else if (!contains(valued, name)) {
      return Error{ErrorCode::unknown_member, {{"member", "--" + name}}, "", "an option that `relais --help` names"};
    } else if (equals != std::string_view::npos) {
      arguments.options[name] = word.substr(equals + 1);
    } else if (i + 1 < count) {
      arguments.options[name] = values[++i];
    } else {
      return Error{ErrorCode::missing_member, {{"member", "--" + name}}, "", "a value after the option"};
    }
  }
  return arguments;
}

}  // namespace relais::cli
