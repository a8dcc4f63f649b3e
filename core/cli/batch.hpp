#pragma once

#include <cstdio>

namespace relais::cli {

/// Reads one `{"id", "op", "params"}` a line and writes one `{"id", "result"}` or `{"id", "error"}` a line, in order,
/// in memory that does not grow with the stream. `now` is what each line says, so that a stream gives the same answers
/// whenever it is run. Empty lines are skipped. Gives the exit code: 0 once every line was read.
int run_batch(std::FILE* input);

}  // namespace relais::cli
