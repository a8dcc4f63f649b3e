#pragma once

#include "core/base/json.hpp"
#include "core/cli/arguments.hpp"
#include "core/desk/operations.hpp"

namespace relais::cli {

/// Runs one operation on parameters, fills `now` and `effort`, shows progress on a terminal and stops a search by
/// `--seconds`.
Result<Json> run_operation(const desk::Operation& operation, Json params, const Arguments& arguments);

/// Runs an operation by name over a file of parameters, prints the answer and gives the exit code.
int run_one_shot(const desk::Operation& operation, const std::string& file, const Arguments& arguments);

}  // namespace relais::cli
