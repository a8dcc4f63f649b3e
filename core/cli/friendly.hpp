#pragma once

#include "core/cli/arguments.hpp"

#include <string_view>

namespace relais::cli {

/// A command made of several operations, for hands rather than programs.
struct FriendlyCommand {
  std::string_view name;
  std::string_view usage;
  std::string_view summary;
  int (*run)(const Arguments& arguments);  ///< gives the exit code
};

/// `import`, `conflicts`, `handover`, `verify`. Null if there is none of that name.
const FriendlyCommand* find_friendly(std::string_view name);

/// The usage and summary of all, a line each.
void print_friendly();

}  // namespace relais::cli
