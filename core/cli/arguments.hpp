#pragma once

#include "core/base/result.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace relais::cli {

/// A command line: words first, then what is asked of them.
struct Arguments {
  std::vector<std::string> words;
  std::map<std::string, std::string, std::less<>> options;  ///< without their dashes; flags hold an empty text

  bool has(std::string_view option) const { return options.find(option) != options.end(); }
  std::string option_or(std::string_view option, std::string_view fallback) const;
  std::optional<std::string> option(std::string_view option) const;
};

/// `--name value`, `--name=value` and flags; `--` ends the options; `-` alone is a word.
/// An option that is not known, or lacks its value, is an error.
Result<Arguments> parse_arguments(int count, const char* const* values);

}  // namespace relais::cli
